"""Read a source folder into drafts, and collect everything that is wrong with it in one run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kzexplorer.build import entries
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Entry
from kzexplorer.build.fields import declared, read_table
from kzexplorer.build.problems import Passage, Problem
from kzexplorer.build.texts import Unreadable, read_rows, read_text, read_toml
from kzexplorer.build.values import Given, Wrong, check_slug
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings

# What is read: the name of a file or folder -> what a reference calls its things, and their class.
Layout = Mapping[str, tuple[str, type[Entry]]]
FILES: Layout = {"edition.toml": ("edition", entries.Edition), "baikonur.toml": ("baikonur", entries.Baikonur)}
LISTS: Layout = {
    "areas.toml": ("area", entries.Term),
    "objectives.toml": ("objective", entries.UnitedTerm),
    "needs.toml": ("need", entries.UnitedTerm),
    "stages.toml": ("stage", entries.Term),
    "eras.toml": ("era", entries.Era),
}
TABLES: Layout = {
    "sources.csv": ("source", entries.Source),
    "places.csv": ("place", entries.Place),
    "coverage.csv": ("sentence", entries.Sentence),
    "baikonur-launches.csv": ("year", entries.LaunchYear),
}
FOLDERS: Layout = {
    "partners": ("partner", entries.Partner),
    "organizations": ("organization", entries.Organization),
    "claims": ("claim", entries.Claim),
    "conflicts": ("conflict", entries.Conflict),
}
RECORDS = "records"  # a folder for each kind in it
SPELLINGS = "names.csv"


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry as parsed, before its fields are read; `placed` are fields that the place of its file says."""

    what: str
    of: type[Entry]
    slug: str
    passage: Passage
    table: Mapping[str, object]
    is_row: bool = False
    placed: Mapping[str, object] = field(default_factory=dict)


