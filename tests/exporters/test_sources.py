"""BibTeX and RIS, read back by parsers of other people."""

from dataclasses import replace
from io import BytesIO

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_bytes

from exports import ABOUT, BIBTEX, RIS, SOURCES
from kzexplorer.domain.dates import parse
from kzexplorer.domain.records import Source
from kzexplorer.exporters import export
from kzexplorer.exporters.spreadsheet import holdable
from rows import NASTY, row, texts

HOSTILE = (
    *NASTY,
    "Cost: 100% & 50 $ #1 {of} a_b ~ x^2 \\ end",
    "}}, title = {{another}",
    "}\n@misc{injected, title = {x}}",
    "{{{",
    "}}}",
    "\\input{/etc/passwd}",
    "\\end{document}",
    "@comment{ @string{jan = {x}}",
    '" # jan # "',
    "x\nER  - \nTY  - BOOK\nTI  - injected",
    "ER  - ",
    "TY  - GEN",
    "% not a remark",
)


def source(**values) -> Source:
    return replace(SOURCES["a"], **values)


def written(exporter, *sources, records=("kazsat-1",)):
    """Export these sources, cited by some records."""
    about = replace(ABOUT, sources={source.slug: source for source in sources})
    cited = tuple(about.sources)
    stream = BytesIO()
    report = export([row(slug, sources=cited) for slug in records], stream, exporter=exporter, about=about)
    return stream.getvalue(), report


def bibtex(*sources, **how):
    entries = parse_bytes(written(BIBTEX, *sources, **how)[0], "bibtex").entries
    return {key: {**entry.fields, "author": entry.persons.get("author", [])} for key, entry in entries.items()}


def ris(*sources, **how):
    return {entry["id"]: entry for entry in rispy.loads(written(RIS, *sources, **how)[0].decode())}


def plain(latex):
    """Turn TeX back into text."""
    for name, character in (
        ("\\textbackslash{}", "\x01"),
        ("\\textbraceleft{}", "\x02"),
        ("\\textbraceright{}", "\x03"),
        ("\\textasciitilde{}", "~"),
        ("\\textasciicircum{}", "^"),
        *((f"\\{sign}", sign) for sign in "#$%&_"),
    ):
        latex = latex.replace(name, character)
    assert "\\" not in latex, "no command of TeX is left"
    inner = latex.removeprefix("{").removesuffix("}")
    assert not {"{", "}"} & set(inner)
    return inner.translate({1: "\\", 2: "{", 3: "}"})


def one_line(text):
    return " ".join(holdable(text)[0].split())


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_comes_back_as_it_is_and_nothing_else(title):
    (entry,) = bibtex(source(title=title)).values()
    assert plain(entry["title"]) == one_line(title)
    (entry,) = ris(source(title=title)).values()
    assert entry.get("title", "") == one_line(title)
    assert set(entry) <= {
        "type_of_reference", "id", "title", "publisher", "language", "urls", "access_date", "keywords",
    }  # fmt: skip


@given(texts(), texts(), texts(), texts())
def test_any_texts_survive(title, publisher, author, note):
    given = source(title=title, publisher=publisher, author=author, note=note)
    (entry,) = bibtex(given).values()
    assert plain(entry["title"]) == one_line(title)
    assert plain(entry.get("howpublished", "")) == one_line(publisher)
    assert plain(entry.get("annote", "")) == one_line(note)
    (entry,) = ris(given).values()
    assert entry.get("title", "") == one_line(title)
    assert entry.get("publisher", "") == one_line(publisher)
    assert entry.get("notes", []) == ([one_line(note)] if one_line(note) else [])


def test_what_cannot_be_carried_is_counted():
    for exporter in (BIBTEX, RIS):
        assert written(exporter, source(title="a\x00b\ud800"))[1].replaced == 2


