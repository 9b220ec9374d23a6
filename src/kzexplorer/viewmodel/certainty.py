"""How certain a record is, as a word and a level, and why: the number and the grade of its sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from kzexplorer.domain.evidence import Support
from kzexplorer.domain.records import Source
from kzexplorer.domain.vocabulary import CERTAINTIES, GRADES
from kzexplorer.viewmodel.labels import Labels


@dataclass(frozen=True, slots=True)
class Certainty:
    """A certainty: its value and word, its level from 3, confirmed, to 0, recalled, and its reason as a sentence.

    `short` is the word with the number of sources and how many there are of each grade.
    """

    value: str
    word: str
    level: int
    short: str
    reason: str


def certainty(value: str, sources: Iterable[Source], labels: Labels) -> Certainty:
    """Say how certain a record is and why; the founding brief does not count, since it is what is being checked."""
    say = labels.say
    support = Support.of(sources)
    word = say(CERTAINTIES.get(value, value))
    count = say.plural("{count} source", "{count} sources", support.count)
    grades = ", ".join(f"{say(GRADES.get(grade, grade))} {say.number(n)}" for grade, n in support.grades.items())
    counted = f"{count} ({grades})" if grades else count
    level = len(CERTAINTIES) - 1 - list(CERTAINTIES).index(value) if value in CERTAINTIES else 0
    parts = [counted, _weighed(value, support, labels)]
    if support.brief:
        parts.append(
            say("the founding brief does not count") if support.count else say("only the founding brief itself")
        )
    return Certainty(value, word, level, f"{word}, {counted}", f"{'; '.join(filter(None, parts))}.")


def _weighed(value: str, support: Support, labels: Labels) -> str:
    """Say why so many sources make this certainty, where their number alone does not tell."""
    say = labels.say
    match value:
        case "confirmed" if support.grades.get("official"):
            return say("an official one is among them") if support.count > 1 else say("one that is official is enough")
        case "confirmed" if support.count > 1:
            return say("none is official, but there are several")
        case "single_source" if support.count > 1 and support.publishers == 1:
            return say("they are of one publisher")
        case "single_source" | "weak" if support.count > 1:
            return say("their number alone was not taken to be enough")
    return ""
