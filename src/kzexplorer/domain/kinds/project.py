"""A planned or running undertaking, a proposal included."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="project",
    names=Names(en="Project", kk="Жоба", ru="Проект"),
    family=Family.WORK,
    mark=Mark.CHEVRON,
    lasting=True,
    order=8,
)
