"""Go to a date: typed in any precision, in digits or in words."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kzexplorer.domain.dates import DateError, VagueDate
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.domain.written_dates import typed_date
from kzexplorer.ui.parts.line_dialog import LineDialog

_LONGEST = 40


class DateDialog(LineDialog):
    """Hands the date typed to `go`."""

    def __init__(self, go: Callable[[VagueDate], None], say: Language, parent: QWidget) -> None:
        self._go, self._say = go, say
        super().__init__(
            say("Go to a date"),
            say("A year, month, day, quarter or decade: 2014, April 2014, 28.04.2014, 2014-Q2, 2010s."),
            say("Go"),
            self._take_date,
            say,
            parent,
            longest=_LONGEST,
            remark=self._read_back,
        )

    def _take_date(self, text: str) -> None:
        try:
            self._go(typed_date(text))
        except DateError as error:
            raise KnownError(
                self._say("“{text}” is not a date; write 2014, April 2014 or 28.04.2014.", text=text.strip())
            ) from error

    def _read_back(self, text: str) -> str:
        """Say a date as it was understood."""
        try:
            return self._say.date(typed_date(text)) if text.strip() else ""
        except DateError:
            return ""
