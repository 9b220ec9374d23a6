"""A table on its way to become a database: what was found in it, what was told, and how its records would read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kzexplorer.build.importing import Imported, Preview, import_table, preview
from kzexplorer.build.importing.drafts import Draft
from kzexplorer.build.importing.row_dates import is_before
from kzexplorer.build.importing.said import listed
from kzexplorer.build.tables import UNTOLD, Finding, Told, open_table
from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.viewmodel.labels import Labels

_SAMPLES = 3  # values of a column
_NAMED = 5  # names that were not matched


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of the table: its name, the field it fills, and values that stand in it."""

    name: str
    field: str
    samples: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record as it would read: when it was, its kind, its title and who took part."""

    when: str
    kind: str
    title: str
    partners: str


@dataclass(frozen=True)
class TableImport:
    """A file as it was read: a value that is replaced when something else is told or chosen."""

    path: Path
    told: Told
    format: str
    header: int
    finding: Finding
    first: Preview
    base: Path
    is_remembered: bool = False

    @classmethod
    def of(
        cls, path: Path, base: Path, kept: Callable[[tuple[str, ...]], ColumnMap | None], told: Told = UNTOLD
    ) -> "TableImport":
        """Read the first rows of a file.

        Args:
            path: the file.
            base: the bundled database, whose names the table is matched with.
            kept: gives the map that was used for a table with the same columns.
            told: what a person says of the file.

        Raises:
            KnownError: it cannot be read as a table.
        """
        with open_table(path, told) as table:
            # Columns without names are alike in any two tables.
            before = kept(table.columns) if table.header else None
            first = preview(table, base, before)
            return cls(path, told, table.format.label, table.header, table.finding, first, base, before is not None)

    @property
    def chosen(self) -> ColumnMap:
        """Which column fills which field."""
        return self.first.chosen

    def under(self, chosen: ColumnMap) -> "TableImport":
        """Read the rows under another map."""
        return replace(self, first=self.first.under(chosen))

    def guessed(self) -> "TableImport":
        """Read the rows under the likeliest map, whatever was used before."""
        return replace(self, first=self.first.guessed(), is_remembered=False)

    def meaning(self, kind: str, order: Order) -> "TableImport":
        """Take the rows for another kind, or their dates for written in another order."""
        return self.under(replace(self.chosen, kind=kind, order=order))

    def run(self, target: Path, *, with_bundled: bool, progress: Callable[[int], bool] | None = None) -> Imported:
        """Write the database; `progress` is told thousandths of the work, and its False cancels.

        Raises:
            KnownError: as `import_table`.
        """

        def tell(done: float, _: int) -> bool:
            return progress is None or progress(int(done * 1000))

        with open_table(self.path, self.told) as table:
            if table.columns != self.chosen.columns:
                raise KnownError(f"“{self.path}” was changed since it was read; choose it again.")
            return import_table(table, self.chosen, target, self.base, with_bundled=with_bundled, progress=tell)

    @property
    def columns(self) -> tuple[ColumnLine, ...]:
        """The columns in the order of the table."""
        return tuple(
            ColumnLine(name, field, " · ".join(self._samples(place)))
            for place, (name, field) in enumerate(self.chosen.pairs)
        )

    def _samples(self, place: int) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for line in self.first.sample:
            if not line.fault and line.cells[place] is not None:
                text = " ".join(str(line.cells[place]).split())[:60]
                if text:
                    found[text] = None
            if len(found) == _SAMPLES:
                break
        return tuple(found)

    def records(self, labels: Labels, most: int) -> tuple[RecordLine, ...]:
        """Say how the first records would read."""
        return tuple(
            RecordLine(
                self._when(draft, labels.say),
                kinds()[draft.kind].names.in_(labels.say.code),
                draft.title,
                ", ".join(
                    (*(self.first.known.partner(slug, labels.say.code) for slug in draft.partners), *draft.others)
                )
                or labels.value("partner", "kazakhstan"),
            )
            for draft in self.first.drafts[:most]
        )

    def _when(self, draft: Draft, say: Language) -> str:
        begins = draft.begins.settled(self.first.order)
        if begins is None:
            return say("undated")
        ends = draft.ends.settled(self.first.order)
        if is_before(ends, begins):
            return say.date(begins)
        return f"{say.date(begins)} – {say.date(ends)}" if ends and ends != begins else say.date(begins)

    @property
    def is_open(self) -> bool:
        """Whether a date of the first rows can be read in two ways, and none tells which is meant."""
        return self.first.order is self.chosen.order and any(draft.is_open for draft in self.first.drafts)

    def troubles(self, say: Language) -> tuple[str, ...]:
        """Say what is to be known before the table is brought in, the worst first."""
        found = []
        if self.first.wrong:
            line, reason = self.first.wrong[0]
            found.append(
                say.plural(
                    "{count} of the first {rows} rows would be left out. Line {line}: {reason}.",
                    "{count} of the first {rows} rows would be left out. The first is line {line}: {reason}.",
                    len(self.first.wrong),
                    rows=len(self.first.sample),
                    line=line,
                    reason=reason,
                )
            )
        others = dict.fromkeys(name for draft in self.first.drafts for name in draft.others)
        if others:
            names = listed(others, _NAMED)
            found.append(say("No partner known is called: {names}. The rows are kept.", names=names))
        if not self.chosen.columns_of("begins"):
            found.append(say("No column says when things began; the records will be undated."))
        return (*found, *(say(remark) for remark in self.finding.remarks))
