"""An address out of the data: opened elsewhere, and only after a question that shows all of it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import Language
from kzexplorer.ui.parts.notice import Notice

_SCHEMES = frozenset({"https", "http"})


def target(address: str) -> str:
    """Give the whole of a web address as it would be asked for, hosts in letters a look-alike cannot imitate.

    Empty for what is no web address, or hides one behind a name and a password.
    """
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in _SCHEMES or not url.host() or url.userInfo():
        return ""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


class AddressButton(QPushButton):
    """Offers to open an address; nothing is opened before it has been shown in full and confirmed."""

    def __init__(self, address: str, say: Language, parent: QWidget | None = None) -> None:
        super().__init__(say("Open in the browser…"), parent)
        self._address, self._say = address, say
        self.setProperty("role", "pill")
        self.setAutoDefault(False)
        self.clicked.connect(self.ask)

    def ask(self) -> None:
        """Show the whole address and ask; what is no web address is not opened."""
        say, whole = self._say, target(self._address)
        leaves = say("Your browser asks the network for it; kzexplorer itself never does.")
        if whole:
            heading, sentence, act = say("Open this address?"), f"{whole}\n\n{leaves}", say("Open")
        else:
            heading, act = say("This address cannot be opened"), ""
            sentence = say("It is no web address: {address}", address=self._address)
        question = Notice(heading, sentence, say, self.window(), act=act)
        if whole:
            question.accepted.connect(self._open)
        question.open()

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl(target(self._address))):
            raise KnownError(
                self._say("Nothing here opens web addresses; copy it instead: {address}", address=self._address)
            )