class Reader:
    """Reads the files of one source folder and keeps what is wrong with them in `problems`."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._known: dict[str, set[str]] = defaultdict(set)
        self.problems: set[Problem] = set()

    def read(self) -> Drafts | None:
        """Read everything that can be read; None without an edition or the facts on Baikonur."""
        if not self._source.is_dir():
            self._wrong(self._source, "there is no such folder")
            return None
        # All slugs are known before the first reference is read.
        found: dict[str, list[Any]] = defaultdict(list)
        for parsed in list(self._parsed()):
            values, complaints = read_table(parsed.of, Given(parsed.table, self._known, parsed.is_row))
            self.problems |= {parsed.passage.problem(key, c) for key, c in complaints}
            if not complaints:
                entry = parsed.of(slug=parsed.slug, passage=parsed.passage, **parsed.placed, **values)
                found[parsed.what].append(entry)
        spellings = self._spellings()
        if not (found["edition"] and found["baikonur"]):
            return None
        return Drafts(
            edition=found["edition"][0],
            baikonur=found["baikonur"][0],
            spellings=spellings,
            sources=_by_slug(found["source"]),
            places=_by_slug(found["place"]),
            areas=tuple(found["area"]),
            objectives=tuple(found["objective"]),
            needs=tuple(found["need"]),
            stages=tuple(found["stage"]),
            eras=tuple(found["era"]),
            partners=_by_slug(found["partner"]),
            organizations=_by_slug(found["organization"]),
            records=_by_slug(found["record"]),
            claims=_by_slug(found["claim"]),
            conflicts=_by_slug(found["conflict"]),
            sentences=tuple(sorted(found["sentence"], key=lambda sentence: sentence.number)),
            years=tuple(sorted(found["year"], key=lambda year: year.year)),
        )

    def _parsed(self) -> Iterator[Parsed]:
        read = {*FILES, *LISTS, *TABLES, *FOLDERS, RECORDS, SPELLINGS}
        for path in self._listing(self._source):
            if path.name not in read and path.suffix != ".md":
                self._wrong(path, "this is not a file or folder the build reads")
        for name, (what, of) in FILES.items():
            yield from self._file(self._source / name, what, of)
        for name, (what, of) in LISTS.items():
            yield from self._list(self._source / name, what, of)
        for name, (what, of) in TABLES.items():
            yield from self._table(self._source / name, what, of)
        for name, (what, of) in FOLDERS.items():
            yield from self._folder(self._source / name, what, of)
        for path in self._listing(self._source / RECORDS):
            if path.name in kinds():
                yield from self._folder(path, "record", entries.Record, kind=path.name)
            else:
                self._wrong(path, f"there is no kind of record “{shortened(path.name)}”")

    def _folder(self, folder: Path, what: str, of: type[Entry], **placed: object) -> Iterator[Parsed]:
        for path in self._listing(folder):
            if path.suffix != ".toml":
                self._wrong(path, "this is not a file the build reads; the files of entries end in .toml")
            elif path.stem in self._known[what]:
                self._wrong(path, f"there is another {what} “{path.stem}” in another folder")
            else:
                yield from self._file(path, what, of, **placed)

    def _file(self, path: Path, what: str, of: type[Entry], **placed: object) -> Iterator[Parsed]:
        # Known even when it cannot be read, so that one fault is not reported by all who refer to it.
        self._known[what].add(path.stem)
        try:
            check_slug(path.stem)
            text = read_text(path)
            table = read_toml(path, text)
        except Wrong as refused:
            self._wrong(path, refused.complaints[0].sentence)
        except Unreadable as refused:
            self.problems |= set(refused.problems)
        else:
            yield Parsed(what, of, path.stem, Passage(str(path), text), table, placed=placed)

    def _list(self, path: Path, what: str, of: type[Entry]) -> Iterator[Parsed]:
        try:
            text = read_text(path)
            tables = read_toml(path, text)
        except Unreadable as refused:
            self.problems |= set(refused.problems)
            return
        for slug, table in tables.items():
            start = Passage(str(path), text).line_of(slug)
            self._known[what].add(slug)
            try:
                check_slug(slug)
            except Wrong as refused:
                self._wrong(path, refused.complaints[0].sentence, start)
                continue
            if not isinstance(table, dict):
                self._wrong(path, f"“{slug}” should open a table: [{slug}]", start)
                continue
            below = "\n".join(text.split("\n")[start - 1 :])
            yield Parsed(what, of, slug, Passage(str(path), below, start), table)

    def _table(self, path: Path, what: str, of: type[Entry]) -> Iterator[Parsed]:
        columns = list(declared(of))
        if columns[0] not in ("number", "year"):
            columns.insert(0, "slug")
        rows = self._rows(path)
        if rows and rows.pop(1, None) != columns:
            self._wrong(path, f"the first line should be {','.join(columns)}", 1)
            return
        first: dict[str, int] = {}
        for line, cells in rows.items():
            if len(cells) != len(columns):
                self._wrong(path, f"the row has {len(cells)} cells; there are {len(columns)} columns", line)
                continue
            slug = cells[0]
            self._known[what].add(slug)
            if first.setdefault(slug, line) != line:
                self._wrong(path, f"“{shortened(slug)}” stands on line {first[slug]} already", line)
                continue
            try:
                check_slug(slug)
            except Wrong as refused:
                self._wrong(path, refused.complaints[0].sentence, line)
                continue
            row = {key: cell for key, cell in zip(columns, cells, strict=True) if cell and key != "slug"}
            yield Parsed(what, of, slug, Passage(str(path), "", line), row, is_row=True)

    def _rows(self, path: Path) -> dict[int, list[str]]:
        try:
            rows, problems = read_rows(path, read_text(path))
        except Unreadable as refused:
            self.problems |= set(refused.problems)
            return {}
        self.problems |= set(problems)
        return rows

    def _spellings(self) -> Spellings:
        path = self._source / SPELLINGS
        canonical: dict[str, str] = {}
        members: dict[str, tuple[str, ...]] = {}
        for line, cells in self._rows(path).items():
            if not cells:
                self._wrong(path, "the line is empty; write a group of spellings or take it out", line)
                continue
            try:
                group = Spellings.of([cells])
            except ValueError as error:
                self._wrong(path, str(error), line)
                continue
            for spelling in sorted(group.canonical.keys() & canonical.keys()):
                self._wrong(path, f"“{spelling}”, as it is folded, stands in the group “{canonical[spelling]}”", line)
            canonical |= group.canonical
            members |= group.members
        return Spellings(canonical, members)

    def _listing(self, folder: Path) -> list[Path]:
        """List a folder by name; what begins with a dot belongs to other programs."""
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self._wrong(folder, f"the folder cannot be read ({error.strerror})")
            return []

    def _wrong(self, path: Path, sentence: str, line: int = 0) -> None:
        self.problems.add(Problem(str(path), line, sentence))


def _by_slug(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(found, key=lambda entry: entry.slug))
