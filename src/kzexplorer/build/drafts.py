"""All entries of a source folder, as read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kzexplorer.build.entries import (
    Baikonur,
    Claim,
    Conflict,
    Edition,
    Era,
    LaunchYear,
    Organization,
    Partner,
    Place,
    Record,
    Sentence,
    Source,
    Term,
    UnitedTerm,
)
from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import End, end_of
from kzexplorer.domain.text import Spellings


@dataclass(frozen=True)
class Drafts:
    """All entries of a source folder, sorted by slug; terms, eras, sentences and years in their own order."""

    edition: Edition
    baikonur: Baikonur
    spellings: Spellings
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    areas: tuple[Term, ...]
    objectives: tuple[UnitedTerm, ...]
    needs: tuple[UnitedTerm, ...]
    stages: tuple[Term, ...]
    eras: tuple[Era, ...]
    partners: tuple[Partner, ...]
    organizations: tuple[Organization, ...]
    records: tuple[Record, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    sentences: tuple[Sentence, ...]
    years: tuple[LaunchYear, ...]

    @cached_property
    def ends(self) -> Mapping[str, End]:
        """The end of each record by the end rule."""
        begins = {record.slug: record.begins for record in self.records}
        replaced: dict[str, list[VagueDate | None]] = {}
        for record in self.records:
            for link in record.links:
                if link.relation == "replaces":
                    replaced.setdefault(link.record, []).append(begins[record.slug])
        return {
            record.slug: end_of(
                record.ends,
                [(step.role, step.date) for step in record.steps],
                replaced.get(record.slug, ()),
                ongoing=record.ongoing,
                data_day=self.edition.data_day,
            )
            for record in self.records
        }
