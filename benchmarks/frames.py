"""How long a frame of the timeline takes while panning and zooming, beside pyqtgraph's scatter and an item an event.

    python benchmarks/frames.py [NUMBER ...]

Records are made in memory from a seed. A frame is a move of the view and everything painted after it, in CPU time of
the process, so that a busy machine counts less. Zooming comes to a new level with every step. The first frames of
each, which measure texts for the first time, count too.
"""

import gc
import os
import random
import sys
import time

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WIDTH, HEIGHT = 1600, 900
FRAMES = 60  # of each way to move
SIZES = (10_000, 100_000)
BOUNDS = {10_000: 16.0, 100_000: 20.0}  # ms, for the 95th percentile
MOST_ITEMS = 10_000  # an item an event is measured up to so many; more take minutes to make


def made_up(count, seed=1):
    """Make records of every kind of date, most in few lanes and late, as rows; and the last day of their data."""
    from datetime import date

    from kzexplorer.domain.dates import Precision, VagueDate
    from kzexplorer.domain.ends import NOT_KNOWN, Basis, End
    from kzexplorer.domain.kinds import kinds
    from kzexplorer.domain.records import Part, Row

    chance = random.Random(seed)
    first, last = date(1955, 1, 1).toordinal(), date(2026, 9, 30).toordinal()
    words = "agreement on space cooperation launch satellite Baikonur centre programme treaty of the state".split()
    names = list(kinds())

    def begins():
        day = first + int((last - first) * chance.random() ** 0.7)
        shape = chance.random()
        if shape < 0.02:
            return None
        span, precision = (0, Precision.DAY) if shape < 0.65 else (chance.choice((30, 365)), Precision.APPROX)
        return VagueDate(day, min(day + span, last), precision)

    def end(begun):
        shape = chance.random()
        if begun is None or shape < 0.7:
            return NOT_KNOWN
        if shape < 0.85:
            return End(VagueDate(last, None, Precision.APPROX), Basis.ONGOING)
        day = min(begun.finish + chance.randint(1, 4000), last)
        return End(VagueDate(day, day, Precision.DAY), Basis.STATED)

    def parts():
        lane = min(int(chance.expovariate(0.15)), 41)
        lanes = (lane,) if chance.random() < 0.8 else (lane, (lane + 3) % 42)
        return tuple(Part(f"partner-{lane}", "party") for lane in lanes)

    def row(number):
        begun = begins()
        title = " ".join(chance.choices(words, k=chance.randint(2, 7)))
        return Row(
            number + 1, f"record-{number}", title, chance.choice(names), begun, end(begun), "signed", "confirmed",
            chance.choice((1, 2, 2, 3, 3, 3)), parts(), (), (), (), (), "", (), "", "", False, (),
        )  # fmt: skip

    return tuple(row(number) for number in range(count)), last


def percentile(move, paint):
    """Give the 95th percentile of panning and zooming frames together, in ms; `move(span)` and `paint()` make one.

    What stands is left out of the collections of garbage, as the program does once its window stands.
    """
    gc.collect()
    gc.freeze()
    taken = []
    for span in spans():
        began = time.process_time()
        move(*span)
        paint()
        taken.append((time.process_time() - began) * 1000)
    return float(np.percentile(taken, 95))


def spans():
    """Give the days looked at: across the years at three scales, and closer step by step and wider again."""
    from datetime import date

    first, last = date(1954, 1, 1).toordinal(), date(2028, 1, 1).toordinal()
    whole = last - first
    for length in (whole, whole / 8, whole / 100):
        start = first + 0.6 * (whole - length)
        yield from ((start + step * length / 80, start + step * length / 80 + length) for step in range(FRAMES // 3))
    middle = first + 0.75 * whole
    closer = [whole * 2 ** (-step / 4) for step in range(FRAMES // 2)]
    for length in (*closer, *(length * 1.07 for length in reversed(closer))):
        yield middle - length / 2, middle + length / 2


def ours(rows, data_day):
    """Measure our own view, with heads, axis, legend and overview."""
    from PySide6.QtWidgets import QApplication

    from kzexplorer import paths
    from kzexplorer.domain.language import ENGLISH
    from kzexplorer.ui.look.tokens import themes
    from kzexplorer.ui.timeline.view import TimelineView

    view = TimelineView(themes(paths.resources())["light"], ENGLISH, data_day)
    view.resize(WIDTH, HEIGHT)
    view.show_rows(rows, "partner", _lane_name)
    view.show()
    QApplication.processEvents()

    def move(first, last):
        view.set_visible_span(int(first), int(last) - 1)

    found = percentile(move, QApplication.processEvents)
    view.close()
    view.deleteLater()
    return found


def scatter(rows):
    """Measure pyqtgraph's ScatterPlotItem with a symbol a record, no text at all."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication

    x, y = _places(rows)
    plot = pg.PlotWidget()
    plot.addItem(pg.ScatterPlotItem(x=x, y=y, size=9, pen=None, brush="#14365a"))
    plot.resize(WIDTH, HEIGHT)
    plot.show()
    QApplication.processEvents()
    found = percentile(lambda first, last: plot.setXRange(first, last, padding=0), QApplication.processEvents)
    plot.close()
    plot.deleteLater()
    return found


def item_an_event(rows):
    """Measure a graphics scene with a rectangle and a text for each record, as most timelines are made."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTransform
    from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView

    scene = QGraphicsScene()
    for x, y, row in zip(*_places(rows), rows, strict=True):
        scene.addRect(QRectF(0, 0, 9, 9)).setPos(x, y * 20)
        text = scene.addSimpleText(row.title)
        text.setPos(x, y * 20)
        text.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
    view = QGraphicsView(scene)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()

    def move(first, last):
        view.setTransform(QTransform.fromScale(WIDTH / (last - first), 1))
        view.centerOn((first + last) / 2, 420)

    found = percentile(move, QApplication.processEvents)
    view.close()
    view.deleteLater()
    return found


def _places(rows):
    x = np.array([row.begins.begin if row.begins else 0 for row in rows], float)
    return x, np.array([int(row.partners[0].slug.split("-")[1]) for row in rows], float)


def _lane_name(_, key):
    return key


def rows(sizes=SIZES):
    """Measure and give rows for the table of results, see `run.py`."""
    from measure import Row
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    found = []
    for size in sizes:
        records, data_day = made_up(size)
        mine, bound = ours(records, data_day), BOUNDS.get(size)
        peers = [("pyqtgraph's ScatterPlotItem", scatter(records))]
        if size <= MOST_ITEMS:
            peers.append(("one item an event", item_an_event(records)))
        app.processEvents()
        work, target = (
            f"frame of {size} records, panning and zooming, 95th percentile",
            f"<= {bound:g} ms" if bound else "-",
        )
        met = mine <= bound if bound else None
        found += [Row(work, mine, peer, theirs, target, met) for peer, theirs in peers]
    return found


if __name__ == "__main__":
    for found in rows(tuple(map(int, sys.argv[1:])) or SIZES):
        print(found)
