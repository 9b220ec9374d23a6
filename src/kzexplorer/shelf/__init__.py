"""The user's own files: baskets, saved views and settings; whole, merged and never silently lost."""
