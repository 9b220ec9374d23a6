"""Slides read back as PowerPoint's own parts: names, texts, places and notes of native shapes."""

import io
import zipfile
from itertools import combinations
from unicodedata import normalize

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from kzexplorer import paths
from kzexplorer.cli import main

# The others are opened in LibreOffice, see tests/office.
BRIEFINGS = [paths.resources() / "briefings" / f"{name}.kzbrief" for name in ("italy", "kazsat-to-exports")]
VIEW = "partner=italy,russia&from=2004&to=2016&focus=kazsat-3"


def rendered(path, *options):
    assert main(["render", *options, "-o", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def decks(qapp, tmp_path_factory):
    """Each ready briefing as a deck."""
    folder = tmp_path_factory.mktemp("decks")
    return {brief.stem: rendered(folder / f"{brief.stem}.pptx", str(brief)) for brief in BRIEFINGS}


@pytest.fixture(scope="module")
def view(qapp, tmp_path_factory):
    """A view on a slide."""
    return rendered(tmp_path_factory.mktemp("view") / "view.pptx", "--view", VIEW, "--pages", "2")


def every_shape(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)


def written(shapes):
    return [shape for shape in every_shape(shapes) if shape.has_text_frame and shape.text_frame.text]


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def test_a_record_is_a_group_with_a_name_and_a_description(view):
    slide = Presentation(view).slides[0]
    groups = {shape.name: shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP}
    assert {"Grid", "Axis", "Russia", "Italy"} <= set(groups)
    satellite = groups["KazSat-3, satellite, 28 April 2014 – ongoing"]
    parts = {shape.name: shape for shape in satellite.shapes}
    assert {"Bar", "Goes on", "Mark", "Label", "In focus"} <= set(parts)
    assert parts["Label"].text_frame.text == "KazSat-3"
    description = satellite._element.nvGrpSpPr.cNvPr.get("descr")
    assert "Italy" in description
    assert "confirmed" in description
    assert "sources" in description


def test_the_label_of_a_record_that_is_only_context_stands_out_while_it_is_in_focus(qapp, tmp_path):
    asked = "partner=russia&kind=launch&to=1960&group=none"
    inks = {}
    for name, focus in (("plain", ""), ("focused", "&focus=sputnik-1")):
        slide = Presentation(rendered(tmp_path / f"{name}.pptx", "--view", asked + focus)).slides[0]
        labels = {shape.text_frame.text: shape for shape in written(slide.shapes) if shape.name == "Label"}
        inks[name] = {
            text: labels[text].text_frame.paragraphs[0].runs[0].font.color.rgb for text in ("Sputnik 1", "Luna 2")
        }
    assert inks["focused"]["Luna 2"] == inks["plain"]["Luna 2"] == inks["plain"]["Sputnik 1"]
    assert inks["focused"]["Sputnik 1"] != inks["plain"]["Sputnik 1"]


def test_every_tick_head_and_count_is_a_text(view):
    slide = Presentation(view).slides[0]
    texts = {shape.text_frame.text for shape in written(slide.shapes)}
    assert {"2010", "Russia", "Italy", "Satellite"} <= texts
    assert any("labelled" in text for text in texts)
    assert any("sources" in text and "Edition 2026-11" in text for text in texts)
    assert slide.shapes.title.text_frame.text == "With Italy or Russia, active 2004 – 2016"
    assert not any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in every_shape(slide.shapes))


def test_no_two_texts_overlap_and_all_lie_on_the_slide(decks, view):
    for path in (view, *decks.values()):
        deck = Presentation(path)
        for slide in deck.slides:
            boxes = [(box(shape), shape.text_frame.text) for shape in written(slide.shapes)]
            for (left, top, right, bottom), text in boxes:
                assert left >= 0, text
                assert top >= 0, text
                assert right <= deck.slide_width + 1, text
                assert bottom <= deck.slide_height + 1, text
            for (one, text), (other, more) in combinations(boxes, 2):
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                # Heights are whole units of the file.
                touch = min(one[3] - other[1], other[3] - one[1]) < 2_000
                assert apart or touch, (path.name, text, more)


def test_a_briefing_is_a_deck(decks):
    deck = Presentation(decks["italy"])
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == "Italy and Kazakhstan"
    assert titles[1] == "Italy and Kazakhstan: the payloads of three satellites"
    assert titles[11] == "Thirteen records, and not one treaty"
    assert set(titles[12:]) == {"Sources"}
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    opening = deck.slides[0]
    assert [holder.placeholder_format.idx for holder in opening.placeholders] == [0, 1]
    assert "11 steps · 32 sources" in opening.placeholders[1].text_frame.text


def test_the_sources_are_numbered_and_the_notes_name_them(decks):
    for path in decks.values():
        slides = list(Presentation(path).slides)
        last = [slide for slide in slides if slide.shapes.title.text_frame.text == "Sources"]
        numbers = [
            int(s.text_frame.text) for slide in last for s in written(slide.shapes) if s.text_frame.text.isdigit()
        ]
        assert numbers == list(range(1, len(numbers) + 1))
        named = set()
        for slide in slides[1 : -len(last)]:
            notes = slide.notes_slide.notes_text_frame.text
            assert "Evidence" in notes
            named |= {int(line[1 : line.index("]")]) for line in notes.splitlines() if line.startswith("[")}
        assert named == set(numbers)


def test_private_notes_come_only_when_asked_for(decks, tmp_path):
    brief = BRIEFINGS[0]
    private = "Whoever says that Italy built the satellites"
    with_notes = Presentation(rendered(tmp_path / "a.pptx", str(brief), "--with-notes")).slides[1]
    assert private in with_notes.notes_slide.notes_text_frame.text
    for name in zipfile.ZipFile(decks["italy"]).namelist():
        assert private.encode() not in zipfile.ZipFile(decks["italy"]).read(name), name


def test_the_file_knows_the_edition_and_not_the_clock(decks):
    with zipfile.ZipFile(decks["italy"]) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 9, 30, 0, 0, 0)}
        assert not any("thumbnail" in name for name in archive.namelist())
    about = Presentation(decks["italy"]).core_properties
    assert (about.title, about.author, about.created.isoformat()) == (
        "Italy and Kazakhstan", "kzexplorer", "2026-09-30T00:00:00",
    )  # fmt: skip


