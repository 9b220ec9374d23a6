"""What is at a point of a scene."""

from typing import NamedTuple

from kzexplorer.scene.shapes import Cluster, Column, Item, Lane, Scene, Tray

SLACK = 4.0


class Stack(NamedTuple):
    """A column of a collapsed lane, given by its number."""

    lane: int
    column: Column


def hit(scene: Scene, x: float, y: float) -> Item | Cluster | Stack | Tray | None:
    """Give what is at a point, in pixels: first marks and pills, then labels, bars, columns, and the tray below all.

    A pointer is allowed to miss by `SLACK` pixels; of several marks the nearest counts.
    """
    half = scene.sizes.mark / 2 + SLACK
    near = [item for item in scene.items if abs(item.y - y) <= half and abs(item.mark_x - x) <= half]
    if near:
        return min(near, key=lambda item: (item.mark_x - x) ** 2 + (item.y - y) ** 2)
    for cluster in scene.clusters:
        if abs(cluster.x - x) <= cluster.width / 2 + SLACK and abs(cluster.y - y) <= cluster.height / 2 + SLACK:
            return cluster
    for label in scene.labels:
        if label.x <= x <= label.x + label.width and label.y <= y <= label.y + label.height:
            return scene.items[label.item]
    for item in scene.items:
        low, high = item.reach
        if abs(item.y - y) <= half and low - SLACK <= x <= high + SLACK:
            return item
    for number, lane in enumerate(scene.lanes):
        if lane.columns and lane.top <= y < lane.top + lane.height:
            return next((Stack(number, one) for one in lane.columns if one.x <= x < one.x + one.width), None)
    return scene.tray if scene.tray and scene.tray.top <= y < scene.tray.top + scene.tray.height else None


def lane_at(scene: Scene, y: float) -> Lane | None:
    """Give the lane at a height, None above and below all lanes."""
    return next((lane for lane in scene.lanes if lane.top <= y < lane.top + lane.height), None)
