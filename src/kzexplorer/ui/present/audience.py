"""The audience's window: the stage and nothing else. It is handed slides, in which there is no place for notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzexplorer.domain.talk import Shot
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.present.keys import Act, pressed
from kzexplorer.ui.present.stage import Stage
from kzexplorer.viewmodel.slides import Slides


class AudienceWindow(QWidget):
    """Shows shots, and passes on keys and clicks.

    Signals:
        pressed(str): an `Act` or a digit.
    """

    pressed = Signal(str)

    def __init__(self, title: str, slides: Slides, tokens: Tokens, *, still: bool) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(1, 1)
        self.stage = Stage(slides, tokens, self, still=still)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_shot(self, shot: Shot) -> None:
        """Show another shot."""
        self.stage.show_shot(shot)

    def hide_pointer(self, *, hidden: bool) -> None:
        """Hide the pointer over the stage, or not."""
        self.setCursor(Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override: pass it on."""
        act = pressed(event)
        if act:
            self.pressed.emit(act)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override: a click goes on, one with the other button back."""
        match event.button():
            case Qt.MouseButton.LeftButton:
                self.pressed.emit(Act.NEXT)
            case Qt.MouseButton.RightButton:
                self.pressed.emit(Act.BACK)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override: without an audience the talk ends."""
        self.pressed.emit(Act.END)
