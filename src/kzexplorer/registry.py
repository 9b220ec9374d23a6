"""Find what the modules of a package declare, so that a feature is a file and no list needs extending."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def discover(package: ModuleType, of: type[T]) -> tuple[T, ...]:
    """Import the modules of a package and give their module-level values of one type, by `(order, id)`.

    The type needs the attributes `order` (int) and `id` (str). An id declared twice is an error.
    """
    found: dict[str, T] = {}
    for module in iter_modules(package.__path__):
        for value in vars(import_module(f"{package.__name__}.{module.name}")).values():
            if isinstance(value, of):
                key: str = value.id  # type: ignore[attr-defined]
                if found.setdefault(key, value) is not value:
                    raise TypeError(f"{package.__name__} declares “{key}” twice")
    return tuple(sorted(found.values(), key=lambda v: (v.order, v.id)))  # type: ignore[attr-defined]
