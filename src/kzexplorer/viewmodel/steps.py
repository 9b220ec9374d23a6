"""Steps of a briefing out of what the window shows, and what has become of them since."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kzexplorer.domain.briefing import Briefing, Seen, Step
from kzexplorer.domain.dates import MAX_DAY, MIN_DAY
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.records import RecordDetail, Row
from kzexplorer.domain.said import row_digest, view_digest
from kzexplorer.domain.state import Look, Query, State
from kzexplorer.viewmodel.labels import Labels

LANDMARK = 1
_AROUND = 4 * 365  # days that a step made of one record shows to either side


class Steps:
    """Makes steps from views of one database, and compares them with what it says now."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._store = labels.store
        # Most steps of a briefing show the same records.
        self._digest = lru_cache(100_000)(self._row_digest)
        self._seen = lru_cache(4096)(self._see)

    def step(self, state: State, headline: str = "") -> Step:
        """Make a step of a view; without a headline it is what is in focus, or what is asked for.

        Raises:
            StateError: the view names what this data does not have.
        """
        return Step(self.staged(state), headline or self.headline(state), seen=self.see(state))

    def see(self, state: State) -> Seen:
        """Note what a view shows now.

        Raises:
            StateError: the view names what this data does not have.
        """
        return self._seen(state.query, state.look.focus)

    def headline(self, state: State) -> str:
        """Give a headline to begin with."""
        name = self._store.name(state.look.focus) if state.look.focus else None
        text = self._labels.text(name) if name else self._labels.query(state.query)
        return text[:1].upper() + text[1:]

    def of_records(self, slugs: Iterable[str], around: State | None = None) -> Iterator[Step]:
        """Make one step for each record, in its place on the timeline of a view, or of all records.

        A record that this data does not have, or that the view does not find, is shown among all records.
        """
        state = around or State()
        found = {row.slug for row in self._store.rows(self._store.find(state.query).places)}
        for slug in slugs:
            row = self._store.row(slug)
            here = state if slug in found else State()
            look = replace(here.look, focus=slug, visible=_days_around(row) if row else None)
            yield Step(self.staged(replace(here, look=look)), row.title if row else slug, seen=self._tried(here, slug))

    def landmarks(self, state: State) -> tuple[Step, ...]:
        """Make one step for each landmark that a view finds, in order of time.

        Raises:
            StateError: the view names what this data does not have.
        """
        rows = self._store.rows(self._store.find(state.query, "begins").places)
        return tuple(self.of_records((row.slug for row in rows if row.significance == LANDMARK), state))

    def changed(self, step: Step) -> str:
        """Say what has changed of a step's records since it was made; empty if nothing has, or nobody noted them."""
        say = self._labels.say
        if step.unread:
            return say("This program cannot read the view of this step; it is kept as it is.")
        try:
            seen = self.see(step.state)
        except KnownError as error:
            return say("The view cannot be shown with this data: {reason}", reason=error)
        if step.state.look.focus and self._store.detail(step.state.look.focus) is None:
            return say("“{slug}” is not in this data.", slug=step.state.look.focus)
        if step.seen is None or step.seen == seen:
            return ""
        if step.seen.records != seen.records:
            return say.plural(
                "Its records changed since it was made: it shows {count} now, it showed {before}.",
                "Its records changed since it was made: it shows {count} now, it showed {before}.",
                seen.records,
                before=say.number(step.seen.records),
            )
        return say("What its records say has changed since it was made.")

    def reviewed(self, step: Step) -> Step:
        """Note what a step shows now as what it is meant to show; one that cannot be shown stays as it is."""
        seen = None if step.unread else self._tried(step.state, step.state.look.focus)
        return replace(step, seen=seen or step.seen)

    def staged(self, state: State) -> State:
        """Keep of a state what a step shows, the timeline: no columns, no order and no other view."""
        here = state.look
        look = Look(here.focus, here.group, visible=here.visible, collapsed=here.collapsed, pinned=here.pinned)
        return State(state.query, look)

    def briefing(self, title: str, steps: Iterable[Step]) -> Briefing:
        """Make a briefing of this edition."""
        return Briefing(title, self._store.edition.name, tuple(steps))

    def _tried(self, state: State, focus: str) -> Seen | None:
        try:
            return self._seen(state.query, focus)
        except KnownError:
            return None

    def _see(self, query: Query, focus: str) -> Seen:
        self._store.check(query)
        rows = self._store.rows(self._store.find(query).places)
        detail = self._store.detail(focus) if focus else None
        return Seen(len(rows), view_digest(rows, detail if isinstance(detail, RecordDetail) else None, self._digest_of))

    def _digest_of(self, row: Row) -> str:
        return self._digest(row.slug)

    def _row_digest(self, slug: str) -> str:
        row = self._store.row(slug)
        return row_digest(row) if row else ""


def _days_around(row: Row) -> tuple[int, int] | None:
    """Give the days around the begin of a record, with some years to both sides; None where it is not dated."""
    if row.begins is None or row.begins.first is None:
        return None
    return max(row.begins.begin - _AROUND, MIN_DAY), min(row.begins.finish + _AROUND, MAX_DAY)
