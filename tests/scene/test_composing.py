"""Pages of any records on any paper: every lane is there or said to be left out, and nothing meets anything."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import DATA_DAY, GROUPS, lane_name, measure, on, some_records

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.domain.language import ENGLISH
from kzexplorer.pictures.binding import sources
from kzexplorer.pictures.composing import Composer
from kzexplorer.pictures.paper import PAPERS, Part, screen
from kzexplorer.pictures.subject import Card, Subject
from kzexplorer.pictures.wording import broken, plain
from kzexplorer.scene.span import Span
from rows import NASTY

CARD = Card(
    "Satellite · 2014", "A title " * 9, "A text of some length. " * 30, "confirmed", True, Mark.STAR, Family.CRAFT
)
PAPER = st.sampled_from([*PAPERS.values(), screen(1920), screen(400, 240), screen(1280, 720), screen(700, 3000)])


def subject(rows, group="partner", **more):
    words = {"heading": "A heading", "remark": "42 records, 1955 – 2026", "query": "42 of 309 records: with Italy"}
    given_ = {"origin": "32 sources · Edition 2026-11", **words, **more}
    return Subject(
        rows=rows, group=group, name_lane=lane_name, name_kind=str.title, say=ENGLISH, data_day=DATA_DAY, **given_
    )


def boxes(picture):
    """Give every box of a page with what it is of: texts, the timeline's parts, marks of the legend."""
    for text in picture.texts:
        yield (text.x, text.y, text.x + text.width, text.y + text.height), f"{text.role} {text.text[:20]}"
    if picture.chart:
        chart = picture.chart
        yield (chart.x, chart.y, chart.x + chart.width, chart.y + chart.height), "timeline"
    for key in picture.keys:
        half = key.size / 2
        yield (key.x - half, key.y - half, key.x + half, key.y + half), "key"


def check(picture):
    for (left, top, right, bottom), what in boxes(picture):
        assert left >= -0.01, what
        assert top >= -0.01, what
        assert right <= picture.width + 0.01, what
        assert bottom <= picture.height + 0.01, what
    for (one, what), (other, more) in combinations(boxes(picture), 2):
        assert meets_not(one, other), (what, more)


def meets_not(one, other):
    beside = one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01
    return beside or one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01


def labels_apart(scene):
    """No two labels of a scene meet, and no label meets the pill or mark of another record."""
    taken = [(s.x, s.y, s.x + s.width, s.y + s.height) for s in scene.labels]
    taken += [(p.x - p.width / 2, p.y - p.height / 2, p.x + p.width / 2, p.y + p.height / 2) for p in scene.clusters]
    for one, other in combinations(taken, 2):
        assert (
            one[2] <= other[0] + 0.01
            or other[2] <= one[0] + 0.01
            or one[3] <= other[1] + 0.01
            or other[3] <= one[1] + 0.01
        )


@settings(max_examples=30)
@given(st.integers(1, 60), st.integers(0, 2**32), st.sampled_from(GROUPS), PAPER, st.booleans())
def test_every_lane_is_on_a_page_or_said_to_be_left_out(count, seed, group, paper, with_card):
    given_ = subject(some_records(count, seed), group, card=CARD if with_card and paper.flows else None)
    composer = Composer(paper, measure)
    pages = [composer.page(given_)] if given_.card else composer.pages(given_)
    ends = [0.0]
    for picture in pages:
        check(picture)
        labels_apart(picture.chart.scene)
        assert (picture.width, picture.height) == (paper.width, paper.height or picture.height)
        assert picture.chart.low == ends[-1], "pages go on where the last one ended"
        ends.append(picture.chart.high)
    scene = pages[-1].chart.scene
    shown = sum(lane.top + lane.height <= ends[-1] + 0.01 for lane in scene.lanes)
    assert shown + pages[-1].left_out == len(scene.lanes)
    if paper.flows and not given_.card:
        assert pages[-1].left_out == 0
    if pages[-1].left_out:
        (note,) = [text for text in pages[-1].texts if text.role == "note"]
        assert str(pages[-1].left_out) in note.text


@settings(max_examples=15)
@given(st.integers(1, 60), st.integers(0, 2**32), st.integers(1, 12), st.sampled_from(list(PAPERS.values())))
def test_pages_hold_all_lanes_and_all_days_once(count, seed, most, paper):
    given_ = subject(some_records(count, seed))
    composer = Composer(paper, measure)
    try:
        pages = composer.pages(given_, Part.PAGES, most)
    except KnownError as error:
        most = int(re.search(r"ask for (\d+) or more", str(error))[1])
        pages = composer.pages(given_, Part.PAGES, most)
    assert 1 <= len(pages) <= most
    charts = [picture.chart for picture in pages]
    for picture in pages:
        check(picture)
    rows = sorted({(chart.low, chart.high) for chart in charts})
    beside = len(charts) // len(rows)
    assert len(charts) == len(rows) * beside
    assert [low for low, _ in rows[1:]] == [high for _, high in rows[:-1]]
    for number in range(len(rows)):
        across = charts[number * beside : (number + 1) * beside]
        assert len({tuple(lane.height for lane in chart.scene.lanes) for chart in across}) == 1, "can be laid together"
        days = [(chart.scene.viewport.first, chart.scene.viewport.last) for chart in across]
        assert [first for first, _ in days[1:]] == pytest.approx([last for _, last in days[:-1]])


@pytest.mark.parametrize(
    "span", [Span.of(on("2014-04-28"), on("2014-04-28")), Span.of(on("1500-01-01"), on("2500-01-01"))]
)
@pytest.mark.parametrize("paper", [screen(1280, 720), PAPERS["a4"]], ids=lambda paper: paper.id)
def test_a_day_and_a_thousand_years(span, paper):
    for picture in Composer(paper, measure).pages(subject(some_records(40, 7), visible=span), Part.VISIBLE):
        check(picture)
        view = picture.chart.scene.viewport
        assert (view.first, view.last) == (span.first, span.last)


@pytest.mark.parametrize("text", [*NASTY, "long " * 1_000, "x" * 5_000])
def test_a_heading_of_any_text_leaves_room_for_the_rest(text):
    given_ = subject(some_records(20, 3), heading=text, remark=text, query=text, origin=text)
    (picture,) = Composer(screen(1280, 720), measure).pages(given_)
    check(picture)
    assert picture.chart.height > 200
    assert all(len(line) < 500 for shown in picture.texts for line in shown.lines)


@given(st.text(max_size=80), st.floats(1, 300), st.integers(1, 4))
def test_broken_lines_fit_and_lose_nothing_but_what_they_say(text, width, most):
    def width_of(some):
        return 5.0 * len(some)

    line = plain(text)
    lines = broken(line, width, width_of, most)
    assert len(lines) <= most
    assert all(width_of(one) <= width or len(one) == 1 for one in lines)
    if not any("…" in one for one in lines) and width >= 10:
        assert "".join(lines).replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize("count", [1, 30, 300])
def test_sources_are_numbered_on_as_many_pages_as_it_takes(count):
    entries = [f"Source {number}. " + "words " * (number % 40) for number in range(1, count + 1)]
    setting = Composer(PAPERS["16:9"], measure).setting
    pages = sources(setting, "Sources", entries, "Edition 2026-11")
    figures = [int(text.text) for page in pages for text in page.texts if text.text.isdigit()]
    assert figures == list(range(1, count + 1))
    for page in pages:
        check(page)
    assert len(pages) > 1 or count < 31
