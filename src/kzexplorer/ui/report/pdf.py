"""A brief as a PDF of A4 pages, the same bytes for the same brief."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from kzexplorer.domain.dates import iso
from kzexplorer.domain.language import Language
from kzexplorer.ui.report.brief import Brief
from kzexplorer.ui.report.pieces import MM, Piece, pages
from kzexplorer.ui.tokens import Tokens
from kzexplorer.viewmodel.report import Report

_A4 = QSizeF(210 * MM, 297 * MM)
_LEFT, _TOP, _BOTTOM = 19 * MM, 15 * MM, 21 * MM
_FOOT = 15 * MM  # from the foot's line to the edge of the paper
_BRIEFS = QUuid("{6f8b0c5e-6d0b-5d0e-9d55-3a1f6f0e7c11}")  # the namespace of their ids
_PAGES = 2
_DOTS = 1200  # an inch: the coordinates a file holds are whole numbers of these
# What Qt takes from the clock, with the zone it was asked in; it says the same in a metadata packet of its own.
_CLOCK = re.compile(rb"(/(?:Creation|Mod)Date \(D:)[^)]*")
_PACKET = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>
<?xpacket end="r"?>"""
_OFFSET = re.compile(rb"(?m)^\d{10}(?= \d{5} n)|(?<=startxref\n)\d+")


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
    # The fonts go into the file in the order of a hash, whose seed Qt draws by lot.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        data = _painted(brief, laid, report)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return _timeless(data, data_day)


def _painted(brief: Brief, laid: list[list[tuple[float, Piece]]], report: Report) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    painter = QPainter(writer)
    painter.scale(_DOTS / 192, _DOTS / 192)
    for number, page in enumerate(laid, start=1):
        if number > 1:
            writer.newPage()
        for y, piece in page:
            piece.paint(painter, _LEFT, _TOP + y)
        brief.footer(report.footer, number, len(laid)).paint(painter, _LEFT, _A4.height() - _FOOT)
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(report.title)
    writer.setCreator("kzexplorer")
    writer.setDocumentXmpMetadata(_PACKET)
    # Qt would draw one by lot.
    writer.setDocumentId(QUuid.createUuidV5(_BRIEFS, f"{report.slug} {report.footer}".encode()))
    return writer


def _timeless(data: bytes, data_day: int) -> bytes:
    """Put the date of the data in the place of the time of writing, and move the offsets of what stands behind."""
    stamp = f"{iso(data_day).replace('-', '')}000000Z".encode()
    moves = [(f.end(), len(f[1]) + len(stamp) - len(f[0])) for f in _CLOCK.finditer(data)]

    def moved(found: re.Match[bytes]) -> bytes:
        offset = int(found[0])
        return b"%0*d" % (10 if len(found[0]) == 10 else 0, offset + sum(by for end, by in moves if end <= offset))

    body, table, offsets = data.rpartition(b"\nxref\n")
    return _CLOCK.sub(lambda found: found[1] + stamp, body) + table + _OFFSET.sub(moved, offsets)
