"""Every plausibility check declares its reason, passes the real data, and trips on what it is for."""

from dataclasses import replace
from datetime import date

import pytest

from kzexplorer.build.checks import checks, run
from kzexplorer.build.entries import Bound, Link, OrganizationPart, Step
from kzexplorer.domain.dates import parse


def first(things, **wanted):
    return next(t for t in things if all(getattr(t, name) == value for name, value in wanted.items()))


def with_(drafts, name, old, **changes):
    """The drafts with one entry changed."""
    new = replace(old, **changes)
    return replace(drafts, **{name: tuple(new if thing is old else thing for thing in getattr(drafts, name))})


def record(drafts, **wanted):
    return first(drafts.records, **wanted)


def changed(**changes):
    """Change a record that no check finds anything in."""
    return lambda drafts: with_(drafts, "records", record(drafts, slug="kazsat-1"), **changes)


def doubled(drafts):
    old = record(drafts, slug="kazsat-1")
    return replace(drafts, records=(*drafts.records, replace(old, slug="kazsat-one")))


def late_launch(drafts):
    return with_(drafts, "records", record(drafts, kind="launch", status="success"), begins=parse("2027"), steps=())


def without_partner(drafts):
    return with_(drafts, "records", record(drafts, kind="treaty"), partners=())


def early_organization(drafts):
    part = OrganizationPart(organization="aerospace-committee", role="signatory")
    return with_(drafts, "records", record(drafts, slug="luna-1"), organizations=(part,))


def late_organization(drafts):
    part = OrganizationPart(organization="mid", role="signatory")
    return with_(drafts, "records", record(drafts, slug="soyuz-5-first-flight-2026"), organizations=(part,))


def one_slug(drafts):
    return replace(drafts, claims=(*drafts.claims, replace(drafts.claims[0], slug="russia", order=999)))


def strange_key_record(drafts):
    return with_(drafts, "partners", first(drafts.partners, slug="italy"), records=("luna-1",))


def two_subjects(drafts):
    return with_(drafts, "conflicts", drafts.conflicts[0], organization="kazcosmos")


def no_disagreement(drafts):
    return with_(drafts, "conflicts", drafts.conflicts[0], positions=drafts.conflicts[0].positions[:1])


def one_place_twice(drafts):
    return with_(drafts, "claims", drafts.claims[0], order=drafts.claims[1].order)


def ended_but_ongoing(drafts):
    return with_(drafts, "records", record(drafts, slug="kazsat-2"), steps=(Step(role="lost", date=parse("2020")),))


def barely_cited(drafts):
    old = record(drafts, slug="kazsat-1")
    return with_(drafts, "records", old, citations=(first(old.citations, source="dewiki-nd-kazsat"),))


def organization_upside_down(drafts):
    old = first(drafts.organizations, slug="kazcosmos")
    return with_(drafts, "organizations", old, ends=parse("2000"))


def era(side, *bounds):
    """Bound the first era in another way."""
    bounds = tuple(Bound(record=record, at=at) for record, at in bounds)
    return lambda drafts: with_(drafts, "eras", drafts.eras[0], **{side: bounds})


TRIPS = {
    "end-before-begin": [changed(ends=parse("2001")), organization_upside_down],
    "future-launch": [late_launch],
    "no-citation": [changed(citations=())],
    "no-partner": [without_partner],
    "organization-existed": [early_organization, late_organization],
    "twin-records": [doubled],
    "one-slug-one-thing": [one_slug],
    "key-records": [strange_key_record],
    "conflict-subject": [two_subjects, no_disagreement],
    "summary-length": [changed(summary="Too short."), changed(summary="long " * 121)],
    "ongoing-ended": [ended_but_ongoing],
    "earned-certainty": [barely_cited],
    "self-link": [changed(links=(Link(relation="about", record="kazsat-1"),))],
    "claim-order": [one_place_twice],
    "covered-sentence": [lambda drafts: with_(drafts, "sentences", drafts.sentences[0], claims=())],
    "web-address": [
        lambda drafts: with_(drafts, "sources", drafts.sources[0], url="file:///etc/passwd"),
        lambda drafts: with_(drafts, "sources", drafts.sources[0], url="javascript:alert(1)"),
    ],
    "era-bounds": [
        era("begins", ("luna-1", "ends")),
        era("begins", ("luna-1", "in_force")),
        era("begins", ("kazsat-1", "begins")),
        era("ends", ("kazsat-1", "begins"), ("luna-1", "begins")),
        era("ends"),
    ],
    "launch-sums": [lambda drafts: replace(drafts, baikonur=replace(drafts.baikonur, attempts=1))],
}


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
class TestEveryCheck:
    def test_declares_an_id_and_its_reason(self, check):
        assert check.id == check.id.lower().replace("_", "-")
        assert check.reason.strip().split("\n")[0].endswith(".")
        assert check.find.__module__ == f"kzexplorer.build.checks.{check.id.replace('-', '_')}"

    def test_passes_the_real_data_but_for_what_is_exempt(self, check, drafts):
        for finding in check.find(drafts):
            assert finding.entry.exempt[check.id]

    def test_trips_on_what_it_is_for(self, check, drafts):
        for broken in TRIPS[check.id]:
            found = {finding.problem for finding in check.find(broken(drafts))}
            before = {finding.problem for finding in check.find(drafts)}
            assert len(found - before) == 1, broken
            [problem] = found - before
            assert problem.sentence
            assert problem.path.startswith(str(drafts.edition.passage.path).removesuffix("edition.toml"))


def test_the_real_data_has_no_problem(drafts):
    assert list(run(drafts)) == []


def test_a_check_points_at_the_line(drafts):
    italy = first(drafts.partners, slug="italy")
    broken = with_(drafts, "partners", italy, records=("exomars-2016", "luna-1"))
    [problem] = run(broken)
    lines = italy.passage.text.split("\n")
    assert lines[problem.line - 1].startswith("records = [")


def test_an_exemption_excuses_and_must_not_outlive_its_fault(drafts):
    short = {"summary": "Too short.", "exempt": {"summary-length": "There is no more to say."}}
    assert list(run(changed(**short)(drafts))) == []
    [problem] = run(changed(exempt={"summary-length": "No more to say."})(drafts))
    assert problem.sentence == "exempt: the check “summary-length” finds nothing here; take the reason out"
    [problem] = run(changed(exempt={"no-such-check": "Because."})(drafts))
    assert "no-such-check" in problem.sentence


def test_an_undated_record_trips_nothing(drafts):
    assert list(run(changed(begins=None)(drafts))) == []


def test_a_persons_post_may_come_at_any_time(drafts):
    person = record(drafts, kind="person")
    part = OrganizationPart(organization="mid", role="employer")
    assert list(run(with_(drafts, "records", person, organizations=(part,)))) == []


def test_the_data_date_is_a_day(drafts):
    assert drafts.edition.data_day == date(2026, 9, 30).toordinal()
