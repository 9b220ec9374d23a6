"""Where evidence is missing, thin or old: partners by area or decade, a judgement of every cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kzexplorer.domain.columns import HOME
from kzexplorer.domain.evidence import SOURCINGS, Sourcing, judged
from kzexplorer.domain.state import Query
from kzexplorer.store import Evidence
from kzexplorer.viewmodel.labels import Labels

DOWN = "partner"


@dataclass(frozen=True, slots=True)
class SilenceCell:
    """How much is known of a partner in an area or decade, and how well.

    `records` counts all, `direct` those that are no mere context, `confirmed` and `lone` those of `records` that are
    confirmed and that rest on one source or none; `newest` is the year of the newest source, None where none has
    a date.
    """

    down: str
    across: str
    records: int
    direct: int
    confirmed: int
    lone: int
    newest: int | None
    sourcing: Sourcing


def silence_cells(evidence: Evidence, across: str, query: Query, data_day: int) -> Iterator[SilenceCell]:
    """Give every cell row by row, the empty ones too, of the partners and areas or decades that are asked for.

    What is Kazakhstan's own has no partner and no row.
    """
    for partner, counts in evidence.cross.counts.items():
        if partner == HOME or not _asked(query, DOWN, partner):
            continue
        for value, records in counts.items():
            if not _asked(query, across, value):
                continue
            newest = evidence.newest[partner][value]
            confirmed = evidence.confirmed[partner][value]
            yield SilenceCell(
                partner,
                value,
                records,
                evidence.cross.direct[partner][value],
                confirmed,
                evidence.lone[partner][value],
                None if newest is None else date.fromordinal(newest).year,
                judged(records, confirmed, newest, data_day),
            )


def silence_grid(
    evidence: Evidence, across: str, query: Query, labels: Labels
) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
    """Give the cells as a heading and rows for a spreadsheet, a row a cell."""
    say = labels.say
    heading = (
        labels.facet(DOWN),
        labels.facet(across),
        say("Records"),
        say("Direct cooperation"),
        say("Confirmed"),
        say("On one source"),
        say("Newest source"),
        say("How well sourced"),
    )
    return heading, tuple(
        (
            labels.value(DOWN, cell.down),
            labels.value(across, cell.across),
            cell.records,
            cell.direct,
            cell.confirmed,
            cell.lone,
            "" if cell.newest is None else cell.newest,
            say(SOURCINGS[cell.sourcing]),
        )
        for cell in silence_cells(evidence, across, query, labels.store.edition.data_day)
    )


def silence_words(cell: SilenceCell, labels: Labels) -> tuple[str, ...]:
    """Say how well sourced a cell is, and by what it was judged."""
    say = labels.say
    lines = [say(SOURCINGS[cell.sourcing])]
    if cell.records:
        lines.append(
            say(
                "{confirmed} confirmed, {lone} on one source",
                confirmed=say.number(cell.confirmed),
                lone=say.number(cell.lone),
            )
        )
        lines.append(say("newest source: {year}", year=cell.newest or say("undated")))
    return tuple(lines)


def _asked(query: Query, facet: str, value: str) -> bool:
    choice = query.choices.of(facet)
    return value not in choice.none_of and (not choice.any_of or value in choice.any_of)
