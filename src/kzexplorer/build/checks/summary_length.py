"""A summary says enough and can be read at a glance: 80 to 600 characters."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts

_LEAST, _MOST = 80, 600


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records whose summary is too short or too long."""
    for record in drafts.records:
        if not _LEAST <= (length := len(record.summary)) <= _MOST:
            sentence = f"summary: it has {length} characters; write {_LEAST} to {_MOST}"
            yield Finding(record, sentence, "summary")


CHECK = Check("summary-length", __doc__, find)
