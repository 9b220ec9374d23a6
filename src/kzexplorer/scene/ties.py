"""The threads from the record in focus to the records it is linked with."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Link
from kzexplorer.domain.vocabulary import N_
from kzexplorer.scene.shapes import Cluster, Item, Tie, Ties

Place = tuple[float, float, int]  # x, y, lane


def ties(
    links: Sequence[Link],
    rows: Sequence[int],
    items: Iterable[Item],
    pills: Iterable[Cluster],
    width: float,
    say: Language,
) -> Ties | None:
    """Draw the links of the record in focus as far as both ends are in view; None where it has none.

    `rows` are the places of the linked records, -1 for one that is not there. Of several lanes a record stands in the
    one nearest to the focus counts.
    """
    if not links:
        return None
    items, pills = list(items), list(pills)
    focus = next(_places(items, pills, None, width), None)
    found: dict[int, list[Place]] = {}
    if focus:
        for row in set(rows) - {-1}:
            found[row] = list(_places(items, pills, row, width))
    drawn = []
    for link, row in zip(links, rows, strict=True):
        ends = found.get(row)
        if focus and ends:
            x, y, _ = min(ends, key=lambda place: (place[2] != focus[2], abs(place[1] - focus[1])))
            drawn.append(Tie(link.slug, link.relation, link.back, focus[0], focus[1], x, y))
    beyond = len(links) - len(drawn)
    count = say.plural(N_("{count} link"), N_("{count} links"), len(links))
    caption = say(N_("{links}, {count} out of view"), links=count, count=say.number(beyond)) if beyond else count
    return Ties(tuple(drawn), beyond, caption)


def _places(items: Collection[Item], pills: Collection[Cluster], row: int | None, width: float) -> Iterator[Place]:
    """Give where a record stands in view, or without one the record in focus."""
    for item in items:
        if (item.focused if row is None else item.row == row) and item.reach[1] >= 0 and item.reach[0] <= width:
            yield min(max(item.mark_x, 0.0), width), item.y, item.lane
    for pill in pills:
        if pill.focused if row is None else row in pill.members:
            yield pill.x, pill.y, pill.lane
