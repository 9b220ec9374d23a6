"""What “copy citation” gives."""

from dataclasses import replace

import pytest
import rispy
from pybtex.database import parse_string

from kzexplorer.domain.language import language
from kzexplorer.domain.records import SourceDetail
from kzexplorer.paths import resources
from kzexplorer.viewmodel.citation import STYLES, citation
from kzexplorer.viewmodel.labels import Labels


def test_a_source_in_a_line(store, labels):
    assert citation(store.detail("asiaplus-2008-kazakhstan-set-joint-satellite-production"), "text", labels) == (
        "Kazakhstan set joint satellite production. Asia-Plus, 30 July 2008. "
        "https://asiaplus.news/en/news/centralasia/20080731/kazakhstan-set-joint-satelite-production "
        "(consulted November 2026, press, en)"
    )


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_the_words_are_the_readers(store, code):
    labels = Labels(store, language(code, resources() / "i18n"))
    text = citation(store.detail("kazsat-2"), "text", labels)
    assert "consulted" not in text
    assert "Record" not in text
    assert "KazSat-2" in text


def test_a_record_is_a_part_of_its_edition_and_names_all_it_rests_on(store, labels):
    detail = store.detail("kazsat-2")
    first, *rest = citation(detail, "text", labels).splitlines()
    assert "Record “kazsat-2” in: " in first
    assert "edition 2026-11, data up to 30 September 2026. CC BY 4.0." in first
    assert len(rest) == len(detail.citations) == 8
    assert rest[0].startswith("1. General Catalog")
    assert rest[0].endswith(" – payload catalogue, release of 2025-04-07; launch log, data to 2025-12-01")

    entries = parse_string(citation(detail, "bibtex", labels), "bibtex").entries
    slugs = ["kzexplorer:kazsat-2", *(cited.source.slug for cited in detail.citations)]
    assert list(entries) == slugs
    assert entries["kzexplorer:kazsat-2"].fields["date"] == "2026-11"
    assert entries["gcat"].fields["keywords"] == "kazsat-2"
    references = rispy.loads(citation(detail, "ris", labels))
    assert [reference["id"] for reference in references] == slugs


def test_every_record_and_every_source_can_be_cited_in_every_style(store, labels):
    for detail in (*(store.detail(row.slug) for row in store.all_rows), *map(store.detail, store.sources)):
        for style in STYLES:
            lines = citation(detail, style, labels).splitlines()
            assert lines
            assert "None" not in lines[0]


@pytest.mark.parametrize("style", STYLES)
def test_a_text_of_several_lines_stays_on_one(store, labels, style):
    source = replace(store.sources["gcat"], title="one\nER  - \r\ntwo\u2028three", note="")
    plain = citation(SourceDetail(source, (), (), (), (), (), frozenset()), style, labels)
    assert "one ER - two three" in plain


def test_an_edition_with_a_name_that_is_no_date_is_cited_by_the_date_of_its_data(store, labels, monkeypatch):
    monkeypatch.setitem(store.__dict__, "edition", replace(store.edition, name="autumn"))
    (entry, *_) = parse_string(citation(store.detail("kazsat-2"), "bibtex", labels), "bibtex").entries.values()
    assert entry.fields["date"] == "2026-09-30"
    assert entry.fields["howpublished"].endswith("edition autumn")
