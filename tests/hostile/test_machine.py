"""Everything a user can do to a view, in any order, on the real explorer, store and exporters, against the oracle."""

import csv
import json
import random
import shutil
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from forms import forms
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from openpyxl import load_workbook
from oracle import span, world

from kzexplorer import __version__
from kzexplorer.domain.dates import day, parse
from kzexplorer.domain.state import ACROSS, COLUMNS, GROUPS, SORTS, VIEWS, Choice, Query, Span, SpanMode, State
from kzexplorer.exporters import export, exporters
from kzexplorer.shelf import SHELF, Kept
from kzexplorer.store.facets import facets
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.keeping import Keeping
from kzexplorer.viewmodel.labels import about_export
from kzexplorer.viewmodel.view_text import read_view

WORDS = (
    "kazsat", "КазСат", "байқоңыр", "Baik", "спутник", "italy", "Италия", "келісім", "launch", "fran", "ҚАЗ", "k",
    "2008", "zzzz", "proton", "Musabayev", "treaty", "ғарыш", "earth observation", "спутник италия", " ", "!", "İs",
)  # fmt: skip
FACETS = tuple(facet.id for facet in facets())
# Where a record comes from is known only in a database that somebody made of a table: here no value can be chosen.
CHOSEN = tuple(facet for facet in FACETS if facet != "origin")
YEARS = st.one_of(st.none(), st.integers(1950, 2035).map(lambda year: parse(str(year))))


class Trail:
    """Back and forward as a browser has them: a list of views and the place in it; typing and panning rest first."""

    def __init__(self, state):
        self.now, self._views, self._at = state, [state], 0

    def rest(self):
        if self.now.query != self._views[self._at].query:
            self._views[self._at + 1 :] = [self.now]
            self._at += 1
        self._views[self._at] = self.now

    def go(self, state):
        if state != self.now:
            self.rest()
            self._views[self._at + 1 :] = [state]
            self._at += 1
            self.now = state

    def step(self, by):
        self.rest()
        if 0 <= self._at + by < len(self._views):
            self._at += by
            self.now = self._views[self._at]

    def can(self, by):
        return 0 <= self._at + by < len(self._views)


