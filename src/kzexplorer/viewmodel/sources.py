"""The sources behind what is found: how many records rest on each, and how many on it alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kzexplorer.domain.records import Source
from kzexplorer.domain.state import Choice, Query
from kzexplorer.domain.text import highlight, words
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, how many of the records found cite it, and how many of these rest on it alone, the brief apart."""

    source: Source
    records: int
    alone: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources behind an answer, and how many there are of each grade and language whatever is chosen of that."""

    cited: tuple[Cited, ...]
    grades: Mapping[str, int]
    languages: Mapping[str, int]


def sources(query: Query, labels: Labels) -> Sources:
    """Give the sources a query asks for, in the order of their titles.

    These are the sources that the records found cite, of the grades and languages asked for; so are those whose own
    title or publisher is the words asked for. Where nothing else is asked there are all, also those that only
    profiles and claims rest on.
    """
    store = labels.store
    behind = {**store.cited(query), **_named(query, labels)}
    all_ = not query.text.strip() and not _without_sources(query)
    asked = [
        Cited(source, *behind.get(slug, (0, 0))) for slug, source in store.sources.items() if all_ or slug in behind
    ]
    grade, language = query.choices.of("grade"), query.choices.of("language")
    return Sources(
        tuple(
            one
            for one in asked
            if lets_through(grade, one.source.grade) and lets_through(language, one.source.language)
        ),
        Counter(one.source.grade for one in asked if lets_through(language, one.source.language)),
        Counter(one.source.language for one in asked if lets_through(grade, one.source.grade)),
    )


def lets_through(choice: Choice, value: str) -> bool:
    """Say whether a choice lets a value through."""
    return value not in choice.none_of and (not choice.any_of or value in choice.any_of)


def _without_sources(query: Query) -> Query:
    return query.choose("grade", Choice()).choose("language", Choice())


def _named(query: Query, labels: Labels) -> Mapping[str, tuple[int, int]]:
    """Count, for the sources whose name the words are, the records citing them that meet the rest of the query."""
    store = labels.store
    asked = words(query.text, store.spellings)
    if not asked:
        return {}
    rest = _without_sources(replace(query, text=""))
    behind = store.cited(rest)
    return {
        slug: behind.get(slug, (0, 0))
        for slug, source in store.sources.items()
        if (not rest or slug in behind)
        and all(
            highlight(f"{source.title} {source.publisher} {source.author}", (word,), store.spellings) for word in asked
        )
    }
