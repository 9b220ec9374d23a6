"""Gather all that is known of one thing, its evidence included."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    Citation,
    Claim,
    ClaimDetail,
    Conflict,
    Detail,
    Fact,
    Link,
    Organization,
    OrganizationDetail,
    Partner,
    PartnerDetail,
    Place,
    Position,
    RecordDetail,
    Row,
    Source,
    SourceDetail,
    Term,
    TermDetail,
)
from kzexplorer.domain.vocabulary import BRIEF
from kzexplorer.store.connection import decoding
from kzexplorer.store.reading import SOURCE, grouped, sources


@dataclass(frozen=True)
class Details:
    """The details of one database. `having(facet, value)` gives the rows that have a facet's value."""

    db: sqlite3.Connection
    row: Callable[[str], Row | None]
    by_ids: Callable[[Iterable[int]], Sequence[Row]]
    partners: Mapping[str, Partner]
    organizations: Mapping[str, Organization]
    places: Mapping[str, Place]
    having: Callable[[str, str], Sequence[Row]]
    terms: Mapping[str, tuple[Term, ...]]

    def of(self, slug: str) -> Detail | None:
        """Look a slug up among records, partners, organizations, claims and sources, in that order.

        An entry of a controlled list goes by the list and its slug, as `objective.economic-benefits`.
        """
        if not slug.isascii():  # no slug is, and SQLite cannot be asked for every text there is
            return None
        row = self.row(slug)
        if row is not None:
            return self._record(row)
        if slug in self.partners:
            return self._partner(self.partners[slug])
        if slug in self.organizations:
            return self._organization(self.organizations[slug])
        for claim in self._claims("slug = ?", slug):
            return self._claim(claim)
        for source in sources(self.db.execute(f"SELECT {SOURCE} FROM v_source WHERE slug = ?", (slug,))):
            return self._source(source)
        facet, _, value = slug.partition(".")
        return next((self._term(facet, term) for term in self.terms.get(facet, ()) if term.slug == value), None)

    def claims(self) -> tuple[Claim, ...]:
        """Give all claims, in the order of the brief."""
        return self._claims("? = 1", 1)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Give all conflicts."""
        return self._conflicts("? = 1", 1)

    def name(self, slug: str) -> Names | None:
        """Give the name of whatever a slug stands for."""
        if slug in self.partners:
            return self.partners[slug].names
        if slug in self.organizations:
            return self.organizations[slug].names
        row = self.row(slug)
        return None if row is None else Names(row.title)

    def _record(self, row: Row) -> RecordDetail:
        citations = tuple(
            Citation(source, note)
            for note, source in zip(
                self._column("SELECT citation_note FROM v_citation WHERE record = ? ORDER BY position", row.id),
                sources(self._select(f"SELECT {SOURCE} FROM v_citation WHERE record = ? ORDER BY position", row.id)),
                strict=True,
            )
        )
        facts = tuple(
            Fact(key, _value(kind, value))
            for key, kind, value in self._select(
                "SELECT key, type, value FROM v_fact WHERE record = ? ORDER BY position", row.id
            )
        )
        links = tuple(
            Link(slug, title, relation, bool(back))
            for slug, title, relation, back in self._select(
                "SELECT other_slug, other_title, relation, back FROM v_link WHERE record = ? ORDER BY back, position",
                row.id,
            )
        )
        claims = self._claims("slug IN (SELECT claim FROM v_claim_record WHERE record = ?)", row.id)
        conflicts = self._conflicts("record = ?", row.id)
        return RecordDetail(row, facts, self.places.get(row.place), citations, conflicts, claims, links)

    def _partner(self, partner: Partner) -> PartnerDetail:
        return PartnerDetail(
            partner,
            self.having("partner", partner.slug),
            self._column("SELECT slug FROM v_partner_record WHERE partner = ? ORDER BY position", partner.slug),
            self._sources("v_partner_source WHERE partner = ?", partner.slug),
            tuple(o for o in self.organizations.values() if o.country == partner.slug),
        )

    def _organization(self, organization: Organization) -> OrganizationDetail:
        return OrganizationDetail(
            organization,
            self.having("organization", organization.slug),
            self._sources("v_organization_source WHERE organization = ?", organization.slug),
            self._conflicts("organization = ?", organization.slug),
            tuple(o.slug for o in self.organizations.values() if o.successor == organization.slug),
        )

    def _source(self, source: Source) -> SourceDetail:
        rows = self._rows("SELECT DISTINCT record FROM v_citation WHERE slug = ? ORDER BY record", source.slug)
        return SourceDetail(
            source,
            rows,
            self._claims("slug IN (SELECT claim FROM v_claim_source WHERE v_claim_source.slug = ?)", source.slug),
            self._column("SELECT DISTINCT partner FROM v_partner_source WHERE slug = ? ORDER BY partner", source.slug),
            self._column(
                "SELECT DISTINCT organization FROM v_organization_source WHERE slug = ? ORDER BY organization",
                source.slug,
            ),
            self._conflicts("slug IN (SELECT conflict FROM v_conflict_position WHERE source = ?)", source.slug),
            frozenset(row.slug for row in rows if set(row.sources) - {BRIEF} == {source.slug}),
        )

    def _term(self, facet: str, term: Term) -> TermDetail:
        cited = "v_source JOIN term_source ON source = slug WHERE list || '.' || term = ?"
        return TermDetail(facet, term, self.having(facet, term.slug), self._sources(cited, f"{facet}.{term.slug}"))

    def _claim(self, claim: Claim) -> ClaimDetail:
        return ClaimDetail(
            claim,
            self._rows(f"{_CLAIM_RECORDS} ORDER BY position", claim.slug),
            self._sources("v_claim_source WHERE claim = ?", claim.slug),
            self._column("SELECT sentence FROM v_sentence WHERE claim = ? ORDER BY number", claim.slug),
        )

    def _claims(self, where: str, value: object) -> tuple[Claim, ...]:
        return tuple(
            Claim(
                slug,
                section,
                claim,
                verdict,
                explanation,
                tuple(row.slug for row in self._rows(f"{_CLAIM_RECORDS} ORDER BY position", slug)),
                self._column("SELECT slug FROM v_claim_source WHERE claim = ? ORDER BY position", slug),
            )
            for slug, section, claim, verdict, explanation in self._select(
                f"SELECT slug, section, claim, verdict, explanation FROM v_claim WHERE {where} ORDER BY position", value
            )
        )

    def _conflicts(self, where: str, value: object) -> tuple[Conflict, ...]:
        positions = grouped(
            self.db.execute("SELECT conflict, value, source, note FROM v_conflict_position ORDER BY position")
        )
        return tuple(
            Conflict(
                slug,
                question,
                tuple(Position(v, source or "", note) for v, source, note in positions[slug]),
                used,
                self._about(record, organization),
            )
            for slug, question, used, record, organization in self._select(
                f"SELECT slug, question, used, record, organization FROM v_conflict WHERE {where} ORDER BY slug", value
            )
        )

    @decoding()
    def _about(self, record: int | None, organization: str) -> str:
        return self.by_ids([record])[0].slug if record is not None else organization

    def _sources(self, where: str, value: object) -> tuple[Source, ...]:
        return tuple(sources(self._select(f"SELECT {SOURCE} FROM {where} ORDER BY position", value)))

    def _rows(self, sql: str, value: object) -> Sequence[Row]:
        return self.by_ids(self._column(sql, value))

    def _column(self, sql: str, value: object) -> tuple[Any, ...]:
        return tuple(row[0] for row in self._select(sql, value))

    def _select(self, sql: str, value: object) -> Iterable[tuple[Any, ...]]:
        return self.db.execute(sql, (value,))


_CLAIM_RECORDS = "SELECT record FROM v_claim_record WHERE claim = ?"


@decoding()
def _value(kind: str, value: Any) -> str | int | float | bool | tuple[str, ...]:
    if kind == "boolean":
        return bool(value)
    return tuple(json.loads(value)) if kind == "list" else value
