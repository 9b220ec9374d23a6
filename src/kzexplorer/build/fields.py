"""Fields as data: an entry's class declares the type of each, and one loop reads them all."""

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields
from typing import Any, TypeVar

from kzexplorer.build.problems import Complaint
from kzexplorer.build.values import Given, Read, Wrong, meant, named
from kzexplorer.domain.dates import shortened

T = TypeVar("T")


def of(read: Read[T], default: object = MISSING) -> T:
    """Declare a field of an entry: its type and, where it may be left out, what then stands for it."""
    stands: dict[str, Any] = {"default_factory": dict} if default == {} else {"default": default}
    declared: T = field(metadata={"read": read}, **stands)
    return declared


def declared(shape: Any) -> dict[str, Field[Any]]:
    """Give the fields of a class that were declared with `of`, by name."""
    return {f.name: f for f in fields(shape) if "read" in f.metadata}


def read_table(shape: Any, given: Given) -> tuple[dict[str, Any], list[tuple[str, Complaint]]]:
    """Read a table by the fields a class declares; give the values, and the complaints with their keys."""
    table = given.typed(dict, "a table")
    known = declared(shape)
    values: dict[str, Any] = {}
    complaints: list[tuple[str, Complaint]] = []
    for key in table.keys() - known.keys():
        sentence = f"“{shortened(key)}” is not a key used here{meant(key, known)}"
        complaints.append((key, Complaint(sentence, key)))
    for key, its in known.items():
        if key in table:
            try:
                values[key] = its.metadata["read"](given.item(table[key]))
            except Wrong as refused:
                complaints += [(key, Complaint(f"{key}: {c.sentence}", c.needle)) for c in refused.complaints]
        elif its.default is MISSING and its.default_factory is MISSING:
            complaints.append((key, Complaint(f"the key “{key}” is missing")))
    return values, complaints


def rows_of(row: Callable[..., T], once: str = "") -> Read[tuple[T, ...]]:
    """Make the type of lists of small tables, each read as one value of a class of declared fields.

    No two may be the same, nor have the same value in the field `once`.
    """

    def read(given: Given) -> tuple[T, ...]:
        found: list[T] = []
        complaints: list[Complaint] = []
        for item in given.typed(list, "a list of tables"):
            if type(item) is not dict:
                complaints.append(Complaint(f"should list tables, but holds {named(item)}"))
                continue
            values, refused = read_table(row, given.item(item))
            # Any text of the entry finds its line.
            mark = next((text for text in item.values() if type(text) is str), "")
            complaints += [Complaint(c.sentence, c.needle or mark) for _, c in refused]
            if not refused:
                value = row(**values)
                if value in found or (once and values[once] in [getattr(other, once) for other in found]):
                    complaints.append(Complaint(f"names “{shortened(str(mark))}” twice", mark))
                found.append(value)
        if complaints:
            raise Wrong(*complaints)
        return tuple(found)

    return read
