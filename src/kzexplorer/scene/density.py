"""How dense a lane is: how many of its records begin in each stretch of the calendar."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from kzexplorer.domain.dates import MIN_DAY
from kzexplorer.scene.shapes import Column, Viewport

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

YEAR = 365.2425
STRETCHES = (1.0, 2.0, 5.0, *(YEAR / 12 * months for months in (0.5, 1, 3, 6)), *(YEAR * 2**n for n in range(13)))
LEAST = 9.0  # pixels a stretch takes


class Density:
    """The begins of a lane's dated records, in days, and counts of them in stretches of one length at a time.

    The stretches are counted from the first day of the calendar, so that panning changes none.
    """

    def __init__(self, begins: Floats) -> None:
        self.begins = np.sort(begins)
        self._counted: tuple[float, Ints, Ints] = (0.0, np.zeros(0, np.int64), np.zeros(0, np.int64))

    def columns(self, viewport: Viewport, focused: Collection[float]) -> tuple[Column, ...]:
        """Give the columns in view, even if by a part; marked where a begin is one of `focused`."""
        scale = viewport.px_per_day
        length = next((days for days in STRETCHES if days * scale >= LEAST), STRETCHES[-1])
        numbers, counts = self._count(length)
        low, high = np.searchsorted(numbers, (_stretch(viewport.first, length), _stretch(viewport.last, length) + 1))
        most = max(int(counts.max(initial=0)), 1)
        marked = {int(_stretch(day, length)) for day in focused}
        return tuple(
            Column(
                (MIN_DAY + number * length - viewport.first) * scale,
                length * scale,
                count,
                count / most,
                number in marked,
            )
            for number, count in zip(numbers[low:high].tolist(), counts[low:high].tolist(), strict=True)
        )

    def _count(self, length: float) -> tuple[Ints, Ints]:
        if self._counted[0] != length:
            self._counted = (
                length,
                *np.unique(np.floor((self.begins - MIN_DAY) / length).astype(np.int64), return_counts=True),
            )
        return self._counted[1:]


def _stretch(day: float, length: float) -> float:
    return (day - MIN_DAY) // length
