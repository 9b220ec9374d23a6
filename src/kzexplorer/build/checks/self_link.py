"""A record is not related to itself: the slug of the other one was mistyped."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records that link to themselves."""
    for record in drafts.records:
        if any(link.record == record.slug for link in record.links):
            yield Finding(record, "links: a record cannot be related to itself", "links", record.slug)


CHECK = Check("self-link", __doc__, find)
