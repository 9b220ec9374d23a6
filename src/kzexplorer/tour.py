"""Drive the real window through what it can do and leave numbered pictures of it, and one CSV."""

from collections.abc import Iterator
from pathlib import Path

from kzexplorer import __version__
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.domain.state import State, parse_state
from kzexplorer.exporters import export, exporters
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels, about_export

SIZES = ((1280, 800), (1920, 1080))

# Events until late layouts and the view that is built after the first painting have settled.
_ROUNDS = 6

# What is shown, in order: a name for the file and the state.
STOPS = (
    ("everything", ""),
    ("italy-and-russia", "partner=italy,russia&from=2004&to=2016&focus=kazsat-3"),
    (
        "words-in-any-script",
        "text=%D1%81%D0%BF%D1%83%D1%82%D0%BD%D0%B8%D0%BA+%D0%B8%D1%82%D0%B0%D0%BB%D0%B8%D1%8F&focus=italy",
    ),
    ("by-kind", "group=kind&from=2004&focus=baikonur-lease-treaty-1994"),
    ("sources-disagree", "focus=kazsat-2&partner=russia&kind=satellite,agreement"),
    ("table", "show=table&partner=france&sort=-begins&focus=astrium-contract-2009"),
    ("matrix", "show=matrix"),
    ("matrix-by-decade", "show=matrix&across=decade&kind=agreement,treaty&focus=france"),
    ("nothing-found", "text=zzzz"),
)


def run(store: Repository, say: Language, folder: Path) -> Iterator[Path]:
    """Show every stop in light and dark at every size; yields the files as they are written.

    Without a display the window is drawn off the screen.

    Raises:
        KnownError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"The folder “{folder}” cannot be made ({error.strerror}); name another.") from error
    from kzexplorer.app import application, make_theme, make_window

    app = application(headless=True)
    theme = make_theme(app)
    ids = [facet.id for facet in facets()]
    explorer, window = make_window(store, say, State(), theme)
    window.show()
    number = 0
    for name in ("light", "dark"):
        theme.use(theme.known[name])
        for width, height in SIZES:
            window.resize(width, height)
            for stop, text in STOPS:
                explorer.open(parse_state(text, ids))
                for _ in range(_ROUNDS):
                    app.processEvents()
                number += 1
                path = folder / f"{number:02}-{stop}-{width}x{height}-{name}.png"
                if not window.grab().save(str(path)):
                    raise KnownError(f"“{path}” cannot be written; free some space or name another folder.")
                yield path
    explorer.open(parse_state(STOPS[1][1], ids))
    yield from _table(explorer, Labels(store, say), folder)
    window.close()


def _table(explorer: Explorer, labels: Labels, folder: Path) -> tuple[Path, ...]:
    about = about_export(labels, explorer.state, __version__)
    target = folder / "italy-and-russia.csv"
    return export(explorer.rows, target, exporter=exporters()["csv"], about=about).paths
