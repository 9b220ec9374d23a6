"""Read a source folder into drafts, and collect everything that is wrong with it in one run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from kzexplorer.build import drafts
from kzexplorer.build.fields import Wrong, check_slug, read_table
from kzexplorer.build.problems import Passage, Problem
from kzexplorer.build.texts import Unreadable, read_rows, read_text, read_toml
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import NO_SPELLINGS, Spellings

# What is read: the name of a file or folder -> the kind of thing a reference calls it, and its class.
FILES = {"edition.toml": ("edition", drafts.Edition), "baikonur.toml": ("baikonur", drafts.Baikonur)}
LISTS = {
    "areas.toml": ("area", drafts.Term),
    "objectives.toml": ("objective", drafts.Term),
    "needs.toml": ("need", drafts.Term),
    "stages.toml": ("stage", drafts.Term),
}
TABLES: Mapping[str, tuple[str, type[drafts.Draft]]] = {
    "sources.csv": ("source", drafts.Source),
    "places.csv": ("place", drafts.Place),
    "coverage.csv": ("sentence", drafts.Sentence),
    "baikonur-launches.csv": ("year", drafts.LaunchYear),
}
FOLDERS: Mapping[str, tuple[str, type[drafts.Draft]]] = {
    "partners": ("partner", drafts.Partner),
    "organizations": ("organization", drafts.Organization),
    "claims": ("claim", drafts.Claim),
    "conflicts": ("conflict", drafts.Conflict),
}
RECORDS = "records"
NAMES = "names.csv"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as parsed, before its fields are read; `given` are fields its place in the folder says."""

    what: str
    draft: type[drafts.Draft]
    slug: str
    passage: Passage
    table: Mapping[str, object]
    given: Mapping[str, object] = field(default_factory=dict)


