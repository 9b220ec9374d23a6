"""Say a query in words, so that a list, a file or a picture can state what it shows."""

from collections.abc import Callable

from kzexplorer.domain.language import Language
from kzexplorer.domain.state import Choice, Query, Span, SpanMode
from kzexplorer.domain.vocabulary import N_

# How a facet is called before its values, and how each value is called.
Phrase = Callable[[str], str]
Label = Callable[[str, str], str]

_SPANS = {
    SpanMode.ACTIVE: (N_("active {first} – {last}"), N_("active since {first}"), N_("active until {last}")),
    SpanMode.BEGINS: (N_("begun {first} – {last}"), N_("begun since {first}"), N_("begun until {last}")),
    SpanMode.ENDS: (N_("ended {first} – {last}"), N_("ended since {first}"), N_("ended until {last}")),
}


def sentence(query: Query, say: Language, phrase: Phrase, label: Label) -> str:
    """Say what a query asks for, "all records" when it asks for everything."""
    parts = [_choice(facet, choice, say, phrase, label) for facet, choice in query.choices.items()]
    if query.text.strip():
        parts.append(say("words “{words}”", words=" ".join(query.text.split())))
    if query.span:
        parts.append(span_words(query.span, say))
    if query.as_of:
        parts.append(say("as of {date}", date=say.date(query.as_of)))
    return ", ".join(parts) or say("all records")


def counted(found: int, total: int, query: Query, words: str, say: Language, unsure: int = 0) -> str:
    """Say how many records a query finds, and what it asks: "37 of 309 records: with Italy".

    Of the `found`, `unsure` have dates too vague to say. Where a span is asked for this makes the count a range, "7 to
    9 of 309 records"; what was so on a day is counted apart from what may have been.
    """
    total_ = say.number(total)
    if unsure and query.span:
        count = say(
            "{low} to {high} of {total} records", low=say.number(found - unsure), high=say.number(found), total=total_
        )
        unsure = 0
    else:
        count = say("{count} of {total} records", count=say.number(found - unsure), total=total_)
    sentence = say("{count}: {words}", count=count, words=words) if query else count
    return f"{sentence}; {say('not known of {count} more', count=say.number(unsure))}" if unsure else sentence


def span_words(span: Span, say: Language) -> str:
    """Say a span of time and how records meet it."""
    both, since, until = _SPANS[span.mode]
    first = say.date(span.start) if span.start else ""
    last = say.date(span.stop) if span.stop else ""
    if first and last:
        return say(both, first=first, last=last)
    return say(since, first=first) if first else say(until, last=last)


def _choice(facet: str, choice: Choice, say: Language, phrase: Phrase, label: Label) -> str:
    wanted = say(" or ").join(label(facet, value) for value in choice.any_of)
    unwanted = say(" nor ").join(label(facet, value) for value in choice.none_of)
    parts = (
        f"{phrase(facet)} {wanted}" if wanted else "",
        say("not {phrase} {values}", phrase=phrase(facet), values=unwanted) if unwanted else "",
    )
    return ", ".join(part for part in parts if part)
