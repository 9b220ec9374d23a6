"""The menu of a value to filter by: only this, any of, none of, and back."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.state import Choice

_CUT = 40


class ValueMenu(QMenu):
    """Offers the choices of a facet that one of its values leads to.

    Signals:
        chosen(Choice): the choice wanted.
    """

    chosen = Signal(object)

    def __init__(self, value: str, name: str, choice: Choice, say: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted, unwanted = set(choice.any_of), set(choice.none_of)
        head = self.addAction((name if len(name) <= _CUT else name[: _CUT - 1] + "…").replace("&", "&&"))
        head.setEnabled(False)
        self.addSeparator()
        self._add(say("Only this"), Choice.of([value]), chosen=choice == Choice.of([value]))
        self._add(say("Any of: this too"), Choice.of(wanted | {value}, unwanted - {value}), "Space", value in wanted)
        self._add(say("None of: without this"), Choice.of(wanted - {value}, unwanted | {value}), "−", value in unwanted)
        self.addSeparator()
        back = self._add(say("Take this back"), Choice.of(wanted - {value}, unwanted - {value}))
        back.setEnabled(value in wanted | unwanted)
        clear = self._add(say("Clear this filter"), Choice())
        clear.setEnabled(bool(choice))
        self.triggered.connect(self._choose)

    def open_at(self, at: QPoint) -> None:
        """Open at a point of the screen, with the first choice under the keys."""
        self.popup(at)
        self.setActiveAction(next(action for action in self.actions() if action.isEnabled() and action.data()))

    def _add(self, text: str, choice: Choice, key: str = "", chosen: bool = False) -> QAction:
        action = self.addAction(f"{text}\t{key}" if key else text)
        # In a tuple, since an empty choice would count as no data.
        action.setData((choice,))
        action.setCheckable(chosen)
        action.setChecked(chosen)
        return action

    def _choose(self, action: QAction) -> None:
        (choice,) = action.data()
        self.chosen.emit(choice)
