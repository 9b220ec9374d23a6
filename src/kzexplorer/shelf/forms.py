"""How baskets, views and settings stand in their files: JSON that a person can read and mend."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kzexplorer.domain.column_map import FIELDS, NOTHING, ColumnMap
from kzexplorer.domain.kinds import kinds
from kzexplorer.shelf.settings import MOTIONS, STAGES, THEMES, Place, Settings
from kzexplorer.shelf.tables import Tables
from kzexplorer.shelf.values import Basket, SavedView, Shelf

T = TypeVar("T")

# More pixels than any desktop has; Qt counts in 24 bits at most.
_FARTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """What a file of one kind holds.

    `print` makes the entries of the file of a value, `read` makes the value again and raises ValueError
    with what is wrong; `empty` is the value without a file, and `what` names it in a sentence.
    """

    format: str
    version: int
    what: str
    empty: T
    print: Callable[[T], dict[str, Any]]
    read: Callable[[Mapping[str, Any]], T]


def _print_shelf(shelf: Shelf) -> dict[str, Any]:
    return {
        "baskets": [{"name": basket.name, "records": list(basket.slugs)} for basket in shelf.baskets],
        "views": [{"name": view.name, "state": view.state} for view in shelf.views],
    }


def _read_shelf(entries: Mapping[str, Any]) -> Shelf:
    shelf = Shelf(
        tuple(Basket(_text(e, "name"), _texts(e, "records")) for e in _list(entries, "baskets")),
        tuple(SavedView(_text(e, "name"), _text(e, "state")) for e in _list(entries, "views")),
    )
    for names in ([b.name for b in shelf.baskets], [v.name for v in shelf.views]):
        if len(names) != len(set(names)):
            raise ValueError("a name stands twice")
    return shelf


def _print_settings(settings: Settings) -> dict[str, Any]:
    place = settings.place
    return {
        "theme": settings.theme,
        "window": [place.x, place.y, place.width, place.height] if place else None,
        "maximized": settings.maximized,
        "panes": {name: list(sizes) for name, sizes in settings.panes},
        "state": settings.state,
        "basket": settings.basket,
        "stage": settings.stage,
        "motion": settings.motion,
    }


def _read_settings(entries: Mapping[str, Any]) -> Settings:
    theme, window, maximized = _text(entries, "theme"), entries.get("window"), entries.get("maximized")
    if theme not in THEMES:
        raise ValueError(f"“theme” is not one of {', '.join(THEMES)}")
    if window is not None and len(_numbers(window, "window")) != 4:
        raise ValueError("“window” is not four numbers")
    if not isinstance(maximized, bool):
        raise ValueError("“maximized” is neither true nor false")
    # Settings of before there was a stage do not name it.
    stage, motion = entries.get("stage", STAGES[0]), entries.get("motion", MOTIONS[0])
    for key, value, allowed in (("stage", stage, STAGES), ("motion", motion, MOTIONS)):
        if value not in allowed:
            raise ValueError(f"“{key}” is not one of {', '.join(allowed)}")
    panes = entries.get("panes")
    if not isinstance(panes, dict):
        raise ValueError("“panes” is not a list of names and sizes")
    return Settings(
        theme=theme,
        place=Place(*window) if window is not None else None,
        maximized=maximized,
        panes=tuple((name, _numbers(sizes, "panes")) for name, sizes in panes.items()),
        state=_text(entries, "state"),
        basket=_text(entries, "basket"),
        stage=stage,
        motion=motion,
    )


def _print_tables(tables: Tables) -> dict[str, Any]:
    return {
        "maps": [{"columns": [list(pair) for pair in kept.pairs], "kind": kept.kind} for kept in tables.maps],
        "recent": list(tables.recent),
    }


def _read_tables(entries: Mapping[str, Any]) -> Tables:
    return Tables(tuple(_read_map(e) for e in _list(entries, "maps")), _texts(entries, "recent"))


def _read_map(entries: Any) -> ColumnMap:
    pairs = _list(entries, "columns")
    if not all(isinstance(pair, list) and len(pair) == 2 and all(isinstance(t, str) for t in pair) for pair in pairs):
        raise ValueError("“columns” holds something that is no pair of texts")
    # What another version knows, and this one does not, is left out of the map and not the map out of the file.
    fields = tuple((column, field if field in FIELDS else NOTHING) for column, field in pairs)
    kind = _text(entries, "kind")
    return ColumnMap(fields, kind if kind in kinds() else "milestone")


def _list(entries: Any, key: str) -> list[Any]:
    value = entries.get(key) if isinstance(entries, dict) else None
    if not isinstance(value, list):
        raise ValueError(f"“{key}” is missing or no list")
    return value


def _text(entries: Any, key: str) -> str:
    value = entries.get(key) if isinstance(entries, dict) else None
    if not isinstance(value, str):
        raise ValueError(f"“{key}” is missing or no text")
    return value


def _texts(entries: Any, key: str) -> tuple[str, ...]:
    values = _list(entries, key)
    if not all(isinstance(value, str) for value in values):
        raise ValueError(f"“{key}” holds something that is no text")
    return tuple(dict.fromkeys(values))


def _numbers(values: Any, key: str) -> tuple[int, ...]:
    if not isinstance(values, list) or not all(type(v) is int and abs(v) <= _FARTHEST for v in values):
        raise ValueError(f"“{key}” holds something that is no number of pixels")
    return tuple(values)


SHELF = Form("kzexplorer shelf", 1, "baskets and saved views", Shelf(), _print_shelf, _read_shelf)
TABLES = Form("kzexplorer tables", 1, "maps of columns and recent databases", Tables(), _print_tables, _read_tables)
SETTINGS = Form("kzexplorer settings", 1, "the window's settings", Settings(), _print_settings, _read_settings)
