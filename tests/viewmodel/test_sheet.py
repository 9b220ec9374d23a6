import pytest

from kzexplorer.domain.dates import parse
from kzexplorer.domain.state import Query, State
from kzexplorer.domain.vocabulary import BRIEF
from kzexplorer.show import show
from kzexplorer.viewmodel.certainty import certainty
from kzexplorer.viewmodel.labels import about_export
from kzexplorer.viewmodel.sheet import sheet


def things(store):
    yield from store.slugs
    yield "kazakhstan"
    claims = {claim.slug for row in store.rows(range(309)) for claim in store.detail(row.slug).claims}
    yield from sorted(claims)
    yield from sorted({source for row in store.rows(range(309)) for source in row.sources})


def test_everything_has_a_sheet_whose_links_lead_somewhere(store, labels):
    sheets = {slug: sheet(store.detail(slug), labels) for slug in things(store)}
    for slug, one in sheets.items():
        assert one.slug == slug
        assert one.title
        text = show(one, labels.say)
        assert one.title.split()[0] in text
        linked = [e.slug for part in (*one.pairs, *one.sections, *one.doubts) for e in part.entries if e.slug]
        for target in linked:
            assert target in sheets or store.detail(target), (slug, target)


def test_a_record_says_who_with_whom_what_when_and_who_says_so(store, labels):
    one = sheet(store.detail("kazsat-3"), labels)
    assert one.overline == "Satellite · Satellite communications"
    assert one.subtitle == "28 April 2014 – ongoing · operating"
    pairs = {pair.label: [entry.text for entry in pair.entries] for pair in one.pairs}
    assert pairs["With"] == ["Russia", "Italy"]
    assert pairs["COSPAR"] == ["2014-023B"]
    assert pairs["GEO longitude"] == ["58.5° E"]
    assert [step.when for step in one.life] == ["28 April 2014", "28 May 2014"]
    assert one.sections[0].heading == "Evidence"
    assert len(one.sections[0].entries) == 7
    assert one.sections[0].remark == "confirmed, 6 sources (data 2, press 4)"
    assert one.doubts[0].headline.startswith("Sources disagree: ")
    assert one.doubts[0].used


def test_a_vague_date_keeps_the_wording_of_its_source(store, labels):
    one = sheet(store.detail("copuos-membership"), labels)
    pairs = {pair.label: [entry.text for entry in pair.entries] for pair in one.pairs}
    assert pairs["Dated by the source"] == ["1994 or 1995"]


def test_the_brief_does_not_vouch_for_itself(store, labels):
    sources = [citation.source for citation in store.detail("kazsat-3").citations]
    brief = [source for source in sources if source.slug == BRIEF]
    assert brief
    assert certainty("confirmed", sources, labels).short == "confirmed, 6 sources (data 2, press 4)"
    assert certainty("confirmed", sources, labels).reason.endswith("; the founding brief does not count.")
    assert certainty("weak", brief, labels).reason == "0 sources; only the founding brief itself."


def test_a_weak_record_and_a_doubtful_claim_are_marked(store, labels):
    weak = [row for row in store.rows(range(309)) if row.certainty == "weak"]
    assert len(weak) == 6
    assert all(sheet(store.detail(row.slug), labels).weak for row in weak)
    assert sheet(store.detail("kazsat-3-italy"), labels).weak


def test_labels_say_what_things_are_called(store, labels):
    assert labels.lane("partner", "italy") == "Italy"
    assert labels.lane("kind", "launch") == "Launch"
    assert labels.lane("organization", "") == "None named"
    assert labels.thing("no-such-thing") == "no-such-thing"
    assert labels.kind("no-such-kind") == "no-such-kind"
    row = store.row("aerospace-agency-1993")
    assert labels.partners(row) == "Kazakhstan"
    assert labels.result(Query(), 309) == "309 of 309 records"
    assert labels.result(Query("x"), 5, 2).endswith("; not known of 2 more")


def test_an_export_says_where_it_comes_from(labels):
    about = about_export(labels, State(Query("kazsat")), "0.1.0")
    assert about.query == "text=kazsat"
    assert about.sentence == "words “kazsat”"
    assert about.data_day == parse("2026-09-30").begin
    assert about.total == 309


@pytest.mark.parametrize("slug", ["gcat", "tasi", "russia"])
def test_sheets_read_well_as_text(store, labels, slug):
    text = show(sheet(store.detail(slug), labels), labels.say)
    assert f"[{slug}]" in text.splitlines()[0]
    assert max(len(line) for line in text.splitlines()) <= 130
