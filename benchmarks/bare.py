"""The floor of a start: a bare window with an empty plot, painted once; prints seconds and resident megabytes."""

import sys
import time

began = time.perf_counter()

import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1440, 900)
window.show()
app.processEvents()
window.grab()
taken = time.perf_counter() - began

from measure import resident

print(taken, resident())
