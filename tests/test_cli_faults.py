"""The command line where something is wrong: one sentence and a code, never a traceback."""

import os
import shutil
import subprocess
import sys
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


def test_import_says_of_a_database_too_large_to_be_checked_that_it_stays_here(tmp_path, capsys, monkeypatch):
    table, made = tmp_path / "one.csv", tmp_path / "made.db"
    table.write_text("Date\n1957\n")
    assert main(["import", str(table), "-o", str(made)]) == 0
    assert "only this machine" not in capsys.readouterr().out
    monkeypatch.setattr("kzexplorer.build.importing.MAX_FILE", 1000)
    assert main(["import", str(table), "-o", str(made)]) == 0
    assert "only this machine opens it" in capsys.readouterr().out
