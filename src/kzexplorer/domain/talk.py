"""Where a talk is: the step, what the audience sees of it, and what is held back; a frozen value."""

from dataclasses import dataclass, replace

MOST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Shot:
    """What one screen shows: a step, counted from 0, or the evidence behind it, or nothing."""

    number: int = 0
    evidence: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk of `count` steps, at one of them.

    `held` is what the audience keeps while the speaker looks ahead; `typed` are the digits of a step to go to.
    """

    count: int
    number: int = 0
    evidence: bool = False
    blank: bool = False
    held: Shot | None = None
    typed: str = ""

    @property
    def audience(self) -> Shot:
        """What the audience sees."""
        return replace(self.held or Shot(self.number, self.evidence), blank=self.blank)

    @property
    def speaker(self) -> Shot:
        """What the speaker sees as the current step."""
        return Shot(self.number, self.evidence)

    def go(self, number: int) -> "Talk":
        """Go to a step, as far as there are steps; a blank screen comes back, unless the audience is held."""
        number = min(max(number, 0), max(self.count - 1, 0))
        return replace(self, number=number, evidence=False, blank=self.blank and self.held is not None, typed="")

    def step(self, by: int) -> "Talk":
        """Go so many steps on, or back."""
        return self.go(self.number + by)

    def flip(self) -> "Talk":
        """Turn the current step over to its evidence, or back."""
        return replace(self, evidence=not self.evidence, typed="")

    def toggle_blank(self) -> "Talk":
        """Blank the audience's screen, or bring it back."""
        return replace(self, blank=not self.blank, typed="")

    def toggle_held(self) -> "Talk":
        """Hold what the audience sees, or let it follow again."""
        return replace(self, held=None if self.held else Shot(self.number, self.evidence), typed="")

    def type(self, digit: str) -> "Talk":
        """Type a digit of the number of a step."""
        return replace(self, typed=(self.typed + digit)[-MOST_DIGITS:])

    def enter(self) -> "Talk":
        """Go to the step whose number was typed, counted from 1; without one go on."""
        return self.go(int(self.typed) - 1) if self.typed else self.step(1)
