"""The command line as a person or a script uses it: what comes out, where, and with which code."""

import csv
import io
import json
import shutil
import subprocess
import sys

import pytest

from kzexplorer import paths
from kzexplorer.cli import FACETS, main

CORE = (
    "slug", "title", "kind", "begins", "ends", "begins_first", "begins_last", "ends_first", "ends_last", "status",
    "certainty", "partners", "organizations", "areas", "summary",
)  # fmt: skip


def test_list_prints_a_line_a_record_and_says_what_was_asked(run):
    code, out, err = run("list", "--partner", "italy", "--kind", "satellite")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line.rsplit("[", 1)[1] for line in lines[:-1]] == ["kazsat-1]", "kazsat-2]", "kazsat-3]"]
    assert lines[-1] == "3 of 309 records: kind Satellite, with Italy"


def test_list_as_json_has_the_promised_keys(run):
    code, out, _ = run("list", "--view", "partner=italy", "--format", "json")
    records = json.loads(out)
    assert code == 0
    assert len(records) == 13
    assert all(tuple(record) == CORE for record in records)
    (kazsat,) = [record for record in records if record["slug"] == "kazsat-3"]
    assert kazsat["begins"] == kazsat["begins_first"] == kazsat["begins_last"] == "2014-04-28"
    assert kazsat["partners"] == ["russia", "italy"]
    assert (kazsat["ends"], kazsat["ends_first"], kazsat["ends_last"]) == ("2026-09-30..", "2026-09-30", None)


def test_list_as_csv_is_rfc_4180(run):
    _, out, _ = run("list", "--partner", "italy", "--format", "csv")
    assert out.endswith("\r\n")
    assert len(list(csv.DictReader(io.StringIO(out, newline="")))) == 13


def test_all_rows_unless_limited(run):
    assert len(json.loads(run("list", "--format", "json")[1])) == 309
    assert len(json.loads(run("list", "--format", "json", "--limit", "5")[1])) == 5
    assert json.loads(run("list", "--format", "json", "--limit", "0")[1]) == []


def test_an_empty_result_is_done(run):
    code, out, err = run("list", "--text", "zzzzzz")
    assert (code, err) == (0, "")
    assert out == "0 of 309 records: words “zzzzzz”\n"


def test_single_options_and_a_view_ask_the_same(run):
    options = run(
        "list", "--text", "kazsat", "--partner", "italy,russia", "--kind", "!meeting", "--from", "2004", "--to", "2014"
    )
    view = run("list", "--view", "text=kazsat&partner=italy,russia&kind=!meeting&from=2004&to=2014&span=active")
    repeated = run(
        "list",
        "--text",
        "kazsat",
        "--partner",
        "italy",
        "--partner",
        "russia",
        "--kind",
        "!meeting",
        "--from",
        "2004",
        "--to",
        "2014",
    )
    assert options == view == repeated


def test_a_day_after_the_data_is_answered_with_how_far_the_data_reaches(run):
    assert "data to" not in run("list", "--asof", "2026-09-30")[1].splitlines()[-1]
    assert run("list", "--asof", "2026-10-01")[1].endswith("; data to 30 September 2026\n")


def test_as_of_marks_what_is_not_known(run):
    _, out, _ = run("list", "--asof", "2012-01-01", "--partner", "italy")
    assert "kazsat-2" in out
    assert "kazsat-3]" not in out
    assert "not known of" in out.splitlines()[-1]
    assert any(line.startswith("?") for line in out.splitlines())


def test_a_vague_date_makes_a_count_a_range(run):
    asked = ("--kind", "agreement", "--to", "2009-03", "--span", "begins")
    lines = run("list", *asked)[1].splitlines()
    assert lines[-1] == "3 to 4 of 309 records: kind Agreement, begun until March 2009"
    assert [line.rsplit("[", 1)[1] for line in lines if line.startswith("?")] == ["agency-papers-list-2013]"]
    assert "      1  India [india]" in run("facets", *asked)[1].splitlines()
    assert "    0–1  Japan [japan]" in run("facets", *asked)[1].splitlines()
    counts = json.loads(run("facets", *asked, "--format", "json")[1])
    assert counts["partner"]["japan"] == counts["unknown"]["partner"]["japan"] == 1
    assert counts["unknown"]["partner"]["india"] == 0


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_says_of_each_record_whether_it_was_so(run, form):
    out = run("export", "--asof", "2012-01-01", "--partner", "italy", "--format", form, "-o", "-")[1]
    records = json.loads(out) if form == "json" else list(csv.DictReader(io.StringIO(out, newline="")))
    assert {record["slug"]: record["meets_time"] for record in records} == {
        "kazsat-italian-payloads": "yes",
        "kazsat-3-contract-2011": "unknown",
        "kazsat-2": "yes",
    }
    out = run("export", "--partner", "italy", "--format", form, "-o", "-")[1]
    assert "meets_time" not in out


def test_the_order(run):
    newest = json.loads(run("list", "--sort", "-begins", "--format", "json", "--limit", "1")[1])
    oldest = json.loads(run("list", "--format", "json", "--limit", "1")[1])
    assert newest[0]["begins_first"] > oldest[0]["begins_first"]


