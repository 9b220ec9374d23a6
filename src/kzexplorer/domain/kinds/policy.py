"""A law, decree, institutional change, official position or membership."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="policy",
    names=Names(en="Policy", kk="Саясат", ru="Политика"),
    family=Family.PAPER,
    mark=Mark.HEXAGON,
    lasting=True,
    order=3,
)
