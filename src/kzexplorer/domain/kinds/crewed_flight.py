"""A flight with people on board."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="crewed_flight",
    names=Names(en="Crewed flight", kk="Экипажды ұшу", ru="Пилотируемый полёт"),
    family=Family.FLIGHT,
    mark=Mark.CIRCLE_IN_TRIANGLE,
    lasting=False,
    order=6,
)
