"""What is asked and how it is looked at: frozen values that print to text, which `state_reading` reads again.

    text=kazsat&partner=italy,russia&kind=!meeting&from=2004&to=2014&span=active&group=partner&sort=-begins

UTF-8, percent-encoded, `+` is a blank, a comma means any of, `!` means not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote_plus

from kzexplorer.domain.dates import VagueDate, day
from kzexplorer.domain.errors import KnownError


class StateError(KnownError):
    """Say which part of a state's text is wrong and what helps."""


class SpanMode(StrEnum):
    """How a record meets the span asked for."""

    ACTIVE = "active"
    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time, each bound a date of any precision or None: from its first day to its last."""

    start: VagueDate | None = None
    stop: VagueDate | None = None
    mode: SpanMode = SpanMode.ACTIVE

    def __bool__(self) -> bool:
        return self.start is not None or self.stop is not None

    @property
    def first(self) -> int | None:
        """The first ordinal day of the span, None without a bound."""
        return self.start.begin if self.start else None

    @property
    def last(self) -> int | None:
        """The last ordinal day of the span, None without a bound."""
        return self.stop.finish if self.stop else None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of one facet: any of these values, none of those. Both sorted, without doubles."""

    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    @classmethod
    def of(cls, any_of: Iterable[str] = (), none_of: Iterable[str] = ()) -> "Choice":
        """Make a choice in canonical order."""
        return cls(tuple(sorted(set(any_of))), tuple(sorted(set(none_of))))

    def __bool__(self) -> bool:
        return bool(self.any_of or self.none_of)


class Choices(Mapping[str, Choice]):
    """The choices of all facets: a frozen, hashable mapping from facet id to a choice that is not empty."""

    __slots__ = ("_items",)

    def __init__(self, choices: Mapping[str, Choice] = MappingProxyType({})) -> None:
        self._items = {facet: choices[facet] for facet in sorted(choices) if choices[facet]}

    def __getitem__(self, facet: str) -> Choice:
        return self._items[facet]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __repr__(self) -> str:
        return f"Choices({self._items})"

    def of(self, facet: str) -> Choice:
        """Give the choice of a facet, empty where nothing is chosen."""
        return self._items.get(facet, Choice())


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: words, choices of facets, a span of time and a day to answer for."""

    text: str = ""
    choices: Choices = field(default_factory=Choices)
    span: Span = Span()
    as_of: VagueDate | None = None

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.choices or self.span or self.as_of)

    def choose(self, facet: str, choice: Choice) -> "Query":
        """Ask with another choice of one facet; an empty choice drops it."""
        return replace(self, choices=Choices({**self.choices, facet: choice}))

    def toggle(self, facet: str, value: str, *, exclude: bool = False) -> "Query":
        """Ask with one value of a facet added to what is wanted (or not wanted), or taken back."""
        choice = self.choices.of(facet)
        wanted, unwanted = set(choice.any_of), set(choice.none_of)
        side, other = (unwanted, wanted) if exclude else (wanted, unwanted)
        side ^= {value}
        other -= {value}
        return self.choose(facet, Choice.of(wanted, unwanted))


GROUPS = ("partner", "area", "kind", "organization", "status", "none")
SORTS = (
    "begins", "ends", "title", "kind", "status", "certainty", "significance", "partner", "organization", "area",
    "place", "sources", "slug",
)  # fmt: skip
COLUMNS = (
    "title", "kind", "begins", "partners", "status", "certainty", "ends", "organizations", "areas", "place",
    "significance", "sources", "slug",
)  # fmt: skip
USUAL_COLUMNS = COLUMNS[:6]
VIEWS = ("timeline", "table", "matrix", "claims", "sources")
# Views of what records rest on and bear out; the others show the records themselves.
EVIDENCE_VIEWS = ("claims", "sources")
ACROSS = ("area", "decade")
MEASURES = ("counts", "evidence")


@dataclass(frozen=True, slots=True)
class Look:
    """How it is looked at: what is in focus, the lanes of the timeline, the order and the view.

    `sort` is one of `SORTS`, with a leading `-` when reversed; `across` is what the matrix counts partners
    by, one of `ACROSS`, and `measure` what it says of each pair, one of `MEASURES`. `visible` is the first and last
    ordinal day on the timeline, or None for all. `columns` are those of the table, some of `COLUMNS` in any order.
    `collapsed` and `pinned` are the keys of the lanes that are so, sorted; the lane of what has no key is "".
    """

    focus: str = ""
    group: str = "partner"
    sort: str = "begins"
    view: str = "timeline"
    visible: tuple[int, int] | None = None
    columns: tuple[str, ...] = USUAL_COLUMNS
    across: str = "area"
    measure: str = "counts"
    collapsed: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()

    def by(self, group: str) -> "Look":
        """Look at other lanes, none of them collapsed or pinned."""
        return replace(self, group=group, collapsed=(), pinned=())

    def collapse(self, lanes: Iterable[str], *, on: bool) -> "Look":
        """Collapse lanes, or open them again."""
        return replace(self, collapsed=_with(self.collapsed, lanes, on=on))

    def pin(self, lanes: Iterable[str], *, on: bool) -> "Look":
        """Pin lanes at the top, or let go of them."""
        return replace(self, pinned=_with(self.pinned, lanes, on=on))


def _with(kept: Iterable[str], more: Iterable[str], *, on: bool) -> tuple[str, ...]:
    return tuple(sorted({*kept, *more} if on else {*kept} - {*more}))


@dataclass(frozen=True, slots=True)
class State:
    """The one state of the program; everything on the screen is a view of it."""

    query: Query = Query()
    look: Look = Look()

    def __str__(self) -> str:
        return "&".join(f"{key}={value}" for key, value in _pairs(self))


NO_KEY = "-"  # how the lane of what has no key is printed; no slug begins so


def _pairs(state: State) -> Iterator[tuple[str, str]]:
    yield from _query_pairs(state.query)
    yield from _look_pairs(state.look)


def _query_pairs(query: Query) -> Iterator[tuple[str, str]]:
    if query.text:
        yield "text", _encode(query.text)
    for facet, choice in query.choices.items():
        unwanted = ("!" + _encode(value) for value in choice.none_of)
        yield facet, ",".join((*map(_encode, choice.any_of), *unwanted))
    if query.span.start:
        yield "from", query.span.start.text
    if query.span.stop:
        yield "to", query.span.stop.text
    if query.span.mode is not SpanMode.ACTIVE:
        yield "span", query.span.mode.value
    if query.as_of:
        yield "asof", query.as_of.text


def _look_pairs(look: Look) -> Iterator[tuple[str, str]]:
    default = Look()
    if look.group != default.group:
        yield "group", look.group
    if look.sort != default.sort:
        yield "sort", look.sort
    if look.view != default.view:
        yield "show", look.view
    if look.across != default.across:
        yield "across", look.across
    if look.measure != default.measure:
        yield "measure", look.measure
    if look.visible is not None:
        yield "visible", f"{day(look.visible[0]).text}..{day(look.visible[1]).text}"
    if look.columns != default.columns:
        yield "columns", ",".join(look.columns)
    for key, lanes in (("collapsed", look.collapsed), ("pinned", look.pinned)):
        if lanes:
            yield key, ",".join(_encode(lane) or NO_KEY for lane in lanes)
    if look.focus:
        yield "focus", _encode(look.focus)


def _encode(text: str) -> str:
    return quote_plus(text, safe="-._~()'", errors="surrogatepass")
