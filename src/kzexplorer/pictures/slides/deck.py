"""Pictures as a deck of slides, the same bytes for the same pictures."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from kzexplorer.domain.kinds import Family
from kzexplorer.pictures.picture import Ink, Picture, Role, Text
from kzexplorer.pictures.slides.timeline import TimelineShapes
from kzexplorer.pictures.slides.tree import Tree, emu
from kzexplorer.pictures.subject import Tell
from kzexplorer.scene.shapes import Measure

if TYPE_CHECKING:
    from pptx.opc.packuri import PackURI
    from pptx.presentation import Presentation

FAMILIES = ("Arial", "Liberation Sans")  # the deck's font, and one as wide
_OPENING, _TITLE_ONLY = 0, 5  # among the layouts of the library's own template
_FIRST_YEAR = 1980  # of a ZIP


@dataclass(frozen=True, slots=True)
class Binding:
    """What a deck is made with: `#rrggbb` for the name of each colour, its title, origin and date.

    `data_day` is the ordinal day up to which the data reaches.
    """

    colours: Mapping[str, str]
    title: str
    origin: str
    data_day: int
    tell: Tell
    measure: Measure


def deck(pictures: Sequence[Picture], binding: Binding) -> bytes:
    """Make a slide of each picture; all have one size."""
    from pptx import Presentation

    made = Presentation()
    _set_up(made, pictures[0], binding)
    for picture in pictures:
        _slide(made, picture, binding)
    return _bound(made, binding.data_day)


def _set_up(made: "Presentation", picture: Picture, binding: Binding) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT
    from pptx.util import Emu

    was = made.slide_width or 1
    made.slide_width, made.slide_height = Emu(emu(picture.width)), Emu(emu(picture.height))
    master = made.slide_master
    kept = {made.slide_layouts[_OPENING].name, made.slide_layouts[_TITLE_ONLY].name}
    for layout in list(made.slide_layouts):
        if layout.name not in kept:
            made.slide_layouts.remove(layout)
    for holder in (master, *made.slide_layouts):
        for shape in holder.placeholders:
            shape.left, shape.width = (round(side * made.slide_width / was) for side in (shape.left, shape.width))
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = _themed(theme.blob, binding.colours)  # noqa: SLF001 - the library has no name for a theme
    package = made.part.package
    for key in [key for key, rel in package._rels.items() if rel.reltype == RT.THUMBNAIL]:  # noqa: SLF001
        package.drop_rel(key)  # a picture of the template
    about = made.core_properties
    about.title, about.subject, about.author = binding.title[:255], binding.origin[:255], "kzexplorer"
    about.last_modified_by, about.revision = "kzexplorer", 1
    about.created = about.modified = datetime.combine(date.fromordinal(binding.data_day), time())


def _themed(theme: bytes, colours: Mapping[str, str]) -> bytes:
    """Name the deck's font and its six colours, so that what is added by hand looks like the rest."""
    text = theme.decode("utf-8").replace('typeface="Calibri"', f'typeface="{FAMILIES[0]}"')
    for number, family in enumerate(Family, start=1):
        head, tag, rest = text.partition(f"<a:accent{number}>")
        _, end, rest = rest.partition(f"</a:accent{number}>")
        text = f'{head}{tag}<a:srgbClr val="{colours[family].removeprefix("#").upper()}"/>{end}{rest}'
    return text.encode("utf-8")


def _slide(made: "Presentation", picture: Picture, binding: Binding) -> None:
    opening = picture.chart is None and any(text.role is Role.SUBTITLE for text in picture.texts)
    layout = made.slide_layouts.get_by_name("Title Slide" if opening else "Title Only")
    slide = made.slides.add_slide(layout)
    tree = Tree(slide.shapes, binding.colours)
    background = slide.background.fill
    background.solid()
    background.fore_color.rgb = tree.rgb("surface")
    if picture.chart:
        TimelineShapes(tree, picture.chart, binding.tell, binding.measure).draw()
    for panel in picture.panels:
        tree.rectangle("Panel", (panel.x, panel.y, panel.width, panel.height), panel.ink)
    for key in picture.keys:
        if key.mark is None:
            tree.oval("Mark", key.x, key.y, key.size / 4, Ink.DOUBT)
        else:
            tree.mark("Mark", key.mark, key.x, key.y, key.size, key.family)
    holders = {holder.placeholder_format.idx: holder for holder in slide.placeholders}
    roles = {Role.TITLE: 0, Role.SUBTITLE: 1}
    for text in picture.texts:
        holder = holders.pop(roles.get(text.role, -1), None)
        _text(tree, text, holder)
    if picture.notes:
        slide.notes_slide.notes_text_frame.text = picture.notes


def _text(tree: Tree, text: Text, holder: Any) -> None:
    """Put a text into a placeholder, or into a box of its own."""
    box = (text.x, text.y, text.width, text.height)
    align = "right" if text.right else "left"
    several = len(text.lines) > 1 or text.role in {Role.TITLE, Role.SUBTITLE, Role.CARD, Role.SOURCE}
    if holder is None:
        tree.text(
            text.role.capitalize(), text.text, box, text.px, text.ink,
            bold=text.bold, align=align, wrap=several, spacing=text.line,
        )  # fmt: skip
        return
    holder.left, holder.top = emu(text.x), emu(text.y)
    holder.width, holder.height = emu(text.width), emu(text.height)
    tree.write(
        holder.text_frame, text.text, text.px, text.ink, bold=text.bold, align=align, wrap=True, spacing=text.line
    )


class _Dated:
    """Takes the parts of a deck into a ZIP with one date, as the library's own writer does with that of the clock."""

    def __init__(self, archive: zipfile.ZipFile, day: date) -> None:
        self._archive = archive
        known = _FIRST_YEAR <= day.year < 2107
        self._stamp = (day.year, day.month, day.day, 0, 0, 0) if known else (_FIRST_YEAR, 1, 1, 0, 0, 0)

    def write(self, uri: "PackURI", part: bytes) -> None:
        entry = zipfile.ZipInfo(uri.membername, self._stamp)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        self._archive.writestr(entry, part)


def _bound(made: "Presentation", data_day: int) -> bytes:
    """Give the bytes of a deck, dated with its data.

    To save it takes the clock's date, which fails before the first of ZIP; once the library lets a date be given, this
    can go.
    """
    from pptx.opc.serialized import PackageWriter

    package, stream = made.part.package, io.BytesIO()
    parts = PackageWriter(stream, package._rels, tuple(package.iter_parts()))  # noqa: SLF001
    with zipfile.ZipFile(stream, "w") as archive:
        dated: Any = _Dated(archive, date.fromordinal(data_day))
        parts._write_content_types_stream(dated)  # noqa: SLF001
        parts._write_pkg_rels(dated)  # noqa: SLF001
        parts._write_parts(dated)  # noqa: SLF001
    return stream.getvalue()
