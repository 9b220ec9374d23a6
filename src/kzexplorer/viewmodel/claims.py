"""The founding brief claim by claim, with what it says of objectives, stages and needs, and where sources disagree."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kzexplorer.domain.records import Claim, Conflict, Term
from kzexplorer.domain.state import Choice, Query
from kzexplorer.domain.text import highlight, words
from kzexplorer.domain.vocabulary import CHAPTERS, N_, VERDICTS
from kzexplorer.viewmodel.card import Card
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.sources import lets_through

# A chapter that is no part of the brief: where sources disagree.
DISAGREEMENTS = "disagreements"
_CHAPTERS = {**CHAPTERS, DISAGREEMENTS: N_("Where sources disagree")}
# Chapters of the brief that a controlled list belongs to.
_TERMS = {"Objectives": "objective", "Development stage": "stage", "Collaboration needed": "need"}
# The kinds of record that serve an aim over time.
SERVING = ("programme", "project")


@dataclass(frozen=True, slots=True)
class Brief:
    """What a query leaves of the brief: the cards, how many of them are claims, and the chapters.

    `verdicts` counts the claims of each verdict without the query's own choice of verdicts; `chapters` maps those that
    are left to their names.
    """

    cards: tuple[Card, ...]
    claims: int
    verdicts: Mapping[str, int]
    chapters: Mapping[str, str]


def chapter_of(section: str) -> str:
    """Give the chapter of the brief a section is in: what stands before the first colon or semicolon."""
    return section.partition(";")[0].partition(":")[0].strip()


def section_name(section: str, labels: Labels) -> str:
    """Name a section of the brief, its chapters in the reader's language."""
    named = []
    for part in section.split(";"):
        chapter, colon, rest = part.strip().partition(":")
        named.append(f"{labels.say(CHAPTERS.get(chapter, chapter))}{colon}{rest}")
    return "; ".join(named)


def brief(query: Query, labels: Labels) -> Brief:
    """Take from the brief what a query asks for.

    A claim or conflict is asked for when a record behind it is found, or when its own words are those asked for and
    a record behind it meets the rest of the query.
    """
    asked = _Asked(query, labels)
    found = [claim for claim in labels.store.claims if asked.claim(claim)]
    counts = Counter(claim.verdict for claim in found)
    verdict = query.choices.of("verdict")
    left = [claim for claim in found if lets_through(verdict, claim.verdict)]
    cards: dict[str, list[Card]] = {chapter: [] for chapter in (*CHAPTERS, *(chapter_of(c.section) for c in left))}
    if not (verdict or query.choices.of("claim")):
        for chapter, facet in _TERMS.items():
            cards[chapter] += _terms(chapter, facet, query, labels)
        cards[DISAGREEMENTS] = [_conflict(c, labels) for c in labels.store.conflicts if asked.conflict(c)]
    for claim in left:
        cards[chapter_of(claim.section)].append(_claim(claim, labels))
    chapters = {chapter: labels.say(_CHAPTERS.get(chapter, chapter)) for chapter, inside in cards.items() if inside}
    return Brief(
        tuple(
            card for chapter, name in chapters.items() for card in (Card(name, chapter, heading=True), *cards[chapter])
        ),
        len(left),
        {verdict: counts[verdict] for verdict in VERDICTS},
        chapters,
    )


class _Asked:
    """Tells what of the brief a query asks for, whatever its choice of verdicts."""

    def __init__(self, query: Query, labels: Labels) -> None:
        store = labels.store
        query = query.choose("verdict", Choice())
        self._claims = query.choices.of("claim")
        self._words = words(query.text, store.spellings)
        self._spellings = store.spellings
        behind = [slug for claim in store.claims for slug in claim.records]
        behind += [conflict.about for conflict in store.conflicts]
        self._found = store.among(query, behind)
        self._rest = store.among(replace(query, text=""), behind) if self._words else self._found

    def claim(self, claim: Claim) -> bool:
        return lets_through(self._claims, claim.slug) and self._meets(
            claim.records, f"{claim.section} {claim.claim} {claim.explanation}"
        )

    def conflict(self, conflict: Conflict) -> bool:
        text = " ".join((conflict.question, conflict.used, *(position.value for position in conflict.positions)))
        return self._meets((conflict.about,), text)

    def _meets(self, records: tuple[str, ...], text: str) -> bool:
        if not self._found.isdisjoint(records):
            return True
        if not self._words or self._rest.isdisjoint(records):
            return False
        return all(highlight(text, (word,), self._spellings) for word in self._words)


def _claim(claim: Claim, labels: Labels) -> Card:
    say = labels.say
    first, *others = claim.section.split(";")
    where = [
        first.partition(":")[2].strip(),
        *(say("also: {section}", section=section_name(other, labels)) for other in others),
    ]
    sources = say.plural("{count} source", "{count} sources", len(claim.sources))
    return Card(
        title=claim.claim,
        chapter=chapter_of(claim.section),
        slug=claim.slug,
        mark=claim.verdict,
        word=say(VERDICTS.get(claim.verdict, claim.verdict)),
        body=claim.explanation,
        caption=" · ".join(filter(None, (*where, sources))),
        records=("claim", claim.slug),
        count=say.plural("{count} record", "{count} records", len(claim.records)),
    )


def _terms(chapter: str, facet: str, query: Query, labels: Labels) -> Iterator[Card]:
    say, store = labels.say, labels.store
    for term in store.terms.get(facet, ()):
        having = query.choose(facet, Choice.of([term.slug]))
        count = store.count(having)
        if count:
            serving = store.count(having.choose("kind", Choice.of(SERVING)))
            yield Card(
                title=labels.text(term.names),
                chapter=chapter,
                slug=f"{facet}.{term.slug}",
                body=term.description,
                caption=_served(term, serving, labels),
                records=(facet, term.slug),
                count=say.plural("{count} record", "{count} records", count),
            )


def _served(term: Term, serving: int, labels: Labels) -> str:
    say = labels.say
    words = say("The brief: {words}", words=term.seed_text) if term.seed_text else ""
    served = say.plural("{count} programme or project", "{count} programmes and projects", serving) if serving else ""
    return " · ".join(filter(None, (served, words.rstrip("."))))


def _conflict(conflict: Conflict, labels: Labels) -> Card:
    say = labels.say
    return Card(
        title=conflict.question,
        chapter=DISAGREEMENTS,
        slug=conflict.about,
        mark="conflict",
        word=say.plural("{count} answer", "{count} answers", len(conflict.positions)),
        body=say("Used: {value}", value=conflict.used),
        caption=labels.thing(conflict.about),
    )
