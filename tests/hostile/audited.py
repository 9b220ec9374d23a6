"""Run by the tests as a process of its own: all modules, commands and the window, watched from the first import on.

    python audited.py FOLDER [MODULE CODE]

With a module and code, the code stands at that module's end as if somebody had written it there.
"""

import contextlib
import importlib
import io
import os
import pkgutil
import sys
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path


class Injecting(SourceFileLoader):
    """Loads a module with code added to its end."""

    code = ""

    def get_data(self, path):
        data = super().get_data(path)
        return data + f"\n{self.code}\n".encode() if path.endswith(".py") else data

    def path_stats(self, path):
        raise OSError("never from the cache")


class Finding(PathFinder):
    """Finds the one module to be loaded that way."""

    name = ""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = super().find_spec(fullname, path, target) if fullname == cls.name else None
        if spec is not None:
            spec.loader = Injecting(spec.loader.name, spec.loader.path)
        return spec


COMMANDS = (
    ("list", "--limit", "1"),
    ("facets",),
    ("show", "italy"),
    ("check",),
    ("build", "--check"),
    ("cite", "gcat"),
    ("silence",),
    ("report", "--partner", "italy", "--format", "md", "-o", "-"),
    ("export", "--partner", "italy", "--format", "xlsx", "-o", "italy.xlsx"),
    ("export", "--partner", "italy", "-o", "italy.csv"),
    ("import", "italy.csv", "-o", "italy.db"),
    ("--db", "italy.db", "list", "--limit", "1"),
    ("brief", "--partner", "italy", "-o", "italy.kzbrief"),
    ("render", "--partner", "italy", "-o", "italy.svg"),
    ("render", "--partner", "italy", "-o", "italy.pptx"),
)


def read_all():
    """Import every module."""
    import kzexplorer

    for module in pkgutil.walk_packages(kzexplorer.__path__, "kzexplorer."):
        if module.name != "kzexplorer.__main__":
            importlib.import_module(module.name)


def walk():
    """Run commands and open the window as its user would."""
    from kzexplorer.cli import main

    for command in COMMANDS:
        nowhere = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
            assert main(list(command)) == 0, command
    from kzexplorer import app, opening
    from kzexplorer.domain.language import ENGLISH

    qt = app.application()
    _, window = app.restored_window(opening.open_store(None), ENGLISH, None, app.make_theme(qt))
    window.show()
    while window.stack.count() < 2:
        qt.processEvents()
    window.close()


def main():
    """Walk under the watch."""
    folder = Path(sys.argv[1])
    os.chdir(folder)
    os.environ |= {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from watching import watched

    # What watches has read some modules already, unwatched.
    for name in [name for name in sys.modules if name.partition(".")[0] == "kzexplorer"]:
        del sys.modules[name]
    if len(sys.argv) > 2:
        Finding.name, Injecting.code = sys.argv[2:]
        sys.meta_path.insert(0, Finding)
    with watched(write=[folder]) as watch:
        read_all()
        if not watch.refused:
            walk()
    maps = Path("/proc/self/maps")
    assert not maps.exists() or "Qt6Network" not in maps.read_text("utf-8", "replace"), "Qt's network library is loaded"


if __name__ == "__main__":
    main()
