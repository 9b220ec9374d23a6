"""Which window of a talk stands on which screen; the speaker's never on the audience's."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """Names of screens: `audience` is full if `full`, and `speaker` is empty when the speaker's window is hidden."""

    audience: str
    speaker: str
    full: bool


def placed(screens: Sequence[str], audience: str, speaker: str, *, windows: bool) -> Places:
    """Say where the windows of a talk go.

    Where both would be on one screen, notes could be read by everybody; so with one screen there is the
    stage alone, unless the speaker asks for two `windows` to share one of them. When the audience's
    screen was unplugged, what is left is the speaker's own, and the stage becomes a window on it.

    Args:
        screens: the names of those there are, the main one first.
        audience: the one the audience should see.
        speaker: the one in front of the speaker; the same where there is but one.
        windows: whether both shall be windows on the speaker's screen.
    """
    others = [name for name in screens if name != speaker]
    here = speaker if speaker in screens else next((name for name in screens if name != audience), "")
    if windows:
        home = here or screens[0]
        return Places(home, home, full=False)
    if speaker in screens and speaker != audience and not others:
        return Places(speaker, speaker, full=False)
    if audience in screens:
        return Places(audience, here if here != audience else next(iter(others), ""), full=True)
    there = next((name for name in others if name != here), "") or next(iter(screens))
    return Places(there, here if here != there else "", full=True)
