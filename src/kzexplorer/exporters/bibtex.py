"""BibTeX: an entry for each source that the records cite, its key the source's own."""

import re
from collections.abc import Generator, Iterable, Iterator
from datetime import date

from kzexplorer.domain.dates import Precision, VagueDate
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.records import Source
from kzexplorer.exporters import Exporter
from kzexplorer.exporters.cited import cited, one_line
from kzexplorer.exporters.table import Notes, Table

# TeX's own characters. Braces are named, since BibTeX counts them even behind a backslash.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)
# An address stands as it is, but for what would end its field.
_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "ar": "arabic", "be": "belarusian", "cs": "czech", "de": "german", "en": "english", "es": "spanish",
    "fr": "french", "he": "hebrew", "hi": "hindi", "it": "italian", "ja": "japanese", "kk": "kazakh", "ko": "korean",
    "ky": "kyrgyz", "pl": "polish", "pt": "portuguese", "ru": "russian", "sr": "serbian", "tr": "turkish",
    "uk": "ukrainian", "uz": "uzbek", "zh": "chinese",
}  # fmt: skip


def entry(source: Source, records: Iterable[str], notes: Notes) -> str:
    """Write a source as an entry, with the slugs of the records that rest on it as keywords."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source, records, notes))
    return f"@misc{{{_key(source.slug)},\n{fields}}}\n"


def _write(table: Table) -> Generator[bytes, None, None]:
    for number, (source, records) in enumerate(cited(table)):
        yield ("\n" * bool(number) + entry(source, records, table.notes)).encode()


def _fields(source: Source, records: Iterable[str], notes: Notes) -> Iterator[tuple[str, str]]:
    # Twice in braces: the capitals stay as they are.
    yield "title", f"{{{{{_text(source.title, notes)}}}}}"
    if source.author:
        author = _text(source.author, notes)
        # A comma or an “and” would make BibTeX take the name apart.
        whole = "," in author or " and " in f" {author.lower()} "
        yield "author", f"{{{{{author}}}}}" if whole else f"{{{author}}}"
    if source.publisher:
        yield "howpublished", f"{{{_text(source.publisher, notes)}}}"
    if source.published:
        yield from _dates(source.published)
    if source.url:
        yield "url", f"{{{one_line(source.url, notes).translate(_ADDRESS)}}}"
    if source.consulted:
        yield "urldate", f"{{{_text(source.consulted, notes)}}}"
    if source.language:
        yield "language", f"{{{_LANGUAGES.get(source.language, _text(source.language, notes))}}}"
    licence = f"Licence: {source.licence}." if source.licence else ""
    if remark := " ".join(filter(None, (source.note, licence))):
        yield "annote", f"{{{_text(remark, notes)}}}"
    if keywords := ", ".join(records):
        yield "keywords", f"{{{_text(keywords, notes)}}}"


def _dates(published: VagueDate) -> Iterator[tuple[str, str]]:
    """Say a date as vaguely as it is known: `date` by ISO 8601-2 for who reads it, `year` for who does not."""
    yield "date", f"{{{_iso(published)}}}"
    if published.precision in {Precision.DAY, Precision.MONTH, Precision.YEAR} and published.first is not None:
        on = date.fromordinal(published.first)
        yield "year", f"{{{on.year:04}}}"
        if published.precision is not Precision.YEAR:
            yield "month", _MONTHS[on.month - 1]
    else:
        yield "year", f"{{{ENGLISH.date(published)}}}"


def _iso(published: VagueDate) -> str:
    text = published.text
    match published.unit:
        case Precision.DECADE if published.precision is Precision.DECADE:
            return f"{text[:3]}X"
        case Precision.DECADE | Precision.QUARTER:
            mark = "~" if published.precision is Precision.APPROX else ""
            first, last = (date.fromordinal(day) for day in (published.begin, published.finish))
            if published.unit is Precision.DECADE:
                return f"{first.year:04}{mark}/{last.year:04}{mark}"
            return f"{first:%Y-%m}{mark}/{last:%Y-%m}{mark}"
        case _:
            return text.replace("..", "/")


def _key(slug: str) -> str:
    """Keep a slug as it is, but for characters that no key may hold."""
    return re.sub(r"[^A-Za-z0-9:.+-]", lambda found: f"_{ord(found[0]):x}", slug)


def _text(text: str, notes: Notes) -> str:
    return one_line(text, notes).translate(_ESCAPES)


EXPORTER = Exporter(
    id="bibtex",
    label="BibTeX",
    suffix=".bib",
    media_type="text/x-bibtex",
    write=_write,
    profiles=("data",),
    columns=(),
    sidecar=None,
    order=10,
)
