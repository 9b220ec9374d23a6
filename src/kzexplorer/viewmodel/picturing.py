"""What a picture of a view says: its heading, what was asked and found, from which edition, and of each record."""

from datetime import date

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import Row
from kzexplorer.domain.state import Span as Asked
from kzexplorer.domain.state import State
from kzexplorer.domain.vocabulary import CERTAINTIES, STATUSES
from kzexplorer.pictures.subject import Subject, Telling
from kzexplorer.pictures.wording import plain
from kzexplorer.scene.span import Span
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.noted import Numbers, evidence


def subject_of(state: State, labels: Labels, heading: str = "") -> Subject:
    """Say what a picture of a state is of.

    Args:
        state: what is asked, and how it is looked at.
        labels: names and words.
        heading: what stands above it; without one, what is asked.

    Raises:
        KnownError: no record is found.
    """
    store, say = labels.store, labels.say
    results = store.find(state.query, "begins", say.code)
    rows = tuple(store.rows(results.places))
    if not rows:
        raise KnownError(
            say(
                "No record is found ({query}), so there is nothing to draw; ask for more.",
                query=labels.query(state.query),
            )
        )
    visible = state.look.visible or _asked(state.query.span)
    cited = {slug for row in rows for slug in row.sources}
    return Subject(
        heading=plain(heading) or heading_of(state, labels),
        remark=_remark(rows, labels),
        query=labels.result(state.query, len(results), len(results.unsure)),
        origin=plain(" · ".join((say.plural("{count} source", "{count} sources", len(cited)), edition(labels)))),
        rows=rows,
        group=state.look.group,
        name_lane=labels.lane,
        name_kind=labels.kind,
        say=say,
        data_day=store.edition.data_day,
        eras=store.eras,
        focus=state.look.focus,
        collapsed=state.look.collapsed,
        pinned=state.look.pinned,
        notes=evidence(rows, labels, Numbers()),
        visible=Span.of(visible[0], visible[1] + 1.0) if visible else None,
    )


def heading_of(state: State, labels: Labels) -> str:
    """Give a heading for a picture of a state: what it asks, or what all of the data is about."""
    words = labels.query(state.query) if state.query else labels.say(labels.store.edition.title)
    return plain(words[:1].upper() + words[1:])


def edition(labels: Labels) -> str:
    """Say which edition it is."""
    it = labels.store.edition
    return labels.say(
        "Edition {edition}, data up to {date}, {licence}",
        edition=it.name,
        date=labels.say.day(it.data_day),
        licence=it.licence,
    )


def telling(row: Row, labels: Labels) -> Telling:
    """Name a record among shapes, and describe it to who cannot see it."""
    say = labels.say
    name = ", ".join((plain(row.title), labels.kind(row.kind).lower(), labels.when(row)))
    said = (
        labels.partners(row),
        say(STATUSES.get(row.status, row.status)),
        say(CERTAINTIES.get(row.certainty, row.certainty)),
        say.plural("{count} source", "{count} sources", len(row.sources)),
    )
    return Telling(name, f"{name}. {'; '.join(plain(part) for part in said)}.")


def _asked(span: Asked) -> tuple[int, int] | None:
    """Give the days that are asked for, if both bounds are."""
    return (span.first, span.last) if span.first is not None and span.last is not None else None


def _remark(rows: tuple[Row, ...], labels: Labels) -> str:
    """Say how many records there are, and in which years they began: an axis may show others."""
    say = labels.say
    count = say.plural("{count} record", "{count} records", len(rows))
    days = [day for row in rows if row.begins for day in (row.begins.begin, row.begins.finish)]
    if not days:
        return count
    first, last = date.fromordinal(min(days)).year, date.fromordinal(max(days)).year
    years = str(first) if first == last else say("begun {first} – {last}", first=first, last=last)
    return f"{count}, {years}"
