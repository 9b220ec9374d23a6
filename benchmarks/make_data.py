"""Make a database of any size in the shape of the real one: the same partners, words and schema, other records.

    python benchmarks/make_data.py --records 100000 --seed 1 -o build/bench/100k.db

Partners, organizations, places and areas are those of the bundled data, and few of them have most of the records.
Dates have every precision, and some records none; most titles are short and a few very long, in Latin and Cyrillic.
The same number and seed give the same records. A hundred thousand take about a minute, a million some ten.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import accumulate, groupby
from math import log
from operator import itemgetter
from pathlib import Path

from kzexplorer import paths
from kzexplorer.build.compiler import read
from kzexplorer.build.database import empty, fill
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.rows import Tables, tables_of
from kzexplorer.domain.dates import VagueDate, parse
from kzexplorer.domain.ends import end_of
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import sort_key
from kzexplorer.opening import ledger
from kzexplorer.store.trust import remember

# What stays of the bundled data: all but the records, and what refers to them.
KEPT = (
    "meta", "spelling", "source", "place", "term", "term_source", "partner", "partner_alias", "partner_source",
    "organization", "organization_alias", "organization_source", "baikonur_year",
)  # fmt: skip
FIRST, LAST = date(1955, 1, 1).toordinal(), date(2026, 10, 31).toordinal()
UNDATED = 0.02
# How dates are known, by the shares of the bundled data.
FORMS: dict[Callable[[date], str], int] = {
    lambda on: on.isoformat(): 62,
    lambda on: f"{on:%Y-%m}": 20,
    lambda on: f"{on.year:04}-Q{(on.month + 2) // 3}": 2,
    lambda on: f"{on.year:04}": 9,
    lambda on: f"{on.year:04}~": 2,
    lambda on: f"{on.year // 10 * 10:04}s": 1,
    lambda on: f"{on.year:04}..{min(on.year + 3, 2026):04}": 2,
    lambda on: f"{on:%Y-%m}..": 1,
    lambda on: f"..{on.year:04}": 1,
}


class Zipf:
    """Draws values, the first most often: the n-th in proportion to 1 / n."""

    def __init__(self, values: Iterable[str], random: random.Random) -> None:
        self._values = list(values)
        self._steps = list(accumulate(1 / n for n in range(1, len(self._values) + 1)))
        self._random = random.random

    def one(self) -> str:
        return self._values[bisect(self._steps, self._random() * self._steps[-1])]

    def several(self, most: int) -> list[str]:
        """Draw up to `most` different values, usually few."""
        wanted = min(most, int(-2.2 * log(1 - self._random())))
        return list(dict.fromkeys(self.one() for _ in range(wanted)))


class Maker:
    """Makes the rows of made-up records, in the order of time."""

    def __init__(self, drafts: Drafts, tables: Tables, seed: int) -> None:
        self._random = random.Random(seed)
        self._data_day = drafts.edition.data_day

        def zipf(values: Iterable[str]) -> Zipf:
            shuffled = list(values)
            self._random.shuffle(shuffled)
            return Zipf(shuffled, self._random)

        def slugs(table: str) -> list[str]:
            return [str(row["slug"]) for row in tables[table]]

        self._partners, self._organizations = zipf(slugs("partner")), zipf(slugs("organization"))
        self._places, self._sources = zipf(slugs("place")), zipf(slugs("source"))
        self._terms = {
            name: zipf(str(row["slug"]) for row in tables["term"] if row["list"] == name)
            for name in ("area", "objective", "need")
        }
        self._known = {
            name: self._observed(tables, "record", name) for name in ("kind", "status", "significance", "certainty")
        }
        self._roles = {
            table: self._observed(tables, table, "role") for table in ("record_partner", "record_organization")
        }
        self._steps = self._observed(tables, "step", "role")
        latin = " ".join(record.title for record in drafts.records).split()
        cyrillic = " ".join(
            name
            for thing in (*drafts.partners, *drafts.organizations, *drafts.areas)
            for name in (thing.names.kk, thing.names.ru)
        ).split()
        self._words = Zipf(dict.fromkeys(latin), self._random), Zipf(dict.fromkeys(cyrillic), self._random)

    def _observed(self, tables: Tables, table: str, column: str) -> Sequence[object]:
        """Give the values of a column of the real data, to be drawn as often as they occur there."""
        return [row[column] for row in tables[table]]

    def rows(self, count: int) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Give rows as (table, values), those of a record together, records numbered from 1."""
        number = 0
        for _, begun in groupby(self._dates(count), key=lambda begins: begins and begins.first):
            titled = sorted(
                ((sort_key(title), title, begins) for begins in begun for title in [self._title()]), key=itemgetter(0)
            )
            for key, title, begins in titled:
                number += 1
                yield from self._record(number, key, title, begins)

    def _dates(self, count: int) -> Iterator[VagueDate | None]:
        """Give the begins of so many records in order, more of them in later years, and those without one last."""
        uniform, forms = self._random.random, self._random.choices(list(FORMS), list(FORMS.values()), k=count)
        undated = sum(uniform() < UNDATED for _ in range(count))
        made: dict[str, VagueDate] = {}
        texts = []
        for form in forms[undated:]:
            text = form(date.fromordinal(FIRST + int((LAST - FIRST) * uniform() ** 0.6)))
            made.setdefault(text, parse(text))
            texts.append(text)
        bounded = [made[text] for text in texts]
        bounded.sort(key=lambda begins: (begins.first is None, begins.first or 0, begins.last or 0))
        unbounded = [begins for begins in bounded if begins.first is None]
        yield from bounded[: len(bounded) - len(unbounded)]
        yield from unbounded
        yield from [None] * undated

    def _title(self) -> str:
        words = self._words[self._random.random() < 0.25]
        length = min(1 + int(self._random.lognormvariate(1.5, 0.6)), 60)
        text = " ".join(words.one() for _ in range(length))
        return text[:1].upper() + text[1:400]

    def _summary(self) -> str:
        words = self._words[self._random.random() < 0.1]
        return " ".join(words.one() for _ in range(10 + int(self._random.random() * 24))) + "."

    def _record(self, number: int, key: str, title: str, begins: VagueDate | None) -> Iterator[tuple[str, tuple]]:
        pick, uniform = self._random.choice, self._random.random
        kind = pick(self._known["kind"])
        lasting, chance = kinds()[kind].lasting, uniform()
        ongoing = lasting and chance < 0.3
        ends = None
        if begins and not ongoing and chance > (0.5 if lasting else 0.9):
            first = min(begins.finish + int(uniform() * uniform() * 6000), LAST)
            on = date.fromordinal(max(first, begins.finish))
            ends = parse(on.isoformat() if uniform() < 0.6 else f"{on:%Y-%m}" if uniform() < 0.5 else f"{on:%Y}")
            if ends.first < begins.begin:
                ends = None
        steps = [(pick(self._steps), begins)] if begins and uniform() < 0.8 else []
        end = end_of(ends, steps, (), ongoing=ongoing, data_day=self._data_day)
        yield (
            "record",
            (
                number, f"{kind.replace('_', '-')}-{number}", title, kind, *_dated(begins), "", *_dated(ends), "",
                int(ongoing), *_dated(end.date), end.basis.value, pick(self._known["status"]),
                self._places.one() if uniform() < 0.45 else None, pick(self._known["significance"]),
                pick(self._known["certainty"]), 0, self._summary(), "", key,
            ),
        )  # fmt: skip
        yield from (("step", (number, n, role, *_dated(on), "")) for n, (role, on) in enumerate(steps, 1))
        partners = self._partners.several(6) if uniform() < 0.95 else []
        organizations = self._organizations.several(5)
        for table, slugs in (("record_partner", partners), ("record_organization", organizations)):
            for position, slug in enumerate(slugs, 1):
                yield table, (number, position, slug, pick(self._roles[table]))
        for name, most in (("area", 5), ("objective", 3), ("need", 2)):
            for position, term in enumerate(self._terms[name].several(most), 1):
                yield "record_term", (number, name, position, term)
        for position, source in enumerate([self._sources.one(), *self._sources.several(5)], 1):
            yield "citation", (number, position, source, "", "", "")
        if kind == "satellite":
            yield "fact", (number, 1, "mass_kg", "integer", int(uniform() * 5000))


