"""A contest with entrants from Kazakhstan."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="contest",
    names=Names(en="Contest", kk="Байқау", ru="Конкурс"),
    family=Family.EVENT,
    mark=Mark.STAR,
    lasting=False,
    order=14,
)
