"""Texts that are spoiled: sources of a build, the user's own files, views, briefings, the list of what was written."""

from dataclasses import replace
from functools import cache

import mutator
from small_source import FILES, Folder
from spoiled_databases import ask_database, small
from subject import Subject, run

from kzexplorer import paths
from kzexplorer.cli.asking import FACETS
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import ENGLISH
from kzexplorer.shelf import (
    SETTINGS,
    SHELF,
    Basket,
    Kept,
    Place,
    SavedView,
    Settings,
    Shelf,
    read_briefing,
    write_briefing,
)
from kzexplorer.store import Repository
from kzexplorer.viewmodel.decks import deck_of
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.view_text import read_view


def _source(folder, chance):
    source = Folder(folder / "source")
    for name in chance.sample(sorted(FILES), chance.choice((1, 1, 3))):
        data = mutator.spoiled(FILES[name].encode(), chance, mutator.TEXT)
        source.write(name if chance.random() < 0.95 else f"{name}~", data)
    target = folder / "out.db"
    said = run("build", source.path, "-o", target)
    assert target.exists() != bool(said)
    return said or ask_database(target)


_SHELF = Shelf(
    (Basket("Ғарыш", ("kazsat-1", "kazsat-3")), Basket("b", ())), (SavedView("v", "partner=italy&from=2004"),)
)
_SETTINGS = Settings("dark", Place(10, 20, 1280, 800), False, (("body", (1, 2, 3)),), "focus=kazsat-3", "Ғарыш")


def _kept(folder, chance, form, value):
    path = folder / "kept.json"
    assert Kept(form, path).change(lambda _: value) == ""
    spoiled = mutator.spoiled(path.read_bytes(), chance, mutator.TEXT)
    path.write_bytes(spoiled)
    kept = Kept(form, path)
    said = kept.open()
    read = kept.value
    again = kept.change(lambda value: value)
    # Nothing of the user's is lost: what was not understood lies beside it, byte for byte, or where it was.
    beside = [p.read_bytes() for p in folder.iterdir() if p.suffix != ".lock"]
    assert spoiled in beside or not said, said
    assert kept.value == read
    return said or again


def _shelf(folder, chance):
    return _kept(folder, chance, SHELF, _SHELF)


def _settings(folder, chance):
    return _kept(folder, chance, SETTINGS, _SETTINGS)


_STATES = (
    "text=казсат&partner=italy,russia&kind=!meeting&sort=-begins",
    "from=2004&to=2014-07&span=begins&group=area&focus=kazsat-3&show=table&columns=title,begins,slug",
    "asof=2012-01-01&visible=2001-01-01..2009-12-31&show=matrix&across=decade&decade=1990s",
    "text=%D2%93%D0%B0%D1%80%D1%8B%D1%88+a%26b&area=!earth-observation,law-and-policy&significance=1",
)


@cache
def _store():
    return Repository.open(paths.database())


def _state(folder, chance):
    text = mutator.spoiled(chance.choice(_STATES).encode(), chance, mutator.TEXT).decode("utf-8", "surrogateescape")
    said = run("list", "--view", text, "--limit", "2")
    try:
        state = read_view(text, _store())
    except KnownError:
        return said or "the window refuses what the command line takes"
    assert not said or text != text.strip(), said
    assert read_view(str(state), _store()) == state
    assert str(replace(state, look=state.look)) == str(state)
    return said


def _ledger(folder, chance):
    """The list of what this installation wrote may not open what it did not write."""
    ledger = paths.user_data() / "written.sha256"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_bytes(mutator.spoiled(b"0" * 64 + b"\n" + b"ab" * 32 + b"\n", chance, mutator.TEXT))
    path = folder / "a.db"
    path.write_bytes(small())
    assert run("--db", path, "list", "--limit", "1") == ""
    ledger.unlink()
    return ""


@cache
def _labels():
    return Labels(_store(), ENGLISH)


def _briefing(folder, chance):
    path = folder / "talk.kzbrief"
    ready = sorted((paths.resources() / "briefings").glob("*.kzbrief"))
    data = mutator.spoiled(chance.choice(ready).read_bytes(), chance, mutator.TEXT)
    path.write_bytes(data)
    try:
        read = read_briefing(path, FACETS)
    except KnownError as error:
        assert path.read_bytes() == data
        return str(error)
    if read.briefing.steps:
        deck_of(read.briefing, _labels(), with_notes=True)
    # What was written comes back as it was.
    stamp = write_briefing(path, read.briefing, read.stamp)
    again = read_briefing(path, FACETS)
    assert (len(again.briefing.steps), again.trouble) == (len(read.briefing.steps), "")
    assert write_briefing(path, again.briefing, stamp) == stamp
    return read.trouble


SUBJECTS = (
    Subject("source", 5, _source),
    Subject("shelf", 3, _shelf),
    Subject("settings", 3, _settings),
    Subject("state", 6, _state),
    Subject("briefing", 3, _briefing),
    Subject("ledger", 1, _ledger),
)
