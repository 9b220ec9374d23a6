"""The way in for other people's tables."""
