"""A briefing as a deck: its title, a page a step with what is in focus, and the numbered sources of all."""

from dataclasses import dataclass

from kzexplorer.domain.briefing import Briefing
from kzexplorer.domain.kinds import Family, Mark
from kzexplorer.domain.records import Row
from kzexplorer.pictures.subject import Card, Subject
from kzexplorer.pictures.wording import plain
from kzexplorer.scene.span import Span
from kzexplorer.viewmodel.citation import source_text
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.noted import Numbers, evidence
from kzexplorer.viewmodel.picturing import edition
from kzexplorer.viewmodel.slides import Slide, Slides


@dataclass(frozen=True, slots=True)
class Deck:
    """What the pages of a deck are of; `sources` are their citations from number 1 on."""

    title: str
    subtitle: str
    origin: str
    steps: tuple[Subject, ...]
    sources: tuple[str, ...]


def deck_of(briefing: Briefing, labels: Labels, *, with_notes: bool = False) -> Deck:
    """Say what a deck of a briefing shows.

    Args:
        briefing: with at least one step.
        labels: names and words.
        with_notes: put the private notes of the steps into the notes of their pages.
    """
    say, numbers = labels.say, Numbers()
    slides = Slides([step.page for step in briefing.steps], labels)
    steps = []
    for number, step in enumerate(briefing.steps):
        notes = [evidence(_focus_first(slides.slide(number)), labels, numbers)]
        if with_notes and step.notes.strip():
            notes.insert(0, say("Private notes") + "\n" + step.notes)
        steps.append(_subject(slides.slide(number), labels, "\n\n".join(filter(None, notes))))
    count = say.plural("{count} step", "{count} steps", len(steps))
    cited = say.plural("{count} source", "{count} sources", len(numbers.sources))
    return Deck(
        plain(briefing.title) or say("Briefing"),
        f"{count} · {cited}",
        edition(labels),
        tuple(steps),
        tuple(source_text(source, labels) for source in numbers.sources.values()),
    )


def _focus_first(slide: Slide) -> list[Row]:
    return sorted(slide.rows, key=lambda row: row.slug != slide.focus)


def _subject(slide: Slide, labels: Labels, notes: str) -> Subject:
    store, say = labels.store, labels.say
    cited = len({source for row in slide.rows for source in row.sources})
    visible = slide.visible
    remark = slide.subline or say("The view cannot be shown with this data: {reason}", reason=slide.trouble)
    return Subject(
        heading=plain(slide.headline) or plain(slide.subline),
        remark=remark if slide.headline or slide.trouble else "",
        query="",
        origin=" · ".join((say.plural("{count} source", "{count} sources", cited), edition(labels))),
        rows=slide.rows,
        group=slide.group,
        name_lane=labels.lane,
        name_kind=labels.kind,
        say=say,
        data_day=store.edition.data_day,
        eras=() if slide.card else store.eras,  # with a card there is hardly room for them
        focus=slide.focus,
        collapsed=slide.collapsed,
        pinned=slide.pinned,
        visible=Span.of(visible[0], visible[1] + 1.0) if visible else None,
        card=_card(slide),
        notes=notes,
    )


def _card(slide: Slide) -> Card | None:
    card = slide.card
    if card is None:
        return None
    return Card(
        overline=card.overline,
        title=card.title,
        text=card.text,
        support=card.proof.certainty if card.proof else "",
        sure=card.sure or card.proof is None,
        mark=Mark(card.mark) if card.mark else None,
        family=Family(card.family) if card.family else Family.EVENT,
    )
