"""What the dialog for pictures asks: format, size or paper, which days, colours and heading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from kzexplorer.domain.language import Language
from kzexplorer.domain.vocabulary import N_
from kzexplorer.pictures.paper import PAPERS, Paper, Part, read_size
from kzexplorer.ui.parts.choice_box import ChoiceBox
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.ui.pictures.drawing import Wish
from kzexplorer.ui.pictures.formats import Format, formats

_WIDTH = 340
_USUAL_SIZE = "1920x1080"
_SCALES = (1, 2, 3, 4)
_PAGES = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20)
_PARTS = {
    Part.VISIBLE: N_("The days in view"),
    Part.WHOLE: N_("All days"),
    Part.PAGES: N_("All days, on several pages"),
}
_THEMES = {"light": N_("Light"), "dark": N_("Dark")}
_LONGEST = 300


class PictureOptions(QWidget):
    """Offers the formats and what each can be told.

    Signals:
        changed: something else is wanted.
    """

    changed = Signal()

    def __init__(self, heading: str, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.format = ChoiceBox(say("Format"))
        for form in formats().values():
            self.format.addItem(say(form.label), form.id)
        self.pixels = self._line(say("Size in pixels"), _USUAL_SIZE)
        self.pixels.setToolTip(say("Width x height, or the width alone for as high as is needed"))
        self.scale = ChoiceBox(say("Scale"))
        for scale in _SCALES:
            self.scale.addItem(f"{scale}×", float(scale))
        self.paper = ChoiceBox(say("Paper"))
        self.part = ChoiceBox(say("Which days"))
        self.pages = ChoiceBox(say("Pages at most"))
        for count in _PAGES:
            self.pages.addItem(str(count), count)
        self.pages.setCurrentIndex(_PAGES.index(4))
        self.theme = ChoiceBox(say("Theme"))
        for name, text in _THEMES.items():
            self.theme.addItem(say(text), name)
        self.heading = self._line(say("Heading"), heading)
        self._form = QFormLayout(self)
        self._arrange()

        self.format.currentIndexChanged.connect(self._follow_format)
        self.part.currentIndexChanged.connect(self._follow_part)
        for box in (self.scale, self.paper, self.pages, self.theme):
            box.currentIndexChanged.connect(self.changed)
        for line in (self.pixels, self.heading):
            line.textChanged.connect(self.changed)
        self._follow_format()

    @property
    def form(self) -> Format:
        """The format that is wanted."""
        return formats()[self.format.currentData()]

    @property
    def wish(self) -> Wish:
        """How the picture is wanted.

        Raises:
            StateError: the size is none, or out of bounds.
        """
        form = self.form
        paper: Paper = PAPERS[self.paper.currentData()] if form.on_paper else read_size(self.pixels.text())
        scale = self.scale.currentData() if form.scales else 1.0
        return Wish(form, paper, Part(self.part.currentData()), self.pages.currentData(), scale)

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        line.setCursorPosition(0)
        return line

    def _arrange(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        fields = (self.format, self.pixels, self.scale, self.paper, self.part, self.pages, self.theme, self.heading)
        for field in fields:
            self._form.addRow(PlainLabel(field.accessibleName(), "secondary"), field)
        self.setFixedWidth(_WIDTH)

    def _follow_format(self) -> None:
        form = self.form
        was = self.part.currentData()
        for box in (self.paper, self.part):
            box.blockSignals(True)
            box.clear()
        for paper in form.papers:
            self.paper.addItem(self._say(PAPERS[paper].label), paper)
        for part, text in _PARTS.items():
            if form.on_paper or part is not Part.PAGES:
                self.part.addItem(self._say(text), part.value)
        self.part.setCurrentIndex(max(self.part.findData(was), 0))
        for box in (self.paper, self.part):
            box.blockSignals(False)
        self._form.setRowVisible(self.pixels, not form.on_paper)
        self._form.setRowVisible(self.scale, form.scales)
        self._form.setRowVisible(self.paper, len(form.papers) > 1)
        self._follow_part()

    def _follow_part(self) -> None:
        self._form.setRowVisible(self.pages, self.part.currentData() == Part.PAGES)
        self.changed.emit()