def _dated(begins: VagueDate | None) -> tuple[str | None, int | None, int | None]:
    return (begins.text, begins.first, begins.last) if begins else (None, None, None)


def make(target: Path, count: int, seed: int) -> None:
    """Write a database of so many records; the whole file or none."""
    drafts, problems = read(paths.bundle() / "data" / "source")
    if drafts is None or problems:
        raise SystemExit("The bundled text has problems; see “kzexplorer build --check”.")
    tables = tables_of(drafts)
    kept = {table: tables[table] for table in KEPT}
    for row in kept["meta"]:
        if row["key"] == "title":
            row["value"] = f"Made-up data for measuring: {count} records, seed {seed}"
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        made = Path(folder) / "made.db"
        with closing(empty(str(made))) as connection:
            # Nothing is lost when this fails, so the disk need not be waited for.
            for pragma in ("synchronous = OFF", "journal_mode = OFF", "foreign_keys = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            _insert(connection, Maker(drafts, tables, seed).rows(count))
            connection.execute("COMMIT")
            fill(connection, kept)
        made.replace(target)
    remember(target, ledger())


def _insert(
    connection: sqlite3.Connection, rows: Iterable[tuple[str, tuple[object, ...]]], batch: int = 50_000
) -> None:
    waiting: dict[str, list[tuple[object, ...]]] = {}

    def flush() -> None:
        for table, values in waiting.items():
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        waiting.clear()

    for number, (table, values) in enumerate(rows, 1):
        waiting.setdefault(table, []).append(values)
        if not number % batch:
            flush()
    flush()


def main() -> None:
    """Read what is asked for, make it, say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.db")
    asked = parser.parse_args()
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    make(asked.output, asked.records, asked.seed)
    size = asked.output.stat().st_size / 2**20
    print(
        f"{asked.output}: {asked.records} records, {size:.0f} MB, {time.perf_counter() - began:.0f} s", file=sys.stderr
    )


if __name__ == "__main__":
    main()
