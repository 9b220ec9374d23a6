"""Every record is cited: what nobody vouches for cannot be checked, and is not a fact."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records without a source."""
    for record in drafts.records:
        if not record.citations:
            yield Finding(record, "there is no citation; name at least one source", "citations")


CHECK = Check("no-citation", __doc__, find)
