"""Pictures and pages of the timeline: all there, nothing cut, the same bytes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest
from PySide6.QtGui import QImage

from kzexplorer.cli import main


@pytest.fixture
def render(qapp, tmp_path, capfd):
    """Run the command; gives its exit code, what it said, and the file."""

    def run(name, *options):
        path = tmp_path / name
        code = main(["render", *options, "-o", str(path)])
        return code, capfd.readouterr().err, path

    return run


@pytest.mark.parametrize(
    ("size", "scale", "pixels"),
    [("1280x720", "1", (1280, 720)), ("640x480", "2.5", (1600, 1200))],
)
def test_a_picture_has_the_size_asked_for(render, size, scale, pixels):
    code, said, path = render("a.png", "--partner", "italy", "--size", size, "--scale", scale)
    assert code == 0, said
    image = QImage(str(path))
    assert (image.width(), image.height()) == pixels
    grid = ((x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9))
    assert len({image.pixel(x, y) for x, y in grid}) > 20, "something is drawn"


def test_without_a_height_it_is_as_high_as_is_needed(render):
    heights = []
    for partner in ("chile", "russia"):
        code, said, path = render(f"{partner}.png", "--partner", partner, "--size", "1280")
        assert code == 0
        assert "no room" not in said
        heights.append(QImage(str(path)).height())
    assert heights[0] == 720
    assert heights[1] > 2000


def texts(path):
    return [element.text for element in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")]


def test_the_text_of_an_svg_is_text_in_a_named_font(render):
    code, said, path = render("a.svg", "--partner", "italy", "--title", "Италия мен Қазақстан")
    assert code == 0, said
    assert {"Италия мен Қазақстан", "KazSat-3", "2014", "Satellite"} <= set(texts(path))
    root = ET.parse(path).getroot()
    families = {element.get("font-family") for element in root.iter() if element.get("font-family")}
    assert families
    assert all(family.startswith("'") and family.endswith(", sans-serif") for family in families)
    assert not any("href" in name for element in root.iter() for name in element.attrib), "nothing from elsewhere"


HOSTILE = '<b>&"\x01\x0b\x1b\ud800\ufffe]]><script>alert(1)</script>=cmd|'


def test_a_hostile_heading_is_only_text(render):
    code, said, path = render("a.svg", "--partner", "chile", "--title", HOSTILE)
    assert code == 0, said
    shown = "".join(texts(path))
    assert "<b>&" in shown
    assert "<script>" in shown
    assert not {"\x01", "\x0b", "\x1b", "\ufffe"} & set(path.read_text("utf-8"))


def test_pages_show_all_lanes_under_their_heads(render):
    code, said, path = render("a.pdf", "--partner", "italy,france", "--pages", "6", "--paper", "a3")
    assert code == 0, said
    document = pypdf.PdfReader(path)
    assert 2 <= len(document.pages) <= 6
    assert f"{len(document.pages)} pages" in said
    for page in document.pages:
        text = " ".join(page.extract_text().split())
        assert "With France or Italy" in text
        assert "labelled" in text
        assert "Edition 2026-11" in text
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]


@pytest.mark.parametrize("size", ["1920x1080", "1000x1000", "1080x1920"])
def test_a_page_has_the_shape_asked_for(render, size):
    code, said, path = render("a.pdf", "--partner", "chile", "--size", size)
    assert code == 0, said
    box = pypdf.PdfReader(path).pages[0].mediabox
    width, height = map(int, size.split("x"))
    assert abs(float(box.width / box.height) - width / height) < 0.01


def test_too_few_pages_are_one_sentence(render):
    code, said, path = render("a.pdf", "--pages", "2")
    assert code == 2
    assert "43 lanes do not fit on 2 of these pages" in said
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("a.png", ("--size", "0x0"), "at least 400 by 240"),
        ("a.png", ("--size", "100000"), "at most 16000 by 16000"),
        ("a.png", ("--size", "16000x16000"), "100 million"),
        ("a.png", ("--size", "wide"), "not a size"),
        ("a.png", ("--scale", "0"), "0.5 to 8"),
        ("a.png", ("--scale", "nan"), "0.5 to 8"),
        ("a.png", ("--pages", "3"), "does not go with .png"),
        ("a.pdf", ("--size", "1920x1080", "--paper", "a3"), "does not go with .pdf"),
        ("a.pdf", ("--size", "1920"), "neither above 3 times"),
        ("a.pptx", ("--size", "4000x400"), "neither above 3 times"),
        ("a.gif", (), ".png, .svg, .pdf, .pptx"),
        ("a", (), ".svg"),
        ("a.png", ("--text", "zzzzz"), "nothing to draw"),
        ("no/such/a.png", (), "does not exist"),
    ],
)
def test_bad_input_is_one_sentence_and_no_file(render, name, options, sentence):
    code, said, path = render(name, *options)
    assert code in (1, 2)
    assert sentence in said
    assert len(said.splitlines()) == 1
    assert not path.exists()


@pytest.mark.parametrize("span", ["2014-04-28..2014-04-28", "1500..2500", "0001..9999"])
@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_a_day_and_a_thousand_years(render, span, suffix):
    code, said, path = render(f"a.{suffix}", "--view", f"partner=italy&visible={span}")
    assert code == 0, said
    assert path.stat().st_size > 3_000


def test_the_same_view_is_the_same_bytes_anywhere_and_any_time():
    script = (
        "import sys; from kzexplorer.cli import main;"
        "[main(['render', '--partner', 'italy', '-o', f'{sys.argv[1]}/a.{s}']) for s in sys.argv[2:]]"
    )
    suffixes = ("png", "svg", "pdf", "pptx")
    assert made(script, suffixes, "Asia/Almaty", "0") == made(script, suffixes, "America/New_York", "7")


def made(script, suffixes, zone, seed):
    from tempfile import TemporaryDirectory

    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "QT_HASH_SEED": seed, "LC_ALL": "C"}
    with TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-c", script, folder, *suffixes],
            env=environment,
            check=True,
            timeout=120,
            capture_output=True,
        )
        return [hashlib.sha256(Path(folder, f"a.{suffix}").read_bytes()).hexdigest() for suffix in suffixes]
