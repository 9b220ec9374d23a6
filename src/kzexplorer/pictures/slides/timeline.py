"""A timeline as native shapes: one group a record with its bar, mark and label, and the axis and lane heads."""

from kzexplorer.pictures.picture import Chart
from kzexplorer.pictures.slides.tree import Tree
from kzexplorer.pictures.subject import Tell
from kzexplorer.pictures.wording import broken, plain
from kzexplorer.scene.shapes import Cluster, Edge, Item, Label, Lane, Measure, Side

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

    def draw(self) -> None:
        """Add all, from the ground up."""
        self._grid()
        self._axis()
        lanes = {number: lane for number, lane in enumerate(self._chart.scene.lanes) if self._shows_lane(lane)}
        for lane in lanes.values():
            self._head(lane.title, lane.caption, lane.top, lane.height)
        scene = self._chart.scene
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
        bottom = self._y(self._low)
        y = self._chart.y + self._chart.axis / 2 - self._sizes.text / 2 - font / 6
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

    def _head(self, title: str, caption: str, top: float, height: float) -> None:
        font, room = self._sizes.font, self._chart.heads - 0.8 * self._sizes.font
        px, small = font * 13 / 12, font * 11 / 12
        line = 1.25 * px
        top = max(top, self._low)
        # The title may take as many lines as leave one for the caption.
        most = max(int((height - self._sizes.pad - 1.5 * small) / line), 1)

        def width_of(text: str) -> float:
            return self._measure(text, px, True)

        lines = broken(title, room, width_of, most)
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
        if item.is_cut or item.x1 - item.x0 > 1.4 * self._sizes.mark:
            self._bar(tree, item, colour)
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
            self._label(tree, label, muted=item.muted)

    def _label(self, tree: Tree, label: Label, *, muted: bool) -> None:
        # Whoever rewords it finds that it grows away from its mark.
        right = label.side is Side.LEFT
        more = (_SLACK - 1) * label.width
        left = self._left + label.x - (more if right else 0.0)
        box = (left, self._y(label.y), label.width + more, label.height)
        align = "right" if right else "left"
        colour = "ink3" if muted else "ink"
        tree.text("Label", label.text, box, self._sizes.font, colour, bold=label.bold, align=align)

    def _bar(self, tree: Tree, item: Item, colour: str) -> None:
        y, thick = self._y(item.y), self._sizes.bar
        if item.is_cut:
            radius, end = self._sizes.mark / 11, self._left + item.x1 - self._sizes.mark / 6
            for x in (end - 7 * radius, end - 3.5 * radius, end):
                if self._left <= x <= self._left + self._width:
                    tree.oval("Goes on", x, y, radius, colour)
            return
        low, high = max(item.x0, 0.0), min(item.x1, self._width)
        if not item.is_range:
            self._doubt(tree, item, colour, low, high)
            return
        solid0, solid1 = (min(max(x, low), high) for x in (item.solid0, item.solid1))
        solid0 = solid0 if item.begin is Edge.SOFT else low
        solid1 = solid1 if item.end is Edge.SOFT else high

        def box(start: float, stop: float) -> tuple[float, float, float, float]:
            return self._left + start, y - thick / 2, stop - start, thick

        if solid0 > low:
            tree.fading("Begin, not known to the day", box(low, solid0), ("surface", colour))
        if solid1 > solid0:
            whole = solid0 == item.x0 and solid1 == item.x1
            tree.rectangle("Bar", box(solid0, solid1), colour, round_=whole)
        if high > solid1:
            tree.fading("End, not known to the day", box(solid1, high), (colour, "surface"))
        if item.end is Edge.OPEN and item.x1 <= self._width:
            x, half = self._left + item.x1, self._sizes.bar
            tip = [(x, y - half), (x + self._sizes.arrow, y), (x, y + half)]
            tree.polygon("Goes on", [tip], colour)

    def _doubt(self, tree: Tree, item: Item, colour: str, low: float, high: float) -> None:
        y, cap, width = self._y(item.y), self._sizes.mark / 4, self._sizes.font / 8
        tree.line("When it may have been", (self._left + low, y), (self._left + high, y), colour, width)
        for x in (item.x0, item.x1):
            if 0 <= x <= self._width:
                at = self._left + x
                tree.line("Bound", (at, y - cap), (at, y + cap), colour, width)

    def _pill(self, pill: Cluster, lane: str) -> None:
        titles = [self._chart.rows[member].title for member in pill.members]
        more = f"; +{len(titles) - _NAMED}" if len(titles) > _NAMED else ""
        left, right = max(pill.x - pill.width / 2, 0.0), min(pill.x + pill.width / 2, self._width)
        box = (self._left + left, self._y(pill.y - pill.height / 2), right - left, pill.height)
        name = f"{pill.size}: {lane}"
        self._tree.pill(name, box, pill.text, 11 / 12 * self._sizes.font, "; ".join(titles[:_NAMED]) + more)
