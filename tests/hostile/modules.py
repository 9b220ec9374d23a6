"""The source files of the program's modules, by the modules' names."""

from pathlib import Path

import kzexplorer

_PACKAGE = Path(kzexplorer.__file__).parent
SOURCES = {
    ".".join(("kzexplorer", *path.relative_to(_PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(_PACKAGE.rglob("*.py"))
    if "_bundle" not in path.parts
}
