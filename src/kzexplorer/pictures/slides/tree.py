"""The shapes of a slide, or of a group on it: placed in units, in plain colours, without the effects of a theme."""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from kzexplorer.domain.kinds import Mark
from kzexplorer.pictures.paper import INCH
from kzexplorer.scene.marks import Circle, Contour, outlines

if TYPE_CHECKING:
    from pptx.shapes.shapetree import GroupShapes, SlideShapes

_EMU = 914_400 / INCH
_CORNERS = 24  # of a circle inside of another shape
_MOST_WORDS = 1_000  # characters of a description


def emu(length: float) -> int:
    """Give a length in the units of a slide's file."""
    return round(length * _EMU)


class Tree:
    """Adds shapes to a slide or a group; `colours` gives `#rrggbb` for the name of a colour.

    Every shape gets a name and, where there is something to say, a description for who cannot see it.
    """

    def __init__(self, shapes: "SlideShapes | GroupShapes", colours: Mapping[str, str]) -> None:
        self._shapes = shapes
        self._colours = colours

    def group(self, name: str, description: str = "") -> "Tree":
        """Add a group."""
        made = self._shapes.add_group_shape()
        _name(made, name, description)
        return Tree(made.shapes, self._colours)

    def text(
        self, name: str, text: str, box: tuple[float, float, float, float], px: float, colour: str, *,
        bold: bool = False, align: str = "left", wrap: bool = False, spacing: float = 0.0,
    ) -> None:  # fmt: skip
        """Add a text in a box of left, top, width and height, without a margin; `spacing` is the height of a line."""
        made = self._shapes.add_textbox(*_box(*box))
        _name(made, name)
        self.write(made.text_frame, text, px, colour, bold=bold, align=align, wrap=wrap, spacing=spacing)

    def write(
        self, frame: Any, text: str, px: float, colour: str, *,
        bold: bool = False, align: str = "left", wrap: bool = False, spacing: float = 0.0,
    ) -> None:  # fmt: skip
        """Put a text into a shape's frame."""
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
        from pptx.util import Emu

        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap = wrap
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP if wrap else MSO_ANCHOR.MIDDLE
        paragraph = frame.paragraphs[0]
        paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "centre": PP_ALIGN.CENTER}[align]
        if spacing:
            paragraph.line_spacing = Emu(emu(spacing))
        run = paragraph.add_run()
        run.text = text
        run.font.size = Emu(emu(px))
        run.font.bold = bold
        run.font.color.rgb = self.rgb(colour)

    def rectangle(self, name: str, box: tuple[float, float, float, float], colour: str, *, round_: bool = False) -> Any:
        """Add a filled rectangle without a line, with round ends if wanted."""
        from pptx.enum.shapes import MSO_SHAPE

        made = self._shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE if round_ else MSO_SHAPE.RECTANGLE, *_box(*box))
        if round_:
            made.adjustments[0] = 0.5
        _name(made, name)
        _flat(made)
        self._fill(made.fill, colour)
        made.line.fill.background()
        return made

    def fading(self, name: str, box: tuple[float, float, float, float], colours: tuple[str, str]) -> None:
        """Add a rectangle that goes from one colour at the left to another at the right."""
        made = self.rectangle(name, box, colours[0])
        made.fill.gradient()
        made.fill.gradient_angle = 0
        for stop, colour in zip(made.fill.gradient_stops, colours, strict=True):
            stop.color.rgb = self.rgb(colour)

    def hollow(self, name: str, box: tuple[float, float, float, float], colour: str, width: float) -> None:
        """Add a rectangle with round ends that is only a line."""
        made = self.rectangle(name, box, "surface", round_=True)
        self._line(made.line, colour, width)

    def pill(self, name: str, box: tuple[float, float, float, float], text: str, px: float, description: str) -> None:
        """Add a pill with a short text."""
        made = self.rectangle(name, box, "bg", round_=True)
        self._line(made.line, "ink3", px / 11)
        _name(made, name, description)
        self.write(made.text_frame, text, px, "ink2", align="centre")

    def oval(self, name: str, x: float, y: float, radius: float, colour: str, *, ring: float = 0.0) -> None:
        """Add a disc around a point, or a ring of some width."""
        from pptx.enum.shapes import MSO_SHAPE

        made = self._shapes.add_shape(MSO_SHAPE.OVAL, *_box(x - radius, y - radius, 2 * radius, 2 * radius))
        _name(made, name)
        _flat(made)
        if ring:
            made.fill.background()
            self._line(made.line, colour, ring)
        else:
            self._fill(made.fill, colour)
            made.line.fill.background()

    def line(self, name: str, start: tuple[float, float], stop: tuple[float, float], colour: str, width: float) -> None:
        """Add a straight line."""
        from pptx.enum.shapes import MSO_CONNECTOR

        ends: Sequence[Any] = [emu(place) for place in (*start, *stop)]
        made = self._shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        _name(made, name)
        _flat(made)
        self._line(made.line, colour, width)

    def polygon(self, name: str, contours: Iterable[Sequence[tuple[float, float]]], colour: str) -> None:
        """Add a shape of one or more closed contours; what lies within two of them is not filled."""
        builder: Any = None
        for contour in contours:
            (x, y), *rest = [(emu(x), emu(y)) for x, y in contour]
            if builder is None:
                builder = self._shapes.build_freeform(x, y)
            else:
                builder.move_to(x, y)
            builder.add_line_segments(rest, close=True)
        made = builder.convert_to_shape()
        _name(made, name)
        _flat(made)
        self._fill(made.fill, colour)
        made.line.fill.background()

    def mark(self, name: str, mark: Mark, x: float, y: float, size: float, colour: str) -> None:
        """Add a mark around a point."""
        contours = outlines()[mark]
        half = size / 2
        match contours:
            case (Circle(radius),):
                self.oval(name, x, y, radius * half, colour)
            case _:
                placed = ([(x + half * px, y + half * py) for px, py in _points(one)] for one in contours)
                self.polygon(name, placed, colour)

    def _fill(self, fill: Any, colour: str) -> None:
        fill.solid()
        fill.fore_color.rgb = self.rgb(colour)

    def _line(self, line: Any, colour: str, width: float) -> None:
        line.color.rgb = self.rgb(colour)
        line.width = max(emu(width), 3175)

    def rgb(self, colour: str) -> Any:
        """Give a colour by its name."""
        from pptx.dml.color import RGBColor

        make: Any = RGBColor  # untyped
        return make.from_string(self._colours[colour].removeprefix("#").upper())


def _points(contour: Contour) -> Sequence[tuple[float, float]]:
    if not isinstance(contour, Circle):
        return contour
    angles = [2 * pi * number / _CORNERS for number in range(_CORNERS)]
    return [(contour.x + contour.radius * cos(a), contour.y + contour.radius * sin(a)) for a in angles]


def _box(x: float, y: float, width: float, height: float) -> tuple[Any, Any, Any, Any]:
    left, top = emu(x), emu(y)
    return left, top, max(emu(x + width) - left, 0), max(emu(y + height) - top, 0)


def _name(shape: Any, name: str, description: str = "") -> None:
    shape.name = name[:255]
    if description:
        # The library has no name for it; it is what programs call the alternative text.
        shape._element._nvXxPr.cNvPr.set("descr", description[:_MOST_WORDS])  # noqa: SLF001


def _flat(shape: Any) -> None:
    """Take away the look that the deck's theme would give a shape: its shadow, line and gradient."""
    for style in shape._element.xpath("p:style"):  # noqa: SLF001
        shape._element.remove(style)  # noqa: SLF001
