"""Read what is asked and how it is looked at: from text, as links and saved views hold it, or from values by key."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from urllib.parse import unquote_to_bytes

from kzexplorer.domain.dates import DateError, VagueDate, parse, shortened
from kzexplorer.domain.state import (
    ACROSS,
    COLUMNS,
    GROUPS,
    MEASURES,
    NO_KEY,
    SORTS,
    USUAL_COLUMNS,
    VIEWS,
    Choice,
    Choices,
    Look,
    Query,
    Span,
    SpanMode,
    State,
    StateError,
)

_KEYS = (
    "text", "from", "to", "span", "asof", "group", "sort", "focus", "show", "visible", "columns", "across", "measure",
    "collapsed", "pinned",
)  # fmt: skip


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
        raise StateError(f"A lane in “{key}” is empty; the lane of what has no key is written “{NO_KEY}”.")
    return tuple(sorted({"" if lane == NO_KEY else lane for lane in lanes}))


def _unknown_key(key: str, keys: Collection[str]) -> str:
    near = get_close_matches(key, keys, n=1)
    advice = f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(keys)}."
    return f"A view has no key “{shortened(key)}”; {advice}"
