"""The command line where something is wrong: one sentence and a code, never a traceback."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer import paths
from kzexplorer.cli import main
from sentences import sentence


def test_a_partner_without_records_is_said_and_the_others_are_written(run, tmp_path, store, monkeypatch):
    whole = type(store).detail

    def recordless(self, slug):
        detail = whole(self, slug)
        return replace(detail, records=()) if slug == "chile" else detail

    monkeypatch.setattr(type(store), "detail", recordless)
    code, out, err = run("report", "--partner", "chile", "-o", tmp_path / "chile.md")
    assert (code, out) == (1, "")
    assert "nothing to report" in sentence(err)
    assert not list(tmp_path.iterdir())
    code, out, err = run("report", "--all", "--format", "md", "-o", tmp_path / "briefs")
    assert code == 1
    assert "nothing to report" in err
    assert len(list((tmp_path / "briefs").iterdir())) == 41


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["lst"], "lst"),
        (["list", "--partner", "itly"], "did you mean “italy”"),
        (["list", "--partner", "!"], "empty"),
        (["list", "--view", "colour=red"], "no key “colour”"),
        (["list", "--view", "kind=launch", "--text", "x"], "--view"),
        (["list", "--from", "soon"], "“soon” is not a date"),
        (["list", "--from", "2014", "--to", "2004"], "before it begins"),
        (["list", "--asof", "2012"], "one day"),
        (["list", "--limit", "-1"], "-1"),
        (["list", "--format", "yaml"], "yaml"),
        (["show", "kazsat3"], "did you mean “kazsat-3”"),
        (["show", "qqqqqqqqqqqq"], "Nothing has the slug"),
        (["show"], "SLUG"),
        (["report", "--partner", "itly", "-o", "x.md"], "did you mean “italy”"),
        (["report", "-o", "x.md"], "--partner"),
        (["report", "--all", "--partner", "italy", "-o", "x"], "--all"),
        (["report", "--partner", "italy", "-o", "x.doc"], "neither PDF nor Markdown"),
        (["report", "--partner", "italy", "-o", "-"], "--format"),
        (["silence", "--format", "csv"], "--output"),
        (["silence", "--across", "kind"], "kind"),
        (["cite", "italy"], "neither a record nor a source"),
        (["cite", "kazsat3"], "did you mean “kazsat-3”"),
        (["export", "--format", "ris", "--columns", "slug", "-o", "-"], "has no columns"),
        (["export", "--partner", "italy"], "--output"),
        (["export", "--columns", "slug,colour", "-o", "-"], "colour"),
        (["--lang", "fr", "list"], "fr"),
        (["--view", "kind=launch", "list"], "--view stands behind"),
        (["--view", "nonsense"], "key=value"),
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(run, arguments, says):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in sentence(err)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "no file"),
        (lambda path: path.mkdir(), "not a file"),
        (lambda path: path.touch(), "empty"),
        (lambda path: path.write_bytes(b"x" * 5000), "not a SQLite database"),
        (lambda path: os.mkfifo(path), "not a file"),
        (lambda path: path.write_bytes(paths.database().read_bytes()[:70_000]), "damaged"),
    ],
)
@pytest.mark.parametrize("command", [["list"], ["check"], ["show", "italy"]])
def test_a_file_that_is_no_database_is_one_sentence_and_code_1(run, tmp_path, make, says, command):
    path = tmp_path / "x.db"
    make(path)
    code, out, err = run("--db", path, *command)
    assert (code, out) == (1, "")
    assert "x.db" in sentence(err)


def test_build_names_file_line_and_fault(run, tmp_path):
    source = shutil.copytree(paths.bundle() / "data" / "source", tmp_path / "source")
    record = source / "records" / "satellite" / "kazsat-3.toml"
    record.write_text(record.read_text("utf-8").replace('begins = "2014-04-28"', 'begins = "soon"'), "utf-8")
    code, out, err = run("build", source, "-o", tmp_path / "x.db")
    assert (code, out) == (1, "")
    assert "kazsat-3.toml:2: " in err
    assert "soon" in err
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("target", ["missing/x.csv", ".", "/dev/full"])
def test_a_target_that_cannot_be_written_is_one_sentence(run, tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("export", "--partner", "italy", "-o", target)
    assert (code, out) == (1, "")
    sentence(err)
    assert not any(path.suffix == ".part" for path in tmp_path.rglob("*"))


@given(st.text(max_size=80))
def test_any_text_can_be_asked_for(text):
    assert main(["list", "--limit", "0", "--format", "json", "--text", text]) == 0


def test_a_reader_that_has_seen_enough_is_no_fault():
    command = f"{sys.executable} -m kzexplorer list --format json | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "0"
    assert done.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["list --limit 1", "show nosuch", "check", "export -o - --format csv"])
def test_a_closed_stream_is_no_fault_and_no_detour(closed, command):
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m kzexplorer {command} {closed}"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == (2 if "nosuch" in command else 0)
    assert "Traceback" not in done.stderr
    if "nosuch" in command:
        assert done.stdout == ""


def test_a_slug_of_any_bytes_is_only_a_slug_that_is_not_there(run):
    code, out, err = run("show", "\udcff")
    assert (code, out) == (2, "")
    assert "Nothing has the slug" in sentence(err)


def test_a_full_disk_behind_standard_output_is_one_sentence():
    command = f"{sys.executable} -m kzexplorer list --format json > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "cannot be written" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize("named", [{}, {"DISPLAY": ":77"}, {"WAYLAND_DISPLAY": "wayland-77"}])
def test_without_a_display_that_answers_the_window_says_so(named):
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    environment |= named
    done = subprocess.run(
        [sys.executable, "-m", "kzexplorer"], capture_output=True, text=True, timeout=60, env=environment
    )
    assert done.returncode == 1
    assert "no display" in sentence(done.stderr)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("title", "“title” in --map has no “=”"),
        ("title=Name,title=Date", "The field “title” is told two columns"),
        ("title=Name,note=Name", "The column “Name” is told two fields"),
        ("titel=Name", "did you mean “title”?"),
        ("title=Nane", "did you mean “Name”?"),
    ],
)
def test_a_map_that_cannot_be_meant_is_refused_and_not_remembered(run, tmp_path, told, said):
    table = tmp_path / "small.csv"
    table.write_text("Name,Date\nA,2001\n")
    code, out, err = run("import", table, "-o", tmp_path / "made.db", "--map", told)
    assert (code, out) == (2, "")
    assert said in sentence(err)
    assert not (tmp_path / "made.db").exists()
    assert "last time" not in run("import", table, "--preview")[1]


def test_what_is_guessed_of_columns_without_names_is_not_taken_for_another_table(run, tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("KazSat-1,2006-06-18,Russia\nKazSat-2,2011-07-16,Russia\n")
    second.write_text("2001,Agreement on space,Italy\n2002,Agreement on satellites,France\n")
    assert run("import", first, "-o", tmp_path / "made.db")[0] == 0
    code, out, err = run("import", second, "-o", tmp_path / "made.db")
    assert (code, err) == (0, "")
    assert "Wrote 2 records" in out


def test_how_dates_were_meant_once_is_not_taken_for_another_table(run, tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("Name,Date\nA,03/04/2010\n")
    second.write_text("Name,Date\nB,03/04/2012\n")
    assert "read with the month first" in run("import", first, "-o", tmp_path / "a.db", "--dates", "month-first")[1]
    out = run("import", second, "-o", tmp_path / "b.db")[1]
    assert "left vague since no other date tells" in out
    assert "--dates says how" in out


def test_columns_are_guessed_anew_when_that_is_asked(run, tmp_path):
    table = tmp_path / "small.csv"
    table.write_text("Name,Date,Remark\nA,2001,B\n")
    run("import", table, "-o", tmp_path / "made.db", "--map", "title=Remark")
    assert "--anew guesses them anew" in run("import", table, "--preview")[1]
    out = run("import", table, "--preview", "--anew")[1]
    assert "last time" not in out
    assert out.rstrip().endswith(" A")


def test_a_database_is_not_written_to_the_output(run, tmp_path):
    table = tmp_path / "small.csv"
    table.write_text("Name,Date\nA,2001\n")
    code, _, err = run("import", table, "-o", "-")
    assert code == 2
    assert "A database cannot be written to the output; name a file" in sentence(err)


@pytest.mark.skipif(os.name != "posix", reason="what is tested is POSIX's")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_an_import_that_the_system_ends_leaves_nothing(tmp_path, asked):
    table, folder = tmp_path / "long.csv", tmp_path / "made"
    table.write_text("Name,Date\n" + "".join(f"Launch {n},{1950 + n % 70}\n" for n in range(60_000)))
    folder.mkdir()
    program = [sys.executable, "-m", "kzexplorer", "import", str(table), "-o", str(folder / "made.db")]
    with subprocess.Popen(program, env={**os.environ, "XDG_DATA_HOME": str(tmp_path)}) as process:
        while not any(part.stat().st_size for part in folder.glob(".*.part")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(asked)
        assert process.wait(30) == 128 + asked
    assert list(folder.iterdir()) == []


def test_import_says_of_a_database_too_large_to_be_checked_that_it_stays_here(tmp_path, capsys, monkeypatch):
    table, made = tmp_path / "one.csv", tmp_path / "made.db"
    table.write_text("Date\n1957\n")
    assert main(["import", str(table), "-o", str(made)]) == 0
    assert "only this machine" not in capsys.readouterr().out
    monkeypatch.setattr("kzexplorer.build.importing.MAX_FILE", 1000)
    assert main(["import", str(table), "-o", str(made)]) == 0
    assert "only this machine opens it" in capsys.readouterr().out
