"""The times behind the timeline, as they are seen."""

import pytest
from hypothesis import given
from scenes import DATA_DAY, measure, on, views

from kzexplorer.domain.dates import parse
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import Era
from kzexplorer.scene.eras import Eras, era_at
from kzexplorer.scene.shapes import Edge, Viewport
from kzexplorer.scene.sizes import Sizes

KNOWN = (
    Era("soviet", Names("Soviet period"), 1, parse("1955-06-02"), parse("1991-10-10..1992-05-25"), ("a", "b")),
    Era("agency", Names("Agency"), 1, parse("1993-05-12"), parse("2014-08"), ("c",)),
    Era("committee", Names("Committee"), 1, parse("2014-08"), parse("2026-09-30.."), ("d",)),
    Era("lease", Names("Leased"), 2, parse("1994-12-10"), parse("2050"), ("e",)),
)
ERAS = Eras(KNOWN, DATA_DAY, measure, ENGLISH)


def test_eras_begin_and_end_as_surely_as_their_records():
    view = Viewport(float(on("1950-01-01")), float(on("2060-01-01")), 1100.0)
    soviet, agency, committee, lease = ERAS.seen(view, Sizes(12.0))
    assert (soviet.begin, soviet.end, committee.end, lease.end) == (Edge.SHARP, Edge.SOFT, Edge.OPEN, Edge.SOFT)
    assert soviet.x0 == soviet.solid0 == pytest.approx(view.x(on("1955-06-02")))
    assert (soviet.solid1, soviet.x1) == pytest.approx((view.x(on("1991-10-10")), view.x(on("1992-05-26"))))
    assert committee.x1 == pytest.approx(view.x(DATA_DAY + 1))
    assert [era.shaded for era in (soviet, agency, committee, lease)] == [True, False, True, False]
    assert era_at((soviet, agency, committee, lease), 0, committee.x0) is committee
    assert era_at((soviet, agency, committee, lease), 1, soviet.x0) is None
    assert ERAS.rows == 2


@given(views())
def test_captions_stay_within_their_eras_and_the_view(view):
    for era in ERAS.seen(view, Sizes(view.font_px)):
        assert era.x0 < view.width
        assert era.x1 > 0
        if era.text:
            assert max(era.solid0, 0.0) <= era.text_x
            assert era.text_x + era.text_width <= min(era.solid1, view.width)
