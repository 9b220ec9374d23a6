"""One scene on its way to another: what is in both moves, by its day and to its row; the rest fades."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from kzexplorer.scene.shapes import Axis, Era, Item, Label, Lane, Scene, Viewport


@dataclass(frozen=True, slots=True)
class Tween:
    """Three scenes of one moment: what leaves, what stays and what comes; they share a viewport.

    What stays has the axis and the eras gone to; clusters and collapsed lanes leave and come.
    """

    leaving: Scene
    staying: Scene
    coming: Scene


_NO_AXIS = Axis((), "")


class _Key(NamedTuple):
    slug: str
    lane: str


def tween(before: Scene, after: Scene, view: Viewport, axis: Axis, share: float) -> Tween:
    """Give what is between two scenes.

    Args:
        before: what is left.
        after: what is gone to.
        view: what is looked at in this moment, of the sizes of `after`.
        axis: the axis of that view.
        share: how far it is on the way, from 0 to 1.
    """
    here, there = _keyed(before), _keyed(after)
    both = here.keys() & there.keys()
    old, new = _mover(before.viewport, view), _mover(after.viewport, view)
    leaving = _part(before, view, old, lambda key: key not in both)
    coming = _part(after, view, new, lambda key: key not in both)
    staying = _part(after, view, new, lambda key: key in both)
    items, labels = list(staying.items), list(staying.labels)
    keys = [key for key in there if key in both]
    for place, key in enumerate(keys):
        y = before.items[here[key]].y
        items[place] = items[place]._replace(y=y + (items[place].y - y) * share)
    said = {_key(before, before.items[label.item]): label for label in before.labels}
    for place, label in enumerate(labels):
        key = keys[label.item]
        was = said.get(key)
        if was is not None:
            x = old(was.x) if was.side is label.side else label.x
            labels[place] = label._replace(x=x + (label.x - x) * share, y=was.y + (label.y - was.y) * share)
        else:
            labels[place] = label._replace(y=label.y + items[label.item].y - after.items[there[key]].y)
    lanes = tuple(replace(lane, columns=()) for lane in staying.lanes)
    eras = tuple(_slid(era, new) for era in after.eras)
    staying = replace(staying, items=tuple(items), labels=tuple(labels), clusters=(), lanes=lanes, axis=axis, eras=eras)
    return Tween(leaving, staying, coming)


def _keyed(scene: Scene) -> dict[_Key, int]:
    return {_key(scene, item): place for place, item in enumerate(scene.items)}


def _key(scene: Scene, item: Item) -> _Key:
    return _Key(item.slug, scene.lanes[item.lane].key)


def _mover(of: Viewport, to: Viewport) -> Callable[[float], float]:
    """Give where on the second viewport the day of a place on the first is."""

    def move(x: float) -> float:
        return to.x(of.day(x))

    return move


def _part(scene: Scene, view: Viewport, move: Callable[[float], float], wanted: Callable[[_Key], bool]) -> Scene:
    """Give some items of a scene with their labels, moved to another view; clusters belong to what is not common."""
    items: list[Item] = []
    numbers: dict[int, int] = {}
    for number, item in enumerate(scene.items):
        if wanted(_key(scene, item)):
            numbers[number] = len(items)
            items.append(_moved(item, move))
    labels: list[Label] = []
    for label in scene.labels:
        if label.item in numbers:
            at = scene.items[label.item].mark_x
            labels.append(label._replace(item=numbers[label.item], x=move(at) + label.x - at))
    return replace(
        scene,
        viewport=view,
        items=tuple(items),
        labels=tuple(labels),
        clusters=tuple(cluster._replace(x=move(cluster.x)) for cluster in scene.clusters),
        lanes=tuple(_spread(lane, move) for lane in scene.lanes),
        eras=(),
        ties=None,
        axis=_NO_AXIS,
        data_x=None if scene.data_x is None else move(scene.data_x),
    )


def _spread(lane: Lane, move: Callable[[float], float]) -> Lane:
    columns = (c._replace(x=move(c.x), width=move(c.x + c.width) - move(c.x)) for c in lane.columns)
    return replace(lane, columns=tuple(columns))


def _slid(era: Era, move: Callable[[float], float]) -> Era:
    return era._replace(
        x0=move(era.x0),
        solid0=move(era.solid0),
        solid1=move(era.solid1),
        x1=move(era.x1),
        text_x=move(era.x0) + era.text_x - era.x0 if era.x0 > 0 else era.text_x,
    )


def _moved(item: Item, move: Callable[[float], float]) -> Item:
    return item._replace(
        x0=move(item.x0),
        solid0=move(item.solid0),
        solid1=move(item.solid1),
        x1=move(item.x1),
        mark_x=move(item.mark_x),
        notches=tuple(n._replace(x=move(n.x), x0=move(n.x0), x1=move(n.x1)) for n in item.notches),
        gaps=tuple((move(low), move(high)) for low, high in item.gaps),
    )
