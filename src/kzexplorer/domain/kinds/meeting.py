"""A meeting, talks or a visit."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="meeting",
    names=Names(en="Meeting", kk="Кездесу", ru="Встреча"),
    family=Family.EVENT,
    mark=Mark.SMALL_CIRCLE,
    lasting=False,
    order=11,
)
