"""The brief of a partner as a value, and as Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import ENGLISH, language
from kzexplorer.domain.state import StateError
from kzexplorer.exporters.spreadsheet import holdable
from kzexplorer.paths import resources
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.report import EXTENTS, Chapter, Form, Passage, partner_report
from kzexplorer.viewmodel.report_markdown import markdown
from rows import texts


def chapter(report, form, number=0):
    return [chapter for chapter in report.chapters if chapter.form is form][number]


def test_the_brief_on_italy(labels):
    report = partner_report("italy", labels)
    assert (report.overline, report.title, report.standing) == ("country", "Italy", "dormant")
    assert [c.heading for c in report.chapters] == [
        "Landmark records", "Organizations", "Disputed", "Unverified", "Sources",
    ]  # fmt: skip
    assert report.figures[:4] == (
        ("8", "direct cooperation"), ("5", "as context only"), ("2006", "first record"), ("10 / 13", "confirmed"),
    )  # fmt: skip
    assert report.footer == "Edition 2026-11, data up to 30 September 2026, CC BY 4.0"
    assert len(report.rows) == 13
    landmarks = chapter(report, Form.RECORDS)
    assert landmarks.remark == "9 of 13"
    assert "KazSat-3 contract with ISS-Reshetnev and Thales Alenia Space Italia" in {e.title for e in landmarks.entries}
    disputed = {entry.title for entry in chapter(report, Form.DOUBTS).entries}
    assert "Who ordered KazSat-3?" in disputed
    assert {e.caption for e in chapter(report, Form.LINES).entries} == {"company · 8 records", "company · 1 record"}


@pytest.mark.parametrize("extent", EXTENTS, ids=str)
def test_every_brief_keeps_its_promises(store, labels, extent):
    for partner in store.partners:
        detail = store.detail(partner.slug)
        report = partner_report(partner.slug, labels, extent)
        sources = [c for c in report.chapters if c.form is Form.SOURCES][-1].entries
        named = {n for c in report.chapters for entry in c.entries for n in entry.references} | set(report.references)
        assert named == set(range(1, len(sources) + 1)), "every source is named, and no other number"
        landmarks = chapter(report, Form.RECORDS)
        assert len(landmarks.entries) == min(extent.landmarks, len(detail.records))
        told = {entry.title for entry in landmarks.entries}
        key = {store.row(slug).title for slug in detail.key_records}
        assert len(key & told) == min(len(key), extent.landmarks), "what the profile rests on comes first"
        for c in report.chapters:
            assert c.entries
            assert (c.remark == "") or c.remark.startswith(f"{len(c.entries)} of ")


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_a_brief_in_another_language_has_its_words(store, code):
    ours = partner_report("france", Labels(store, language(code, resources() / "i18n")))
    english = partner_report("france", Labels(store, ENGLISH))
    assert ours.title == "Франция"
    for one, other in zip(ours.chapters, english.chapters, strict=True):
        assert one.heading != other.heading
    assert ours.footer != english.footer
    assert ours.profile == english.profile, "the texts of the data are not translated"


def test_what_is_no_partner_is_a_sentence(labels):
    for slug in ("kazsat-2", "nobody", "tasi"):
        with pytest.raises(StateError, match="is not a partner"):
            partner_report(slug, labels)


class Recordless:
    """A store in which no record names a partner."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    def detail(self, slug):
        return replace(self._store.detail(slug), records=())


def test_a_partner_without_records_is_a_sentence_and_no_empty_brief(store):
    with pytest.raises(KnownError, match="No record names Chile, so there is nothing to report"):
        partner_report("chile", Labels(Recordless(store), ENGLISH))


def blocks(text):
    """Give the kinds of blocks of a Markdown text, and what a reader sees of each line."""
    tokens = MarkdownIt("commonmark").parse(text)
    kinds = [token.type for token in tokens if not token.type.endswith("_close") and token.type != "inline"]
    lines = [
        "".join(child.content for child in token.children if child.type in {"text", "text_special", "softbreak"})
        for token in tokens
        if token.type == "inline"
    ]
    inside = {child.type for token in tokens if token.type == "inline" for child in token.children}
    return kinds, lines, inside


def test_the_markdown_is_what_it_looks_like(labels):
    report = partner_report("italy", labels)
    kinds, lines, inside = blocks(markdown(report))
    assert inside <= {"text", "text_special", "strong_open", "strong_close"}
    assert kinds.count("heading_open") == 2 + len(report.chapters)
    assert kinds.count("ordered_list_open") == 1
    assert kinds.count("list_item_open") == sum(len(c.entries) for c in report.chapters)
    sources = chapter(report, Form.SOURCES)
    for entry in sources.entries:
        assert " ".join(entry.title.split()) in lines
    assert lines[0] == "Italy"
    assert lines[-1] == report.footer


def seen(text):
    return " ".join(holdable(text)[0].split())


@given(texts(), texts())
def test_no_text_of_the_data_is_markup(labels, text, other):
    report = partner_report("chile", labels)
    entry = Passage(f"t {text}", text=f"t {other}")
    hostile = replace(
        report,
        profile=f"{text} x",
        chapters=(Chapter("h", Form.LINES, (entry,)), Chapter("s", Form.SOURCES, (Passage(f"{other} x"),))),
    )
    kinds, lines, inside = blocks(markdown(hostile))
    assert inside <= {"text", "text_special", "strong_open", "strong_close"}
    assert kinds == [
        "heading_open", "paragraph_open", "paragraph_open", "paragraph_open", "heading_open", "paragraph_open",
        "heading_open", "bullet_list_open", "list_item_open", "paragraph_open",
        "heading_open", "ordered_list_open", "list_item_open", "paragraph_open", "hr", "paragraph_open",
    ]  # fmt: skip
    assert lines[2] == f"{seen(f'{text} x')} [{', '.join(map(str, report.references))}]"
    assert lines[7] == f"{seen(f't {text}')} {seen(f't {other}')}"
    assert lines[9] == seen(f"{other} x")
