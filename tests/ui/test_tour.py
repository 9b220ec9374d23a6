"""The tour shows what it says, and all that opens fits the smallest window."""

import csv
import time
from io import StringIO

import pytest

from kzexplorer import tour
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store.facets import facets
from kzexplorer.tour.stage import Stage
from kzexplorer.tour.stops import STOPS
from kzexplorer.ui.parts.run import ExportRun
from watching import watched

SMALLEST = (1024, 700)


@pytest.fixture
def stage(open_window, tmp_path):
    explorer, window = open_window(size=SMALLEST)
    return Stage(window, explorer, window.desk.keeping, tmp_path)


def test_a_slow_export_is_waited_for(stage, monkeypatch):
    real = ExportRun._run

    def slow(self):
        time.sleep(0.3)
        real(self)

    monkeypatch.setattr(ExportRun, "_run", slow)
    next(stop for stop in STOPS if stop.name == "exported").act(stage)
    stage.settle()
    (dialog,) = stage.over()
    assert dialog.outcome.open_folder.isVisible()
    dialog.save.click()
    stage.clear()
    assert stage.over() == []


@pytest.fixture
def fitting(monkeypatch):
    """Whatever the tour shows fits its window, and nothing of it is left for the next stop."""
    picture, clear = Stage.picture, Stage.clear

    def checked(self, scale=1.0):
        for widget in self.over():
            assert widget.width() <= self.window.width(), (type(widget), self.explorer.state)
            assert widget.height() <= self.window.height(), (type(widget), self.explorer.state)
        return picture(self, scale)

    def cleared(self):
        clear(self)
        assert self.over() == []

    monkeypatch.setattr(Stage, "picture", checked)
    monkeypatch.setattr(Stage, "clear", cleared)


def test_the_tour_leaves_a_picture_of_every_stop_in_the_smallest_window_and_one_csv(qapp, fitting, store, tmp_path):
    with watched(write=[tmp_path]):
        paths = list(tour.run(store, ENGLISH, tmp_path, sizes=(SMALLEST,), names=("light",)))
    pictures = [path for path in paths if path.suffix == ".png"]
    names = {path.stem.split("-", 1)[1].rsplit("-", 2)[0] for path in pictures}
    assert names == {"loading", "no-records", *(stop.name for stop in STOPS)}
    assert len({path.read_bytes() for path in pictures}) == len(pictures)
    (table,) = (path for path in paths if path.suffix == ".csv")
    rows = list(csv.DictReader(StringIO(table.read_text("utf-8"))))
    expected = store.find(parse_state(STOPS[1].state, [facet.id for facet in facets()]).query)
    assert [row["slug"] for row in rows] == [row.slug for row in store.rows(expected.places)]
