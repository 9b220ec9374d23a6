"""The pages of a subject on paper, the same as those of a PDF."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.errors import KnownError
from kzexplorer.pictures.composing import Composer
from kzexplorer.pictures.paper import INCH, PAPERS, Paper, Part
from kzexplorer.pictures.subject import Subject
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.theme import platform_font
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.pictures.painting import Brushwork, unhinted

# Lets the user choose a printer, its paper and pages; False when it is not wanted.
ChoosePrinter = Callable[[QPrinter, QWidget], bool]


def choose_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Ask for a printer in the system's own dialog."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen


def print_subject(
    subject: Subject, part: Part, count: int, tokens: Tokens, parent: QWidget, choose: ChoosePrinter = choose_printer
) -> int:
    """Print a subject on the paper of the printer that the user chooses, and give the number of pages, 0 for none.

    Raises:
        KnownError: the printer refuses, or so few pages do not hold all lanes.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)
    printer.setDocName(subject.heading)
    printer.setCreator("kzexplorer")
    if not choose(printer, parent):
        return 0
    font = unhinted(QFont(platform_font()))
    pictures = Composer(_paper(printer), Fonts(font).measure).pages(subject, Part(part), count)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        pictures = pictures[printer.fromPage() - 1 : printer.toPage() or None]
    painter = QPainter()
    if not pictures or not painter.begin(printer):
        raise KnownError(subject.say("The printer cannot be reached, or has none of these pages; choose again."))
    brushwork = Brushwork(tokens, font)
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        painter.save()
        painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
        brushwork.paint(painter, picture)
        painter.restore()
    if not painter.end():
        raise KnownError(subject.say("The printer stopped; what it has printed is not whole."))
    return len(pictures)


def _paper(printer: QPrinter) -> Paper:
    """Give the paper in the printer, with type as on A4."""
    sheet = printer.pageLayout().fullRect(QPageLayout.Unit.Inch)
    like = PAPERS["a4"]
    return Paper("printer", "", sheet.width() * INCH, sheet.height() * INCH, like.em, like.least)
