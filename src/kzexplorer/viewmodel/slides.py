"""What an audience sees of each step of a briefing, as values; private notes never come here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kzexplorer.domain.briefing import Page
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.evidence import Support
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.records import Citation, Conflict, Detail, RecordDetail, Row
from kzexplorer.domain.vocabulary import GRADES
from kzexplorer.viewmodel.certainty import certainty
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sheet import sheet
from kzexplorer.viewmodel.view_text import read_view

_KEPT = 64  # slides


@dataclass(frozen=True, slots=True)
class Cited:
    """A source on the evidence card: its title, one line about it, and what it says of the record."""

    title: str
    caption: str
    note: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """A question on which sources disagree: each answer with who gives it, and the one the data uses."""

    question: str
    answers: tuple[tuple[str, str], ...]
    used: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The evidence behind a record: why it is as certain as it is, its sources, and where they disagree."""

    title: str
    certainty: str
    sources: tuple[Cited, ...]
    disputes: tuple[Disputed, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card of the thing in focus; `family` and `mark` are those of a record's kind, else empty.

    `sure` says that the record is confirmed, `proof` is None where there is nothing to show as evidence.
    """

    overline: str
    title: str
    text: str
    foot: str = ""
    sure: bool = False
    family: str = ""
    mark: str = ""
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """A step as everybody may see it. `number` counts from 0; `edition` and `sources` are captions in words.

    `rows` are the records on the timeline, in lanes by `group`, some of them `collapsed` or `pinned`; `visible` are
    the ordinal days to look at, or None for all. `trouble` says why the view cannot be shown with this data; it is
    for the speaker.
    """

    number: int
    count: int
    headline: str
    subline: str = ""
    edition: str = ""
    sources: str = ""
    rows: tuple[Row, ...] = field(default=(), repr=False)
    group: str = "none"
    collapsed: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    visible: tuple[int, int] | None = None
    focus: str = ""
    card: Card | None = None
    trouble: str = ""

    @property
    def place(self) -> float:
        """How far the talk is with it, from 0 to 1."""
        return (self.number + 1) / max(self.count, 1)


class Slides:
    """The slides of a briefing's pages, made when they are asked for, the last ones kept."""

    def __init__(self, pages: Sequence[Page], labels: Labels) -> None:
        self.pages = tuple(pages)
        self.labels = labels
        self.slide = lru_cache(_KEPT)(self._slide)

    def __len__(self) -> int:
        return len(self.pages)

    def _slide(self, number: int) -> Slide:
        labels, page, count = self.labels, self.pages[number], len(self.pages)
        say, store = labels.say, labels.store
        edition = say("kzexplorer edition {edition}", edition=store.edition.name)
        try:
            state = read_view(page.unread, store) if page.unread else page.state
            store.check(state.query)
            results = store.find(state.query, state.look.sort, say.code)
        except KnownError as error:
            return Slide(number, count, page.headline, edition=edition, trouble=str(error))
        rows = tuple(store.rows(results.places))
        cited = len({source for row in rows for source in row.sources})
        focus = state.look.focus
        detail = store.detail(focus) if focus else None
        missing = focus and detail is None
        return Slide(
            number=number,
            count=count,
            headline=page.headline,
            subline=_sentence(labels.result(state.query, len(rows), len(results.unsure))),
            edition=edition,
            sources=say.plural("{count} source", "{count} sources", cited),
            rows=rows,
            group=state.look.group,
            collapsed=state.look.collapsed,
            pinned=state.look.pinned,
            visible=state.look.visible or _days(state.query.span.first, state.query.span.last, store.edition.data_day),
            focus=focus,
            card=_card(detail, labels) if detail else None,
            trouble=say("“{slug}” is not in this data; the step has no card.", slug=focus) if missing else "",
        )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _days(first: int | None, last: int | None, data_day: int) -> tuple[int, int] | None:
    """Give the days of a span that has a begin, with a little room on both sides."""
    if first is None:
        return None
    last = max(first + 1, data_day if last is None else last)
    room = max(30, (last - first) // 40)
    return first - room, last + room


def _card(detail: Detail, labels: Labels) -> Card:
    if not isinstance(detail, RecordDetail):
        shown = sheet(detail, labels)
        return Card(shown.overline, shown.title, shown.body or shown.subtitle)
    say, row = labels.say, detail.row
    cited = [citation.source for citation in detail.citations]
    sure = certainty(row.certainty, cited, labels)
    count = say.plural("{count} source", "{count} sources", Support.of(cited).count)
    kind = kinds().get(row.kind)
    return Card(
        overline=f"{labels.kind(row.kind)} · {labels.when(row)}",
        title=row.title,
        text=row.summary,
        foot=" · ".join((sure.word, count, say("E for the evidence"))),
        sure=row.certainty == "confirmed",
        family=kind.family.value if kind else "",
        mark=kind.mark.value if kind else "",
        proof=Proof(
            row.title,
            f"{sure.word}: {sure.reason}",
            tuple(_cited(c, labels) for c in detail.citations),
            tuple(_disputed(c, labels) for c in detail.conflicts),
        ),
    )


def _cited(citation: Citation, labels: Labels) -> Cited:
    say, source = labels.say, citation.source
    published = say.date(source.published) if source.published else say("undated")
    # The last two stay together where the line is broken.
    kind = "\u00a0·\u00a0".join(filter(None, (say(GRADES.get(source.grade, source.grade)), source.language)))
    return Cited(source.title, " · ".join(filter(None, (source.publisher, published, kind))), citation.note)


def _disputed(conflict: Conflict, labels: Labels) -> Disputed:
    sources, say = labels.store.sources, labels.say
    return Disputed(
        conflict.question,
        tuple(
            (p.value, sources[p.source].publisher if p.source in sources else p.source or say("no source named"))
            for p in conflict.positions
        ),
        say("Used: {value}", value=conflict.used) if conflict.used else "",
    )
