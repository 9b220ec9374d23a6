"""The columns of an export, as data: what each is called, holds and takes from a record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from kzexplorer.domain.dates import VagueDate, iso, shortened
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Part, Row
from kzexplorer.domain.vocabulary import N_

Value = str | int | bool | tuple[str, ...] | None

# Between the items of a list in a format that has none of its own.
LIST_SEPARATOR = "; "


class Type(StrEnum):
    """What the values of a column are; a `DAY` is `YYYY-MM-DD`, a `VAGUE` date is of the date grammar."""

    TEXT = "text"
    VAGUE = "vague"
    DAY = "day"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its value is None where nothing is known or nothing applies.

    `width` is what a spreadsheet shows, in characters.
    """

    id: str
    label: str
    meaning: str
    type: Type
    width: int
    value: Callable[[Row], Value]


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


_ALL = (
    Column("slug", N_("Key"), "the stable key of the record", Type.TEXT, 30, lambda r: r.slug),
    Column("title", N_("Title"), "the heading of the record", Type.TEXT, 48, lambda r: r.title),
    Column("kind", N_("Kind"), "what the record is of", Type.TEXT, 12, lambda r: r.kind),
    Column(
        "begins",
        N_("Begins"),
        "the begin, as precise as it is known",
        Type.VAGUE,
        12,
        lambda r: _text(r.begins),
    ),
    Column(
        "begins_first",
        N_("Begins, first day"),
        "the earliest day of the begin",
        Type.DAY,
        12,
        lambda r: _first(r.begins),
    ),
    Column(
        "begins_last",
        N_("Begins, last day"),
        "the latest day of the begin",
        Type.DAY,
        12,
        lambda r: _last(r.begins),
    ),
    Column(
        "ends",
        N_("Ends"),
        "the end, as precise as it is known",
        Type.VAGUE,
        12,
        lambda r: _text(r.end.date),
    ),
    Column(
        "ends_first",
        N_("Ends, first day"),
        "the earliest day of the end",
        Type.DAY,
        12,
        lambda r: _first(r.end.date),
    ),
    Column(
        "ends_last",
        N_("Ends, last day"),
        "the latest day of the end",
        Type.DAY,
        12,
        lambda r: _last(r.end.date),
    ),
    Column(
        "ends_basis",
        N_("End taken from"),
        "what the end is taken from: stated, step, replaced, ongoing or unknown",
        Type.TEXT,
        12,
        lambda r: r.end.basis.value,
    ),
    Column(
        "status",
        N_("Status"),
        "the state of the matter at the date of the data",
        Type.TEXT,
        14,
        lambda r: r.status,
    ),
    Column(
        "certainty",
        N_("Certainty"),
        "how well the record is supported",
        Type.TEXT,
        14,
        lambda r: r.certainty,
    ),
    Column(
        "significance",
        N_("Significance"),
        "1 landmark, 2 normal, 3 detail",
        Type.INTEGER,
        12,
        lambda r: r.significance,
    ),
    Column(
        "partners",
        N_("Partners"),
        "the countries and bodies that take part",
        Type.LIST,
        20,
        lambda r: _slugs(r.partners),
    ),
    Column(
        "partner_roles",
        N_("Roles of partners"),
        "each partner with its role, `context` and `soviet_era` being no direct cooperation",
        Type.LIST,
        28,
        lambda r: _roles(r.partners),
    ),
    Column(
        "organizations",
        N_("Organizations"),
        "the organizations that take part",
        Type.LIST,
        30,
        lambda r: _slugs(r.organizations),
    ),
    Column(
        "organization_roles",
        N_("Roles of organizations"),
        "each organization with its role",
        Type.LIST,
        36,
        lambda r: _roles(r.organizations),
    ),
    Column("areas", N_("Areas"), "the areas of cooperation", Type.LIST, 28, lambda r: r.areas),
    Column(
        "objectives",
        N_("Objectives"),
        "the objectives served",
        Type.LIST,
        24,
        lambda r: r.objectives,
    ),
    Column(
        "needs", N_("Needs"), "the needs of collaboration met", Type.LIST, 24, lambda r: r.needs
    ),
    Column("place", N_("Place"), "the key of the place", Type.TEXT, 20, lambda r: r.place or None),
    Column(
        "in_brief",
        N_("In the brief"),
        "whether the founding brief names it",
        Type.BOOLEAN,
        8,
        lambda r: r.in_brief,
    ),
    Column(
        "summary",
        N_("Summary"),
        "the matter in a few sentences",
        Type.TEXT,
        60,
        lambda r: r.summary,
    ),
    Column("note", N_("Note"), "doubts and remarks", Type.TEXT, 40, lambda r: r.note or None),
    Column(
        "sources",
        N_("Sources"),
        "the keys of the sources cited",
        Type.LIST,
        40,
        lambda r: r.sources,
    ),
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
        KnownError: there is no such column, or one is named twice.
    """
    if not ids:
        raise KnownError("No columns are chosen; name at least one.")
    for number, name in enumerate(ids):
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, n=1, cutoff=0.5)
            advice = (
                f"did you mean “{near[0]}”?" if near else f"the columns are {', '.join(COLUMNS)}."
            )
            raise KnownError(f"There is no column “{shortened(name)}”; {advice}")
        if name in ids[:number]:
            raise KnownError(f"The column “{name}” is named twice; name it once.")
    return tuple(COLUMNS[name] for name in ids)
