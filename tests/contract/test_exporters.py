"""What every exporter promises, whichever there are."""

import io
import json

import openpyxl
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_bytes

from exports import ABOUT, exported, read_csv
from kzexplorer.domain.errors import KnownError
from kzexplorer.exporters import PROFILES, Exporter, OptionError, export, exporters
from kzexplorer.exporters.columns import COLUMNS, CORE
from rows import NASTY, row, rows

EACH = pytest.mark.parametrize("exporter", exporters().values(), ids=lambda e: e.id)
TABLES = [e for e in exporters().values() if e.columns]
EACH_TABLE = pytest.mark.parametrize(
    ("exporter", "profile"), [pytest.param(e, p, id=f"{e.id}-{p}") for e in TABLES for p in e.profiles]
)
EACH_OF_SOURCES = pytest.mark.parametrize(
    "exporter", [e for e in exporters().values() if not e.columns], ids=lambda e: e.id
)
EACH_PROFILE = pytest.mark.parametrize(
    ("exporter", "profile"),
    [pytest.param(e, p, id=f"{e.id}-{p}") for e in exporters().values() for p in e.profiles],
)


def read(exporter: Exporter, profile: str, data: bytes) -> tuple[list[str], int]:
    """Read an export back, as far as the columns and the number of records, or of sources."""
    match exporter.id:
        case "csv":
            lines = read_csv(data, ",", "utf-8-sig" if profile == "excel" else "utf-8")
            assert {len(line) for line in lines} == {len(lines[0])}
            return lines[0], len(lines) - 1
        case "json":
            records = json.loads(data)
            return list(records[0]) if records else [], len(records)
        case "xlsx":
            lines = list(openpyxl.load_workbook(io.BytesIO(data))["Records"].values)
            return list(lines[0]), len(lines) - 1
        case "bibtex":
            return [], len(parse_bytes(data, "bibtex").entries)
        case "ris":
            return [], len(rispy.loads(data.decode()))
        case _:
            pytest.fail(f"nobody reads {exporter.id} back; teach this test to")


@EACH
def test_declares_itself(exporter):
    assert exporter.id.isidentifier()
    assert exporter.suffix.startswith(".")
    assert "/" in exporter.media_type
    assert exporter.profiles[0] == "data", "the default of the command line"
    assert set(exporter.profiles) <= set(PROFILES)
    assert not exporter.columns or set(CORE) <= set(exporter.columns) <= set(COLUMNS)


def test_the_formats_promised_are_there_in_a_stable_order():
    assert list(exporters())[:3] == ["csv", "json", "xlsx"]


@EACH_PROFILE
def test_the_same_rows_make_the_same_bytes(exporter, profile, monkeypatch):
    records = [
        row(f"r-{i}", title=text, begins="2004..2006-03", sources=("russia", "a")) for i, text in enumerate(NASTY)
    ]
    first = exported(iter(records), exporter, profile=profile, separator=",")
    monkeypatch.setenv("TZ", "Asia/Almaty")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert exported(iter(records), exporter, profile=profile, separator=",") == first


@EACH_PROFILE
def test_no_rows_are_a_whole_file(exporter, profile):
    data, report = exported([], exporter, profile=profile, separator=",")
    assert read(exporter, profile, data)[1] == report.rows == 0


@EACH_TABLE
def test_every_nasty_text_survives_everywhere(exporter, profile):
    records = [row(title=text, summary=text, note=text) for text in NASTY]
    data, report = exported(records, exporter, profile=profile, separator=",", columns=tuple(COLUMNS))
    assert read(exporter, profile, data) == (list(COLUMNS), len(NASTY))
    assert report.rows == len(NASTY)
    assert report.replaced >= 3


@EACH_TABLE
@settings(max_examples=15, deadline=None)
@given(records=st.lists(rows(), max_size=3), columns=st.lists(st.sampled_from(list(COLUMNS)[1:]), unique=True))
def test_any_records_in_any_columns(exporter, profile, records, columns):
    columns = ["slug", *columns]  # of which no record is without, so that no line of a sheet is blank
    data, report = exported(records, exporter, profile=profile, separator=",", columns=columns)
    names, count = read(exporter, profile, data)
    assert names == columns or not records
    assert count == report.rows == len(records)


@EACH_PROFILE
def test_a_file_holds_what_a_stream_gets(exporter, profile, tmp_path):
    records = [row("a", title="Ғарыш", sources=("a", "italy")), row("b", sources=("a",))]
    target = tmp_path / f"Қазақстан – Italy{exporter.suffix}"
    report = export(records, target, exporter=exporter, about=ABOUT, profile=profile, separator=",")
    assert target.read_bytes() == exported(records, exporter, profile=profile, separator=",")[0]
    assert report.paths[0] == target
    assert sorted(report.paths) == sorted(tmp_path.iterdir()), "and nothing is left beside it"


@EACH
def test_an_unknown_profile_is_a_sentence(exporter):
    with pytest.raises(OptionError, match=r"has no profile “word”; it has .*data"):
        exported([], exporter, profile="word")


@EACH_OF_SOURCES
@settings(max_examples=15, deadline=None)
@given(records=st.lists(rows(), max_size=4))
def test_each_source_of_any_records_is_written_once(exporter, records):
    data, report = exported(records, exporter)
    expected = {slug for record in records for slug in record.sources}
    assert read(exporter, "data", data)[1] == report.sources == len(expected)
    assert report.rows == len(records)


@EACH_OF_SOURCES
def test_sources_have_no_columns(exporter):
    with pytest.raises(OptionError, match="has no columns"):
        exported([], exporter, columns=("slug",))


@EACH_OF_SOURCES
def test_a_citation_of_nothing_is_a_sentence_and_leaves_the_old_file(exporter, tmp_path):
    target = tmp_path / "x"
    target.write_text("old")
    with pytest.raises(KnownError, match="“kazsat-1” cites “nowhere”, and there is no such source"):
        export([row(sources=("nowhere",))], target, exporter=exporter, about=ABOUT)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
