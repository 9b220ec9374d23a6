"""Every factual sentence of the founding brief is answered by a claim."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find sentences without a claim."""
    for sentence in drafts.sentences:
        if not sentence.claims:
            yield Finding(sentence, f"sentence {sentence.number} has no claim")


CHECK = Check("covered-sentence", __doc__, find)
