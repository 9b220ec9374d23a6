"""A slug names one thing: a link to it opens a record, partner, organization, source or claim."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find slugs that stand for two things that can be opened."""
    seen: dict[str, str] = {}
    for name, things in (
        ("partner", drafts.partners),
        ("organization", drafts.organizations),
        ("claim", drafts.claims),
        ("source", drafts.sources),
        ("record", drafts.records),
    ):
        for thing in things:
            if thing.slug in seen:
                yield Finding(thing, f"there is a {seen[thing.slug]} with the slug “{thing.slug}” too; rename one")
            seen[thing.slug] = name


CHECK = Check("one-slug-one-thing", __doc__, find)
