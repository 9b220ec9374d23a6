"""A picture as SVG: text is text in a named font, and nothing in it comes from elsewhere."""

import re
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from kzexplorer.domain.vocabulary import N_
from kzexplorer.pictures.picture import Picture
from kzexplorer.ui.pictures.formats import Format, Order
from kzexplorer.ui.pictures.painting import Brushwork

_FAMILIES = re.compile(rb'font-family="([^"\']+)"')
_DOTS = 96  # an inch: a unit is a pixel of CSS


def _write(pictures: Sequence[Picture], order: Order) -> bytes:
    (picture,) = pictures
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Of SVG Tiny, which is the usual one, clipping is no part.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS)
    generator.setSize(QSize(ceil(picture.width), ceil(picture.height)))
    generator.setViewBox(QRectF(0, 0, picture.width, picture.height))
    generator.setTitle(order.title)
    generator.setDescription(order.origin)
    painter = QPainter(generator)
    Brushwork(order.tokens, order.font).paint(painter, picture)
    painter.end()
    return _FAMILIES.sub(_named, bytes(buffer.data().data()))


def _named(found: re.Match[bytes]) -> bytes:
    """Name the fonts one by one; who has none of them gets one that looks like them, not a browser's serifs."""
    names = [b"'%s'" % name.strip() for name in found[1].split(b",")]
    return b'font-family="%s"' % b", ".join((*names, b"Arial", b"sans-serif"))


FORMAT = Format(id="svg", label=N_("SVG, a drawing"), suffix=".svg", write=_write, order=2)
