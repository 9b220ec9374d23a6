"""What records say, as a digest: two editions that say the same have the same one."""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256

from kzexplorer.domain.dates import VagueDate
from kzexplorer.domain.ends import Basis
from kzexplorer.domain.records import Detail, Part, RecordDetail, Row

LENGTH = 16  # hexadecimal digits; it guards against change, not against malice


def row_digest(row: Row) -> str:
    """Digest what a record says by itself.

    Its place in the data and how it is sorted say nothing: significance, objectives, needs, the founding brief.
    The end of what goes on is the date of the data, which says nothing of the record.
    """
    return _digest(
        [
            row.slug, row.title, row.kind, _date(row.begins),
            [row.end.basis.value, "" if row.end.basis is Basis.ONGOING else _date(row.end.date)],
            row.status, row.certainty, row.place, row.summary, row.note,
            _parts(row.partners), _parts(row.organizations), sorted(row.areas), sorted(row.sources),
            [[step.role, _date(step.date), step.text] for step in row.steps],
        ]
    )  # fmt: skip


def detail_digest(detail: Detail | None) -> str:
    """Digest what the evidence of a record says: its citations, conflicts and facts; empty for anything else."""
    if not isinstance(detail, RecordDetail):
        return ""
    return _digest(
        [
            [[citation.source.slug, citation.note] for citation in detail.citations],
            [[c.question, c.used, [[p.value, p.source, p.note] for p in c.positions]] for c in detail.conflicts],
            [[fact.key, fact.value] for fact in detail.facts],
        ]
    )


def view_digest(rows: Iterable[Row], focus: Detail | None, digest: Callable[[Row], str] = row_digest) -> str:
    """Digest what a view shows: its records, in whatever order, and the evidence of the one in focus.

    `digest` gives that of one record, so that who asks often can remember it.
    """
    return _digest([sorted(map(digest, rows)), detail_digest(focus)])


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:LENGTH]


def _date(date: VagueDate | None) -> str:
    return date.text if date else ""


def _parts(parts: Iterable[Part]) -> list[str]:
    return sorted(f"{part.slug} {part.role}" for part in parts)
