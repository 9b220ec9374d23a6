"""What a view shows when nothing is found: why, and buttons that help."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzexplorer.domain.state import Query, State
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.parts.tooltip import as_tip
from kzexplorer.viewmodel.advice import Offer, relaxed, spellings
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels

_WIDTH = 360
_LONGEST = 48


class OfferButton(QPushButton):
    """Asks another query when it is pressed.

    Signals:
        asked(Query): the query it stands for.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self.clicked.connect(self._ask)

    def show_offer(self, offer: Offer) -> None:
        """Stand for another offer."""
        self._query = offer.query
        shown = offer.text if len(offer.text) <= _LONGEST else f"{offer.text[: _LONGEST - 1]}…"
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(offer.text)
        self.setToolTip(as_tip(offer.text) if shown != offer.text else "")

    def _ask(self) -> None:
        self.asked.emit(self._query)


class NothingFound(QWidget):
    """Follows the explorer; shown over or instead of a view that has nothing to show.

    What helps is found out once the view itself has been painted, so that typing does not wait for it.
    """

    def __init__(self, explorer: Explorer, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._explorer = explorer
        self._labels = labels
        self.text = PlainLabel("", "empty", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = PlainLabel("", "secondary", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons: list[OfferButton] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.text)
        self._column.addWidget(self.hint)
        self._column.addSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addStretch(2)
        # Between stretches: what is aligned gets the height of its hint, and lines that wrap were cut.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(inside)
        middle.addStretch()
        layout.addLayout(middle)
        layout.addStretch(3)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.advise)
        explorer.state_changed.connect(self._follow)

    @property
    def buttons(self) -> tuple[OfferButton, ...]:
        """The buttons that are offered now, best first."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        """Override: find out what helps."""
        super().showEvent(event)
        self._soon.start(0)

    def advise(self) -> None:
        """Find out what helps now, and offer it."""
        query, labels = self._explorer.state.query, self._labels
        near = spellings(query, labels)
        without = relaxed(query, labels)
        say, total = labels.say, labels.store.edition.counts["row"]
        self.text.setText(
            say("No record meets all of this.") if total else say("There are no records in this database.")
        )
        if not total:
            self.hint.setText(say("Another one is opened with: {command}", command="kzexplorer --db FILE"))
        else:
            self.hint.setText(say("Perhaps it is spelled otherwise:") if near else say("Taking this off finds most:"))
        self.hint.setVisible(bool(near or without or not total))
        offers = [*near, *([without] if without else [])]
        for _ in range(len(offers) - len(self._buttons)):
            button = OfferButton()
            button.asked.connect(self._explorer.ask)
            self._buttons.append(button)
            self._column.addWidget(button)
        for button, offer in zip(self._buttons, offers, strict=False):
            button.show_offer(offer)
            button.show()
        for button in self._buttons[len(offers) :]:
            button.hide()

    def _follow(self, _: State) -> None:
        if self.isVisible():
            self._soon.start(0)
