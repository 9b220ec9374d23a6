"""A brief as Markdown: CommonMark in which no text of the data is markup."""

import re
from collections.abc import Iterator

from kzexplorer.exporters.cited import one_line
from kzexplorer.exporters.table import Notes
from kzexplorer.viewmodel.report import Chapter, Form, Passage, Report

# What means something inside a line; and what does at its begin only.
_INLINE = re.compile(r"([\\`*_\[\]<>#|~&!])")
_OPENING = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def markdown(report: Report) -> str:
    """Write a brief; the numbers in brackets are those of the sources at its end."""
    return "\n\n".join(filter(None, _blocks(report))) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    yield f"# {_text(report.title)}"
    yield _opened(_text(" · ".join(filter(None, (report.overline, report.standing, report.standing_note)))))
    yield _opened(_line(_text(report.profile), _references(report.references)))
    yield " · ".join(f"**{_text(figure)}** {_text(label)}" for figure, label in report.figures)
    yield f"## {_text(report.timeline)}"
    yield _opened(_text(" · ".join(report.decades)))
    for chapter in report.chapters:
        remark = f" ({_text(chapter.remark)})" if chapter.remark else ""
        yield f"## {_text(chapter.heading)}{remark}"
        yield "\n".join(_entries(chapter))
    yield "---"
    yield _opened(_text(report.footer))


def _entries(chapter: Chapter) -> Iterator[str]:
    for number, entry in enumerate(chapter.entries, start=1):
        if chapter.form is Form.SOURCES:
            yield f"{number}. {_opened(_text(entry.title))}"
        else:
            yield f"- {_opened(_entry(entry))}"


def _entry(entry: Passage) -> str:
    head = _line(_text(f"{entry.aside}: ") if entry.aside else "", f"**{_text(entry.title)}**")
    caption = f"({_text(entry.caption)})" if entry.caption else ""
    return _line(head, caption, _text(entry.text), _references(entry.references, entry.more))


def _references(numbers: tuple[int, ...], more: int = 0) -> str:
    shown = [*map(str, numbers), *([f"+{more}"] if more else [])]
    return _text(f"[{', '.join(shown)}]") if shown else ""


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _text(text: str) -> str:
    """Escape what means something inside a line, so that all of a text is shown and none of it is markup."""
    return _INLINE.sub(r"\\\1", one_line(text, Notes()))


def _opened(line: str) -> str:
    """Escape what would make a line the begin of a list, a heading or a rule."""
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
