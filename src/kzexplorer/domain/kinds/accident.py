"""A failure, an outage or damage."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="accident",
    names=Names(en="Accident", kk="Апат", ru="Авария"),
    family=Family.TROUBLE,
    mark=Mark.CROSS,
    lasting=False,
    order=15,
)
