"""Cooperation has a partner: only what Kazakhstan does by itself may stand without one."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts

_ALONE = ("policy", "programme", "milestone", "facility", "project", "accident")


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records without a partner whose kind asks for one."""
    for record in drafts.records:
        if not record.partners and record.kind not in _ALONE:
            yield Finding(record, f"a {record.kind} needs a partner; only {', '.join(_ALONE)} may stand without one")


CHECK = Check("no-partner", __doc__, find)
