"""Two editions compared: the committed database, and one rebuilt after edits of every kind."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from kzexplorer import build, paths
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.opening import open_store

SOURCE = paths.bundle() / "data" / "source"
CONFLICT = """\
record = "sputnik-1"
question = "From which pad?"
used = "Site 1."
positions = [
  { value = "Site 1", source = "gcat" },
  { value = "another", note = "said by some" },
]
"""
# File, what stands there, what stands there in the next edition.
MEETING, LAUNCH = "records/meeting/bremen-talks-2011.toml", "records/launch"
ITALY = '  { partner = "italy", role = "participant" },\n'
REPORT = '  { source = "tass-2021-uae-russia-kazakhstan-declaration-gagarin", note = "in passing" },\n'
EDITS = (
    ("records/satellite/kazsat-2.toml", 'title = "KazSat-2"', 'title = "KazSat-2 (II)"'),
    (f"{LAUNCH}/luna-1.toml", 'begins = "1959-01-02"', 'begins = "1959-01"'),
    ("records/project/kosmotras-stake.toml", 'status = "unknown"', 'status = "dormant"'),
    (f"{LAUNCH}/venera-1.toml", "Molniya rocket", "four-stage Molniya rocket"),
    (MEETING, 'role = "party" },\n', f'role = "party" }},\n{ITALY}'),
    (f"{LAUNCH}/luna-2.toml", '2023-luna-2" },\n', f'2023-luna-2" }},\n{REPORT}'),
    ("records/project/baikonur-objects-return-2022.toml", 'certainty = "single_source"', 'certainty = "confirmed"'),
    ("claims/april-2025-return.toml", 'verdict = "imprecise"', 'verdict = "confirmed"'),
)
# How, what, slug and field of each change that these edits make.
EXPECTED = {
    ("new", "record", "sputnik-2b", ""),
    ("withdrawn", "record", "luna-3", ""),
    ("new", "conflict", "sputnik-pad", ""),
    ("changed", "record", "kazsat-2", "title"),
    ("changed", "record", "luna-1", "begins"),
    ("changed", "record", "kosmotras-stake", "status"),
    ("changed", "record", "venera-1", "summary"),
    ("changed", "record", "bremen-talks-2011", "partners"),
    ("better_sourced", "record", "luna-2", "citations"),
    ("better_sourced", "record", "baikonur-objects-return-2022", "certainty"),
    ("changed", "claim", "april-2025-return", "verdict"),
}


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """The next edition of the data, after the edits."""
    folder = shutil.copytree(SOURCE, tmp_path_factory.mktemp("next") / "source")
    for name, old, new in EDITS:
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1, name
        (folder / name).write_text(text.replace(old, new), "utf-8")
    launches = folder / "records" / "launch"
    twin = (launches / "sputnik-2.toml").read_text("utf-8").replace("Sputnik 2 with Laika", "Sputnik 2, once more")
    (launches / "sputnik-2b.toml").write_text(twin, "utf-8")
    (launches / "luna-3.toml").unlink()
    (folder / "conflicts" / "sputnik-pad.toml").write_text(CONFLICT, "utf-8")
    edition = (folder / "edition.toml").read_text("utf-8")
    edition = edition.replace('"2026-11"', '"2026-12"').replace('"2026-09-30"', '"2026-10-31"')
    (folder / "edition.toml").write_text(edition, "utf-8")
    target = folder.parent / "next.db"
    assert build.build(folder, target) == ()
    return target


def test_exactly_the_edits_are_reported(run, newer):
    code, out, err = run("diff", paths.database(), newer, "--format", "json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert {(c["change"], c["thing"], c["slug"], c["field"]) for c in told["changes"]} == EXPECTED
    assert len(told["changes"]) == len(EXPECTED)
    assert told["old"] == {"edition": "2026-11", "data_date": "2026-09-30"}
    assert told["new"] == {"edition": "2026-12", "data_date": "2026-10-31"}
    (title,) = [change for change in told["changes"] if change["field"] == "title"]
    assert (title["before"], title["after"]) == ("KazSat-2", "KazSat-2 (II)")
    (partners,) = [change for change in told["changes"] if change["field"] == "partners"]
    assert partners["after"] == ["germany party", "italy participant"]


def test_the_other_way_round_new_is_withdrawn_and_nothing_is_better_sourced(run, newer):
    told = json.loads(run("diff", newer, paths.database(), "--format", "json")[1])["changes"]
    turned = {"new": "withdrawn", "withdrawn": "new", "changed": "changed", "better_sourced": "changed"}
    expected = {(turned[how], what, slug, field) for how, what, slug, field in EXPECTED}
    assert {(c["change"], c["thing"], c["slug"], c["field"]) for c in told} == expected


def test_as_csv_it_is_a_line_a_change(run, newer, tmp_path):
    code, out, err = run("diff", paths.database(), newer, "--format", "csv", "-o", tmp_path / "d.csv")
    assert (code, out) == (0, "")
    assert "Wrote" in err
    text = (tmp_path / "d.csv").read_bytes().decode()
    assert text == run("diff", paths.database(), newer, "--format", "csv")[1]
    lines = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert {(c["change"], c["thing"], c["slug"], c["field"]) for c in lines} == EXPECTED
    (summary,) = [line for line in lines if line["field"] == "summary"]
    assert "four-stage" in summary["after"]
    assert "four-stage" not in summary["before"]


def test_as_text_it_is_read(run, newer):
    code, out, _ = run("diff", paths.database(), newer)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == (
        "11 changes from edition 2026-11 (data up to 30 September 2026) "
        "to edition 2026-12 (data up to 31 October 2026)."
    )
    assert [line for line in lines if line.isupper()] == ["NEW", "CHANGED", "BETTER SOURCED", "WITHDRAWN"]
    place = lines.index("  Record: Bremen talks with OHB, ZARM and DLR  [bremen-talks-2011]")
    assert lines[place + 1 : place + 3] == ["    Partners", "    + italy participant"]
    place = lines.index("  Record: Luna 1  [luna-1]")
    assert lines[place + 1 : place + 4] == ["    Begins", "    - 2 January 1959", "    + January 1959"]
    assert "    + confirmed" in lines


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_is_read_in_every_language(run, newer, language):
    _, out, _ = run("--lang", language, "diff", paths.database(), newer)
    assert "CHANGED" not in out
    assert "Record:" not in out
    assert "Partners" not in out


def test_the_same_edition_differs_in_nothing(run, newer):
    code, out, err = run("diff", newer, newer)
    assert (code, err) == (0, "")
    assert out.startswith("Nothing differs from edition 2026-12")
    assert json.loads(run("diff", newer, newer, "--format", "json")[1])["changes"] == []


def older_schema(path):
    shutil.copy(paths.database(), path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 0")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "no file"),
        (lambda path: path.write_bytes(paths.database().read_bytes()[:70_000]), "cut short"),
        (lambda path: path.write_bytes(b"nonsense" * 1000), "not a SQLite database"),
        (older_schema, "made by an older kzexplorer"),
    ],
)
def test_a_file_that_cannot_be_compared_is_one_sentence(run, tmp_path, make, says):
    path = tmp_path / "x.db"
    make(path)
    for arguments in (
        ("diff", path, paths.database()),
        ("diff", paths.database(), path),
        ("--previous", path, "list"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        (line,) = err.splitlines()
        assert says in line
        assert "x.db" in line


def test_a_foreign_file_is_compared_as_a_copy_and_left_alone(run, newer, tmp_path):
    foreign = tmp_path / "foreign.db"
    shutil.copy(newer, foreign)
    foreign.chmod(0o400)
    assert run("diff", paths.database(), foreign)[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["foreign.db"]


def test_which_database_is_said_once(run, newer):
    for option in ("--db", "--previous"):
        code, out, err = run(option, newer, "diff", newer, newer)
        assert (code, out) == (2, "")
        assert "leave out" in err


def test_what_changed_since_can_be_asked_for(run, newer):
    before = ("--db", newer, "--previous", paths.database())
    records = {how: {slug for h, what, slug, _ in EXPECTED if (h, what) == (how, "record")} for how in
               ("new", "changed", "better_sourced")}  # fmt: skip
    for how, slugs in records.items():
        found = json.loads(run(*before, "list", "--since", how, "--format", "json")[1])
        assert {record["slug"] for record in found} == slugs
    counts = json.loads(run(*before, "facets", "--format", "json")[1])
    assert counts["since"] == {"new": 1, "changed": 5, "better_sourced": 2}
    assert counts["kind"]["launch"] > 4
    narrowed = json.loads(run(*before, "facets", "--view", "since=changed,new&kind=launch", "--format", "json")[1])
    assert narrowed["since"] == {"new": 1, "changed": 2, "better_sourced": 1}
    assert narrowed["kind"]["launch"] == 3
    assert run(*before, "list", "--since", "new,changed")[1].splitlines()[-1] == (
        "6 of 309 records: since the previous edition changed or new"
    )


def test_without_a_previous_edition_it_cannot_be_asked(run):
    for arguments in (("list", "--since", "new"), ("list", "--view", "since=new"), ("--view", "since=new")):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert "--previous" in err
    assert "since" not in json.loads(run("facets", "--format", "json")[1])


@pytest.fixture
def compared(newer):
    """The next edition, opened beside the committed one."""
    with closing(open_store(newer, paths.database())) as store:
        yield store


def test_the_window_offers_it_where_there_is_something_to_compare(compared, open_window):
    explorer, _ = open_window(data=compared)
    explorer.open(parse_state("since=changed", [facet.id for facet in compared.facets()]))
    assert len(explorer.results) == 5
