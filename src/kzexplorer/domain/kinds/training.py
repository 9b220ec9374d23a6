"""The training of people."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="training",
    names=Names(en="Training", kk="Оқыту", ru="Подготовка кадров"),
    family=Family.EVENT,
    mark=Mark.PENTAGON,
    lasting=True,
    order=13,
)