class Machine(RuleBasedStateMachine):
    """The program and what it should be, side by side."""

    def __init__(self, labels):
        super().__init__()
        self.labels, self.world = labels, world()
        self.folder = Path(mkdtemp())
        self.explorer = Explorer(labels.store, State())
        self.keeping = Keeping(Kept(SHELF, self.folder / "shelf.json"), "My basket")
        self.trail = Trail(State())
        self.views, self.basket = {}, []

    def teardown(self):
        # However it went: back through all of it and forward again, then on from the middle.
        self.wander(("rest", *("back",) * 60, *("forward",) * 60, "back", "back", "type", "forward", "back", "forward"))
        shutil.rmtree(self.folder)

    @property
    def state(self):
        return self.trail.now

    def _query(self, query):
        self.trail.go(replace(self.state, query=query))

    def _look(self, **changes):
        look = replace(self.state.look, **changes)
        self.explorer.look(look)
        self.trail.go(replace(self.state, look=look))

    @rule(text=st.sampled_from(WORDS), letters=st.integers(1, 30))
    def search(self, text, letters):
        self.explorer.search(text[:letters])
        self.trail.now = replace(self.state, query=replace(self.state.query, text=text[:letters]))

    @rule()
    def settle(self):
        self.explorer.settle()
        self.trail.rest()

    @rule(data=st.data(), facet=st.sampled_from(CHOSEN), exclude=st.booleans())
    def filter_or_exclude(self, data, facet, exclude):
        values = sorted({value for record in self.world.records.values() for value in record.values[facet]})
        value = data.draw(st.sampled_from(values))
        self.explorer.toggle(facet, value, exclude=exclude)
        choice = self.state.query.choices.of(facet)
        sides = [set(choice.any_of) - {value}, set(choice.none_of) - {value}]
        if value not in (choice.none_of if exclude else choice.any_of):
            sides[exclude].add(value)
        self._query(self.state.query.choose(facet, Choice.of(*sides)))

    @rule(start=YEARS, stop=YEARS, mode=st.sampled_from(SpanMode))
    def set_span(self, start, stop, mode):
        if start and stop and start.begin > stop.finish:
            start, stop = stop, start
        self.explorer.set_span(Span(start, stop, mode))
        self._query(replace(self.state.query, span=Span(start, stop, mode)))

    @rule(on=st.none() | st.integers(712_000, 742_000).map(day))
    def ask_as_of(self, on):
        query = replace(self.state.query, as_of=on)
        self.explorer.ask(query)
        self._query(query)

    @rule()
    def clear(self):
        self.explorer.clear()
        self._query(Query())

    @rule(data=st.data())
    def focus(self, data):
        slug = data.draw(st.sampled_from(["", *self.world.records, *self.world.partners, *self.world.organizations]))
        self.explorer.focus(slug)
        self.trail.go(replace(self.state, look=replace(self.state.look, focus=slug)))

    @rule(first=st.integers(700_000, 740_000), days=st.integers(0, 40_000))
    def zoom_or_pan(self, first, days):
        self.explorer.pan(first, first + days)
        self.trail.now = replace(self.state, look=replace(self.state.look, visible=(first, first + days)))

    @rule(group=st.sampled_from(GROUPS), view=st.sampled_from(VIEWS), across=st.sampled_from(ACROSS))
    def look(self, group, view, across):
        self._look(group=group, view=view, across=across)

    @rule(sort=st.sampled_from(SORTS), reverse=st.booleans())
    def sort(self, sort, reverse):
        self._look(sort=f"-{sort}" if reverse else sort)

    @rule(columns=st.permutations(COLUMNS), count=st.integers(1, len(COLUMNS)))
    def choose_columns(self, columns, count):
        self._look(columns=tuple(columns[:count]))

    @rule(data=st.data())
    def select(self, data):
        chosen = data.draw(st.sets(st.sampled_from(sorted(self.world.records)), max_size=5))
        self.explorer.select(chosen)
        assert self.explorer.selection == chosen

    @rule(steps=st.lists(st.sampled_from(("back", "back", "forward", "type", "rest")), min_size=1, max_size=6))
    def wander(self, steps):
        for step in steps:
            match step:
                case "back":
                    self.explorer.back()
                    self.trail.step(-1)
                case "forward":
                    self.explorer.forward()
                    self.trail.step(1)
                case "type":
                    self.search("kazsat", 1 + len(self.state.query.text) % 6)
                case _:
                    self.settle()
            self.the_state_is_the_same()

    @rule(name=st.sampled_from(("One", "Екі", "Три")))
    def save_view(self, name):
        self.keeping.save_view(name, str(self.explorer.state))
        self.views[name] = self.state

    @precondition(lambda self: self.views)
    @rule(data=st.data())
    def open_saved_view(self, data):
        name = data.draw(st.sampled_from(sorted(self.views)))
        saved = Kept(SHELF, self.folder / "shelf.json")
        assert saved.open() == ""
        self.explorer.open(read_view(saved.value.view(name).state, self.labels.store))
        self.trail.go(self.views[name])

    @rule(count=st.integers(1, 6))
    def toggle_kept(self, count):
        slugs = [row.slug for row in self.explorer.rows[:count]]
        self.keeping.toggle(slugs)
        if set(slugs) <= set(self.basket):
            self.basket = [slug for slug in self.basket if slug not in slugs]
        else:
            self.basket += [slug for slug in slugs if slug not in self.basket]
        assert list(self.keeping.basket.slugs) == self.basket

    @rule(form=st.sampled_from(("csv", "json", "xlsx")), profile=st.sampled_from(("data", "excel")))
    def export(self, form, profile):
        exporter, target = exporters()[form], self.folder / f"out.{form}"
        profile = profile if profile in exporter.profiles else exporter.profiles[0]
        about = about_export(self.labels, self.explorer.state, __version__)
        export(self.explorer.rows, target, exporter=exporter, about=about, profile=profile, separator=",")
        read = {"csv": _csv, "json": _json, "xlsx": _xlsx}[form](target)
        assert [slug for slug, _ in read] == [row.slug for row in self.explorer.rows]
        assert all(title.removeprefix("'") == self.world.records[slug].title for slug, title in read)
        if form == "csv":
            beside = json.loads((self.folder / "out.csv-metadata.json").read_text("utf-8"))["notes"][0]
            assert beside["sha256"] == sha256(target.read_bytes()).hexdigest()
            assert read_view(beside["query"], self.labels.store) == self.state

    @invariant()
    def the_state_is_the_same(self):
        assert self.explorer.state == self.state
        assert read_view(str(self.state), self.labels.store) == self.state
        assert self.explorer.can_go_back == self.trail.can(-1)
        assert self.explorer.can_go_forward == self.trail.can(1)
        assert (self.explorer.detail is not None) == bool(self.state.look.focus)

    @invariant()
    def the_answer_is_the_same(self):
        results, rows = self.explorer.results, self.explorer.rows
        found = self.world.answers(self.state.query)
        assert {row.slug for row in rows} == set(found)
        assert {row.slug for row in self.labels.store.rows(results.unsure)} == {s for s in found if not found[s]}
        assert [row.title for row in rows] == [self.world.records[row.slug].title for row in rows]
        facet = random.choice(FACETS)
        others = self.world.answers(self.state.query, but=facet)
        counted = Counter(value for slug in others for value in self.world.records[slug].values[facet])
        assert {value: count for value, count in results.counts[facet].items() if count} == counted, facet

    @invariant()
    def the_order_is_the_same(self):
        key = self.state.look.sort.removeprefix("-")
        records = [self.world.records[row.slug] for row in self.explorer.rows]
        if self.state.look.sort.startswith("-"):
            records.reverse()
        keys = {"begins": _begin, "slug": _slug, "significance": _significance, "sources": _sources}
        if key in keys:
            values = [keys[key](record) for record in records]
            assert values == sorted(values)


