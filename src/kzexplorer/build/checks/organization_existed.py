"""An organization takes part while it exists: bodies are renamed often, and the name of today slips in.

Records of persons are left out: their date is the first flight, and a post may come before or after.
"""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Record
from kzexplorer.domain.dates import MAX_DAY
from kzexplorer.domain.kinds import kinds


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find organizations named in a record that was over before they began, or began after their end."""
    organizations = {organization.slug: organization for organization in drafts.organizations}
    for record in drafts.records:
        if record.begins is None or record.kind == "person":
            continue
        for part in record.organizations:
            organization = organizations.get(part.organization)
            if organization is None:
                continue
            begins, ends = organization.begins, organization.ends
            if begins and begins.begin > _last_day(record, drafts):
                sentence = f"“{part.organization}” begins in {begins}, after this record"
            elif ends and ends.finish < record.begins.begin:
                sentence = f"“{part.organization}” ends in {ends}, before this record begins"
            else:
                continue
            yield Finding(record, sentence, "organizations", part.organization)


def _last_day(record: Record, drafts: Drafts) -> int:
    end = drafts.ends[record.slug].date
    if end is not None:
        return end.finish
    return MAX_DAY if record.begins is None or kinds()[record.kind].lasting else record.begins.finish


CHECK = Check("organization-existed", __doc__, find)
