"""The description beside a CSV: CSVW that a stranger can check the file by."""

import json
from dataclasses import replace
from hashlib import sha256
from urllib.parse import unquote

import pytest

from exports import ABOUT, CSV, JSON, XLSX
from kzexplorer.exporters import export
from kzexplorer.exporters.columns import COLUMNS
from rows import row


def described(tmp_path, records=(), name="italy.csv", **options):
    report = export(records, tmp_path / name, exporter=CSV, about=options.pop("about", ABOUT), **options)
    file, beside = report.paths
    assert beside == tmp_path / f"{name}-metadata.json"
    return file.read_bytes(), json.loads(beside.read_text("utf-8"))


def test_it_is_csvw(tmp_path):
    data, told = described(tmp_path, [row(sources=("gcat", "unoosa"))], columns=["slug", "ends_first", "partners"])
    assert told["@context"] == "http://www.w3.org/ns/csvw"
    assert told["url"] == "italy.csv"
    assert (told["dc:title"], told["dc:license"]) == (ABOUT.sentence, ABOUT.licence)
    assert told["dialect"]["delimiter"] == ","
    assert told["tableSchema"]["primaryKey"] == "slug"
    slug, ends, partners = told["tableSchema"]["columns"]
    heading = data.split(b"\r\n")[0].decode().split(",")
    assert [c["name"] for c in (slug, ends, partners)] == heading
    assert all(c["name"] in c["titles"] for c in (slug, ends, partners)), "a reader matches headings by title"
    assert slug["datatype"] == "string"
    assert ends["datatype"] == {"base": "date", "format": "yyyy-MM-dd"}
    assert partners["separator"] == "; "


def test_it_says_where_the_file_comes_from(tmp_path):
    data, told = described(tmp_path, [row("a", sources=("unoosa",)), row("b", sources=("gcat", "unoosa"))])
    (notes,) = told["notes"]
    assert notes["sha256"] == sha256(data).hexdigest()
    assert (notes["rows"], notes["of"]) == (2, 309)
    assert notes["query"] == ABOUT.query
    assert notes["sentence"] == ABOUT.sentence
    assert (notes["edition"], notes["data_date"]) == ("2026-11", "2026-11-01")
    assert (notes["licence"], notes["attribution"]) == (ABOUT.licence, ABOUT.attribution)
    assert notes["sources"] == ["gcat", "unoosa"]
    assert notes["program"] == "kzexplorer 0.1"
    assert "not known" in notes["nulls"]


def test_it_names_the_cells_that_were_guarded_or_would_run(tmp_path):
    records = [row("a"), row("b", title="=1", note="@x")]
    cells = [{"row": 2, "column": "title"}, {"row": 2, "column": "note"}]
    (notes,) = described(tmp_path, records, profile="excel", separator=";")[1]["notes"]
    assert (notes["guarded"], notes["not_guarded"]) == (cells, [])
    (notes,) = described(tmp_path, records)[1]["notes"]
    assert (notes["guarded"], notes["not_guarded"]) == ([], cells)


def test_it_follows_the_separator(tmp_path):
    assert described(tmp_path, profile="excel", separator=";")[1]["dialect"]["delimiter"] == ";"


def test_it_has_the_same_bytes_again(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        described(tmp_path / folder, [row()])
    first, second = (tmp_path / folder / "italy.csv-metadata.json" for folder in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ["a b#?%.csv", "Қазақстан.csv"])
def test_its_address_is_one(tmp_path, name):
    told = described(tmp_path, name=name)[1]
    assert told["url"].isascii()
    assert not set(told["url"]) & set(" #?")
    assert unquote(told["url"]) == name


def test_a_sentence_of_any_text_is_carried(tmp_path):
    about = replace(ABOUT, sentence="“\ud800\x00”")
    assert described(tmp_path, about=about)[1]["dc:title"] == "“\ufffd\x00”"


def test_without_a_key_there_is_no_key(tmp_path):
    assert "primaryKey" not in described(tmp_path, columns=["title"])[1]["tableSchema"]


def test_every_column_can_be_described(tmp_path):
    told = described(tmp_path, columns=tuple(COLUMNS))[1]
    assert [c["name"] for c in told["tableSchema"]["columns"]] == list(COLUMNS)


@pytest.mark.parametrize("exporter", [JSON, XLSX])
def test_other_formats_have_none(tmp_path, exporter):
    report = export([], tmp_path / "x", exporter=exporter, about=ABOUT)
    assert report.paths == (tmp_path / "x",)
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]
