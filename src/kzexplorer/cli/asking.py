"""The options that ask: a whole view as one text, or one option for every key of a query."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

from kzexplorer.domain.state import SORTS, State, StateError
from kzexplorer.domain.state_reading import build_state, parse_state
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets
from kzexplorer.store.since import SINCE

_ALL = (*facets(), SINCE)
FACETS = tuple(facet.id for facet in _ALL)
_TIMES = {
    "from": "Only from this date on, for example 2004 or 2004-07.",
    "to": "Only up to this date.",
    "span": "How a record meets the span: active, begins or ends.",
    "asof": "Only what was in force or at work on this day, for example 2012-01-01.",
    "sort": f"The order: {', '.join(SORTS)}; with a leading - reversed.",
}
Asking = TypeVar("Asking", bound=Callable[..., Any])


def state_options(command: Asking) -> Asking:
    """Add `--view` and an option for every key of a query."""
    for key, text in reversed(_TIMES.items()):
        command = click.option(f"--{key}", f"q_{key}", metavar="VALUE", help=text)(command)
    for facet in reversed(_ALL):
        text = f"{facet.label}: one or more of its values with commas, !value for not."
        command = click.option(f"--{facet.id}", f"q_{facet.id}", multiple=True, metavar="VALUES", help=text)(command)
    command = click.option(
        "--text", "q_text", metavar="WORDS", help="Words in any order, as prefixes, in any spelling."
    )(command)
    return click.option("--view", metavar="STATE", help="A whole view as one text, instead of single options.")(command)


def asked_state(view: str | None, given: Mapping[str, Any], store: Repository) -> State:
    """Make the state of `--view` or of the single options, and check its values against the data."""
    single = {key.removeprefix("q_"): value for key, value in given.items() if value not in (None, ())}
    if view is not None and single:
        raise StateError(f"--view says the whole view; leave out --{next(iter(single))} or write it into the view.")
    if view is not None:
        state = parse_state(view, FACETS)
    else:
        values = {key: split(value) if key in FACETS else [value] for key, value in single.items()}
        state = build_state(values, FACETS)
    store.check(state.query)
    return state


def split(given: Iterable[str]) -> list[str]:
    """Take texts apart at their commas."""
    return [value.strip() for text in given for value in text.split(",")]
