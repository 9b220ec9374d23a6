"""A conflict is about one thing, and between at least two answers: else nobody disagrees."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find conflicts about none or two things, or with fewer than two positions."""
    for conflict in drafts.conflicts:
        if bool(conflict.record) == bool(conflict.organization):
            yield Finding(conflict, "name one subject, either “record” or “organization”", "organization")
        if len(conflict.positions) < 2:
            yield Finding(conflict, "positions: there are fewer than two", "positions")


CHECK = Check("conflict-subject", __doc__, find)
