"""How a source, or a record with its sources, is cited: as plain text, BibTeX or RIS."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from kzexplorer.domain.dates import DateError, VagueDate, day, iso, parse
from kzexplorer.domain.records import Citation, Edition, RecordDetail, Source, SourceDetail
from kzexplorer.domain.vocabulary import GRADES, N_
from kzexplorer.exporters import bibtex, ris
from kzexplorer.exporters.cited import one_line
from kzexplorer.exporters.table import Notes
from kzexplorer.viewmodel.labels import Labels

STYLES = MappingProxyType({"text": N_("Plain text"), "bibtex": N_("BibTeX"), "ris": N_("RIS")})
_ENTRIES = {"bibtex": bibtex.entry, "ris": ris.entry}
_BREAKS = {"bibtex": "\n", "ris": "\r\n"}


def citation(detail: SourceDetail | RecordDetail, style: str, labels: Labels) -> str:
    """Cite a source, or a record as a part of this edition followed by the sources it rests on.

    Args:
        detail: what is cited.
        style: one of `STYLES`; plain text is in the reader's language, the others are for programs.
        labels: names and words.
    """
    if isinstance(detail, SourceDetail):
        return source_text(detail.source, labels) if style == "text" else _ENTRIES[style](detail.source, (), Notes())
    edition, row = labels.store.edition, detail.row
    if style == "text":
        return "\n".join(_record_lines(detail, labels))
    itself = Source(
        slug=f"kzexplorer:{row.slug}",
        title=row.title,
        publisher=f"{edition.title}, edition {edition.name}",
        author="",
        published=_published(edition),
        url="",
        language="en",
        grade="data",
        consulted="",
        licence=edition.licence,
        note=f"Record {row.slug}, data up to {iso(edition.data_day)}.",
    )
    entries = [_ENTRIES[style](itself, (), Notes())]
    entries += [_ENTRIES[style](_noted(cited), (row.slug,), Notes()) for cited in detail.citations]
    return _BREAKS[style].join(entries)


def source_text(source: Source, labels: Labels, *, brief: bool = False) -> str:
    """Cite a source in one line of plain text; a brief one does not say when it was consulted."""
    say = labels.say
    author = source.author if source.author != source.publisher else ""
    issued = say.date(source.published) if source.published else say("undated")
    published = ", ".join(filter(None, (source.publisher, issued)))
    remarks = ", ".join(
        filter(
            None,
            (
                say("consulted {date}", date=_said(source.consulted, labels)) if source.consulted and not brief else "",
                say(GRADES.get(source.grade, source.grade)),
                source.language,
                source.licence,
            ),
        )
    )
    sentences = _sentences((author, source.title, published))
    return one_line(" ".join(filter(None, (sentences, source.url, f"({remarks})" if remarks else ""))), Notes())


def _record_lines(detail: RecordDetail, labels: Labels) -> Iterable[str]:
    say, row, edition = labels.say, detail.row, labels.store.edition
    where = say(
        "Record “{slug}” in: {title}, edition {edition}, data up to {date}",
        slug=row.slug,
        title=edition.title,
        edition=edition.name,
        date=say.day(edition.data_day),
    )
    yield one_line(_sentences((f"{row.title} ({labels.when(row)})", where, edition.licence)), Notes())
    for number, cited in enumerate(detail.citations, start=1):
        note = f" – {cited.note}" if cited.note else ""
        yield one_line(f"{number}. {source_text(cited.source, labels)}{note}", Notes())


def _sentences(parts: Iterable[str]) -> str:
    """Put texts behind each other, each with an end."""
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def _noted(cited: Citation) -> Source:
    """Give the source of a citation with what it says of the record."""
    return replace(cited.source, note=" – ".join(filter(None, (cited.note, cited.source.note))))


def _published(edition: Edition) -> VagueDate:
    """Give the date an edition is named by; a name of another kind is none, and the date of its data stands in."""
    try:
        return parse(edition.name)
    except DateError:
        return day(edition.data_day)


def _said(text: str, labels: Labels) -> str:
    try:
        return labels.say.date(parse(text))
    except DateError:
        return text
