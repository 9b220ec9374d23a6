from dataclasses import replace

from kzexplorer.domain.said import detail_digest, row_digest, view_digest
from rows import row


def test_what_a_record_says_changes_its_digest_and_nothing_else_does():
    record = row("kazsat-3", begins="2014-04-28", partners="russia:supplier italy:party")
    same = record._replace(id=record.id + 7, significance=3, partners=record.partners[::-1])
    assert row_digest(same) == row_digest(record)
    for other in (
        record._replace(summary="Something else."),
        record._replace(certainty="weak"),
        record._replace(partners=record.partners[:1]),
        row("kazsat-3", begins="2014-04", partners="russia:supplier italy:party"),
    ):
        assert row_digest(other) != row_digest(record)


def test_the_date_of_the_data_is_nothing_that_an_ongoing_record_says(store):
    ongoing = next(row for row in store.all_rows if row.end.basis == "ongoing")
    later = replace(ongoing.end.date, first=ongoing.end.date.first + 90)
    assert row_digest(ongoing._replace(end=replace(ongoing.end, date=later))) == row_digest(ongoing)


def test_a_view_is_known_again_in_any_order_and_its_evidence_counts(store):
    rows = store.all_rows[:5]
    focus = store.detail("kazsat-3")
    assert view_digest(rows, focus) == view_digest(rows[::-1], focus)
    assert view_digest(rows, None) != view_digest(rows[:4], None)
    fewer = replace(focus, citations=focus.citations[1:])
    assert view_digest(rows, fewer) != view_digest(rows, focus)
    assert detail_digest(store.detail("italy")) == ""
