"""What stands for several records under the pointer: which they are, and the lines that tell of them."""

from collections.abc import Sequence

from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.hit import Stack
from kzexplorer.scene.shapes import Cluster, Tray
from kzexplorer.ui.timeline.camera import Camera

LISTED = 8  # records that a card names

Several = Cluster | Stack | Tray


def members_of(found: Several, camera: Camera) -> Sequence[int]:
    """Give the places of the records in a cluster, a column of a collapsed lane or the tray of undated ones."""
    if not isinstance(found, Stack):
        return found.members
    day, column = camera.scene.viewport.day, found.column
    return camera.timeline.begun(found.lane, day(column.x), day(column.x + column.width))


def listing(members: Sequence[int], camera: Camera) -> list[str]:
    """Say how many they are and name the most significant."""
    stock, say = camera.timeline.stock, camera.language
    lines = [say.plural(N_("{count} record"), N_("{count} records"), len(members))]
    lines += [stock.titles[row] for row in stock.foremost(members, LISTED)]
    more = len(members) - LISTED
    return [*lines, say.plural(N_("and {count} more"), N_("and {count} more"), more)] if more > 0 else lines
