"""Nothing ends before it begins: two dates were swapped, or the end is that of something else."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Organization, Record
from kzexplorer.domain.dates import VagueDate


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records and organizations whose end, also one by the end rule, lies before their begin."""
    ended: list[tuple[Record | Organization, VagueDate | None]] = [
        *((record, drafts.ends[record.slug].date) for record in drafts.records),
        *((organization, organization.ends) for organization in drafts.organizations),
    ]
    for thing, end in ended:
        if end and thing.begins and end.finish < thing.begins.begin:
            yield Finding(thing, f"it ends ({end}) before it begins ({thing.begins})", "ends")


CHECK = Check("end-before-begin", __doc__, find)
