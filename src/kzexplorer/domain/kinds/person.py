"""A person; the date is the first flight or the selection."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="person",
    names=Names(en="Person", kk="Тұлға", ru="Персона"),
    family=Family.FLIGHT,
    mark=Mark.CIRCLE,
    lasting=False,
    order=7,
)
