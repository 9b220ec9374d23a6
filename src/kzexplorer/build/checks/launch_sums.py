"""The yearly launches add up to their totals: a slip in a long table shows in its sum."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find totals of the launches from Baikonur that are not the sum of their parts."""
    total = drafts.baikonur
    for key, stated, parts in (
        ("attempts", total.attempts, [year.attempts for year in drafts.years]),
        ("attempts", total.attempts, [family.attempts for family in total.families]),
        ("attempts", total.attempts, [total.full_success, total.failure, total.partial]),
        ("failure", total.failure, [year.failures for year in drafts.years]),
    ):
        if sum(parts) != stated:
            yield Finding(total, f"{key}: {stated} is not the sum of its parts, {sum(parts)}", key)


CHECK = Check("launch-sums", __doc__, find)
