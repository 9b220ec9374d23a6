"""Making a briefing: the panel beside the window, and what it and the actions have in common."""
