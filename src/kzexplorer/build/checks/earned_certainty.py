"""“Confirmed” is earned by two sources or an official one; the founding brief does not confirm itself."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.domain.vocabulary import BRIEF


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find confirmed records that neither two sources nor an official one support."""
    grades = {source.slug: source.grade for source in drafts.sources}
    for record in drafts.records:
        cited = [grades.get(citation.source) for citation in record.citations if citation.source != BRIEF]
        if record.certainty == "confirmed" and len(cited) < 2 and "official" not in cited:
            yield Finding(record, "certainty: confirmed asks for two sources, or one that is official", "certainty")


CHECK = Check("earned-certainty", __doc__, find)
