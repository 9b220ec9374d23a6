"""The way out: columns, profiles, separators, progress, the report."""

import io
from dataclasses import replace

import pytest

from exports import ABOUT, CSV, JSON, XLSX, exported, read_csv
from kzexplorer.domain.errors import KnownError
from kzexplorer.exporters import Cancelled, OptionError, export
from kzexplorer.exporters.columns import COLUMNS, CORE, FULL, chosen
from kzexplorer.exporters.table import Cell
from rows import row

PROMISED = (
    "slug title kind begins ends begins_first begins_last ends_first ends_last status certainty partners "
    "organizations areas summary"
).split()


def test_the_columns_promised_come_first_everywhere():
    assert list(CORE) == PROMISED
    assert list(JSON.columns) == PROMISED
    assert list(CSV.columns) == list(XLSX.columns) == list(FULL)
    assert list(FULL[: len(CORE)]) == PROMISED


def test_every_column_takes_its_value():
    record = row(
        "kazsat-1",
        title="KazSat-1",
        begins="2006-06",
        ends="2008-06-08..",
        partners="russia:supplier italy:supplier russia:host",
        organizations="khrunichev:prime",
        areas=("satellite-communications",),
        place="baikonur",
        note="Lost.",
        in_brief=True,
        sources=("gcat",),
    )
    values = {name: column.value(record) for name, column in COLUMNS.items()}
    assert values == {
        "slug": "kazsat-1",
        "title": "KazSat-1",
        "kind": "satellite",
        "begins": "2006-06",
        "begins_first": "2006-06-01",
        "begins_last": "2006-06-30",
        "ends": "2008-06-08..",
        "ends_first": "2008-06-08",
        "ends_last": None,
        "ends_basis": "stated",
        "status": "unknown",
        "certainty": "confirmed",
        "significance": 2,
        "partners": ("russia", "italy"),
        "partner_roles": ("russia: supplier", "italy: supplier", "russia: host"),
        "organizations": ("khrunichev",),
        "organization_roles": ("khrunichev: prime",),
        "areas": ("satellite-communications",),
        "objectives": (),
        "needs": (),
        "place": "baikonur",
        "in_brief": True,
        "summary": "",
        "note": "Lost.",
        "sources": ("gcat",),
    }


def test_what_is_not_known_has_no_value():
    record = row(begins="..1999")
    empty = {name for name, column in COLUMNS.items() if column.value(record) is None}
    assert empty == {"begins_first", "ends", "ends_first", "ends_last", "place", "note"}
    assert COLUMNS["begins"].value(row()) is None


@pytest.mark.parametrize(
    ("ids", "sentence"),
    [
        (["slug", "titel"], "There is no column “titel”; did you mean “title”?"),
        (["kind", "slug", "kind"], "The column “kind” is named twice; name it once."),
        ([], "No columns are chosen; name at least one."),
    ],
)
def test_columns_that_cannot_be_are_a_sentence(ids, sentence):
    with pytest.raises(OptionError) as caught:
        chosen(ids)
    assert str(caught.value) == sentence


def test_a_column_like_no_other_gets_the_list():
    with pytest.raises(OptionError, match=r"^There is no column “\?+.*…”; the columns are slug, title, .* sources\.$"):
        chosen(["?" * 1000])


def test_no_columns_named_means_the_usual_ones():
    assert read_csv(exported([row()])[0])[0] == list(FULL)


@pytest.mark.parametrize("separator", ["|", "", "\t", "semicolon"])
def test_other_separators_are_refused(separator):
    with pytest.raises(OptionError, match="is not a separator; choose one of auto , ;"):
        exported([], profile="excel", separator=separator)


def test_the_data_profile_keeps_its_comma():
    with pytest.raises(OptionError, match="always separated by commas; choose the excel profile"):
        exported([], separator=";")
    assert exported([row()], separator=",") == exported([row()])


def test_the_region_decides_unless_told(monkeypatch):
    monkeypatch.setattr("kzexplorer.exporters.regional_separator", lambda: ";")
    assert exported([row()], profile="excel", columns=["slug", "kind"])[0] == (
        b"\xef\xbb\xbfslug;kind\r\nkazsat-1;satellite\r\n"
    )
    assert b"slug,kind" in exported([row()], profile="excel", separator=",", columns=["slug", "kind"])[0]
    assert b"slug,kind" in exported([row()], columns=["slug", "kind"])[0]


def test_the_report_counts():
    records = [row("a", title="=1"), row("b", title="\ud800"), row("c", note="+1 or so")]
    data = exported(records)[1]
    assert (data.rows, data.guarded, data.risky, data.replaced, data.paths) == (
        3,
        (),
        (Cell(1, "title"), Cell(3, "note")),
        1,
        (),
    )
    excel = exported(records, profile="excel")[1]
    assert (excel.guarded, excel.risky) == (data.risky, ())


def test_progress_counts_up_and_ends_with_the_total():
    seen = []
    exported((row() for _ in range(250)), progress=lambda count: seen.append(count) is None)
    assert seen == [0, 100, 200, 250]


@pytest.mark.parametrize("stop", [0, 100, 250])
def test_a_cancelled_export_says_so(stop):
    with pytest.raises(Cancelled, match="nothing was changed"):
        exported((row() for _ in range(250)), progress=lambda count: count < stop)


def test_a_stream_is_left_open_and_its_errors_are_not_ours():
    class Closed(io.BytesIO):
        def write(self, data):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        export([row()], Closed(), exporter=CSV, about=ABOUT)
    stream = io.BytesIO()
    export([row()], stream, exporter=CSV, about=ABOUT)
    assert not stream.closed


def test_the_rows_own_errors_pass_unchanged(tmp_path):
    def broken():
        yield row()
        raise KnownError("The database is damaged.")

    for exporter in (CSV, JSON, XLSX):
        with pytest.raises(KnownError, match=r"^The database is damaged\.$"):
            export(broken(), tmp_path / "x", exporter=exporter, about=ABOUT)
    assert list(tmp_path.iterdir()) == []


def test_where_a_time_was_asked_for_a_column_says_who_meets_it():
    about = replace(ABOUT, unsure=frozenset({"b"}))
    stream = io.BytesIO()
    export([row("a"), row("b")], stream, exporter=CSV, about=about, columns=("slug",))
    assert read_csv(stream.getvalue()) == [["slug", "meets_time"], ["a", "yes"], ["b", "unknown"]]


def test_what_comes_again_is_reported_each_time_in_the_order_of_the_rows():
    texts = {0: ("=1", "\ud800"), 199: ("ok", "=1"), 200: ("=1", "=1"), 4999: ("=1", "\ud800")}
    records = [row(f"r-{n}", title=texts.get(n, (f"t{n}",))[0], note=texts.get(n, ("", ""))[1]) for n in range(5000)]
    report = exported(records, columns=["note", "slug", "title"])[1]
    assert report.risky == (
        Cell(1, "title"),
        Cell(200, "note"),
        Cell(201, "note"),
        Cell(201, "title"),
        Cell(5000, "title"),
    )
    assert (report.rows, report.replaced) == (5000, 2)
