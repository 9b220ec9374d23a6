"""The user's files survive damage, newer versions, closed folders, a second window and a kill."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzexplorer.shelf import SETTINGS, SHELF, THEMES, Basket, Kept, Place, SavedView, Settings, Shelf, lock
from rows import texts

posix = pytest.mark.skipif(os.name != "posix", reason="what is tested is POSIX's")
PIXELS = st.integers(-9999, 99999)


def unique_by_name(entries):
    return st.lists(entries, max_size=4, unique_by=lambda entry: entry.name).map(tuple)


SHELVES = st.builds(
    Shelf,
    unique_by_name(st.builds(Basket, texts(), st.lists(texts(), max_size=4, unique=True).map(tuple))),
    unique_by_name(st.builds(SavedView, texts(), texts())),
)
ALL_SETTINGS = st.builds(
    Settings,
    st.sampled_from(THEMES),
    st.none() | st.builds(Place, PIXELS, PIXELS, PIXELS, PIXELS),
    st.booleans(),
    st.dictionaries(texts(), st.lists(PIXELS, max_size=3).map(tuple), max_size=3).map(lambda d: tuple(d.items())),
    texts(),
    texts(),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kzexplorer" / "shelf.json"


def opened(path, form=SHELF):
    kept = Kept(form, path)
    assert kept.open() == ""
    return kept


def put(name, *slugs):
    return lambda shelf: shelf.put_basket((shelf.basket(name) or Basket(name)).with_(slugs))


def names(kept):
    return [basket.name for basket in kept.value.baskets]


@given(SHELVES)
def test_a_shelf_comes_back_as_it_was(tmp_path_factory, shelf):
    path = tmp_path_factory.mktemp("shelf") / "shelf.json"
    assert Kept(SHELF, path).change(lambda _: shelf) == ""
    assert opened(path).value == shelf


@given(ALL_SETTINGS)
def test_settings_come_back_as_they_were(tmp_path_factory, settings):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    assert Kept(SETTINGS, path).change(lambda _: settings) == ""
    assert opened(path, SETTINGS).value == settings


def test_a_file_reads_as_what_it_is(path):
    kept = opened(path)
    assert kept.value == Shelf()
    assert not path.parent.exists()
    kept.change(put("Ғарыш", "kazsat-3", "gone-for-good"))
    assert path.read_text("utf-8") == textwrap.dedent("""\
        {
          "format": "kzexplorer shelf",
          "version": 1,
          "baskets": [
            {
              "name": "Ғарыш",
              "records": [
                "kazsat-3",
                "gone-for-good"
              ]
            }
          ],
          "views": []
        }
        """)


def test_without_a_path_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = Kept(SHELF)
    assert (kept.open(), kept.refresh(), kept.change(put("a", "x"))) == ("", "", "")
    assert names(kept) == ["a"]
    assert list(tmp_path.iterdir()) == []


GOOD = {"format": "kzexplorer shelf", "version": 1, "baskets": [], "views": []}


def bad(**changes):
    return json.dumps({**GOOD, **changes}).encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "line 1: Expecting value"),
        (b'{"format": "kzexplorer shelf",\n"vers', "line 2: "),
        (b"\xff\xfe\x00", "byte 0 is not UTF-8"),
        (b"SQLite format 3\x00", "line 1: "),
        (b"[" * 100_000, "nested too deeply"),
        (b"9" * 5000, "limit"),
        (b"[]", "it is not of the format “kzexplorer shelf”"),
        (bad(format="kzexplorer settings"), "it is not of the format"),
        (bad(version="1"), "its version is missing"),
        (bad(version=True), "its version is missing"),
        (bad(version=0), "its version is missing"),
        (bad(baskets=None), "“baskets” is missing or no list"),
        (bad(baskets=["x"]), "“name” is missing or no text"),
        (bad(baskets=[{"name": 1, "records": []}]), "“name” is missing or no text"),
        (bad(baskets=[{"name": "x", "records": [1]}]), "“records” holds something that is no text"),
        (bad(baskets=[{"name": "x", "records": []}] * 2), "a name stands twice"),
        (bad(views=[{"name": "x"}]), "“state” is missing or no text"),
        (b" " * (16 * 1024 * 1024 + 1), "it is too large"),
    ],
    ids=range(18),
)
def test_a_damaged_file_is_kept_aside_and_said(path, data, reason):
    path.parent.mkdir()
    path.write_bytes(data)
    (path.parent / "shelf.json.damaged-1").write_bytes(b"an older accident")
    kept = Kept(SHELF, path)
    sentence = kept.open()
    assert reason in sentence
    assert "it is kept as “shelf.json.damaged-2” beside it, and baskets and saved views begin anew." in sentence
    assert "\n" not in sentence
    assert kept.value == Shelf()
    assert (path.parent / "shelf.json.damaged-2").read_bytes() == data
    assert (path.parent / "shelf.json.damaged-1").read_bytes() == b"an older accident"
    assert kept.change(put("new", "x")) == ""
    assert names(opened(path)) == ["new"]


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "pink"},
        {"theme": None},
        {"window": [1, 2, 3]},
        {"window": [1, 2, 3, "4"]},
        {"window": [1, 2, 3, 10**9]},
        {"window": [1, 2, 3, True]},
        {"window": {}},
        {"maximized": 1},
        {"panes": []},
        {"panes": {"body": [1.5]}},
        {"state": 5},
    ],
)
def test_damaged_settings_are_kept_aside_too(tmp_path, changes):
    path = tmp_path / "settings.json"
    Kept(SETTINGS, path).change(lambda settings: settings)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **changes}), "utf-8")
    kept = Kept(SETTINGS, path)
    assert "and the window's settings begin anew." in kept.open()
    assert kept.value == Settings()
    assert (tmp_path / "settings.json.damaged-1").exists()


def test_what_is_in_memory_outlives_a_file_that_is_damaged_meanwhile(path):
    kept = opened(path)
    kept.change(put("a", "x"))
    path.write_bytes(path.read_bytes()[:-40])
    assert "damaged-1" in kept.change(put("b", "y"))
    assert names(opened(path)) == ["a", "b"]


def test_what_is_in_memory_outlives_a_file_that_is_removed_meanwhile(path):
    kept = opened(path)
    kept.change(put("a", "x"))
    path.unlink()
    assert kept.refresh() == ""
    assert kept.change(put("b", "y")) == ""
    assert names(opened(path)) == ["a", "b"]


@pytest.mark.parametrize("readable", [True, False])
def test_a_newer_file_is_shown_as_far_as_it_is_understood_and_never_overwritten(path, readable):
    path.parent.mkdir()
    data = bad(version=2, baskets=[{"name": "a", "records": ["x"]}] if readable else {"a": ["x"]})
    path.write_bytes(data)
    kept = Kept(SHELF, path)
    sentence = kept.open()
    assert "was written by a newer version of kzexplorer and is left as it is; update the program." in sentence
    assert sentence.endswith("Until then baskets and saved views are not remembered.")
    assert kept.change(put("b", "y")) == ""
    assert kept.change(put("b", "z")) == ""
    assert names(kept) == (["a", "b"] if readable else ["b"])
    assert kept.value.basket("b").slugs == ("y", "z")
    assert kept.refresh() == ""
    assert names(kept)[-1] == "b"
    assert [entry.name for entry in path.parent.iterdir() if "lock" not in entry.name] == ["shelf.json"]
    assert path.read_bytes() == data


def test_a_folder_in_the_place_of_the_file(path):
    path.mkdir(parents=True)
    kept = Kept(SHELF, path)
    assert "shelf.json” is a folder, not a file; move it away." in kept.open()
    assert kept.change(put("a", "x")) == ""
    assert names(kept) == ["a"]
    path.rmdir()
    assert kept.change(put("b", "y")) == ""
    assert names(opened(path)) == ["a", "b"]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "kzexplorer").write_bytes(b"")
    kept = Kept(SHELF, tmp_path / "kzexplorer" / "shelf.json")
    sentence = kept.open()
    assert f"“{tmp_path / 'kzexplorer'}” cannot be written to" in sentence
    assert "baskets and saved views are not remembered" in sentence
    assert kept.change(put("a", "x")) == ""
    assert kept.change(put("b", "x")) == ""
    assert names(kept) == ["a", "b"]
    (tmp_path / "kzexplorer").unlink()
    assert kept.change(put("c", "x")) == ""
    assert names(opened(tmp_path / "kzexplorer" / "shelf.json")) == ["a", "b", "c"]


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_closed_in_earnest(tmp_path):
    tmp_path.chmod(0o500)
    try:
        kept = Kept(SHELF, tmp_path / "kzexplorer" / "shelf.json")
        assert "cannot be written to" in kept.open()
        assert kept.change(put("a", "x")) == ""
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_closed(tmp_path, monkeypatch):
    # Asked of the system in earnest, root may write anything.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    kept = Kept(SHELF, tmp_path / "shelf.json")
    assert "cannot be written to" in kept.open()


def test_a_full_disk_is_said_once_and_made_up_for(path, monkeypatch):
    kept = opened(path)
    kept.change(put("a", "x"))
    with monkeypatch.context() as patch:

        def full(descriptor):
            raise OSError(28, "No space left on device")

        patch.setattr(os, "fsync", full)
        assert "The disk is full" in kept.change(put("a", "y"))
        assert kept.change(put("a", "z")) == ""
        other = opened(path)
    other.change(put("b", "1"))
    assert kept.refresh() == ""
    assert names(kept) == ["a", "b"]
    assert kept.value.basket("a").slugs == ("x", "y", "z")
    assert kept.change(put("a", "w")) == ""
    assert opened(path).value == Shelf((Basket("a", ("x", "y", "z", "w")), Basket("b", ("1",))))


def test_a_file_that_cannot_be_read_is_not_written_over(path, monkeypatch):
    opened(path).change(put("a", "x"))
    before = path.read_bytes()
    kept = Kept(SHELF, path)
    with monkeypatch.context() as patch:

        def refuse(self, mode="r"):
            raise PermissionError(13, "Permission denied")

        patch.setattr(type(path), "open", refuse)
        assert "cannot be read (Permission denied); check its permissions" in kept.open()
        kept.change(put("b", "y"))
    assert path.read_bytes() == before


def test_a_damaged_file_that_cannot_be_put_aside_stays(path, monkeypatch):
    path.parent.mkdir()
    path.write_bytes(b"{")

    def refuse(self, other):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(type(path), "rename", refuse)
    kept = Kept(SHELF, path)
    assert "is damaged and cannot be put aside (Read-only file system); move it away" in kept.open()
    kept.change(put("a", "x"))
    assert path.read_bytes() == b"{"


def test_two_windows_lose_nothing(path):
    one, two = opened(path), opened(path)
    one.change(put("ours", "a"))
    two.change(put("ours", "b"))
    two.change(put("theirs", "c"))
    one.change(lambda shelf: shelf.put_view(SavedView("v", "partner=italy")))
    assert one.value == Shelf(
        (Basket("ours", ("a", "b")), Basket("theirs", ("c",))), (SavedView("v", "partner=italy"),)
    )
    assert two.refresh() == ""
    assert two.value == one.value
    two.change(lambda shelf: shelf.put_view(SavedView("v", "partner=france")))
    one.refresh()
    assert one.value.view("v").state == "partner=france"


def _add_many(path, name, count):
    kept = Kept(SHELF, path)
    kept.open()
    for number in range(count):
        assert kept.change(put("shared", f"{name}-{number}")) == ""


def test_programs_that_write_at_the_same_time_lose_nothing(path):
    context = get_context("spawn")
    programs = [context.Process(target=_add_many, args=(path, name, 25)) for name in "ab"]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
        assert program.exitcode == 0
    assert set(opened(path).value.basket("shared").slugs) == {f"{name}-{n}" for name in "ab" for n in range(25)}


@posix
def test_a_kill_leaves_a_whole_file(path):
    opened(path).change(put("a", "first"))
    program = """
        import sys
        from pathlib import Path
        from kzexplorer.shelf import SHELF, Basket, Kept
        kept = Kept(SHELF, Path(sys.argv[1]))
        kept.open()
        n = 0
        while True:
            n += 1
            kept.change(lambda shelf: shelf.put_basket(shelf.basket("a").with_([f"{n}-" + "x" * 3000])))
            print(n, flush=True)
    """
    for wait in (0.0, 0.004, 0.009):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(program), str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
        )
        process.stdout.readline()
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        kept = opened(path)
        assert "first" in kept.value.basket("a").slugs
        assert kept.change(put("after", "x")) == ""  # the dead hold no lock


@posix
def test_a_lock_that_another_holds_is_waited_for_but_not_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE_S", 0.05)
    with lock.alone(tmp_path / "x"):
        start = time.monotonic()
        with lock.alone(tmp_path / "x"):
            assert 0.04 < time.monotonic() - start < 5
        start = time.monotonic()
    with lock.alone(tmp_path / "x"):
        assert time.monotonic() - start < 0.04


def test_without_locks_one_goes_on(tmp_path, monkeypatch):
    def none(descriptor):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(lock, "_take", none)
    with lock.alone(tmp_path / "x"), lock.alone(tmp_path / "nowhere" / "x"):
        pass
