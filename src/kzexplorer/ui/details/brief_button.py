"""Offers the brief of the partner in focus."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.vocabulary import N_

# The actions it leads to.
_FORMS = {"brief-pdf": N_("As PDF…"), "brief-markdown": N_("As Markdown…")}


class BriefButton(QToolButton):
    """A menu of the forms a brief takes; `want` takes the id of the action that makes it."""

    def __init__(self, say: Language, want: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._want = want
        self.setText(f"{say('Brief')} ▾")
        self.setToolTip(say("Two pages on this partner: what is known, what it rests on, what is not settled"))
        self.setProperty("role", "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for action, text in _FORMS.items():
            menu.addAction(say(text)).setData(action)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)

    def _choose(self, action: QAction) -> None:
        self._want(action.data())
