"""The legend below the lanes: the kinds in view by shape and colour, which is the facet of kinds at once."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.state import Choice
from kzexplorer.scene.shapes import Entry
from kzexplorer.ui.parts.tooltip import plain_tip
from kzexplorer.ui.timeline.camera import Camera
from kzexplorer.ui.timeline.painter import Paints

HEIGHT = 30
_SIDE, _GAP, _MARK = 14, 6, 18


class _Chip(NamedTuple):
    entry: Entry
    box: QRectF


class LegendStrip(QWidget):
    """One line of kinds; a click asks for a kind or takes it back, which the strip then shows.

    Signals:
        kind_toggled(str): the kind clicked.
    """

    kind_toggled = Signal(str)

    def __init__(self, camera: Camera, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = paints
        self._camera = camera
        self._choice = Choice()
        self._shown: tuple[object, ...] = ()
        self._chips: list[_Chip] = []
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)

    def set_choice(self, choice: Choice) -> None:
        """Show which kinds are asked for."""
        self._choice = choice
        self.follow()

    def follow(self) -> None:
        """Paint again if anything has changed here."""
        scene = self._camera.scene
        # How many there are of a kind shows in the tool tip only, but the commonest go first where room is short.
        kinds = [entry.kind for entry in _commonest(scene.legend)]
        shown = kinds, scene.ties and scene.ties.caption, self._choice, self.paints
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            paints, scene = self.paints, self._camera.scene
            painter.fillRect(self.rect(), paints.surface)
            painter.setPen(QPen(paints.line, 0))
            painter.drawLine(QPointF(0, 0), QPointF(self.width(), 0))
            end = float(self.width() - _SIDE)
            if scene.ties:
                end -= self._paint_right(painter, scene.ties.caption) + 2 * _GAP
            self._chips = self._laid_out(scene.legend, end)
            for chip in self._chips:
                self._paint_chip(painter, chip)

    def _laid_out(self, entries: Sequence[Entry], end: float) -> list[_Chip]:
        """Place as many kinds as there is room for, the commonest of them, in their own order."""
        measure, px = self.paints.fonts.measure, self.paints.fonts.caption.pixelSize()
        widths = {entry: _MARK + measure(entry.text, px) + _GAP for entry in entries}
        room, kept = end - _SIDE, set[Entry]()
        for entry in _commonest(entries):
            if widths[entry] > room:
                break
            kept.add(entry)
            room -= widths[entry] + _GAP
        x, chips = float(_SIDE - 4), []
        for entry in entries:
            if entry in kept:
                chips.append(_Chip(entry, QRectF(x, 5, widths[entry] + 4, HEIGHT - 10)))
                x += widths[entry] + _GAP
        return chips

    def _paint_chip(self, painter: QPainter, chip: _Chip) -> None:
        paints, (entry, box) = self.paints, chip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind in self._choice.any_of:
            painter.setPen(QPen(paints.accent, 1))
            painter.setBrush(paints.sel)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paints.mark(painter, entry.mark, paints.families[entry.family], box.left() + 11, box.center().y())
        metrics = paints.fonts.metrics(paints.fonts.caption.pixelSize())
        painter.setFont(paints.fonts.caption)
        painter.setPen(paints.ink if entry.kind in self._choice.any_of else paints.ink2)
        painter.drawText(
            QPointF(box.left() + _MARK + 2, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), entry.text
        )

    def _paint_right(self, painter: QPainter, text: str) -> float:
        fonts = self.paints.fonts
        metrics = fonts.metrics(fonts.caption.pixelSize())
        width = metrics.horizontalAdvance(text)
        painter.setFont(fonts.caption)
        painter.setPen(self.paints.accent)
        drop = (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(self.width() - _SIDE - width, HEIGHT / 2 + drop), text)
        return width

    def _at(self, point: QPointF) -> Entry | None:
        kind = next((chip.entry.kind for chip in self._chips if chip.box.contains(point)), "")
        return next((entry for entry in self._camera.scene.legend if entry.kind == kind), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override: say by the pointer that a kind can be clicked."""
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override: ask for the kind, or take it back."""
        found = self._at(event.position())
        if found and event.button() is Qt.MouseButton.LeftButton:
            self.kind_toggled.emit(found.kind)

    def event(self, event: QEvent) -> bool:
        """Override: a tool tip says how many of the kind are in view."""
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            say = self._camera.language
            plain_tip(event.globalPos(), f"{found.text}: {say.number(found.number)}" if found else "", self)
            return True
        return super().event(event)


def _commonest(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: -entry.number)
