"""Drive the real window through what it can do and leave numbered pictures of it, and one CSV."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.domain.state import State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap

    from kzexplorer.tour.stage import Stage
    from kzexplorer.tour.stops import Stop
    from kzexplorer.ui.look.theme import Theme

SIZES = ((1280, 800), (1920, 1080), (1024, 700))
THEMES = ("light", "dark")
# On a screen of 3840 by 2160 pixels, two of them for one of the window's.
FINE, FINE_SIZE, FINE_STOPS = 2.0, (1920, 1080), ("italy-and-russia", "table", "matrix", "export")
_CSV_STOP = "italy-and-russia"
_MOST_WAITING = 8  # pictures; each takes 8 MB


def run(
    store: Repository,
    say: Language,
    folder: Path,
    sizes: tuple[tuple[int, int], ...] = SIZES,
    names: tuple[str, ...] = THEMES,
) -> Iterator[Path]:
    """Show every stop in light and dark at every size; yields the files as they are written.

    Without a display the window is drawn off the screen.

    Raises:
        KnownError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"The folder “{folder}” cannot be made ({error.strerror}); name another.") from error
    from kzexplorer.app import application, make_theme

    theme = make_theme(application(headless=True))
    with TemporaryDirectory() as spare:
        yield from _written(_pictures(store, say, theme, Path(spare), sizes, names), folder)
    yield from _table(store, say, folder)


def _written(pictures: Iterator[tuple[str, str, str, "QPixmap"]], folder: Path) -> Iterator[Path]:
    """Write numbered pictures while the next ones are made: packing them takes as long as all else."""
    waiting: deque[tuple[Path, Future[bool]]] = deque()

    def first() -> Path:
        path, done = waiting.popleft()
        if not done.result():
            raise KnownError(f"“{path}” cannot be written; free some space or name another folder.")
        return path

    with ThreadPoolExecutor(max_workers=1) as packer:
        for number, (stop, size, name, picture) in enumerate(pictures, start=1):
            path = folder / f"{number:03}-{stop}-{size}-{name}.png"
            waiting.append((path, packer.submit(_save, picture.toImage(), path)))
            if len(waiting) > _MOST_WAITING:
                yield first()
        while waiting:
            yield first()


def _save(image: "QImage", path: Path) -> bool:
    # Little compression: nobody keeps these pictures.
    return image.save(str(path), quality=85)


def _pictures(
    store: Repository,
    say: Language,
    theme: "Theme",
    spare: Path,
    sizes: tuple[tuple[int, int], ...],
    names: tuple[str, ...],
) -> Iterator[tuple[str, str, str, "QPixmap"]]:
    """Give the stop, size, theme and picture of all there is to see."""
    from kzexplorer.tour.empty import empty_edition
    from kzexplorer.tour.stops import STOPS

    nothing = Repository.open(empty_edition(spare))
    for name in names:
        theme.use(theme.known[name])
        for width, height in sizes:
            size = f"{width}x{height}"
            stage = _stage(store, say, theme, spare, (width, height))
            yield "loading", size, name, stage.picture()
            stage.settle()
            for stop in STOPS:
                yield stop.name, size, name, _shown(stage, stop)
            stage.end()
            stage = _stage(nothing, say, theme, spare, (width, height))
            stage.settle()
            yield "no-records", size, name, stage.picture()
            stage.end()
    theme.use(theme.known[names[0]])
    stage = _stage(store, say, theme, spare, FINE_SIZE)
    stage.settle()
    for stop in STOPS:
        if stop.name in FINE_STOPS:
            yield stop.name, "3840x2160", names[0], _shown(stage, stop, FINE)
    stage.end()
    nothing.close()


def _stage(store: Repository, say: Language, theme: "Theme", spare: Path, size: tuple[int, int]) -> "Stage":
    from kzexplorer.app import make_window
    from kzexplorer.shelf import SHELF, Kept
    from kzexplorer.tour.stage import Stage
    from kzexplorer.viewmodel.keeping import Keeping

    keeping = Keeping(Kept(SHELF), say("My basket"))
    explorer, window = make_window(store, say, State(), theme, keeping)
    window.resize(*size)
    window.show()
    return Stage(window, explorer, keeping, spare)


def _shown(stage: "Stage", stop: "Stop", scale: float = 1.0) -> "QPixmap":
    stage.clear()
    stage.explorer.open(parse_state(stop.state, [facet.id for facet in facets()]))
    stage.settle()
    stop.act(stage)
    stage.settle()
    picture = stage.picture(scale)
    stage.clear()
    return picture


def _table(store: Repository, say: Language, folder: Path) -> tuple[Path, ...]:
    from kzexplorer import __version__
    from kzexplorer.exporters import export, exporters
    from kzexplorer.tour.stops import STOPS
    from kzexplorer.viewmodel.labels import Labels, about_export

    text = next(stop.state for stop in STOPS if stop.name == _CSV_STOP)
    state = parse_state(text, [facet.id for facet in facets()])
    rows = store.rows(store.find(state.query).places)
    about = about_export(Labels(store, say), state, __version__)
    return export(rows, folder / f"{_CSV_STOP}.csv", exporter=exporters()["csv"], about=about).paths
