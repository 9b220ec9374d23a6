"""A programme of the state or of several years."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="programme",
    names=Names(en="Programme", kk="Бағдарлама", ru="Программа"),
    family=Family.WORK,
    mark=Mark.DOUBLE_CHEVRON,
    lasting=True,
    order=9,
)
