"""Which column of somebody's table fills which field of a record: a frozen value that can be kept and told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kzexplorer.domain.date_order import Order
from kzexplorer.domain.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Field:
    """A field a column can fill; one that takes `several` columns joins what they say."""

    label: str
    several: bool = False


FACT, NOTHING = "fact", ""
FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "title": Field(N_("Title")),
        "kind": Field(N_("Kind")),
        "begins": Field(N_("Begins")),
        "ends": Field(N_("Ends")),
        "partners": Field(N_("Partners"), several=True),
        "organizations": Field(N_("Organizations"), several=True),
        "areas": Field(N_("Areas"), several=True),
        "place": Field(N_("Place")),
        "status": Field(N_("Status")),
        "significance": Field(N_("Significance")),
        "summary": Field(N_("Summary"), several=True),
        "note": Field(N_("Note"), several=True),
        "source": Field(N_("Source"), several=True),
        "cospar": Field(N_("COSPAR")),
        "norad": Field(N_("NORAD")),
        "slug": Field(N_("Key")),
        FACT: Field(N_("Further fact"), several=True),
    }
)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The field of each column, in the order of the columns, `NOTHING` for one that is left out.

    `kind` is what the rows are that do not say it themselves; `order` which number of `03/04/2010` is the day, where
    the column itself does not tell.
    """

    pairs: tuple[tuple[str, str], ...]
    kind: str = "milestone"
    order: Order = Order.OPEN

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table, by which a map that was kept is found again."""
        return tuple(column for column, _ in self.pairs)

    def field(self, column: str) -> str:
        """Give the field of a column."""
        return dict(self.pairs).get(column, NOTHING)

    def columns_of(self, field: str) -> tuple[str, ...]:
        """Give the columns that fill a field."""
        return tuple(column for column, filled in self.pairs if filled == field)

    def with_(self, column: str, field: str) -> "ColumnMap":
        """Fill a field from a column; one that takes a single column loses the one it had."""
        alone = field in FIELDS and not FIELDS[field].several
        return replace(
            self,
            pairs=tuple(
                (other, field if other == column else NOTHING if alone and filled == field else filled)
                for other, filled in self.pairs
            ),
        )

    @classmethod
    def of(cls, columns: Iterable[str], fields: Mapping[str, str], kind: str = "milestone") -> "ColumnMap":
        """Make the map of a table's columns from the field of some of them."""
        return cls(tuple((column, fields.get(column, NOTHING)) for column in columns), kind)