def test_a_hostile_briefing_is_only_text(qapp, tmp_path):
    nasty = "<b>&\"' ]]> \x01\x0b\x1b {0} %s =cmd|' /C calc'!A0 javascript:alert(1) file:///etc/passwd"
    brief = tmp_path / "a.kzbrief"
    brief.write_text(
        f"kzexplorer briefing, version 1, 3 steps\ntitle: {nasty}\nedition: x\n\nstep\nheadline: {nasty * 60}\n"
        f"view: partner=chile\nnotes:\n| {nasty}\n\nstep\nheadline: {nasty}\nview: partner=nobody\n\n"
        f"step\nheadline:\nview: text=zzzz\n\nend\n",
        "utf-8",
    )
    data = rendered(tmp_path / "a.pptx", str(brief), "--with-notes").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
            if "slides/_rels" in name:
                assert b"External" not in archive.read(name), "no text is a link"
    slides = Presentation(io.BytesIO(data)).slides
    assert slides[0].shapes.title.text_frame.text.startswith("<b>&")
    assert len(slides) >= 4
    assert any("cannot be shown" in shape.text_frame.text for shape in written(slides[2].shapes))


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_briefing_as_pictures_is_a_file_a_page(qapp, tmp_path, suffix):
    assert main(["render", str(BRIEFINGS[1]), "--size", "960x540", "-o", str(tmp_path / f"a.{suffix}")]) == 0
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [f"a-{number:02}.{suffix}" for number in range(1, len(files) + 1)]
    assert len(files) > 10
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == len(files)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((str(BRIEFINGS[0]), "--partner", "italy"), "says itself what it shows"),
        ((str(BRIEFINGS[0]), "--pages", "3"), "does not go with a briefing"),
        (("--partner", "italy", "--with-notes"), "Only a briefing"),
        (("no-such.kzbrief",), "no file"),
    ],
)
def test_what_does_not_go_together_is_one_sentence(qapp, tmp_path, capfd, options, sentence):
    path = tmp_path / "a.pptx"
    assert main(["render", *options, "-o", str(path)]) in (1, 2)
    said = capfd.readouterr().err
    assert sentence in said
    assert len(said.splitlines()) == 1
    assert not path.exists()


def test_a_deck_on_paper_has_the_same_pages(qapp, decks, tmp_path):
    import pypdf

    document = pypdf.PdfReader(rendered(tmp_path / "a.pdf", str(BRIEFINGS[0])))
    assert len(document.pages) == len(Presentation(decks[BRIEFINGS[0].stem]).slides)
    for page, slide in zip(document.pages, Presentation(decks[BRIEFINGS[0].stem]).slides, strict=True):
        text = " ".join(normalize("NFKC", page.extract_text()).split())  # with its ligatures taken apart
        assert slide.shapes.title.text_frame.text[:20] in text
        assert abs(float(page.mediabox.width / page.mediabox.height) - 16 / 9) < 0.001
