"""A profile rests on the partner's own records: one that does not name the partner was mistaken."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find key records of a partner in which it has no part."""
    parts = {(record.slug, part.partner) for record in drafts.records for part in record.partners}
    known = {record.slug for record in drafts.records}
    for partner in drafts.partners:
        for slug in partner.records:
            if slug in known and (slug, partner.slug) not in parts:
                yield Finding(partner, f"records: “{slug}” does not name this partner", "records", slug)


CHECK = Check("key-records", __doc__, find)
