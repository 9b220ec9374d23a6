"""The pages of a deck that show no timeline: its opening, and its numbered sources on as many as it takes."""

from collections.abc import Sequence
from dataclasses import replace

from kzexplorer.pictures.blocks import Block, Setting, joined, stacked
from kzexplorer.pictures.picture import Ink, Panel, Picture, Role, Text

_COLUMNS = 2
_GUTTER = 2.0  # ems


def opening(setting: Setting, title: str, subtitle: str, origin: str) -> Picture:
    """Make the first page."""
    em, paper = setting.em, setting.paper
    heading = setting.text(Role.TITLE, title, 3.2, 3, bold=True)
    under = setting.text(Role.SUBTITLE, subtitle, 1.4, 2, ink=Ink.SECONDARY)
    middle = stacked((heading, under), 0.8 * em)
    y = 0.44 * paper.height - middle.height / 2
    bar = Panel(setting.margin, y - 1.6 * em, 5 * em, 0.4 * em, Ink.ACCENT)
    foot = setting.foot("", origin, "")
    blocks = (
        Block(panels=(bar,)),
        middle.moved(setting.margin, y),
        foot.moved(setting.margin, paper.height - setting.margin - foot.height),
    )
    return joined(blocks, paper.width, paper.height)


def sources(setting: Setting, heading: str, entries: Sequence[str], origin: str) -> list[Picture]:
    """Make pages of numbered sources in columns, read down the first and then the next."""
    em, paper = setting.em, setting.paper
    step = (setting.width + _GUTTER * em) / _COLUMNS
    title = setting.text(Role.TITLE, heading, 1.9, 1, bold=True)
    top = setting.margin + title.height + em
    foot = setting.foot("", origin, "00 / 00")
    bottom = paper.height - setting.margin - foot.height - em
    pages: list[list[Text]] = [[]]
    column, y = 0, top
    for number, entry in enumerate(entries, start=1):
        text = setting.text(Role.SOURCE, entry, 0.8, 4, width=step - (_GUTTER + 2.6) * em)
        if y + text.height > bottom and y > top:
            column, y = column + 1, top
            if column == _COLUMNS:
                column = 0
                pages.append([])
        x = setting.margin + column * step
        figure = setting.text(Role.SOURCE, str(number), 0.8, 1, bold=True, ink=Ink.ACCENT, width=2.2 * em)
        pages[-1] += [replace(figure, x=x, y=y), replace(text, x=x + 2.6 * em, y=y)]
        y += text.height + 0.55 * em
    made = []
    for number, texts in enumerate(pages, start=1):
        foot = setting.foot("", origin, f"{number} / {len(pages)}" if len(pages) > 1 else "")
        head = replace(title, x=setting.margin, y=setting.margin)
        blocks = (
            Block(texts=(head, *texts)),
            foot.moved(setting.margin, paper.height - setting.margin - foot.height),
        )
        made.append(joined(blocks, paper.width, paper.height))
    return made
