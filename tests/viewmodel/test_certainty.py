"""The reason of a certainty follows from the number and the grade of the sources."""

import re
from dataclasses import replace

import pytest

from exports import SOURCES
from kzexplorer.domain.language import language
from kzexplorer.domain.vocabulary import BRIEF, CERTAINTIES
from kzexplorer.paths import resources
from kzexplorer.viewmodel.certainty import certainty
from kzexplorer.viewmodel.labels import Labels


def sources(*grades, publisher=""):
    return [
        replace(SOURCES["a"], slug=f"s-{n}", grade=grade, publisher=publisher or f"P{n}")
        for n, grade in enumerate(grades)
    ]


@pytest.mark.parametrize(
    ("value", "given", "short", "reason"),
    [
        ("confirmed", sources("press", "official"), "confirmed, 2 sources (official 1, press 1)",
         "2 sources (official 1, press 1); an official one is among them."),
        ("confirmed", sources("official"), "confirmed, 1 source (official 1)",
         "1 source (official 1); one that is official is enough."),
        ("confirmed", sources("press", "press"), "confirmed, 2 sources (press 2)",
         "2 sources (press 2); none is official, but there are several."),
        ("single_source", sources("press"), "single source, 1 source (press 1)", "1 source (press 1)."),
        ("single_source", sources("vendor", "vendor", publisher="OHB"), "single source, 2 sources (vendor 2)",
         "2 sources (vendor 2); they are of one publisher."),
        ("weak", sources("press", "reference"), "weak, 2 sources (reference 1, press 1)",
         "2 sources (reference 1, press 1); their number alone was not taken to be enough."),
        ("recalled", [], "recalled, not cited, 0 sources", "0 sources."),
    ],
)  # fmt: skip
def test_it_is_told_in_words(labels, value, given, short, reason):
    told = certainty(value, given, labels)
    assert (told.short, told.reason) == (short, reason)


def test_levels_follow_the_words(labels):
    assert [certainty(value, [], labels).level for value in CERTAINTIES] == [3, 2, 1, 0]
    assert certainty("of another program", [], labels).level == 0


@pytest.mark.parametrize("code", ["en", "kk", "ru"])
def test_every_record_has_a_reason_with_its_own_numbers(store, code):
    labels = Labels(store, language(code, resources() / "i18n"))
    for row in store.all_rows:
        cited = [store.sources[slug] for slug in row.sources]
        told = certainty(row.certainty, cited, labels)
        counted = [source for source in cited if source.slug != BRIEF]
        numbers = [int(number) for number in re.findall(r"\d+", told.reason)]
        assert numbers[0] == len(counted) == sum(numbers[1:])
        assert told.short.startswith(told.word)
