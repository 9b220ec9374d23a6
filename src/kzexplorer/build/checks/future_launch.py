"""What flew, flew before the data ends: a launch after that is a plan, and must not count as done."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts

_FLIGHTS = ("launch", "crewed_flight", "satellite")
_PLANS = ("planned", "under_negotiation", "in_development")


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find launches, flights and satellites later than the data date that are not called plans."""
    for record in drafts.records:
        late = record.begins and record.begins.begin > drafts.edition.data_day
        if late and record.kind in _FLIGHTS and record.status not in _PLANS:
            sentence = f"a {record.kind} of {record.begins} lies after the data date {drafts.edition.data_date}"
            yield Finding(record, f"{sentence}; its status should be planned", "begins")


CHECK = Check("future-launch", __doc__, find)
