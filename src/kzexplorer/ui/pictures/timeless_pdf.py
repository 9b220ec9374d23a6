"""Pages as a PDF that knows nothing of the time and the process it was written in: the same pages, the same bytes."""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QUuid
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from kzexplorer.domain.dates import iso

INCH = 192.0  # units that pages are painted in
_FILES = QUuid("{6f8b0c5e-6d0b-5d0e-9d55-3a1f6f0e7c11}")  # the namespace of their ids
_DOTS = 1200  # an inch: the coordinates a file holds are whole numbers of these
# What Qt takes from the clock, with the zone it was asked in; it says the same in a metadata packet of its own.
_CLOCK = re.compile(rb"(/(?:Creation|Mod)Date \(D:)[^)]*")
_PACKET = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>
<?xpacket end="r"?>"""
_OFFSET = re.compile(rb"(?m)^\d{10}(?= \d{5} n)|(?<=startxref\n)\d+")

PaintPage = Callable[[QPainter], None]


def timeless_pdf(pages: Iterable[PaintPage], layout: QPageLayout, title: str, identity: str, data_day: int) -> bytes:
    """Paint pages into a PDF.

    Args:
        pages: each paints one, in units of 1/192 inch from its top left corner.
        layout: of all of them, without margins.
        title: of the document.
        identity: what tells this document from others, made into its id.
        data_day: the ordinal day up to which the data reaches; it stands in the file as its date.
    """
    # The fonts go into the file in the order of a hash, whose seed Qt draws by lot.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        data = _painted(pages, layout, title, identity)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return _timeless(data, data_day)


def _painted(pages: Iterable[PaintPage], layout: QPageLayout, title: str, identity: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator("kzexplorer")
    writer.setDocumentXmpMetadata(_PACKET)
    # Qt would draw one by lot.
    writer.setDocumentId(QUuid.createUuidV5(_FILES, identity.encode("utf-8", "replace")))
    painter = QPainter(writer)
    for number, paint in enumerate(pages):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(_DOTS / INCH, _DOTS / INCH)
        paint(painter)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _timeless(data: bytes, data_day: int) -> bytes:
    """Put the date of the data in the place of the time of writing, and move the offsets of what stands behind."""
    stamp = f"{iso(data_day).replace('-', '')}000000Z".encode()
    moves = [(f.end(), len(f[1]) + len(stamp) - len(f[0])) for f in _CLOCK.finditer(data)]

    def moved(found: re.Match[bytes]) -> bytes:
        offset = int(found[0])
        return b"%0*d" % (10 if len(found[0]) == 10 else 0, offset + sum(by for end, by in moves if end <= offset))

    body, table, offsets = data.rpartition(b"\nxref\n")
    return _CLOCK.sub(lambda found: found[1] + stamp, body) + table + _OFFSET.sub(moved, offsets)
