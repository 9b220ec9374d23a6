"""A row of a list with check boxes as one value, so that painting it asks its model once."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows. A heading has a name and at most a remark; `years` maps year -> records.

    Of `count` records `unsure` have dates too vague to say whether they are what is asked for.
    """

    name: str
    heading: bool = False
    remark: str = ""
    count: int = 0
    unsure: int = 0
    context: int = 0
    wanted: bool = False
    unwanted: bool = False
    focused: bool = False
    code: str = ""
    standing: str = ""
    years: Mapping[int, int] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The count in figures, a range where it is not sure."""
        return f"{self.count - self.unsure}–{self.count}" if self.unsure else str(self.count)

    @property
    def still(self) -> tuple[object, ...]:
        """All that stays as it is while only the numbers move."""
        moves = self.count or self.context
        return (
            self.name, self.heading, self.remark, self.wanted, self.unwanted, self.focused, self.code,
            self.standing, bool(moves),
        )  # fmt: skip
