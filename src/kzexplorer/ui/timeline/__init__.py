"""The timeline on the screen; importing `view` imports pyqtgraph, so that is left to who shows it."""
