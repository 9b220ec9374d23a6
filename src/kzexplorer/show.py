"""A sheet as plain text, for the command line."""

from collections.abc import Iterator
from textwrap import fill

from kzexplorer.domain.language import Language
from kzexplorer.viewmodel.sheet_parts import Doubt, Section, Sheet

_WIDTH = 96


def show(sheet: Sheet, say: Language) -> str:
    """Write a sheet as paragraphs and lists."""
    return "\n".join(_lines(sheet, say))


def _lines(sheet: Sheet, say: Language) -> Iterator[str]:
    yield f"{sheet.title}  [{sheet.slug}]"
    yield " · ".join(filter(None, (sheet.overline, sheet.subtitle)))
    if sheet.body:
        yield from ("", _wrapped(sheet.body))
    if sheet.pairs:
        yield ""
    for pair in sheet.pairs:
        values = "; ".join(_entry(entry.text, entry.caption, entry.slug) for entry in pair.entries)
        yield _wrapped(values, f"{pair.label}: ", "    ")
    if sheet.life:
        yield from ("", say("Life").upper())
    for step in sheet.life:
        yield _wrapped(f"{step.when} – {step.text}", "  ", "    ")
    for doubt in sheet.doubts:
        yield from _doubt(doubt, say)
    if sheet.certainty:
        yield from (
            "",
            say("Certainty").upper(),
            _wrapped(f"{sheet.certainty.word}: {sheet.certainty.reason}", "  ", "  "),
        )
    for section in sheet.sections:
        yield from _section(section)


def _doubt(doubt: Doubt, say: Language) -> Iterator[str]:
    yield from ("", _wrapped(doubt.headline, "! "))
    for entry in doubt.entries:
        caption = " · ".join(filter(None, (*entry.caption.splitlines(), entry.note)))
        yield _wrapped(_entry(entry.text, caption, entry.slug), "  - ", "    ")
    if doubt.used:
        yield _wrapped(say("Used: {value}", value=doubt.used), "  ", "    ")


def _section(section: Section) -> Iterator[str]:
    remark = f" ({section.remark})" if section.remark else ""
    yield from ("", f"{section.heading.upper()}{remark}")
    for number, entry in enumerate(section.entries, start=1):
        bullet = f"{number}. " if section.numbered else "- "
        caption = " · ".join(filter(None, (entry.caption, entry.note)))
        yield _wrapped(_entry(entry.text, caption, entry.slug), f"  {bullet}", "     ")


def _entry(text: str, caption: str = "", slug: str = "") -> str:
    tail = f"  [{slug}]" if slug else ""
    return f"{text} ({caption}){tail}" if caption else f"{text}{tail}"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
