"""A binding paper between states, an accession or a protocol to one."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="treaty",
    names=Names(en="Treaty", kk="Шарт", ru="Договор"),
    family=Family.PAPER,
    mark=Mark.SQUARE,
    lasting=True,
    order=1,
)
