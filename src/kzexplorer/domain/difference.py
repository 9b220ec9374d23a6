"""What differs between two editions of the data, thing by thing and field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kzexplorer.domain.vocabulary import CERTAINTIES, N_

# A list stands as a tuple; what is not known is "".
Value = str | tuple[str, ...]


class How(StrEnum):
    """In which way something differs."""

    NEW = "new"
    CHANGED = "changed"
    BETTER_SOURCED = "better_sourced"
    WITHDRAWN = "withdrawn"


HOWS = MappingProxyType(
    {
        How.NEW: N_("new"),
        How.CHANGED: N_("changed"),
        How.BETTER_SOURCED: N_("better sourced"),
        How.WITHDRAWN: N_("withdrawn"),
    }
)
# Fields that name the sources a thing rests on, each entry a slug and, after a blank, a note.
_EVIDENCE = frozenset({"citations", "sources"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something an edition holds: what it is called there, and its fields as text."""

    name: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new or withdrawn, or one of its fields that differs.

    `what` is "record", "partner", "organization", "source", "claim" and so on; `field` is empty, and
    `before` and `after` too, where the whole thing came or went.
    """

    how: How
    what: str
    slug: str
    name: str
    field: str = ""
    before: Value = ""
    after: Value = ""


# What a thing is and its slug.
Key = tuple[str, str]


def changes(before: Mapping[Key, Thing], after: Mapping[Key, Thing]) -> tuple[Change, ...]:
    """Compare the things of two editions, in the order of what they are and of their slugs."""
    order = {what: place for place, (what, _) in enumerate((*after, *before))}
    keys = sorted(before.keys() | after.keys(), key=lambda key: (order[key[0]], key[1]))
    return tuple(change for key in keys for change in _between(key, before.get(key), after.get(key)))


def _between(key: Key, before: Thing | None, after: Thing | None) -> Iterator[Change]:
    if before is None or after is None:
        how, thing = (How.NEW, after) if before is None else (How.WITHDRAWN, before)
        yield Change(how, *key, thing.name if thing else "")
        return
    for field in dict.fromkeys((*after.fields, *before.fields)):
        old, new = before.fields.get(field, ""), after.fields.get(field, "")
        if old != new:
            yield Change(_how(field, old, new), *key, after.name, field, old, new)


def _how(field: str, old: Value, new: Value) -> How:
    """Say whether a field merely differs, or says that more or better evidence is there than was."""
    better = False
    if field in _EVIDENCE:
        better = _sources(old) < _sources(new)
    elif field == "certainty" and isinstance(old, str) and isinstance(new, str):
        ranks = list(CERTAINTIES)
        better = old in ranks and new in ranks and ranks.index(new) < ranks.index(old)
    return How.BETTER_SOURCED if better else How.CHANGED


def _sources(value: Value) -> frozenset[str]:
    entries = (value,) if isinstance(value, str) else value
    return frozenset(entry.split(" ", 1)[0] for entry in entries if entry)
