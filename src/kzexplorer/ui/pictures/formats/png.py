"""A picture as a bitmap of any size."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from kzexplorer.domain.dates import iso
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.vocabulary import N_
from kzexplorer.pictures.paper import pixels
from kzexplorer.pictures.picture import Picture
from kzexplorer.ui.pictures.formats import Format, Order
from kzexplorer.ui.pictures.painting import Brushwork

_PER_METRE = 3780  # 96 to an inch


def _write(pictures: Sequence[Picture], order: Order) -> bytes:
    (picture,) = pictures
    image = QImage(*pixels(picture.width, picture.height, order.scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise KnownError("There is not enough memory for a picture of this size; ask for a smaller one, or for SVG.")
    image.setDotsPerMeterX(round(_PER_METRE * order.scale))
    image.setDotsPerMeterY(round(_PER_METRE * order.scale))
    image.setText("Title", order.title)
    image.setText("Source", f"{order.origin}, {iso(order.data_day)}")
    painter = QPainter(image)
    painter.scale(image.width() / picture.width, image.height() / picture.height)
    Brushwork(order.tokens, order.font).paint(painter, picture)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


FORMAT = Format(id="png", label=N_("PNG, a picture"), suffix=".png", write=_write, order=1, scales=True)
