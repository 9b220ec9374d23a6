import gettext

import pytest

from kzexplorer.domain.dates import parse
from kzexplorer.domain.fields import fact_words
from kzexplorer.domain.language import ENGLISH, language
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import Fact
from kzexplorer.domain.sentence import counted, sentence
from kzexplorer.domain.state import Choice, Query, Span, SpanMode
from kzexplorer.paths import resources


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-04-28", "28 April 2014"),
        ("2014-04", "April 2014"),
        ("2014", "2014"),
        ("1990s", "the 1990s"),
        ("2010-Q3", "quarter 3 of 2010"),
        ("1994~", "about 1994"),
        ("1994-05~", "about May 1994"),
        ("2001..2006", "between 2001 and 2006"),
        ("2009-10-05..2009-10-06", "between 5 October 2009 and 6 October 2009"),
        ("..1999", "before 2000"),
        ("..9999", "before 31 December 9999"),
        ("0001..9999-11", "between 1 and November 9999"),
        ("2026-09-30..", "from 30 September 2026"),
    ],
)
def test_dates_in_words_say_how_vague_they_are(text, words):
    assert ENGLISH.date(parse(text)) == words


def test_every_language_names_twelve_different_months():
    for code in ("en", "kk", "ru"):
        say = language(code, resources() / "i18n")
        assert len({say.month(number) for number in range(1, 13)}) == 12
        assert len({say.short_month(number) for number in range(1, 13)}) == 12


def test_there_is_no_other_language(tmp_path):
    with pytest.raises(ValueError, match="no language"):
        language("xx", tmp_path)


def test_a_missing_catalogue_leaves_english(tmp_path):
    say = language("ru", tmp_path)
    assert isinstance(say.catalogue, gettext.NullTranslations)
    assert say.month(1) == "January"


def test_numbers_do_not_depend_on_the_locale():
    assert ENGLISH.number(26000) == "26\u202f000"
    assert ENGLISH.number(1.5) == "1.5"


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (Fact("mass_kg", 1743), ("Mass", "1\u202f743 kg")),
        (Fact("norad", 39728), ("NORAD", "39728")),
        (Fact("slot_deg_e", 58.5), ("GEO longitude", "58.5° E")),
        (Fact("rent_usd_per_year", 115_000_000), ("Rent", "115\u202f000\u202f000 USD a year")),
        (Fact("claim_kzt", 5), ("Claim", "5 KZT")),
        (Fact("design_life_years", 1), ("Design life", "1 year")),
        (Fact("design_life_years", 15), ("Design life", "15 years")),
        (Fact("some_new_thing_km", 2.5), ("Some new thing", "2.5 km")),
        (Fact("suborbital", True), ("Suborbital", "yes")),
        (Fact("projects", ("YURT", "Icarus")), ("Projects", "YURT, Icarus")),
        (Fact("cospar", "2014-023B"), ("COSPAR", "2014-023B")),
    ],
)
def test_facts_say_their_unit(fact, words):
    assert fact_words(fact, ENGLISH) == words


def test_a_query_says_itself():
    query = (
        Query("kazsat  3", span=Span(parse("2004"), parse("2014")), as_of=parse("2012-01-01"))
        .choose("partner", Choice.of(["italy", "russia"]))
        .choose("kind", Choice.of((), ["meeting", "launch"]))
    )
    text = sentence(query, ENGLISH, str, lambda _, value: value.title())
    assert text == (
        "not kind Launch nor Meeting, partner Italy or Russia, words “kazsat 3”, active 2004 – 2014, "
        "as of 1 January 2012"
    )
    assert sentence(Query(), ENGLISH, str, str.join) == "all records"
    assert counted(1, 309, query, "x", ENGLISH) == "1 of 309 records: x"
    assert counted(0, 309, Query(), "x", ENGLISH) == "0 of 309 records"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(parse("2004"), None), "active since 2004"),
        (Span(None, parse("2004"), SpanMode.BEGINS), "begun until 2004"),
        (Span(parse("2004"), parse("2005"), SpanMode.ENDS), "ended 2004 – 2005"),
    ],
)
def test_a_span_says_how_records_meet_it(span, words):
    assert sentence(Query(span=span), ENGLISH, str, str.join) == words


def test_a_name_falls_back_to_english():
    assert Names("Italy", "", "Италия").in_("kk") == "Italy"
    assert Names("Italy", "", "Италия").in_("ru") == "Италия"
    assert list(Names("Italy", "", "Италия")) == ["Italy", "Италия"]
