"""One event is one record: two entries with one title and date are counted twice."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.domain.dates import VagueDate


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find records that share title and begin with an earlier one."""
    seen: dict[tuple[str, VagueDate | None], str] = {}
    for record in drafts.records:
        first = seen.setdefault((record.title.casefold(), record.begins), record.slug)
        if first != record.slug:
            yield Finding(record, f"“{first}” has the same title and date; unite them or tell them apart", "title")


CHECK = Check("twin-records", __doc__, find)
