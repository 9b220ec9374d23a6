"""A timeline as native shapes: one group a record with its bar, mark and label, and the axis and lane heads."""

from collections.abc import Sequence

from kzexplorer.pictures.picture import Chart
from kzexplorer.pictures.slides.bars import Bars
from kzexplorer.pictures.slides.tree import Tree
from kzexplorer.pictures.subject import Tell
from kzexplorer.pictures.wording import broken, plain
from kzexplorer.scene.margins import AXIS, ERA
from kzexplorer.scene.shapes import Cluster, Edge, Era, Item, Label, Lane, Measure, Side, Tie

_NAMED = 12  # records that the description of a pill names
_SLACK = 1.02  # a label's box is a little wider than its text


class TimelineShapes:
    """Draws a chart into a tree; `tell` names a record, `measure` gives the widths of texts."""

    def __init__(self, tree: Tree, chart: Chart, tell: Tell, measure: Measure) -> None:
        self._tree = tree
        self._chart = chart
        self._tell = tell
        self._measure = measure
        self._sizes = chart.scene.sizes
        self._left = chart.x + chart.heads
        self._top = chart.y + chart.axis - chart.low
        self._width = chart.scene.viewport.width
        self._low, self._high = chart.low, chart.high
        self._bars = Bars(self._left, self._top, self._width, self._sizes)

    def draw(self) -> None:
        """Add all, from the ground up."""
        self._grid()
        self._axis()
        lanes = {number: lane for number, lane in enumerate(self._chart.scene.lanes) if self._shows_lane(lane)}
        for lane in lanes.values():
            self._head(lane.title, lane.caption, lane.top, lane.height)
            if lane.columns:
                self._columns(lane)
        scene = self._chart.scene
        if scene.ties:
            self._ties([tie for tie in scene.ties.drawn if self._shows(tie.y0) and self._shows(tie.y1)])
        labels = {label.item: label for label in scene.labels}
        for number, item in enumerate(scene.items):
            if item.lane in lanes and self._shows(item.y):
                self._item(item, labels.get(number))
        for pill in scene.clusters:
            if pill.lane in lanes and self._shows(pill.y):
                self._pill(pill, lanes[pill.lane].title)
        tray = scene.tray
        if tray and tray.top < self._high:
            self._head(tray.title, tray.caption, tray.top, tray.height)
            box = (self._left, self._y(tray.top + self._sizes.pad), self._width, self._sizes.text)
            self._tree.text(tray.title, tray.text, box, self._sizes.font, "ink2")

    def _shows_lane(self, lane: Lane) -> bool:
        return lane.top < self._high - 1e-6 and lane.top + lane.height > self._low + 1e-6

    def _shows(self, y: float) -> bool:
        return self._low <= y - self._sizes.mark / 2 and y + self._sizes.mark / 2 <= self._high

    def _y(self, y: float) -> float:
        return self._top + y

    def _grid(self) -> None:
        tree, scene = self._tree.group("Grid"), self._chart.scene
        top, bottom = self._y(self._low), self._y(self._high)
        right = self._left + self._width
        for era in scene.eras:
            if era.shaded:
                self._band(tree, era, top, bottom - top)
        if scene.data_x is not None:
            ground = (self._left + scene.data_x, top, self._width - scene.data_x, bottom - top)
            tree.rectangle("After the data", ground, "bg")
        thin = self._sizes.font / 24
        for tick in scene.axis.ticks:
            if tick.text:
                x = self._left + tick.x
                tree.line(f"Line {tick.text}", (x, top), (x, bottom), "line", thin)
        borders = {lane.top + lane.height for lane in scene.lanes}
        borders |= {scene.tray.top + scene.tray.height} if scene.tray else set()
        for y in sorted(borders | {self._low}):
            if self._low - 1e-6 <= y <= self._high + 1e-6:
                tree.line("Border of a lane", (self._chart.x, self._y(y)), (right, self._y(y)), "line", thin)
        if scene.data_x is not None:
            x = self._left + scene.data_x
            tree.line("End of the data", (x, top), (x, bottom), "ink3", thin)

    def _axis(self) -> None:
        tree, scene, font = self._tree.group("Axis"), self._chart.scene, self._sizes.font
        bottom = self._chart.y + AXIS * font
        y = self._chart.y + AXIS * font / 2 - self._sizes.text / 2 - font / 6
        for tick in scene.axis.ticks:
            x = self._left + tick.x
            if tick.text:
                tree.line(f"Tick {tick.text}", (x, bottom - font / 2), (x, bottom), "line", font / 24)
                box = (self._left + tick.left, y, tick.width, self._sizes.text)
                colour = "ink" if tick.strong else "ink2"
                tree.text(tick.text, tick.text, box, font, colour, bold=tick.strong, align="centre")
        if scene.axis.context:
            box = (self._chart.x, y, self._chart.heads, self._sizes.text)
            tree.text("Year", scene.axis.context, box, font, "ink", bold=True)
        line = (self._chart.x, bottom), (self._left + self._width, bottom)
        tree.line("Axis", *line, "line", font / 24)
        if scene.eras:
            self._eras(bottom)

    def _eras(self, top: float) -> None:
        """Add the captions of the eras below the axis."""
        tree, font = self._tree.group("Eras"), self._sizes.font
        small, row = 11 / 12 * font, ERA * font
        for era in self._chart.scene.eras:
            y = top + era.row * row
            self._band(tree, era, y, row)
            for x, edge in ((era.x0, era.begin), (era.x1, era.end)):
                if edge is Edge.SHARP and 0 < x < self._width:
                    at = self._left + x
                    tree.line(f"Bound of {era.title}", (at, y + row / 8), (at, y + row * 7 / 8), "line", font / 24)
            if era.text:
                box = (self._left + era.text_x, y, era.text_width * _SLACK, row)
                tree.text(era.title, era.text, box, small, "ink2")

    def _band(self, tree: Tree, era: Era, y: float, height: float) -> None:
        """Add a ground that fades where a bound of an era is vague."""
        low, high = max(era.x0, 0.0), min(era.x1, self._width)
        sure0 = min(max(era.solid0, low), high) if era.begin is Edge.SOFT else low
        sure1 = min(max(era.solid1, sure0), high) if era.end is Edge.SOFT else high
        colour = "bg" if era.shaded else "surface"
        for start, stop, colours in ((low, sure0, ("surface", colour)), (sure1, high, (colour, "surface"))):
            if stop > start:
                tree.fading(era.title, (self._left + start, y, stop - start, height), colours)
        if sure1 > sure0:
            tree.rectangle(era.title, (self._left + sure0, y, sure1 - sure0, height), colour)

    def _columns(self, lane: Lane) -> None:
        """Add how dense a collapsed lane is."""
        tree = self._tree.group(f"{lane.title}: {lane.counts.clustered}")
        font = self._sizes.font
        base, room = self._y(lane.top + lane.height - font / 2), lane.height - font
        for column in lane.columns:
            low, high = max(column.x + font / 12, 0.0), min(column.x + column.width - font / 12, self._width)
            height = max(column.share * room, font / 6)
            if high > low:
                colour = "accent" if column.focused else "ink3"
                tree.rectangle(str(column.number), (self._left + low, base - height, high - low, height), colour)

    def _ties(self, ties: Sequence[Tie]) -> None:
        """Add the threads from the record in focus to those it is linked with."""
        for tie in ties:
            start, stop = (self._left + tie.x0, self._y(tie.y0)), (self._left + tie.x1, self._y(tie.y1))
            name = f"{tie.relation.replace('_', ' ')}: {tie.slug}"
            self._tree.line(name, start, stop, "accent", self._sizes.font / 10)

    def _head(self, title: str, caption: str, top: float, height: float) -> None:
        font, room = self._sizes.font, self._chart.heads - 0.4 * self._sizes.font
        px, small = font * 13 / 12, font * 11 / 12
        line = 1.25 * px
        top = max(top, self._low)
        # The title may take as many lines as leave one for the caption.
        most = max(int((height - self._sizes.pad - 1.5 * small) / line), 1)

        def width_of(text: str) -> float:
            return self._measure(text, px, True)

        lines = broken(title, room, width_of, most)
        if not all(f"{title} ".startswith(f"{' '.join(lines[: n + 1])} ") for n in range(len(lines) - 1)):
            lines = broken(title, room, width_of, 1)  # rather cut short than broken inside of a word
        tree = self._tree.group(plain(title) or "Lane", f"{title}: {caption}")
        y = self._y(top + self._sizes.pad * 0.8)
        box = (self._chart.x, y, room, line * max(len(lines), 1))
        tree.text("Title of the lane", " ".join(lines), box, px, "ink", bold=True, wrap=True, spacing=line)
        tree.text("Caption of the lane", caption, (self._chart.x, y + box[3], room, 1.3 * small), small, "ink3")

    def _item(self, item: Item, label: Label | None) -> None:
        row = self._chart.rows[item.row]
        told = self._tell(row)
        tree = self._tree.group(told.name, told.description)
        colour = "ink3" if item.muted else str(item.family)
        mark_shows = 0 <= item.mark_x <= self._width
        self._bars.draw(tree, item, colour)
        x, y = self._left + item.mark_x, self._y(item.y)
        if mark_shows:
            tree.mark("Mark", item.mark, x, y, self._sizes.mark, colour)
            if item.weak:
                half, quarter = self._sizes.mark / 2, self._sizes.mark / 4
                tree.oval("Rests on weak evidence", x + half, y - half, quarter, "gold")
        if item.focused:
            at = self._left + max(item.mark_x, self._sizes.mark)
            tree.oval("In focus", at, y, 0.77 * self._sizes.mark, "accent", ring=self._sizes.font / 6)
        if label:
            self._label(tree, label, muted=item.muted and not item.focused)

    def _label(self, tree: Tree, label: Label, *, muted: bool) -> None:
        # Whoever rewords it finds that it grows away from its mark.
        right = label.side is Side.LEFT
        more = (_SLACK - 1) * label.width
        left = self._left + label.x - (more if right else 0.0)
        box = (left, self._y(label.y), label.width + more, label.height)
        align = "right" if right else "left"
        colour = "ink3" if muted else "ink"
        tree.text("Label", label.text, box, self._sizes.font, colour, bold=label.bold, align=align)

    def _pill(self, pill: Cluster, lane: str) -> None:
        titles = [plain(self._chart.rows[member].title) for member in pill.members]
        more = f"; +{len(titles) - _NAMED}" if len(titles) > _NAMED else ""
        left, right = max(pill.x - pill.width / 2, 0.0), min(pill.x + pill.width / 2, self._width)
        box = (self._left + left, self._y(pill.y - pill.height / 2), right - left, pill.height)
        name = f"{pill.size}: {lane}"
        self._tree.pill(name, box, pill.text, 11 / 12 * self._sizes.font, "; ".join(titles[:_NAMED]) + more)
