"""The matrix as a picture: all of it, with what it shows, of which data, and what its marks mean."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImageWriter, QPainter, QPixmap

from kzexplorer.domain.state import State
from kzexplorer.exporters import About
from kzexplorer.ui.look.theme import CAPTION_PX, Theme
from kzexplorer.ui.matrix.legend import Legend
from kzexplorer.ui.matrix.table import ROW, MatrixTable
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.matrix import Matrix, filled

_WIDTH, _EDGE, _SCALE = 1200, 24, 2.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


def matrix_png(state: State, labels: Labels, theme: Theme, about: About) -> bytes:
    """Draw the matrix of a state whole, in the colours in use, two pixels for one of the window's."""
    matrix = Matrix(labels)
    filled(matrix, state, labels)
    table, legend = MatrixTable(matrix, theme), Legend(labels, theme)
    for bar in (table.horizontalScrollBar(), table.verticalScrollBar()):
        bar.hide()
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.resize(_WIDTH, 400)
    table.ensurePolished()
    table.arrange()
    table.resize(_WIDTH, table.columns.height() + ROW * matrix.rowCount() + 2)
    legend.resize(_WIDTH, 36)
    title = QFont(table.font())
    title.setPixelSize(18)
    title.setBold(True)
    small = QFont(table.font())
    small.setPixelSize(CAPTION_PX)
    say, edition = labels.say, labels.store.edition
    head = f"{about.sentence[:1].upper()}{about.sentence[1:]}"
    foot = " · ".join(
        (
            edition.title,
            say("Edition {name}", name=edition.name),
            say("data to {date}", date=say.day(edition.data_day)),
            edition.licence,
        )
    )
    lines = QFontMetrics(title).boundingRect(QRect(0, 0, _WIDTH, 1000), _WRAP, head).height()
    marked = matrix.measure == "evidence"
    height = 2 * _EDGE + lines + 12 + table.height() + (legend.height() if marked else 0) + 28
    whole = QPixmap(int((_WIDTH + 2 * _EDGE) * _SCALE), int(height * _SCALE))
    whole.setDevicePixelRatio(_SCALE)
    whole.fill(QColor(theme.tokens.surface))
    table.render(whole, QPoint(_EDGE, _EDGE + lines + 12))
    if marked:
        legend.render(whole, QPoint(_EDGE, _EDGE + lines + 12 + table.height()))
    painter = QPainter(whole)
    painter.setFont(title)
    painter.setPen(QColor(theme.tokens.ink))
    painter.drawText(QRect(_EDGE, _EDGE, _WIDTH, lines), _WRAP, head)
    painter.setFont(small)
    painter.setPen(QColor(theme.tokens.ink3))
    painter.drawText(QRect(_EDGE, height - _EDGE - 14, _WIDTH, 16), _WRAP, foot)
    painter.end()
    for widget in (table, legend):
        widget.deleteLater()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(whole.toImage())
    return bytes(buffer.data().data())