def test_the_key_is_the_slug_whoever_cites_it():
    two = source(slug="b-2011"), source(slug="a-2010")
    assert list(bibtex(*two)) == list(ris(*two)) == ["a-2010", "b-2011"]
    assert list(bibtex(two[0], records=("x", "y"))) == ["b-2011"]
    assert bibtex(two[0], records=("y", "x"))["b-2011"]["keywords"] == "x, y"
    assert ris(two[0], records=("y", "x"))["b-2011"]["keywords"] == ["x", "y"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_slugs_never_have_one_key(one, other):
    keys = {f"a{one}", f"a{other}"}
    assert len(bibtex(*(source(slug=slug) for slug in keys))) == len(keys)


@pytest.mark.parametrize(
    ("published", "date", "year", "month", "ris_date", "ris_year"),
    [
        ("2010-07-02", "2010-07-02", "2010", "July", "2010/07/02/", "2010"),
        ("2010-07", "2010-07", "2010", "July", "2010/07//", "2010"),
        ("2010", "2010", "2010", None, "2010///", "2010"),
        ("2010-Q3", "2010-07/2010-09", "quarter 3 of 2010", None, "///quarter 3 of 2010", None),
        ("2010s", "201X", "the 2010s", None, "///the 2010s", None),
        ("2010s~", "2010~/2019~", "about the 2010s", None, "///about the 2010s", None),
        ("1994~", "1994~", "about 1994", None, "///about 1994", None),
        ("2001..2006", "2001/2006", "between 2001 and 2006", None, "///between 2001 and 2006", None),
        ("..1999", "/1999", "before 2000", None, "///before 2000", None),
        ("2026-09-30..", "2026-09-30/", "from 30 September 2026", None, "///from 30 September 2026", None),
    ],
)  # fmt: skip
def test_a_date_is_as_vague_as_it_is(published, date, year, month, ris_date, ris_year):
    given = source(published=parse(published))
    (entry,) = bibtex(given).values()
    assert (entry["date"], entry["year"], entry.get("month")) == (date, year, month)
    (entry,) = ris(given).values()
    assert (entry["date"], entry.get("year")) == (ris_date, ris_year)


def test_what_is_not_known_is_left_out():
    bare = source(published=None, url="", author="", consulted="", language="")
    (entry,) = bibtex(bare).values()
    assert set(entry) == {"title", "howpublished", "keywords", "author"}
    (entry,) = ris(bare).values()
    assert set(entry) == {"type_of_reference", "id", "title", "publisher", "keywords"}
    assert entry["type_of_reference"] == "GEN"


def test_a_person_is_a_person_and_a_body_is_not_taken_apart():
    (entry,) = bibtex(source(author="Gerhard Kowalski")).values()
    assert [person.last_names for person in entry["author"]] == [["Kowalski"]]
    for body in ("Ministry of Trade and Integration", "NASA, ESA"):
        (entry,) = bibtex(source(author=body)).values()
        assert [str(person) for person in entry["author"]] == [f"{{{body}}}"]


def test_an_address_is_no_more_than_an_address():
    (entry,) = bibtex(source(url="https://example.org/a_b%20c?x=1&y=2#z{}}\\ end")).values()
    assert entry["url"] == "https://example.org/a_b%20c?x=1&y=2#z%7B%7D%7D%5C%20end"


def test_languages_have_the_names_that_styles_know(store):
    for language in {each.language for each in store.sources.values()}:
        (entry,) = bibtex(source(language=language)).values()
        assert len(entry["language"]) > 2, language
        assert ris(source(language=language))["a"]["language"] == language


def test_all_sources_of_the_data_are_read_back(store):
    every = tuple(store.sources.values())
    assert len(every) == 451
    entries, references = bibtex(*every), ris(*every)
    assert set(entries) == set(references) == set(store.sources)
    for each in every:
        assert plain(entries[each.slug]["title"]) == references[each.slug]["title"] == one_line(each.title)
        if each.url:
            assert references[each.slug]["urls"] == [each.url]
