from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.domain.records import ClaimDetail, OrganizationDetail, PartnerDetail, RecordDetail, SourceDetail
from kzexplorer.domain.vocabulary import INDIRECT_ROLES


def test_every_record_is_shown_with_at_least_one_source(store):
    for row in store.rows(range(store.edition.counts["row"])):
        detail = store.detail(row.slug)
        assert isinstance(detail, RecordDetail)
        assert detail.citations, row.slug
        assert tuple(citation.source.slug for citation in detail.citations) == row.sources


def test_links_run_both_ways(store):
    for row in store.rows(range(store.edition.counts["row"])):
        for link in store.detail(row.slug).links:
            back = [other for other in store.detail(link.slug).links if other.slug == row.slug]
            assert any(other.relation == link.relation and other.back is not link.back for other in back)


def test_a_partner_of_the_brief_has_records_and_a_profile(store):
    named = [partner for partner in store.partners if partner.in_brief and partner.kind != "home"]
    assert len(named) == 25
    for partner in named:
        detail = store.detail(partner.slug)
        assert isinstance(detail, PartnerDetail)
        assert detail.records
        assert partner.profile
        assert detail.sources
        assert set(detail.key_records) <= {row.slug for row in detail.records} or partner.slug


def test_counts_of_a_partner_tell_direct_cooperation_from_context(store):
    everything = store.rows(range(store.edition.counts["row"]))
    for partner in store.partners:
        roles = [[p.role for p in row.partners if p.slug == partner.slug] for row in everything]
        if partner.kind == "home":
            assert partner.direct == sum(not row.partners for row in everything) == 25
            continue
        assert partner.direct == sum(any(role not in INDIRECT_ROLES for role in mine) for mine in roles)
        assert partner.direct + partner.context == sum(bool(mine) for mine in roles)
        assert sum(partner.by_year.values()) == partner.direct


def test_claims_lead_to_records_and_back(store):
    (kazsat,) = [c for c in store.detail("kazsat-3").claims if c.slug == "kazsat-3-italy"]
    detail = store.detail(kazsat.slug)
    assert isinstance(detail, ClaimDetail)
    assert "kazsat-3" in {row.slug for row in detail.records}
    assert detail.sentences
    assert detail.sources


def test_sources_say_what_rests_on_them(store):
    detail = store.detail("gcat")
    assert isinstance(detail, SourceDetail)
    assert all("gcat" in row.sources for row in detail.records)
    assert detail.source.licence == "CC BY 4.0"


def test_organizations_know_before_and_after(store):
    detail = store.detail("kazcosmos")
    assert isinstance(detail, OrganizationDetail)
    assert "national-aerospace-agency" in detail.predecessors
    assert detail.organization.successor == "aerospace-committee"
    assert detail.records


def test_conflicts_show_every_position(store):
    (conflict,) = store.detail("astrium-contract-2009").conflicts[:1]
    assert len(conflict.positions) == 2
    assert conflict.used


@given(st.text(max_size=20))
def test_any_text_can_be_looked_up(store, slug):
    assert store.detail(slug) is None or slug in store.slugs or store.detail(slug)


def test_names_of_things(store):
    assert store.name("italy").ru == "Италия"
    assert store.name("kazsat-3").en == "KazSat-3"
    assert store.name("tasi").en == "Thales Alenia Space Italia"
    assert store.name("nobody") is None


def test_terms_places_and_launches(store):
    assert {name: len(terms) for name, terms in store.terms.items()} == {
        "area": 12,
        "objective": 5,
        "need": 4,
        "stage": 4,
    }
    assert len(store.geography) == 26
    assert store.launches[0][0] == 1957
    assert sum(attempts for _, attempts in store.launches) == 1555
    assert store.edition.name == "2026-11"