class Reader:
    """Reads the files of one source folder and remembers what is wrong with them."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self.problems: set[Problem] = set()
        self.known: dict[str, set[str]] = defaultdict(set)

    def read(self) -> drafts.Drafts | None:
        """Read everything; None where the edition or the facts on Baikonur could not be read."""
        if not self._source.is_dir():
            self._wrong(self._source, "there is no such folder")
            return None
        entries = list(self._entries())
        found: dict[str, list[Any]] = defaultdict(list)
        for entry in entries:
            values, complaints = read_table(entry.draft, entry.table, self.known)
            self.problems |= {entry.passage.problem(key, c) for key, c in complaints}
            if not complaints:
                draft = entry.draft(
                    slug=entry.slug, passage=entry.passage, **entry.given, **values
                )
                found[entry.what].append(draft)
        spellings = self._spellings()
        if not (found["edition"] and found["baikonur"]):
            return None
        return drafts.Drafts(
            edition=found["edition"][0],
            baikonur=found["baikonur"][0],
            spellings=spellings,
            sources=_by_slug(found["source"]),
            places=_by_slug(found["place"]),
            areas=tuple(found["area"]),
            objectives=tuple(found["objective"]),
            needs=tuple(found["need"]),
            stages=tuple(found["stage"]),
            partners=_by_slug(found["partner"]),
            organizations=_by_slug(found["organization"]),
            records=_by_slug(found["record"]),
            claims=_by_slug(found["claim"]),
            conflicts=_by_slug(found["conflict"]),
            sentences=tuple(sorted(found["sentence"], key=lambda s: s.number)),
            years=tuple(sorted(found["year"], key=lambda y: y.year)),
        )

    def _entries(self) -> Iterator[Entry]:
        readable = {*FILES, *LISTS, *TABLES, *FOLDERS, RECORDS, NAMES}
        for path in self._listing(self._source):
            if path.name not in readable and path.suffix != ".md":
                self._wrong(path, "this is not a file or folder the build reads")
        for name, (what, draft) in FILES.items():
            path = self._source / name
            yield from self._file(path, what, draft, name.removesuffix(".toml"))
        for name, (what, draft) in LISTS.items():
            yield from self._list(self._source / name, what, draft)
        for name, (what, table) in TABLES.items():
            yield from self._table(self._source / name, what, table)
        for name, (what, folder) in FOLDERS.items():
            yield from self._folder(self._source / name, what, folder)
        for path in self._listing(self._source / RECORDS):
            if path.name in kinds():
                yield from self._folder(path, "record", drafts.Record, kind=path.name)
            else:
                self._wrong(path, f"there is no kind of record “{shortened(path.name)}”")

    def _folder(
        self, folder: Path, what: str, draft: type[drafts.Draft], **given: object
    ) -> Iterator[Entry]:
        for path in self._listing(folder):
            if path.suffix != ".toml":
                self._wrong(path, "this is not a file the build reads; entries end in .toml")
                continue
            if path.stem in self.known[what]:
                self._wrong(path, f"there is another {what} “{path.stem}” in another folder")
                continue
            yield from self._file(path, what, draft, path.stem, **given)

    def _file(
        self, path: Path, what: str, draft: type[drafts.Draft], slug: str, **given: object
    ) -> Iterator[Entry]:
        # Known even when it cannot be read, so that one fault is not reported by all who refer to it.
        self.known[what].add(slug)
        try:
            check_slug(slug)
            text = read_text(path, str(path))
            yield Entry(what, draft, slug, Passage(str(path), text), read_toml(text, str(path)), given)
        except Wrong as refused:
            self.problems |= {Problem(str(path), 0, c.sentence) for c in refused.complaints}
        except Unreadable as refused:
            self.problems |= set(refused.problems)

    def _list(self, path: Path, what: str, draft: type[drafts.Draft]) -> Iterator[Entry]:
        try:
            text = read_text(path, str(path))
            tables = read_toml(text, str(path))
        except Unreadable as refused:
            self.problems |= set(refused.problems)
            return
        whole = Passage(str(path), text)
        for slug, table in tables.items():
            start = whole.line_of(slug)
            lines = text.split("\n")[start - 1 :]
            passage = Passage(str(path), "\n".join(lines), start)
            self.known[what].add(slug)
            try:
                check_slug(slug)
            except Wrong as refused:
                self.problems |= {passage.problem("", c) for c in refused.complaints}
                continue
            if not isinstance(table, dict):
                self._wrong(path, f"“{slug}” should open a table [{slug}]", start)
                continue
            yield Entry(what, draft, slug, passage, table)

    def _table(self, path: Path, what: str, draft: type[drafts.Draft]) -> Iterator[Entry]:
        declared = {f.name: f.metadata["type"] for f in fields(draft) if "type" in f.metadata}
        columns = list(declared)
        if columns[0] not in ("number", "year"):
            columns.insert(0, "slug")
        rows = self._rows(path)
        if rows and next(iter(rows.values())) != columns:
            self._wrong(path, f"the first line should be {','.join(columns)}", 1)
            return
        first: dict[str, int] = {}
        for line, cells in list(rows.items())[1:]:
            if len(cells) != len(columns):
                sentence = f"the row has {len(cells)} cells; there are {len(columns)} columns"
                self._wrong(path, sentence, line)
                continue
            row = dict(zip(columns, cells, strict=True))
            slug = cells[0]
            if slug in first:
                self._wrong(path, f"“{shortened(slug)}” stands on line {first[slug]} already", line)
                continue
            first[slug] = line
            self.known[what].add(slug)
            if row.pop("slug", None) is not None:
                try:
                    check_slug(slug)
                except Wrong as refused:
                    for complaint in refused.complaints:
                        self._wrong(path, complaint.sentence, line)
                    continue
            table = {key: declared[key].cell(cell) for key, cell in row.items() if cell}
            yield Entry(what, draft, slug, Passage(str(path), "", line), table)

    def _rows(self, path: Path) -> dict[int, list[str]]:
        try:
            rows, problems = read_rows(read_text(path, str(path)), str(path))
        except Unreadable as refused:
            self.problems |= set(refused.problems)
            return {}
        self.problems |= set(problems)
        return rows

    def _spellings(self) -> Spellings:
        path = self._source / NAMES
        groups: list[list[str]] = []
        for line, cells in self._rows(path).items():
            try:
                Spellings.of([*groups, cells])
                groups.append(cells)
            except (ValueError, StopIteration) as error:
                self._wrong(path, f"{error or 'the row is empty'}", line)
        return Spellings.of(groups) if groups else NO_SPELLINGS

    def _listing(self, folder: Path) -> list[Path]:
        """List a folder by name; files whose name starts with a dot belong to other programs."""
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self._wrong(folder, f"the folder cannot be read ({error.strerror})")
            return []

    def _wrong(self, path: Path, sentence: str, line: int = 0) -> None:
        self.problems.add(Problem(str(path), line, sentence))


def _by_slug(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(found, key=lambda draft: draft.slug))
