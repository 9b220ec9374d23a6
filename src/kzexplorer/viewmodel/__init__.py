"""The state of the window and the models its panes show; QtCore and QtGui only, no widgets."""
