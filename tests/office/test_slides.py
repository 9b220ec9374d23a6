"""Slides in LibreOffice Impress: every ready briefing opens, and each slide becomes a page with its title."""

import shutil
import subprocess

import pypdf
import pytest
from pptx import Presentation

from kzexplorer import paths
from kzexplorer.cli import main

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
BRIEFINGS = sorted((paths.resources() / "briefings").glob("*.kzbrief"))
VIEWS = ("partner=italy,russia&from=2004&to=2016&focus=kazsat-3", "group=kind&partner=france")


def words(text):
    """Give the letters of a text alone: a page sets ligatures and breaks lines where it likes."""
    plain = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    return "".join(c for c in plain.casefold() if c.isalnum())


@pytest.mark.parametrize("asked", [*BRIEFINGS, *VIEWS], ids=str)
def test_it_opens_and_every_text_is_on_its_page(qapp, tmp_path, asked):
    path = tmp_path / "deck.pptx"
    what = ["--view", asked] if isinstance(asked, str) else [str(asked), "--with-notes"]
    assert main(["render", *what, "-o", str(path)]) == 0
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = pypdf.PdfReader(tmp_path / "deck.pdf").pages
    slides = list(Presentation(path).slides)
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        shown = words(page.extract_text())
        assert words(slide.shapes.title.text_frame.text) in shown
        for group in slide.shapes:
            for shape in getattr(group, "shapes", ()):
                if shape.name == "Label":
                    assert words(shape.text_frame.text) in shown