def test_facets_count_under_the_view(run):
    code, out, _ = run("facets", "--view", "partner=italy", "--format", "json")
    counts = json.loads(out)
    assert code == 0
    assert set(counts) == set(FACETS) - {"since"}
    assert counts["kind"]["satellite"] == 3
    assert counts["partner"]["russia"] == 144
    assert "Partners [partner]" in run("facets")[1]


@pytest.mark.parametrize("slug", ["kazsat-3", "italy", "tasi", "kazsat-3-italy", "gcat", "kazakhstan"])
def test_show_shows_anything(run, slug):
    code, out, err = run("show", slug)
    assert (code, err) == (0, "")
    assert f"[{slug}]" in out.splitlines()[0]


def test_every_claim_of_the_brief_leads_on(run, store):
    covered = {claim.slug for row in store.rows(range(309)) for claim in store.detail(row.slug).claims}
    for claim in sorted(covered):
        code, out, _ = run("show", claim)
        assert code == 0
        assert "RECORDS" in out


def test_texts_follow_the_language(run):
    assert "Италия" in run("--lang", "ru", "show", "italy")[1].splitlines()[0]
    assert "Қазақстан" in run("--lang", "kk", "show", "kazakhstan")[1].splitlines()[0]


def test_export_writes_a_file_and_its_sidecar(run, tmp_path):
    target = tmp_path / "italy.csv"
    code, out, err = run("export", "--view", "partner=italy", "--format", "csv", "-o", target)
    assert (code, out) == (0, "")
    assert err.count("Wrote") == 2
    beside = json.loads((tmp_path / "italy.csv-metadata.json").read_text("utf-8"))
    assert "partner=italy" in json.dumps(beside)
    assert target.read_bytes().count(b"\r\n") == 14


def test_export_to_standard_output_is_the_same_and_leaves_nothing(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("export", "--view", "partner=italy", "--format", "csv", "-o", "x.csv")
    file = (tmp_path / "x.csv").read_bytes().decode("utf-8")
    shutil.rmtree(tmp_path, ignore_errors=True)
    assert run("export", "--view", "partner=italy", "--format", "csv", "-o", "-")[1] == file


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_other_formats(run, tmp_path, form):
    code, _, _ = run("export", "--partner", "italy", "--format", form, "-o", tmp_path / f"x.{form}")
    assert code == 0
    assert (tmp_path / f"x.{form}").stat().st_size > 1000


def test_the_sources_of_a_view_as_bibtex_and_ris(run, tmp_path):
    for form, entries, begins in (("bibtex", "b.bib", "@misc{"), ("ris", "b.ris", "TY  - ")):
        code, out, err = run("export", "--partner", "italy", "--format", form, "-o", tmp_path / entries)
        assert (code, out) == (0, "")
        assert "the 32 sources of 13 records" in err
        assert (tmp_path / entries).read_text("utf-8").count(begins) == 32
    assert len(list(tmp_path.iterdir())) == 2


def test_cite_prints_a_record_or_a_source(run):
    for form, says in (("text", "Record “kazsat-2” in"), ("bibtex", "@misc{kzexplorer:kazsat-2"), ("ris", "ER  -")):
        code, out, err = run("cite", "kazsat-2", "--format", form)
        assert (code, err) == (0, "")
        assert says in out
    assert run("cite", "gcat")[1].startswith("General Catalog of Artificial Space Objects (GCAT). Jonathan McDowell, ")


def test_the_brief_of_a_partner_as_pdf_and_markdown(run, tmp_path, qapp):
    for name, begins in (("italy.pdf", b"%PDF-"), ("italy.md", b"# Italy\n")):
        code, out, err = run("report", "--partner", "italy", "-o", tmp_path / name)
        assert (code, out) == (0, "")
        assert name in err
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert run("--lang", "ru", "report", "--partner", "italy", "--format", "md", "-o", "-")[1].startswith("# Италия\n")


def test_the_briefs_of_all_partners(run, tmp_path, store):
    code, out, err = run("report", "--all", "--format", "md", "-o", tmp_path / "briefs")
    assert (code, out) == (0, "")
    assert err.count("Wrote") == 42
    names = {path.name for path in (tmp_path / "briefs").iterdir()}
    assert names == {f"{partner.slug}.md" for partner in store.partners if partner.kind != "home"}


def test_silence_names_what_is_missing_unconfirmed_and_old(run):
    lines = run("silence", "--partner", "france")[1].splitlines()
    assert lines[0] == "France [france]"
    text = " ".join(" ".join(lines[1:]).split())
    assert "nothing known: Launch services and sites, Lunar exploration, Navigation" in text
    assert "old evidence only: Science and exploration (1)" in text
    assert "well sourced: Satellite communications (3)" in text
    assert run("silence")[1].count("[") == 42


def test_silence_as_json_and_csv(run, tmp_path):
    cells = json.loads(run("silence", "--across", "decade", "--format", "json")[1])
    assert len(cells) == 42 * 8
    (cell,) = [cell for cell in cells if (cell["down"], cell["across"]) == ("italy", "2000s")]
    assert (cell["records"], cell["direct"], cell["confirmed"], cell["sourcing"]) == (3, 3, 3, "sourced")
    (cell,) = [cell for cell in cells if (cell["down"], cell["across"]) == ("italy", "1990s")]
    assert (cell["records"], cell["newest"], cell["sourcing"]) == (0, None, "empty")
    code, out, err = run("silence", "--partner", "italy,france", "--format", "csv", "-o", tmp_path / "s.csv")
    assert (code, out) == (0, "")
    assert err.count("Wrote") == 2
    lines = (tmp_path / "s.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 2 * 12
    assert '"Italy","Navigation",0,0,0,0,"","nothing known"' in lines


def test_excel_profile_separator_and_columns(run, tmp_path):
    target = tmp_path / "x.csv"
    columns = "slug,title,begins_first"
    code, _, _ = run(
        "export", "--partner", "italy", "--profile", "excel", "--separator", ";", "--columns", columns, "-o", target
    )
    assert code == 0
    text = target.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.splitlines()[0].count(";") == 2


def test_a_copy_of_the_database_opens_and_leaves_nothing_beside_it(run, tmp_path):
    shutil.copy(paths.database(), tmp_path / "copy.db")
    for _ in range(2):
        code, out, err = run("--db", tmp_path / "copy.db", "list", "--partner", "italy")
        assert (code, err) == (0, "")
        assert out.splitlines()[-1] == "13 of 309 records: with Italy"
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_a_database_opens_where_no_folder_can_be_written(run, tmp_path, monkeypatch):
    shutil.copy(paths.database(), tmp_path / "copy.db")
    (tmp_path / "home").touch()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / "x"))
    code, _out, err = run("--db", tmp_path / "copy.db", "list", "--limit", "1")
    assert (code, err) == (0, "")


