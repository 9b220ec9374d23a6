"""Read a row of somebody's table as a record: what it says, what of it is not known, or why it is left out."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from itertools import chain, count
from unicodedata import category

from kzexplorer.build.entries import KAZAKHSTAN
from kzexplorer.build.importing.drafts import Draft, Source, slug_of, sources_of
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.row_dates import date_of, fill_dates
from kzexplorer.build.tables import MAX_CELL, Cell, Line
from kzexplorer.build.values import MAX_SLUG, SLUG
from kzexplorer.domain.column_map import FACT, NOTHING, ColumnMap
from kzexplorer.domain.dates import DateError, shortened
from kzexplorer.domain.vocabulary import SIGNIFICANCES
from kzexplorer.domain.written_dates import GOING_ON, NOT_KNOWN, Written, read_written
from kzexplorer.domain.written_words import GOES_ON

_UNSEEN = frozenset({"Cc", "Cs"})
_INTEGER = re.compile(r"0|-?[1-9]\d{0,15}", re.ASCII)
_REAL = re.compile(r"-?(?:0|[1-9]\d{0,11})\.\d{1,12}", re.ASCII)
# How tables write that there is nothing.
BLANK = frozenset({"", "-", "--", "—", "–", "*", "?", "n/a", "N/A", "NA", "null", "NULL", "None", "nan", "NaN", "н/д"})
# Facts that the program itself fills or reads.
_KEYS = frozenset(
    "origin kind status partner organization area place significance begins ends time".split()
) | {"end time", "title (whole)", "partner (whole)", "organization (whole)", "area (whole)"}  # fmt: skip
_TITLE = 300  # characters; what is longer is kept whole as a further fact
_BASE = 60  # characters of a slug that a title gives


class Rejected(Exception):
    """Say why a row is left out."""


class RowReader:
    """Reads the rows of one table under one map of its columns."""

    def __init__(self, columns: Sequence[str], chosen: ColumnMap, known: Known, day_zero: int = 0) -> None:
        """Begin; `day_zero` is what numbers that stand for dates are counted from, 0 where none do."""
        self._known = known
        self._kind = chosen.kind
        self._places: dict[str, list[int]] = {}
        self._columns = columns
        self._day_zero = day_zero
        for place, column in enumerate(columns):
            if (to := chosen.field(column)) != NOTHING:
                self._places.setdefault(to, []).append(place)
        self._taken = sorted(place for places in self._places.values() for place in places)
        self._facts = _fact_keys(columns, self._places.pop(FACT, []))
        fills: Mapping[str, Callable[[Draft, str], None]] = {
            "kind": self._fill_kind,
            "partners": self._fill_partners,
            "organizations": self._fill_organizations,
            "areas": self._fill_areas,
            "place": self._fill_place,
            "status": self._fill_status,
            "significance": self._fill_significance,
            "summary": self._fill_summary,
            "note": self._fill_note,
            "source": self._fill_source,
            "cospar": self._fill_cospar,
            "norad": self._fill_norad,
        }
        self._fills = [(place, fill) for field, fill in fills.items() for place in self._places.get(field, ())]
        self._sources: Callable[[str], tuple[Source, ...]] = lru_cache(maxsize=1 << 12)(sources_of)

    def read(self, line: Line) -> Draft:
        """Read a row.

        Raises:
            Rejected: with the reason, for a person.
        """
        if line.fault:
            raise Rejected(line.fault)
        cells = line.cells
        begins, ends = self._date(cells, "begins"), self._date(cells, "ends")
        title = self._title(cells)
        slug = self._first(cells, "slug")
        draft = Draft(
            line.number,
            title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…",
            slug if SLUG.fullmatch(slug) and len(slug) <= MAX_SLUG else slug_of(title)[:_BASE].strip("-"),
            self._kind,
        )
        for place, fill in self._fills:
            text = self._text(cells, place)
            if text and text not in BLANK:
                fill(draft, text)
        fill_dates(draft, *begins, *ends)
        if len(title) > _TITLE:
            draft.facts["title (whole)"] = title
        for place, key in self._facts:
            value = self._fact(cells, place)
            if value is not None:
                draft.facts.setdefault(key, value)
        return draft

    def _title(self, cells: Sequence[Cell]) -> str:
        title = self._first(cells, "title")
        if title not in BLANK:
            return title
        # A table of dates alone is no less a table: what a row says first is what it is called.
        for place in self._taken:
            if (text := self._text(cells, place)) not in BLANK:
                return text
        raise Rejected("the row says nothing in the columns that are read")

    def _date(self, cells: Sequence[Cell], name: str) -> tuple[Written, str]:
        """Read a date and give its wording too."""
        for place in self._places.get(name, ()):
            cell = cells[place]
            found = None if isinstance(cell, str) else date_of(cell, self._day_zero)
            if found:
                return found
            text = self._text(cells, place)
            if name == "ends" and text.casefold() in GOES_ON:
                return GOING_ON, text
            try:
                return read_written(text), text
            except DateError as error:
                raise Rejected(f"{error} (column “{shortened(self._columns[place])}”)") from None
        return NOT_KNOWN, ""

    def _first(self, cells: Sequence[Cell], name: str) -> str:
        return next((self._text(cells, place) for place in self._places.get(name, ())), "")

    def _text(self, cells: Sequence[Cell], place: int) -> str:
        """Give a cell as one line of text.

        Raises:
            Rejected: it is too long, binary, or holds what is no text.
        """
        cell = cells[place]
        if cell is None:
            return ""
        if not isinstance(cell, str):
            return self._printed(cell, place)
        if cell.isprintable() and len(cell) < 100:
            return cell.strip() if "  " not in cell else " ".join(cell.split())
        if len(cell) > MAX_CELL:
            raise self._wrong(place, f"has {len(cell)} characters, at most {MAX_CELL} are kept")
        text = " ".join(cell.split())
        if not text.isprintable():
            for char in text:
                if category(char) in _UNSEEN:
                    if "\udc80" <= char <= "\udcff":
                        raise self._wrong(place, f"holds the byte {ord(char) - 0xDC00:02X}, no text in this encoding")
                    raise self._wrong(place, f"holds the control character U+{ord(char):04X}; take it out")
        return text

    def _printed(self, cell: Cell, place: int) -> str:
        if isinstance(cell, bytes):
            raise self._wrong(place, "holds binary data and no text")
        if isinstance(cell, datetime):
            return cell.isoformat(" ").removesuffix(" 00:00:00")
        if isinstance(cell, (date, time)):
            return cell.isoformat()
        if isinstance(cell, bool):
            return "yes" if cell else "no"
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        return str(cell)

    def _wrong(self, place: int, what: str) -> Rejected:
        return Rejected(f"column “{shortened(self._columns[place])}” {what}")

    def _fact(self, cells: Sequence[Cell], place: int) -> object:
        """Give a cell as a typed fact: a number where it is written as one, None where nothing is there."""
        cell = cells[place]
        if isinstance(cell, (bool, int, float)):
            # What is not finite is kept as it is written.
            return cell if not isinstance(cell, float) or abs(cell) < 1e300 else str(cell)
        text = self._text(cells, place)
        if _INTEGER.fullmatch(text):
            return int(text)
        # What would be written otherwise as a number, such as 1.10, may be a version.
        if _REAL.fullmatch(text) and str(float(text)) == text:
            return float(text)
        return text if text not in BLANK else None

    def _fill_kind(self, draft: Draft, text: str) -> None:
        kind = self._known.word("kind", text)
        if kind:
            draft.kind = kind
        else:
            draft.facts["kind"] = text

    def _fill_status(self, draft: Draft, text: str) -> None:
        status = self._known.word("status", text)
        if status:
            draft.status = status
        else:
            draft.facts["status"] = text

    def _fill_partners(self, draft: Draft, text: str) -> None:
        found = self._known.named("partner", text)
        draft.partners = _joined(draft.partners, (slug for slug in found.slugs if slug != KAZAKHSTAN))
        draft.others = _joined(draft.others, found.others)
        _keep(draft, "partner (whole)", found.partly)

    def _fill_organizations(self, draft: Draft, text: str) -> None:
        found = self._known.named("organization", text)
        draft.organizations = _joined(draft.organizations, found.slugs)
        _keep(draft, "organization", found.others)
        _keep(draft, "organization (whole)", found.partly)

    def _fill_areas(self, draft: Draft, text: str) -> None:
        found = self._known.named("area", text)
        draft.areas = _joined(draft.areas, found.slugs)
        _keep(draft, "area", found.others)
        _keep(draft, "area (whole)", found.partly)

    def _fill_place(self, draft: Draft, text: str) -> None:
        found = self._known.named("place", text)
        draft.place = next(iter(found.slugs), "")
        if found.others or found.partly or len(found.slugs) > 1:
            draft.facts["place"] = text

    def _fill_significance(self, draft: Draft, text: str) -> None:
        if text in SIGNIFICANCES:
            draft.significance = int(text)
        else:
            draft.facts["significance"] = text

    def _fill_summary(self, draft: Draft, text: str) -> None:
        draft.summary = f"{draft.summary} {text}".strip()

    def _fill_note(self, draft: Draft, text: str) -> None:
        draft.note = f"{draft.note} {text}".strip()

    def _fill_source(self, draft: Draft, text: str) -> None:
        draft.sources = tuple(dict.fromkeys((*draft.sources, *self._sources(text))))

    def _fill_cospar(self, draft: Draft, text: str) -> None:
        draft.facts["cospar"] = text

    def _fill_norad(self, draft: Draft, text: str) -> None:
        digits = text.removeprefix("S").lstrip("0")
        draft.facts["norad"] = int(digits) if _INTEGER.fullmatch(digits) else text


def _joined(before: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *more)))


def _keep(draft: Draft, key: str, names: tuple[str, ...]) -> None:
    if names:
        kept = draft.facts.get(key, ())
        draft.facts[key] = _joined(kept if isinstance(kept, tuple) else (), names)


def _fact_keys(columns: Sequence[str], places: Sequence[int]) -> list[tuple[int, str]]:
    """Give the key of each further fact: what its column is called, but for keys that mean something here.

    Names that are alike as far as a key goes are numbered.
    """
    found: dict[str, int] = {}
    for place in places:
        stem = shortened(columns[place])
        stem = f"{stem} (table)" if stem in _KEYS else stem
        numbered = (f"{stem} ({number})" for number in count(2))
        found[next(key for key in chain((stem,), numbered) if key not in found)] = place
    return [(place, key) for key, place in found.items()]
