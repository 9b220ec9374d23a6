"""Every registry has its contract test, and every file in one declares something."""

import ast
import importlib
from pathlib import Path
from pkgutil import iter_modules

import pytest

import kzexplorer
from kzexplorer.registry import discover

HERE = Path(__file__).parent
PACKAGE = Path(kzexplorer.__file__).parent


def registries():
    """Find every package whose `__init__` calls `discover`, and the type it looks for."""
    for path in sorted(PACKAGE.rglob("__init__.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "discover":
                name = ".".join(path.parent.relative_to(PACKAGE.parent).parts)
                yield pytest.param(importlib.import_module(name), call.args[1].id, id=name)


def mentions(expression, names):
    """Say whether an expression uses one of some names."""
    return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(expression))


EACH = pytest.mark.parametrize(("package", "kind"), list(registries()))


def test_the_registries_are_found():
    assert {"kzexplorer.domain.kinds", "kzexplorer.ui.views"} <= {one.id for one in registries()}


@EACH
def test_it_has_a_contract_test_that_goes_through_all(package, kind):
    # Those of the builder lie beside its other tests, with what they share.
    (test,) = HERE.parent.rglob(f"test_{package.__name__.rsplit('.', 1)[1]}.py")
    tree = ast.parse(test.read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == package.__name__]
    names = {alias.name for node in imports for alias in node.names}
    for node in tree.body:
        if isinstance(node, ast.Assign) and mentions(node.value, names):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert any(
        getattr(call.func, "attr", "") == "parametrize" and any(mentions(given, names) for given in call.args)
        for call in calls
    )


@EACH
def test_every_file_in_it_declares_something_unless_others_import_it(package, kind):
    declared = getattr(package, kind)
    found = {id(value) for value in discover(package, declared)}
    shared = set()
    for module in iter_modules(package.__path__):
        values = vars(importlib.import_module(f"{package.__name__}.{module.name}")).values()
        if not any(id(value) in found for value in values):
            shared.add(module.name)
    text = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert [name for name in shared if f"{package.__name__}.{name} import" not in text] == []
