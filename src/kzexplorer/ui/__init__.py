"""The window: widgets that show the explorer's state and pass on what the user wants."""
