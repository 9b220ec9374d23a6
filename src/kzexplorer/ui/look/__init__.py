"""How the window looks: colours, type, inks and marks."""
