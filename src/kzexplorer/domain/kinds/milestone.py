"""A dated step: hand-over, delivery, delay, penalty, dispute, founding, landing."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="milestone",
    names=Names(en="Milestone", kk="Кезең", ru="Веха"),
    family=Family.EVENT,
    mark=Mark.FLAG,
    lasting=False,
    order=12,
)
