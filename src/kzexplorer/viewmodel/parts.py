"""A query part by part, in words, each with the query that is left without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kzexplorer.domain.sentence import span_words
from kzexplorer.domain.state import Choice, Query, Span
from kzexplorer.domain.text import words
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked: what it is called, and the query without it.

    `hits` counts what a word finds under the other filters, None for what is no word.
    """

    name: str
    without: Query
    hits: int | None = None


def parts(query: Query, labels: Labels) -> Iterator[Part]:
    """Give each word, value and bound of a query."""
    yield from _words(query, labels)
    for facet, choice in query.choices.items():
        for value in choice.any_of:
            yield Part(labels.value(facet, value), query.toggle(facet, value))
        yield from _unwanted(query, facet, labels)
    yield from _times(query, labels)


def filters(query: Query, labels: Labels) -> Iterator[Part]:
    """Give what each by itself keeps records out: as `parts`, but the values of which any will do are one."""
    yield from _words(query, labels)
    for facet, choice in query.choices.items():
        if choice.any_of:
            names = labels.say(" or ").join(labels.value(facet, value) for value in choice.any_of)
            yield Part(names, query.choose(facet, Choice.of((), choice.none_of)))
        yield from _unwanted(query, facet, labels)
    yield from _times(query, labels)


def _words(query: Query, labels: Labels) -> Iterator[Part]:
    asked = words(query.text, labels.store.spellings)
    for number, (word, hits) in enumerate(zip(asked, labels.store.hits(query), strict=True)):
        rest = " ".join(other.text for other in (*asked[:number], *asked[number + 1 :]))
        yield Part(word.text, replace(query, text=rest), hits)


def _unwanted(query: Query, facet: str, labels: Labels) -> Iterator[Part]:
    for value in query.choices[facet].none_of:
        name = labels.say("not {values}", values=labels.value(facet, value))
        yield Part(name, query.toggle(facet, value, exclude=True))


def _times(query: Query, labels: Labels) -> Iterator[Part]:
    if query.span:
        yield Part(span_words(query.span, labels.say), replace(query, span=Span()))
    if query.as_of:
        yield Part(labels.say("as of {date}", date=labels.say.date(query.as_of)), replace(query, as_of=None))
