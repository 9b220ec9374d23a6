"""The small widgets that the rooms of the window are made of."""
