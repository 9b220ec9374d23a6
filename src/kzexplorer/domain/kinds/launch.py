"""A launch without a crew that is not of a Kazakh satellite."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="launch",
    names=Names(en="Launch", kk="Ұшыру", ru="Запуск"),
    family=Family.FLIGHT,
    mark=Mark.TRIANGLE,
    lasting=False,
    order=5,
)
