"""What can be copied out of the details: an identifier by one click, a citation in the style wanted."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.records import RecordDetail, SourceDetail
from kzexplorer.ui.look.theme import Theme
from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.citation import STYLES, citation
from kzexplorer.viewmodel.labels import Labels

_SIZE = 12


class Copyable(QWidget):
    """A value that one click, or Enter, puts into the clipboard; a tick says so until one looks elsewhere."""

    def __init__(self, text: str, name: str, theme: Theme, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._theme, self._say = text, theme, say
        self._name = say("Copy {name}: {value}", name=name, value=text)
        self.value = LinkLabel(text, text)
        self.value.setProperty("role", "value")
        self.value.followed.connect(self._copy)
        self._sign = PlainLabel()
        self._sign.setFixedSize(_SIZE, _SIZE + 4)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.value, 1)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.value.installEventFilter(self)
        theme.changed.connect(self._renew)
        self._copied = False
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override: the tick has been seen."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._copied:
            self._copied = False
            self._renew()
        return super().eventFilter(watched, event)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied = True
        self._renew()

    def _renew(self) -> None:
        said = self._say("Copied") if self._copied else self._name
        self.value.setAccessibleName(said)
        self.setToolTip(as_tip(said))
        self._sign.setPixmap(_sign(self._theme, copied=self._copied))


class CiteButton(QToolButton):
    """Copies how a record or source is cited, in one of the styles of its menu."""

    def __init__(self, detail: SourceDetail | RecordDetail, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail, self._labels = detail, labels
        say = labels.say
        self.setText(f"{say('Copy citation')} ▾")
        self.setProperty("role", "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for style, name in STYLES.items():
            menu.addAction(say(name)).setData(style)
        menu.triggered.connect(self._copy)
        self.setMenu(menu)

    def _copy(self, action: QAction) -> None:
        copy_citation(self._detail, action.data(), self._labels)


def copy_citation(detail: SourceDetail | RecordDetail, style: str, labels: Labels) -> None:
    """Put into the clipboard how a record or source is cited, in one of `STYLES`."""
    QGuiApplication.clipboard().setText(citation(detail, style, labels))


def _sign(theme: Theme, *, copied: bool) -> QPixmap:
    """Draw two sheets, or a tick: no font can be trusted to have them."""
    picture = QPixmap(QSize(_SIZE, _SIZE) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens
    painter.setPen(QPen(QColor(tokens.craft if copied else tokens.ink3), 1.6 if copied else 1.1))
    if copied:
        painter.drawPolyline([QPointF(1.5, 6.5), QPointF(4.5, 9.5), QPointF(10.5, 2.5)])
    else:
        painter.drawRoundedRect(QRectF(3.5, 3.5, 7, 7.5), 1, 1)
        painter.drawPolyline([QPointF(1.5, 8), QPointF(1.5, 1.5), QPointF(8, 1.5)])
    painter.end()
    return picture
