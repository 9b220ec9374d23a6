"""What the import dialog asks of the file: how it is read, and what its rows are; a guess stands first in each box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from kzexplorer.build.tables import Told
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.parts.choice_box import ChoiceBox
from kzexplorer.ui.parts.plain import PlainLabel
from kzexplorer.viewmodel.table_import import TableImport

_SEPARATORS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar")}
_NAMES = {"comma": N_("comma"), "semicolon": N_("semicolon"), "tab": N_("tab"), "bar": N_("bar")}
# Shown by the names all programs use.
_ENCODINGS = ("utf-8", "utf-16", "cp1251", "kz1048", "koi8-r", "cp866", "cp1252", "cp1250", "cp1254")
_ORDERS = {
    Order.OPEN: N_("As the column tells"),
    Order.DAY_FIRST: N_("Day first: 31/12/2010"),
    Order.MONTH_FIRST: N_("Month first: 12/31/2010"),
}
_WIDTH, _LABEL = 292, 116


class ImportOptions(QWidget):
    """Shows what was found and takes what is told instead.

    Signals:
        told: the file is to be read in another way.
        chosen: its rows mean something else.
    """

    told = Signal()
    chosen = Signal()

    def __init__(self, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.form = PlainLabel("")
        self.encoding = ChoiceBox(say("Encoding"))
        self.separator = ChoiceBox(say("Separator"))
        self.sheet = ChoiceBox(say("Sheet or table"))
        self.header = ChoiceBox(say("Names of columns"))
        self.kind = ChoiceBox(say("Rows are"))
        self.order = ChoiceBox(say("03/04/2010 is"))
        self.with_bundled = QCheckBox(say("Add the bundled records too"))
        self._file, self._rows = _form(), _form()
        self._file.addRow(_label(say("Format")), self.form)
        for box in (self.encoding, self.separator, self.sheet, self.header):
            self._file.addRow(_label(box.accessibleName()), box)
            box.activated.connect(self.told)
        for box in (self.kind, self.order):
            self._rows.addRow(_label(box.accessibleName()), box)
            box.activated.connect(self.chosen)
        for kind in kinds().values():
            self.kind.addItem(kind.names.in_(say.code), kind.id)
        for order, text in _ORDERS.items():
            self.order.addItem(say(text), order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(say("The file").upper(), "section"))
        layout.addLayout(self._file)
        layout.addSpacing(12)
        layout.addWidget(self._arranged_rows())
        layout.addStretch()
        self.setFixedWidth(_WIDTH)

    def _arranged_rows(self) -> QWidget:
        """Give what is asked of the rows, which is hidden as long as there are none."""
        self.rows = QWidget()
        layout = QVBoxLayout(self.rows)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self._say("Its rows").upper(), "section"))
        layout.addLayout(self._rows)
        layout.addSpacing(4)
        layout.addWidget(self.with_bundled)
        return self.rows

    @property
    def asked(self) -> Told:
        """What is told of the file."""
        return Told(
            encoding=self.encoding.currentData() or "",
            separator=self.separator.currentData() or "",
            sheet=self.sheet.currentData() or "",
            header=self.header.currentData(),
        )

    @property
    def meant(self) -> tuple[str, Order]:
        """What the rows are that do not say it, and which number of their dates is the day."""
        # Out of a box an enumeration of texts comes back as a plain text.
        return self.kind.currentData(), Order(self.order.currentData())

    def show_refused(self, told: Told) -> None:
        """Show what can be told of a file that could not be read."""
        self._show_text(told, *[self._say("Found: none")] * 3)
        self._file.setRowVisible(self.form, False)
        self._file.setRowVisible(self.sheet, False)
        self.rows.hide()

    def _show_text(self, told: Told, encoding: str, separator: str, header: str) -> None:
        """Show what was found first in each box, and choose what is told."""
        say = self._say
        _fill(self.encoding, [(encoding, ""), *((name.upper(), name) for name in _ENCODINGS)])
        _choose(self.encoding, told.encoding)
        _fill(self.separator, [(separator, ""), *((say(name), char) for char, name in _SEPARATORS.items())])
        _choose(self.separator, told.separator)
        _fill(self.header, [(header, None), (say("In the first row"), True), (say("There are none"), False)])
        _choose(self.header, told.header)
        for box in (self.encoding, self.separator, self.header):
            self._file.setRowVisible(box, True)

    def show_table(self, table: TableImport) -> None:
        """Show how a file was read."""
        say, finding, told = self._say, table.finding, table.told
        self.form.setText(table.format)
        found = say("Found: {what}", what=say(_NAMES.get(finding.separator, finding.separator)))
        line = say("Found: on line {line}", line=table.header) if table.header else say("Found: none")
        self._show_text(told, say("Found: {what}", what=finding.encoding), found, line)
        _fill(self.sheet, [(name, name) for name in finding.sheets])
        _choose(self.sheet, finding.sheet)
        self.rows.show()
        self._file.setRowVisible(self.form, True)
        _choose(self.kind, table.chosen.kind)
        _choose(self.order, table.chosen.order)
        self._file.setRowVisible(self.encoding, bool(finding.encoding))
        self._file.setRowVisible(self.separator, bool(finding.separator))
        self._file.setRowVisible(self.sheet, len(finding.sheets) > 1)
        self._file.setRowVisible(self.header, bool(finding.encoding) or bool(finding.day_zero))
        self._rows.setRowVisible(self.kind, not table.chosen.columns_of("kind"))
        self._rows.setRowVisible(self.order, table.is_open)


def _label(text: str) -> PlainLabel:
    label = PlainLabel(text, "secondary")
    label.setMinimumWidth(_LABEL)  # both forms in one line
    return label


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def _fill(box: ChoiceBox, entries: list[tuple[str, object]]) -> None:
    box.clear()
    for text, data in entries:
        box.addItem(text, data)


def _choose(box: ChoiceBox, data: object) -> None:
    place = next((n for n in range(box.count()) if box.itemData(n) == data), 0)
    box.setCurrentIndex(place)
