"""A Kazakh satellite, its launch included."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="satellite",
    names=Names(en="Satellite", kk="Жерсерік", ru="Спутник"),
    family=Family.CRAFT,
    mark=Mark.DIAMOND,
    lasting=True,
    order=4,
)
