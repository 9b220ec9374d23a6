"""The brief on paper: nothing cut, no heading alone, the same bytes."""

import hashlib
import os
import re
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kzexplorer import paths
from kzexplorer.domain.language import language
from kzexplorer.ui.look.theme import platform_font
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.report import pdf as paper
from kzexplorer.ui.report.brief import Brief
from kzexplorer.ui.report.pieces import Beside, Columns, Inset, Paragraph, Run, Space, Stack, pages
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.report import EXTENTS, partner_report
from rows import NASTY

LIGHT = themes(paths.resources())["light"]
WIDTH, HEIGHT = 1300.0, 1970.0


def briefs(slug, labels):
    return [partner_report(slug, labels, extent) for extent in EXTENTS]


def made(slug, labels):
    return paper.pdf(briefs(slug, labels), LIGHT, platform_font(), labels.say, labels.store.edition.data_day)


def page_count(data):
    return len(re.findall(rb"/Type /Page\n", data))


def paragraphs(piece, x=0.0):
    """Give each paragraph of a piece with how far from the left it stands."""
    match piece:
        case Paragraph():
            yield x, piece
        case Stack() | Columns():
            for number, part in enumerate(piece.pieces):
                step = piece.step if isinstance(piece, Columns) and number else 0.0
                yield from paragraphs(part, x + step)
        case Beside():
            for left, part in piece.pieces:
                yield from paragraphs(part, x + left)
        case Inset():
            yield from paragraphs(piece.piece, x + piece.left)


def words(laid):
    """Give the lines of all paragraphs, once each."""
    return [
        paragraph._layout.text()[line.textStart() : line.textStart() + line.textLength()]
        for page in laid
        for _, piece in page
        for _, paragraph in paragraphs(piece)
        for line in (paragraph._layout.lineAt(n) for n in range(paragraph._first, paragraph._last))
    ]


def test_two_pages_hold_every_partner_in_every_language(store, qapp):
    """The six with most to tell in all languages, the others in one."""
    most = sorted(store.partners, key=lambda partner: -partner.direct)[:7]
    for code in ("en", "kk", "ru"):
        labels = Labels(store, language(code, paths.resources() / "i18n"))
        for partner in store.partners if code == "en" else most:
            assert page_count(made(partner.slug, labels)) <= 2, (partner.slug, code)


@pytest.mark.parametrize("slug", ["russia", "united-states", "japan", "chile"])
@pytest.mark.parametrize("height", [HEIGHT, 1200.0, 900.0])
def test_nothing_is_cut_and_no_heading_stands_alone(labels, qapp, slug, height):
    (report, *_) = briefs(slug, labels)
    brief = Brief(LIGHT, QFont(platform_font()), WIDTH, labels.say, labels.store.edition.data_day)
    pieces = brief.pieces(report)
    laid = pages(pieces, height)
    assert sorted(words(laid)) == sorted(words([[(0.0, piece) for piece in pieces]])), "each line once"
    headings = {chapter.heading.upper() for chapter in report.chapters}
    for page in laid:
        assert all(y + piece.height <= height + 0.01 for y, piece in page)
        tops = [y for y, _ in page]
        assert tops == sorted(tops)
        *_, (_, last) = (found for _, piece in page for found in paragraphs(piece))
        assert not any(last._layout.text().startswith(heading) for heading in headings)
    for page in laid:
        for _, piece in page:
            for x, paragraph in paragraphs(piece):
                for number in range(paragraph._first, paragraph._last):
                    line = paragraph._layout.lineAt(number)
                    assert x + line.naturalTextWidth() <= WIDTH + 1


def test_the_same_brief_is_the_same_bytes_anywhere_and_any_time():
    script = (
        "import sys; from kzexplorer.cli import main;"
        "sys.exit(main(['report', '--partner', 'france', '--format', 'pdf', '-o', '-']))"
    )
    digests = set()
    for zone, seed in (("Asia/Almaty", "0"), ("America/New_York", ""), ("UTC", "")):
        environment = {**os.environ, "TZ": zone, "QT_QPA_PLATFORM": "offscreen"}
        environment |= {"QT_HASH_SEED": seed} if seed else {}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=120, env=environment)
        assert done.returncode == 0, done.stderr
        digests.add(hashlib.sha256(done.stdout).hexdigest())
        assert b"D:20260930000000Z" in done.stdout
    assert len(digests) == 1


def test_the_file_is_whole(labels, qapp):
    """Its table of contents leads to its objects, which a changed date could have moved."""
    data = made("italy", labels)
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    assert data[start : start + 5] == b"xref\n"
    entries = re.findall(rb"(?m)^(\d{10}) 00000 n", data[start:])
    assert len(entries) > 20
    for number, offset in enumerate(entries, start=1):
        assert re.match(rb"%d 0 obj" % number, data[int(offset) :]), number
    assert all(
        zlib.decompress(stream)
        for stream in re.findall(rb"/FlateDecode\n>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    )


RUN_COLOUR = QColor("#000000")


def paragraph(text, width=400.0):
    return Paragraph([Run(text, QFont(platform_font()), RUN_COLOUR)], width)


@pytest.mark.parametrize("text", [*NASTY, "<img src='file:///etc/passwd'>", "<script>"])
def test_a_hostile_text_is_only_text(qapp, text):
    piece = paragraph(f"x{text}")
    image = QImage(500, int(piece.height) + 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    piece.paint(painter, 5, 5)
    painter.end()
    shown = piece._layout.text()
    assert not {"\n", "\r", "\u2028", "\x00"} & set(shown)
    assert ("<" in shown) == ("<" in text)
    assert all(piece._layout.lineAt(n).naturalTextWidth() <= 401 for n in range(piece._last))


@settings(max_examples=30)
@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=12),
    st.integers(300, 900),
    st.sampled_from(("stack", "columns", "sections")),
)
def test_any_pieces_flow_without_loss(qapp, lengths, height, shape):
    texts = [f"{number} " + "word " * length for number, length in enumerate(lengths)]
    made_of = tuple(paragraph(text, 200.0) for text in texts)
    match shape:
        case "stack":
            pieces = [part for piece in made_of for part in (piece, Space(20))]
        case "columns":
            pieces = [Columns(made_of, 220.0, 5.0)]
        case _:
            pieces = [Stack((paragraph("HEAD"), Space(5), piece), leading=2) for piece in made_of]
    laid = pages(pieces, float(height))
    assert sorted(words(laid)) == sorted(words([[(0.0, piece) for piece in pieces]]))
    for page in laid:
        assert all(y + piece.height <= height + 0.01 for y, piece in page)
        if shape == "sections":
            *_, (_, last) = (found for _, piece in page for found in paragraphs(piece))
            assert last._layout.text() != "HEAD"
