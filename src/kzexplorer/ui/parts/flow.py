"""An area that sets widgets in lines like words."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowArea(QWidget):
    """Lines of widgets, broken where the width ends; the widgets of a line stand on one middle.

    No QLayout: one would have the whole window laid out anew whenever the text of a widget changes; this
    asks for that only when it needs another height.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget, before: QWidget | None = None) -> None:
        """Take a widget in, at the end or before another one."""
        self._widgets.insert(len(self._widgets) if before is None else self._widgets.index(before), widget)
        widget.setParent(self)
        # The Tab key goes from widget to widget as they stand.
        for one, other in zip(self._widgets, self._widgets[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def sizeHint(self) -> QSize:
        """Override: one line."""
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        width = sum(size.width() + self._spacing for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Override: the widest widget fits."""
        widths = (widget.sizeHint().width() for widget in self._widgets if not widget.isHidden())
        return QSize(min(max(widths, default=0), 160), 0)

    def event(self, event: QEvent) -> bool:
        """Override: another size, text or number of widgets sets the lines anew."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.Show):
            self._set()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override."""
        self._set()

    def _set(self) -> None:
        y = 0
        for line in self._lines():
            x, height = 0, max(size.height() for _, size in line)
            for widget, size in line:
                widget.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._spacing
            y += height + self._spacing
        self.setFixedHeight(max(0, y - self._spacing))

    def _lines(self) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        taken = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            size.setWidth(min(size.width(), self.width()))
            if not lines or taken + size.width() > self.width():
                lines.append([])
                taken = 0
            lines[-1].append((widget, size))
            taken += size.width() + self._spacing
        return lines