def test_check_says_the_edition_the_counts_and_ok(run):
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert "2026-11" in out
    assert out.splitlines()[-1] == "ok"
    for count in ("309", "42", "98", "451", "46", "33", "26", "51"):
        assert f"{count} " in out


def test_build_writes_a_database_that_opens_in_place(run, tmp_path):
    target = tmp_path / "new.db"
    code, out, err = run("build", "-o", target)
    assert (code, err) == (0, "")
    assert str(target) in out
    assert run("build", "--check", "-o", target)[0] == 0
    assert run("--db", target, "list", "--limit", "1")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


def test_build_check_finds_one_changed_value(run, tmp_path):
    source = shutil.copytree(paths.bundle() / "data" / "source", tmp_path / "source")
    record = source / "records" / "satellite" / "kazsat-3.toml"
    record.write_text(record.read_text("utf-8").replace("mass_kg = 1743", "mass_kg = 1744"), "utf-8")
    code, out, err = run("build", source, "--check")
    assert (code, out) == (1, "")
    assert err


def test_the_command_line_runs_without_qt():
    script = (
        "import sys\n"
        "from kzexplorer.cli import main\n"
        "for line in (['list', '--limit', '1'], ['show', 'italy'], ['facets'], ['check'],\n"
        "             ['export', '-o', '-', '--format', 'csv'], ['build', '--check'], ['cite', 'gcat'],\n"
        "             ['report', '--partner', 'italy', '--format', 'md', '-o', '-']):\n"
        "    assert main(line) == 0, line\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))]\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_import_says_how_it_reads_a_table_writes_it_and_remembers_the_columns(tmp_path, capsys):
    table, made = tmp_path / "launches.csv", tmp_path / "made.db"
    table.write_text("Launch_Date,Mission,Weight\n1957 Oct 4,Sputnik 1,84\nsoon,Broken,1\n")
    assert main(["import", str(table), "--preview"]) == 0
    told = capsys.readouterr().out
    assert "launches.csv: CSV, UTF-8, separated by comma, names of columns on line 1" in told
    assert "4 October 1957" in told
    assert "Partners         (none: all stand under Kazakhstan)" in told
    assert "line 3 would be left out: “soon” is not a date" in told
    assert list(tmp_path.iterdir()) == [table]
    assert main(["import", str(table), "-o", str(made), "--map", "note=Weight,title=Mission", "--kind", "meeting"]) == 0
    assert "1 row was left out" in capsys.readouterr().out
    assert main(["--db", str(made), "show", "sputnik-1"]) == 0
    shown = capsys.readouterr().out
    assert "Meeting" in shown
    assert main(["import", str(table), "--preview"]) == 0
    assert "Note             Weight" in capsys.readouterr().out
    for wrong, sentence in (
        ("titel=Mission", "A record has no field “titel”; did you mean “title”?"),
        ("title=Misson", "The table has no column “Misson”; did you mean “Mission”?"),
    ):
        assert main(["import", str(table), "-o", str(made), "--map", wrong]) == 2
        assert sentence in capsys.readouterr().err
    assert main(["import", str(table)]) == 2
    assert main(["import", str(tmp_path / "no.csv"), "--preview"]) == 1
