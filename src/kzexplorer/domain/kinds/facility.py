"""A place where work is done: a cosmodrome, a control centre, a plant."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="facility",
    names=Names(en="Facility", kk="Нысан", ru="Объект"),
    family=Family.WORK,
    mark=Mark.HOUSE,
    lasting=True,
    order=10,
)
