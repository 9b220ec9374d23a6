"""Pictures as slides of native shapes: every bar, mark and label can be moved, coloured and reworded."""
