"""The dates of all records at once, as columns: what is asked of each of a hundred thousand on every keystroke."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import Basis
from kzexplorer.domain.records import Row

NO_DAY = -1


@dataclass(frozen=True, slots=True)
class Dates:
    """The first and last ordinal day of each record's begin and end, `NO_DAY` where nothing bounds it.

    Both are `NO_DAY` where there is no date at all. `ongoing` is 1 for a record that is known to go on.
    """

    begins_first: "array[int]"
    begins_last: "array[int]"
    end_first: "array[int]"
    end_last: "array[int]"
    ongoing: "array[int]"

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Dates":
        """Take the dates of records."""
        return cls.read((*_days(row.begins), *_days(row.end.date), int(row.end.basis is Basis.ONGOING)) for row in rows)

    @classmethod
    def read(cls, records: Iterable[Iterable[int]]) -> "Dates":
        """Take five numbers a record, in the order of the columns.

        Raises:
            TypeError, OverflowError: there is another thing among them.
        """
        flat = array("i")
        for five in records:
            flat.extend(five)
        return cls(*(flat[column::5] for column in range(5)))

    def __len__(self) -> int:
        return len(self.ongoing)


def _days(date: VagueDate | None) -> tuple[int, int]:
    if date is None:
        return NO_DAY, NO_DAY
    return NO_DAY if date.first is None else date.first, NO_DAY if date.last is None else date.last
