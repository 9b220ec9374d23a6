"""What sources amount to, and when evidence is thin or old."""

from dataclasses import replace

import pytest

from exports import SOURCES
from kzexplorer.domain.dates import parse
from kzexplorer.domain.evidence import OLD_AFTER, Sourcing, Support, judged
from kzexplorer.domain.vocabulary import BRIEF

DATA_DAY = parse("2026-09-30").begin


def source(**values):
    return replace(SOURCES["a"], **values)


def test_sources_are_counted_once_by_grade_and_publisher():
    given = [
        source(slug="a", grade="press", publisher="X", published=parse("2010")),
        source(slug="a", grade="press", publisher="X", published=parse("2010")),
        source(slug="b", grade="press", publisher="X", published=parse("2012-03-04")),
        source(slug="c", grade="official", publisher="Y", published=None),
    ]
    support = Support.of(given)
    assert (support.count, support.publishers, support.brief) == (3, 2, False)
    assert list(support.grades.items()) == [("official", 1), ("press", 2)], "the best first"
    assert support.newest == parse("2012-03-04").begin


def test_data_counts_for_more_than_what_the_press_says_of_it():
    support = Support.of(source(slug=grade, grade=grade) for grade in ("vendor", "press", "data", "official"))
    assert list(support.grades) == ["official", "data", "press", "vendor"]


def test_the_founding_brief_is_no_source_for_itself():
    support = Support.of([source(slug=BRIEF, published=parse("2025"))])
    assert (support.count, support.newest, support.brief) == (0, None, True)
    assert not support.grades


@pytest.mark.parametrize(
    ("records", "confirmed", "newest", "expected"),
    [
        (0, 0, None, Sourcing.EMPTY),
        (3, 0, DATA_DAY, Sourcing.UNCONFIRMED),
        (3, 1, None, Sourcing.OLD),
        (3, 1, DATA_DAY - OLD_AFTER - 1, Sourcing.OLD),
        (3, 1, DATA_DAY - OLD_AFTER, Sourcing.SOURCED),
        (1, 1, DATA_DAY + 90, Sourcing.SOURCED),
    ],
)
def test_what_is_known_is_judged(records, confirmed, newest, expected):
    assert judged(records, confirmed, newest, DATA_DAY) is expected
