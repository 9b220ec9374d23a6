"""What is asked and how it is looked at: frozen values that print to text and parse from it.

    text=kazsat&partner=italy,russia&kind=!meeting&from=2004&to=2014&span=active&group=partner&sort=-begins

UTF-8, percent-encoded, `+` is a blank, a comma means any of, `!` means not.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote_plus, unquote_to_bytes

from kzexplorer.domain.dates import DateError, VagueDate, day, parse, shortened
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


def parse_state(text: str, facets: Collection[str]) -> State:
    """Read a state.

    Args:
        text: as `str(state)` prints it, in any order of keys.
        facets: the ids of the facets there are.

    Raises:
        StateError: a key is unknown or repeated, or a value cannot be read.
    """
    given: dict[str, str] = {}
    for pair in text.split("&") if text else ():
        key, equals, value = pair.partition("=")
        if not equals:
            raise StateError(f"“{shortened(pair)}” in the view is not of the form key=value.")
        if key not in _KEYS and key not in facets:
            raise StateError(_unknown_key(key, (*_KEYS, *facets)))
        if key in given:
            raise StateError(f"The key “{key}” stands twice in the view; write its values once, with commas.")
        given[key] = value
    return build_state(
        {
            key: [_decode(v) for v in value.split(",")] if key in facets else [_decode(value)]
            for key, value in given.items()
        },
        facets,
    )


def build_state(given: Mapping[str, Iterable[str]], facets: Collection[str]) -> State:
    """Make a state from decoded values by key; a facet's value with a leading `!` is one not wanted.

    Raises:
        StateError: a value cannot be read.
    """
    choices = {f: _choice(f, given[f]) for f in given if f in facets}
    one = {key: "".join(values) for key, values in given.items() if key not in facets}
    for key in ("from", "to"):
        if ".." in one.get(key, ""):
            raise StateError(f"“{shortened(one[key])}” in “{key}” is a span; write one date, as 2004 or 2004-07.")
    span = Span(
        _date(one, "from"),
        _date(one, "to"),
        SpanMode(_one_of(one, "span", tuple(SpanMode), SpanMode.ACTIVE)),
    )
    if span.first is not None and span.last is not None and span.first > span.last:
        raise StateError(f"The span ends ({one['to']}) before it begins ({one['from']}).")
    query = Query(one.get("text", ""), Choices(choices), span, _day(one, "asof"))
    sort = one.get("sort", "begins")
    _one_of({"sort": sort.removeprefix("-")}, "sort", SORTS, "begins")
    look = Look(
        focus=one.get("focus", ""),
        group=_one_of(one, "group", GROUPS, "partner"),
        sort=sort,
        view=_one_of(one, "show", VIEWS, "timeline"),
        visible=_visible(one),
        columns=_columns(one),
        across=_one_of(one, "across", ACROSS, "area"),
        measure=_one_of(one, "measure", MEASURES, "counts"),
        collapsed=_lanes(one, "collapsed"),
        pinned=_lanes(one, "pinned"),
    )
    return State(query, look)


_KEYS = (
    "text", "from", "to", "span", "asof", "group", "sort", "focus", "show", "visible", "columns", "across", "measure",
    "collapsed", "pinned",
)  # fmt: skip
_NO_KEY = "-"  # how the lane of what has no key is printed; no slug begins so


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
            yield key, ",".join(_encode(lane) or _NO_KEY for lane in lanes)
    if look.focus:
        yield "focus", _encode(look.focus)


def _encode(text: str) -> str:
    return quote_plus(text, safe="-._~()'", errors="surrogatepass")


def _decode(text: str) -> str:
    try:
        encoded = text.replace("+", " ").encode("utf-8", "surrogatepass")
        return unquote_to_bytes(encoded).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise StateError(f"“{shortened(text)}” in the view is not percent-encoded UTF-8.") from None


def _choice(facet: str, values: Iterable[str]) -> Choice:
    wanted, unwanted = set[str](), set[str]()
    for value in values:
        side, other = (unwanted, wanted) if value.startswith("!") else (wanted, unwanted)
        slug = value.removeprefix("!")
        if not slug:
            raise StateError(f"A value of “{facet}” is empty; leave the key out to ask for everything.")
        if slug in other:
            raise StateError(f"“{shortened(slug)}” is both wanted and not wanted in “{facet}”.")
        side.add(slug)
    return Choice.of(wanted, unwanted)


def _date(one: Mapping[str, str], key: str) -> VagueDate | None:
    if not one.get(key):
        return None
    try:
        return parse(one[key])
    except DateError as error:
        raise StateError(f"In “{key}”: {error}.") from None


def _day(one: Mapping[str, str], key: str) -> VagueDate | None:
    if not one.get(key):
        return None
    with suppress(DateError):
        found = parse(one[key])
        if found.is_exact:
            return found
    raise StateError(f"“{shortened(one[key])}” in “{key}” is not one day; write it as 2012-01-31.")


def _one_of(one: Mapping[str, str], key: str, allowed: Collection[str], default: str) -> str:
    value = one.get(key, default)
    if value not in allowed:
        raise StateError(f"“{shortened(value)}” is not a value of “{key}”; it takes {', '.join(allowed)}.")
    return value


def _visible(one: Mapping[str, str]) -> tuple[int, int] | None:
    date = _date(one, "visible")
    if date is None:
        return None
    if date.first is None or date.last is None:
        raise StateError(f"“{shortened(one['visible'])}” in “visible” is open; write both ends, as 2004..2016.")
    return date.first, date.last


def _columns(one: Mapping[str, str]) -> tuple[str, ...]:
    if not one.get("columns"):
        return USUAL_COLUMNS
    columns = tuple(one["columns"].split(","))
    for column in columns:
        _one_of({"columns": column}, "columns", COLUMNS, "")
    if len(set(columns)) < len(columns):
        raise StateError("A column stands twice in “columns”; name it once.")
    return columns


def _lanes(one: Mapping[str, str], key: str) -> tuple[str, ...]:
    if not one.get(key):
        return ()
    lanes = one[key].split(",")
    if "" in lanes:
        raise StateError(f"A lane in “{key}” is empty; the lane of what has no key is written “{_NO_KEY}”.")
    return tuple(sorted({"" if lane == _NO_KEY else lane for lane in lanes}))


def _unknown_key(key: str, keys: Collection[str]) -> str:
    near = get_close_matches(key, keys, n=1)
    advice = f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(keys)}."
    return f"A view has no key “{shortened(key)}”; {advice}"
