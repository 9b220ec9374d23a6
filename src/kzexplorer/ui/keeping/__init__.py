"""What the reader keeps: baskets and saved views."""
