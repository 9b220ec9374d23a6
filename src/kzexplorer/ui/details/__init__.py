"""What is in focus, in full."""