def _begin(record):
    first, last = span(record.entry["begins"])
    return last if first == float("-inf") else first


def _slug(record):
    return record.slug


def _significance(record):
    return record.entry["significance"]


def _sources(record):
    return len(record.cited)


def _csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [(row["slug"], row["title"]) for row in csv.DictReader(file)]


def _json(path):
    return [(entry["slug"], entry["title"]) for entry in json.loads(path.read_bytes())]


def _xlsx(path):
    book = load_workbook(path, read_only=True)
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    return [(row[head.index("slug")], row[head.index("title")]) for row in rows]


def test_the_oracle_knows_every_facet_there_is(labels):
    """A new facet needs its lines in the oracle; counted over everything, what they say is what the store says."""
    counts, records = labels.store.find(Query()).counts, world().records.values()
    assert set(FACETS) == set(next(iter(records)).values)
    for facet in FACETS:
        counted = Counter(value for record in records for value in record.values[facet])
        assert {value: count for value, count in counts[facet].items() if count} == counted, facet
        assert counted or facet not in CHOSEN, f"no record has a value of “{facet}”"


@forms("steps", 100, 2000)
def test_whatever_is_done_the_program_and_the_oracle_agree(qapp, labels, steps):
    at_once = 10 if steps < 1000 else 25  # hypothesis leaves out some of the rules each time
    number = random.getrandbits(32)
    print(f"{steps} steps from seed {number}")
    machine = seed(number)(type("Machine", (Machine,), {"__init__": lambda self: Machine.__init__(self, labels)}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=max(1, steps // at_once),
            stateful_step_count=at_once,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
