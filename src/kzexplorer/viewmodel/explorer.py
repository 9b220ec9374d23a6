"""The one holder of the window's state: it answers the state's query and says what has changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kzexplorer.domain.dates import day, shifted
from kzexplorer.domain.difference import Change
from kzexplorer.domain.records import Detail, Row
from kzexplorer.domain.state import EVIDENCE_VIEWS, Choice, Choices, Look, Query, Span, State
from kzexplorer.store import Repository, Results


class Explorer(QObject):
    """Holds the current state with its history, results and detail; names are ordered in `language`.

    Signals:
        state_changed(State): anything of the state; emitted before the two below.
        results_changed(Results): the query or the order has another answer.
        focus_changed(Detail | None): something else, or nothing, is in focus.
        selection_changed(frozenset[str]): other records are selected.
        compared(): what changed since another edition can be asked for now.
    """

    state_changed = Signal(object)
    results_changed = Signal(object)
    focus_changed = Signal(object)
    selection_changed = Signal(object)
    compared = Signal()

    def __init__(self, store: Repository, state: State, language: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._language = language
        self._state = self._settled = state
        self._past: list[State] = []
        self._future: list[State] = []
        self._results = store.find(state.query, state.look.sort, language)
        self._detail = store.detail(state.look.focus) if state.look.focus else None
        self._selection: frozenset[str] = frozenset()

    @property
    def state(self) -> State:
        """The current state."""
        return self._state

    @property
    def results(self) -> Results:
        """The answer to the state's query, in the state's order."""
        return self._results

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of the results, read when they are asked for."""
        return self.store.rows(self._results.places)

    def among(self, slugs: Collection[str]) -> list[int]:
        """Give the places of those results that have these slugs, in the order of the results."""
        chosen = frozenset(self.store.places(slugs)) if slugs else frozenset()
        return [place for place in self._results.places if place in chosen] if chosen else []

    @property
    def detail(self) -> Detail | None:
        """What is in focus, in full."""
        return self._detail

    @property
    def selection(self) -> frozenset[str]:
        """The slugs of the selected records."""
        return self._selection

    @property
    def can_go_back(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a state to go forward to."""
        return bool(self._future)

    def search(self, text: str) -> None:
        """Ask for other words; typing settles into one step of the history, see `settle`."""
        self._change(replace(self._state, query=replace(self._state.query, text=text)), settled=False)

    def toggle(self, facet: str, value: str, *, exclude: bool = False) -> None:
        """Choose a value of a facet, as wanted or not wanted, or take the choice back."""
        self.ask(self._state.query.toggle(facet, value, exclude=exclude))

    def unchoose(self, facet: str) -> None:
        """Take back all choices of a facet."""
        self.ask(self._state.query.choose(facet, Choice()))

    def set_span(self, span: Span) -> None:
        """Ask for another span of time."""
        self.ask(replace(self._state.query, span=span))

    def step_day(self, years: int, days: int) -> None:
        """Answer for a day so many years and days on, or back; steps in a row are one step of the history."""
        query = self._state.query
        if query.as_of is not None:
            stepped = day(shifted(query.as_of.begin, years, days))
            self._change(replace(self._state, query=replace(query, as_of=stepped)), settled=False)

    def clear(self) -> None:
        """Ask for everything."""
        self.ask(Query(choices=Choices()))

    def ask(self, query: Query) -> None:
        """Ask another query."""
        self._change(replace(self._state, query=query))

    def focus(self, slug: str) -> None:
        """Look at a record, partner, organization, source or claim; an empty slug looks at nothing."""
        self._change(replace(self._state, look=replace(self._state.look, focus=slug)))

    def look(self, look: Look) -> None:
        """Look in another way."""
        self._change(replace(self._state, look=look))

    def pan(self, first: int, last: int) -> None:
        """Show other days on the timeline, ordinal days; panning is no step of the history by itself."""
        look = replace(self._state.look, visible=(first, last))
        self._change(replace(self._state, look=look), settled=False)

    def compare(self, previous: Repository) -> tuple[Change, ...]:
        """Say what differs from another edition, and let it be asked for."""
        found = self.store.compare(previous)
        self._results = self.store.find(self._state.query, self._state.look.sort, self._language)
        self.compared.emit()
        self.results_changed.emit(self._results)
        return found

    def open_records(self, facet: str, value: str) -> None:
        """Ask for all records with a value of a facet and nothing else, in a view that shows records."""
        look = replace(self._state.look, visible=None)
        if look.view in EVIDENCE_VIEWS:
            look = replace(look, view=Look().view)
        self._change(State(Query().choose(facet, Choice.of([value])), look))

    def open(self, state: State) -> None:
        """Go to a whole state, for example one read from text."""
        self._change(state)

    def select(self, slugs: Iterable[str]) -> None:
        """Select records; a selection is not part of the history."""
        chosen = frozenset(slugs)
        if chosen != self._selection:
            self._selection = chosen
            self.selection_changed.emit(chosen)

    def settle(self) -> None:
        """Make what was typed a step of the history; what was panned is remembered with the step it is in."""
        if self._state == self._settled:
            return
        if self._state.query != self._settled.query:
            self._past.append(self._settled)
            self._future.clear()
        self._settled = self._state
        self.state_changed.emit(self._state)

    def back(self) -> None:
        """Go back one step."""
        self.settle()
        if self._past:
            self._future.append(self._settled)
            self._travel(self._past.pop())

    def forward(self) -> None:
        """Go forward one step."""
        self.settle()
        if self._future:
            self._past.append(self._settled)
            self._travel(self._future.pop())

    def _travel(self, state: State) -> None:
        self._settled = state
        self._show(state)

    def _change(self, state: State, *, settled: bool = True) -> None:
        if state == self._state:
            return
        if settled:
            if self._state.query != self._settled.query:
                self._past.append(self._settled)
            self._past.append(self._state)
            self._future.clear()
            self._settled = state
        self._show(state)

    def _show(self, state: State) -> None:
        before, self._state = self._state, state
        asked = (before.query, before.look.sort) != (state.query, state.look.sort)
        if asked:
            self._results = self.store.find(state.query, state.look.sort, self._language)
        focused = before.look.focus != state.look.focus
        if focused:
            self._detail = self.store.detail(state.look.focus) if state.look.focus else None
        self.state_changed.emit(state)
        if asked:
            self.results_changed.emit(self._results)
        if focused:
            self.focus_changed.emit(self._detail)
