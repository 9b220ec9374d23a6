"""What a table would become, told from its first rows."""

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kzexplorer.build.importing.base import bundled
from kzexplorer.build.importing.drafts import Draft
from kzexplorer.build.importing.guess import guess
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.reading import Rejected, RowReader
from kzexplorer.build.tables import Line, Table
from kzexplorer.domain.column_map import ColumnMap
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.written_dates import column_order

_SAMPLE = 200  # rows


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table would become: the map that was guessed or given, its first rows, and the records they make.

    `wrong` says why some of the first rows would be left out, as pairs of a line and a reason.
    """

    chosen: ColumnMap
    sample: tuple[Line, ...]
    drafts: tuple[Draft, ...]
    wrong: tuple[tuple[int, str], ...]
    known: Known = field(repr=False, compare=False)
    day_zero: int = 0

    @classmethod
    def of(cls, sample: tuple[Line, ...], chosen: ColumnMap, known: Known, day_zero: int = 0) -> "Preview":
        """Read rows under a map of their columns."""
        reader = RowReader(chosen.columns, chosen, known, day_zero)
        drafts: list[Draft] = []
        wrong: list[tuple[int, str]] = []
        for line in sample:
            try:
                drafts.append(reader.read(line))
            except Rejected as rejected:
                wrong.append((line.number, str(rejected)))
        return cls(chosen, sample, tuple(drafts), tuple(wrong), known, day_zero)

    @property
    def order(self) -> Order:
        """Which number of a date is the day: what the first rows prove, else what was chosen."""
        return column_order({proof for draft in self.drafts for proof in draft.proves}, self.chosen.order)

    def under(self, chosen: ColumnMap) -> "Preview":
        """Read the same rows under another map."""
        return Preview.of(self.sample, chosen, self.known, self.day_zero)

    def guessed(self) -> "Preview":
        """Read the same rows under the likeliest map."""
        return self.under(guess(self.chosen.columns, self.sample, self.known, serials=bool(self.day_zero)))


def preview(table: Table, base: Path, chosen: ColumnMap | None = None) -> Preview:
    """Read the first rows of a table under a map of its columns, or under the likeliest.

    Raises:
        KnownError: the bundled database at `base` cannot be read.
    """
    known = Known(bundled(base))
    sample = tuple(islice(table.lines(), _SAMPLE))
    zero = table.finding.day_zero
    return Preview.of(sample, chosen or guess(table.columns, sample, known, serials=bool(zero)), known, zero)
