"""The difference between two editions as cards: what is new, changed field by field, better sourced, withdrawn."""

from collections.abc import Collection, Iterable
from itertools import groupby

from kzexplorer.domain.difference import HOWS, Change, How
from kzexplorer.viewmodel.card import Card
from kzexplorer.viewmodel.changes import FieldChange, ThingChange, thing_change
from kzexplorer.viewmodel.labels import Labels

# Of a text that differs, what tells it apart; the export holds all.
_LONGEST = 240
_FIELDS = 8
# More things than anybody reads through.
_MOST = 2_000
_TERMS = frozenset({"area", "objective", "need", "stage"})
_LOOKED_AT = frozenset({"record", "partner", "organization", "claim", "source"})


def change_cards(found: Iterable[Change], wanted: Collection[How], labels: Labels) -> tuple[Card, ...]:
    """Make a card of each thing that differs in one of the ways wanted, under a heading a way."""
    ranks = {how: rank for rank, how in enumerate(HOWS)}
    ordered = sorted((change for change in found if change.how in wanted), key=lambda change: ranks[change.how])
    cards: list[Card] = []
    for how, group in groupby(ordered, key=lambda change: change.how):
        cards.append(Card(labels.say(HOWS[how]), how.value, heading=True))
        for (what, slug), changes in groupby(group, key=lambda change: (change.what, change.slug)):
            focus = "" if how is How.WITHDRAWN else _focus(what, slug)
            cards.append(_card(how, focus, thing_change(tuple(changes), labels), labels))
    if len(cards) > _MOST:
        more = labels.say("{count} more; the export holds all", count=labels.say.number(len(cards) - _MOST))
        return (*cards[:_MOST], Card(more, heading=True))
    return tuple(cards)


def _focus(what: str, slug: str) -> str:
    """Give what of a thing can be looked at, empty where there is nothing."""
    if what in _TERMS:
        return f"{what}.{slug}"
    return slug if what in _LOOKED_AT else ""


def _card(how: How, focus: str, thing: ThingChange, labels: Labels) -> Card:
    fields = [_field(field, labels) for field in thing.fields[:_FIELDS]]
    more = len(thing.fields) - len(fields)
    if more:
        fields.append(labels.say.plural("and {count} field more", "and {count} fields more", more))
    return Card(
        title=thing.name,
        chapter=how.value,
        slug=focus,
        mark=how.value,
        word=f"{labels.say(HOWS[how])} · {thing.what}",
        body="\n".join(fields),
        caption=thing.slug,
    )


def _field(field: FieldChange, labels: Labels) -> str:
    before, after = (_short("; ".join(entries)) for entries in (field.before, field.after))
    nothing = labels.say("nothing")
    return f"{field.label}: {before or nothing} → {after or nothing}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
