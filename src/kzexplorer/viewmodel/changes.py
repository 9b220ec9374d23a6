"""The difference between two editions in words: what is new, changed, better sourced and withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from kzexplorer.domain.dates import DateError, parse
from kzexplorer.domain.difference import HOWS, Change, Value
from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Edition
from kzexplorer.domain.vocabulary import CERTAINTIES, GRADES, N_, SIGNIFICANCES, STANDINGS, STATUSES, VERDICTS
from kzexplorer.viewmodel.labels import Labels

THINGS = MappingProxyType(
    {
        "record": N_("Record"),
        "partner": N_("Partner"),
        "organization": N_("Organization"),
        "claim": N_("Claim of the founding brief"),
        "sentence": N_("Sentence of the brief"),
        "conflict": N_("Conflict"),
        "source": N_("Source"),
        "place": N_("Place"),
        "area": N_("Area"),
        "objective": N_("Objective"),
        "need": N_("Need"),
        "stage": N_("Stage of development"),
        "era": N_("Era"),
        "launches": N_("Launches of a year"),
        "family": N_("Launches of a rocket family"),
        "pad": N_("Launches from a pad"),
        "spelling": N_("Search word"),
        "edition": N_("Edition"),
    }
)
_FIELDS = MappingProxyType(
    {
        "about": N_("About"),
        "aliases": N_("Also called"),
        "areas": N_("Areas"),
        "attempts": N_("Orbital launch attempts"),
        "author": N_("Author"),
        "begins": N_("Begins"),
        "begins_note": N_("Begin as the source dates it"),
        "capital": N_("Capital"),
        "certainty": N_("Certainty"),
        "citations": N_("Evidence"),
        "claim": N_("Claim of the founding brief"),
        "claims": N_("Claims"),
        "code": N_("Code"),
        "consulted": N_("Consulted"),
        "country": N_("Country"),
        "description": N_("Description"),
        "ends": N_("Ends"),
        "ends_note": N_("End as the source dates it"),
        "explanation": N_("Explanation"),
        "failures": N_("Failures"),
        "first_record_year": N_("First record"),
        "grade": N_("Grade"),
        "in_brief": N_("In the founding brief"),
        "kind": N_("Kind"),
        "language": N_("Language"),
        "latitude": N_("Latitude"),
        "licence": N_("Licence"),
        "links": N_("Related"),
        "longitude": N_("Longitude"),
        "name_en": N_("English name"),
        "name_kk": N_("Kazakh name"),
        "name_ru": N_("Russian name"),
        "needs": N_("Needs"),
        "note": N_("Note"),
        "objectives": N_("Objectives"),
        "organizations": N_("Organizations"),
        "partners": N_("Partners"),
        "place": N_("Place"),
        "place_note": N_("Note on the place"),
        "positions": N_("Positions"),
        "precision": N_("Precision"),
        "profile": N_("Profile"),
        "published": N_("Published"),
        "publisher": N_("Publisher"),
        "question": N_("Question"),
        "records": N_("Records"),
        "region": N_("Region"),
        "row": N_("Row on the timeline"),
        "seat": N_("Seat"),
        "section": N_("Section"),
        "seed_text": N_("Words of the founding brief"),
        "sentence": N_("Sentence of the brief"),
        "significance": N_("Significance"),
        "sources": N_("Evidence"),
        "spellings": N_("Spellings"),
        "standing": N_("Standing"),
        "standing_note": N_("Note on the standing"),
        "status": N_("Status"),
        "steps": N_("Life"),
        "successor": N_("After it"),
        "summary": N_("Summary"),
        "title": N_("Title"),
        "url": N_("Address"),
        "used": N_("What the data uses"),
        "value": N_("Value"),
        "verdict": N_("Verdict"),
    }
)
_WORDS = MappingProxyType(
    {
        "certainty": CERTAINTIES,
        "grade": GRADES,
        "significance": SIGNIFICANCES,
        "standing": STANDINGS,
        "status": STATUSES,
        "verdict": VERDICTS,
    }
)
_DATES = frozenset({"begins", "ends", "published", "consulted"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs: what it said and says now, only the entries that differ where it is a list."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A thing that came, went, or of which fields differ."""

    what: str
    name: str
    slug: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All that differs in one way."""

    heading: str
    things: tuple[ThingChange, ...]


def difference_words(old: Edition, new: Edition, found: int, say: Language) -> str:
    """Say which editions were compared and how much differs."""
    return say(
        "{count} from edition {old} (data up to {old_date}) to edition {new} (data up to {new_date})",
        count=say.plural("{count} change", "{count} changes", found) if found else say("Nothing differs"),
        old=old.name,
        old_date=say.day(old.data_day),
        new=new.name,
        new_date=say.day(new.data_day),
    )


def change_groups(found: Iterable[Change], labels: Labels) -> tuple[ChangeGroup, ...]:
    """Put a difference in order: new, changed, better sourced, withdrawn; each thing once in a group."""
    ranks = {how: rank for rank, how in enumerate(HOWS)}
    ordered = sorted(found, key=lambda change: ranks[change.how])
    return tuple(
        ChangeGroup(
            labels.say(HOWS[how]),
            tuple(
                thing_change(tuple(group), labels)
                for _, group in groupby(changed, key=lambda change: (change.what, change.slug))
            ),
        )
        for how, changed in groupby(ordered, key=lambda change: change.how)
    )


def field_label(field: str, say: Language) -> str:
    """Name a field of a thing; the extra facts of records keep their key."""
    return say(_FIELDS[field]) if field in _FIELDS else field.removeprefix("data.")


def thing_change(found: tuple[Change, ...], labels: Labels) -> ThingChange:
    """Put all that differs of one thing in words."""
    first = found[0]
    return ThingChange(
        labels.say(THINGS[first.what]),
        first.name,
        first.slug,
        tuple(_field(change, labels) for change in found if change.field),
    )


def _field(change: Change, labels: Labels) -> FieldChange:
    before, after = (_entries(change.field, value, labels) for value in (change.before, change.after))
    if set(before) != set(after):
        before, after = (
            tuple(entry for entry in before if entry not in after),
            tuple(entry for entry in after if entry not in before),
        )
    return FieldChange(field_label(change.field, labels.say), before, after)


def _entries(field: str, value: Value, labels: Labels) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (_said(field, value, labels),) if value else ()


def _said(field: str, value: str, labels: Labels) -> str:
    if field in _WORDS:
        return labels.say(_WORDS[field].get(value, value))
    if field == "kind":
        return labels.kind(value)
    if field == "ends" and value == "ongoing":
        return labels.say("ongoing")
    if field in _DATES:
        try:
            return labels.say.date(parse(value))
        except DateError:
            return value
    return value
