"""What records rest on, as the notes below a slide: for who speaks to it and is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kzexplorer.domain.records import RecordDetail, Row, Source
from kzexplorer.domain.vocabulary import CERTAINTIES
from kzexplorer.pictures.wording import plain
from kzexplorer.viewmodel.citation import source_text
from kzexplorer.viewmodel.labels import Labels

_MOST = 40  # records whose evidence stands in the notes of one page


@dataclass
class Numbers:
    """Numbers sources in the order in which they are first named."""

    sources: dict[str, Source] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)

    def of(self, source: Source) -> int:
        """Give the number of a source."""
        self.sources.setdefault(source.slug, source)
        return self._places.setdefault(source.slug, len(self._places) + 1)


def evidence(rows: Sequence[Row], labels: Labels, numbers: Numbers) -> str:
    """Say what records rest on: each with its date, certainty and numbered sources, and the sources themselves."""
    say = labels.say
    named: dict[int, str] = {}
    lines = [say("Evidence")]
    for row in rows[:_MOST]:
        detail = labels.store.detail(row.slug)
        cited = [citation.source for citation in detail.citations] if isinstance(detail, RecordDetail) else []
        for source in cited:
            named[numbers.of(source)] = source_text(source, labels, brief=True)
        references = ", ".join(str(numbers.of(source)) for source in cited)
        sure = say(CERTAINTIES.get(row.certainty, row.certainty))
        lines.append(plain(f"{row.title} – {labels.when(row)} – {sure}") + (f" [{references}]" if references else ""))
    if len(rows) > _MOST:
        more = len(rows) - _MOST
        lines.append(say.plural("and {count} further record", "and {count} further records", more))
    lines += [""] if named else []
    lines += [f"[{number}] {plain(text)}" for number, text in sorted(named.items())]
    return "\n".join(lines) if rows else ""
