"""Each claim has its own place in the brief: two with one number cannot be told in order."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find claims whose order an earlier one has."""
    seen: dict[int, str] = {}
    for claim in drafts.claims:
        first = seen.setdefault(claim.order, claim.slug)
        if first != claim.slug:
            yield Finding(claim, f"order: {claim.order} is that of “{first}”", "order")


CHECK = Check("claim-order", __doc__, find)
