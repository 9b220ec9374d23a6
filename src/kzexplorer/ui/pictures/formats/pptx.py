"""Pictures as slides of native shapes."""

from collections.abc import Sequence
from dataclasses import asdict

from kzexplorer.domain.vocabulary import N_
from kzexplorer.pictures.picture import Picture
from kzexplorer.pictures.slides.deck import FAMILIES, Binding, deck
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.pictures.formats import Format, Order


def _write(pictures: Sequence[Picture], order: Order) -> bytes:
    measure = Fonts(order.font).measure
    return deck(pictures, Binding(asdict(order.tokens), order.title, order.origin, order.data_day, order.tell, measure))


FORMAT = Format(
    id="pptx",
    label=N_("PPTX, slides to edit"),
    suffix=".pptx",
    write=_write,
    order=4,
    papers=("16:9",),
    families=FAMILIES,
)
