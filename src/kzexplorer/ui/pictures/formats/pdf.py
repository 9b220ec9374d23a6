"""Pictures as the pages of a PDF."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from kzexplorer.domain.vocabulary import N_
from kzexplorer.pictures.paper import INCH
from kzexplorer.pictures.picture import Picture
from kzexplorer.ui.pictures.formats import Format, Order
from kzexplorer.ui.pictures.painting import Brushwork
from kzexplorer.ui.pictures.timeless_pdf import timeless_pdf


def page_layout(picture: Picture) -> QPageLayout:
    """Give the paper of a page, without margins since it has its own."""
    points = QSizeF(picture.height / INCH * 72, picture.width / INCH * 72)
    # Turned, not wide: else a printer puts a wide page on the paper's narrow side.
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    size = QPageSize(points, QPageSize.Unit.Point, "", match)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF())


def _write(pictures: Sequence[Picture], order: Order) -> bytes:
    brushwork = Brushwork(order.tokens, order.font)
    painted = (partial(_paint, brushwork, picture) for picture in pictures)
    identity = f"{order.title} {order.origin} {len(pictures)}"
    return timeless_pdf(painted, page_layout(pictures[0]), order.title, identity, order.data_day)


def _paint(brushwork: Brushwork, picture: Picture, painter: QPainter) -> None:
    brushwork.paint(painter, picture)


FORMAT = Format(id="pdf", label=N_("PDF, pages"), suffix=".pdf", write=_write, order=3, papers=("a4", "a3", "16:9"))
