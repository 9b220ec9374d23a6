"""Any other signed paper: memorandum, contract, letter of intent, declaration."""

from kzexplorer.domain.kinds import Family, Kind, Mark
from kzexplorer.domain.names import Names

KIND = Kind(
    id="agreement",
    names=Names(en="Agreement", kk="Келісім", ru="Соглашение"),
    family=Family.PAPER,
    mark=Mark.FOLDED_SQUARE,
    lasting=True,
    order=2,
)
