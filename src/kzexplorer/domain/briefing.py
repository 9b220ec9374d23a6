"""A briefing: steps in an order, each a view of the data with a headline and what only the speaker reads."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from kzexplorer.domain.state import State


@dataclass(frozen=True, slots=True)
class Seen:
    """What a view showed when it was made: how many records, and a digest of what they said, see `domain.said`."""

    records: int
    digest: str


@dataclass(frozen=True, slots=True)
class Page:
    """What of a step everybody may see; there is no place for notes in it, so none can get to an audience.

    `unread` is the text of a view that this program cannot read, and empty otherwise; its `state` asks for everything.
    """

    state: State = field(default_factory=State)
    headline: str = ""
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A view, a headline of one line, and private notes.

    `seen` is None where nobody has noted what the view showed. A view that this program cannot read is kept as
    its text in `unread`, so that no step is lost; see `Page`.
    """

    state: State = field(default_factory=State)
    headline: str = ""
    notes: str = field(default="", repr=False)
    seen: Seen | None = None
    unread: str = ""

    @property
    def page(self) -> Page:
        """The step without what is private."""
        return Page(self.state, self.headline, self.unread)

    @property
    def view(self) -> str:
        """The view as text."""
        return self.unread or str(self.state)


@dataclass(frozen=True, slots=True)
class Briefing:
    """Steps under a title; `edition` names the data they were made with. Changes by making a new one.

    Places of steps count from 0.
    """

    title: str = ""
    edition: str = ""
    steps: tuple[Step, ...] = ()

    def with_steps(self, at: int, steps: Iterable[Step]) -> "Briefing":
        """Put steps before the one at a place, or at the end."""
        at = min(max(at, 0), len(self.steps))
        return replace(self, steps=(*self.steps[:at], *steps, *self.steps[at:]))

    def without(self, places: Collection[int]) -> "Briefing":
        """Take steps out."""
        return replace(self, steps=tuple(step for i, step in enumerate(self.steps) if i not in places))

    def with_step(self, at: int, step: Step) -> "Briefing":
        """Put a step in the place of another."""
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at + 1 :]))

    def moved(self, place: int, to: int) -> "Briefing":
        """Move a step so that it stands at place `to`, as far as there are places."""
        rest = self.without((place,))
        return rest.with_steps(to, (self.steps[place],))


def one_line(text: str) -> str:
    """Make one line of a text, as a headline or a title is."""
    return " ".join(text.split())
