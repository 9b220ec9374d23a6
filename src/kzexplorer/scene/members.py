"""Which records a cluster stands for: a list that is spelled out only for who reads it."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt


class Members(Sequence[int]):
    """Numbers of records, kept as an array: a frame has tens of thousands of them and shows only how many."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: npt.NDArray[np.int64]) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[int, ...]: ...
    def __getitem__(self, at: int | slice) -> int | tuple[int, ...]:
        return tuple(self._numbers[at].tolist()) if isinstance(at, slice) else int(self._numbers[at])

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers.tolist())

    def __contains__(self, number: object) -> bool:
        return bool((self._numbers == number).any())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Members) and np.array_equal(self._numbers, other._numbers)

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return f"Members({self._numbers.tolist()})"
