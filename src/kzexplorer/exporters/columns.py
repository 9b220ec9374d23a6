"""The columns of an export, as data: what each is called, holds and takes from a record."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from operator import attrgetter as of
from typing import Any

from kzexplorer.domain.dates import VagueDate, iso, shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Part, Row
from kzexplorer.domain.vocabulary import N_

Value = str | int | bool | tuple[str, ...] | None

# Between the items of a list in a format that has none of its own.
LIST_SEPARATOR = "; "


class OptionError(KnownError):
    """Say which column, profile or separator was asked for that there is not."""


class Type(StrEnum):
    """What the values of a column are; a `DAY` is `YYYY-MM-DD`, a `VAGUE` date is of the date grammar."""

    TEXT = "text"
    VAGUE = "vague"
    DAY = "day"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    LIST = "list"


def _itself(taken: Value) -> Value:
    return taken


def _known(text: str) -> str | None:
    return text or None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it takes from a record, and what it shows of that; rows of which it takes the same show the same.

    `width` is what a spreadsheet shows, in characters.
    """

    id: str
    type: Type
    width: int
    label: str
    meaning: str
    taken: Callable[[Row], Any]
    shown: Callable[[Any], Value] = _itself

    def value(self, row: Row) -> Value:
        """Give what the column shows of a record; None where nothing is known or nothing applies."""
        return self.shown(self.taken(row))


def _text(date: VagueDate | None) -> str | None:
    return None if date is None else date.text


def _first(date: VagueDate | None) -> str | None:
    return None if date is None or date.first is None else iso(date.first)


def _last(date: VagueDate | None) -> str | None:
    return None if date is None or date.last is None else iso(date.last)


def _slugs(parts: Sequence[Part]) -> tuple[str, ...]:
    """List the slugs once each: a partner with two roles takes part once."""
    return tuple(dict.fromkeys(part.slug for part in parts))


def _roles(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(f"{part.slug}: {part.role}" for part in parts)


# fmt: off
_ALL = (
    Column("slug", Type.TEXT, 30, N_("Key"), "the stable key of the record", of("slug")),
    Column("title", Type.TEXT, 48, N_("Title"), "the heading of the record", of("title")),
    Column("kind", Type.TEXT, 12, N_("Kind"), "what the record is of", of("kind")),
    Column("begins", Type.VAGUE, 12, N_("Begins"), "the begin, as precise as it is known", of("begins"), _text),
    Column("begins_first", Type.DAY, 12, N_("Begins, first day"), "its earliest day", of("begins"), _first),
    Column("begins_last", Type.DAY, 12, N_("Begins, last day"), "its latest day", of("begins"), _last),
    Column("ends", Type.VAGUE, 12, N_("Ends"), "the end, as precise as it is known", of("end.date"), _text),
    Column("ends_first", Type.DAY, 12, N_("Ends, first day"), "its earliest day", of("end.date"), _first),
    Column("ends_last", Type.DAY, 12, N_("Ends, last day"), "its latest day", of("end.date"), _last),
    Column("ends_basis", Type.TEXT, 12, N_("End taken from"),
           "what the end is taken from: stated, step, replaced, ongoing or unknown", of("end.basis"), of("value")),
    Column("status", Type.TEXT, 14, N_("Status"), "how the matter stands at the date of the data", of("status")),
    Column("certainty", Type.TEXT, 14, N_("Certainty"), "how well the record is supported", of("certainty")),
    Column("significance", Type.INTEGER, 12, N_("Significance"),
           "1 landmark, 2 normal, 3 detail", of("significance")),
    Column("partners", Type.LIST, 20, N_("Partners"),
           "the countries and bodies that are named with it", of("partners"), _slugs),
    Column("partner_roles", Type.LIST, 28, N_("Roles of partners"),
           "each partner with its role; context and soviet_era are not cooperation", of("partners"), _roles),
    Column("organizations", Type.LIST, 30, N_("Organizations"),
           "the organizations that are named with it", of("organizations"), _slugs),
    Column("organization_roles", Type.LIST, 36, N_("Roles of organizations"),
           "each organization with its role", of("organizations"), _roles),
    Column("areas", Type.LIST, 28, N_("Areas"), "the areas of cooperation", of("areas")),
    Column("objectives", Type.LIST, 24, N_("Objectives"), "the objectives served", of("objectives")),
    Column("needs", Type.LIST, 24, N_("Needs"), "the needs of collaboration met", of("needs")),
    Column("place", Type.TEXT, 20, N_("Place"), "the key of the place", of("place"), _known),
    Column("in_brief", Type.BOOLEAN, 8, N_("In the brief"),
           "whether the founding brief names it", of("in_brief")),
    Column("summary", Type.TEXT, 60, N_("Summary"), "the matter in a few sentences", of("summary")),
    Column("note", Type.TEXT, 40, N_("Note"), "doubts and remarks", of("note"), _known),
    Column("sources", Type.LIST, 40, N_("Sources"), "the keys of the sources cited", of("sources")),
)
# fmt: on


def time_column(unsure: Collection[str]) -> Column:
    """Make the column that says of each record whether it meets the time that was asked for."""
    return Column(
        "meets_time",
        Type.TEXT,
        12,
        N_("Meets the time asked for"),
        "yes, or unknown where the dates are too vague to say",
        of("slug"),
        lambda slug: "unknown" if slug in unsure else "yes",
    )


COLUMNS = {column.id: column for column in _ALL}

# What a program asks for; the name and order of these are promised.
CORE = (
    "slug", "title", "kind", "begins", "ends", "begins_first", "begins_last", "ends_first", "ends_last",
    "status", "certainty", "partners", "organizations", "areas", "summary",
)  # fmt: skip
# What a person wants beside it in a table.
FULL = (*CORE, "significance", "place", "partner_roles", "note", "sources")


def chosen(ids: Sequence[str]) -> tuple[Column, ...]:
    """Give the columns of these ids, in this order.

    Raises:
        OptionError: there is no such column, or one is named twice.
    """
    if not ids:
        raise OptionError("No columns are chosen; name at least one.")
    for number, name in enumerate(ids):
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, n=1, cutoff=0.5)
            advice = f"did you mean “{near[0]}”?" if near else f"the columns are {', '.join(COLUMNS)}."
            raise OptionError(f"There is no column “{shortened(name)}”; {advice}")
        if name in ids[:number]:
            raise OptionError(f"The column “{name}” is named twice; name it once.")
    return tuple(COLUMNS[name] for name in ids)
