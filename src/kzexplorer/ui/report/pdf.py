"""A brief as a PDF of A4 pages, the same bytes for the same brief."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter

from kzexplorer.domain.language import Language
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.pictures.timeless_pdf import timeless_pdf
from kzexplorer.ui.report.brief import Brief
from kzexplorer.ui.report.pieces import MM, Piece, pages
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.report import EXTENTS, Report, partner_report

_A4 = QSizeF(210 * MM, 297 * MM)
_LEFT, _TOP, _BOTTOM = 19 * MM, 15 * MM, 21 * MM
_FOOT = 15 * MM  # from the foot's line to the edge of the paper
_PAGES = 2


def partner_pdf(slug: str, labels: Labels, tokens: Tokens, base: QFont) -> bytes:
    """Make the brief of a partner, as full as two pages hold.

    Raises:
        StateError: there is no such partner.
        KnownError: no record names it.
    """
    briefs = (partner_report(slug, labels, extent) for extent in EXTENTS)
    return pdf(briefs, tokens, base, labels.say, labels.store.edition.data_day)


def pdf(briefs: Iterable[Report], tokens: Tokens, base: QFont, say: Language, data_day: int) -> bytes:
    """Paint the first of some briefs that two pages hold; the last of them on as many pages as it takes.

    Args:
        briefs: of one partner, from the fullest to the shortest; at least one.
        tokens: the colours, best those of a light theme.
        base: the family of all fonts.
        say: the reader's language.
        data_day: the ordinal day up to which the data reaches; it stands in the file as its date.
    """
    font = QFont(base)
    # As wide on paper as they were measured.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    width, height = _A4.width() - 2 * _LEFT, _A4.height() - _TOP - _BOTTOM
    brief = Brief(tokens, font, width, say, data_day)
    for report in briefs:
        laid = pages(brief.pieces(report), height)
        if len(laid) <= _PAGES:
            break
    painted = (
        partial(_paint, page, brief.footer(report.footer, number, len(laid)))
        for number, page in enumerate(laid, start=1)
    )
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    return timeless_pdf(painted, layout, report.title, f"{report.slug} {report.footer}", data_day)


def _paint(page: Sequence[tuple[float, Piece]], footer: Piece, painter: QPainter) -> None:
    for y, piece in page:
        piece.paint(painter, _LEFT, _TOP + y)
    footer.paint(painter, _LEFT, _A4.height() - _FOOT)
