"""Plausibility checks of the source folder, one file each with its reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Entry, Record
from kzexplorer.build.problems import Complaint, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the entry, the sentence, and the key and text that mark its line."""

    entry: Entry
    sentence: str
    key: str = ""
    needle: str = ""

    @property
    def problem(self) -> Problem:
        """Place the sentence on its line."""
        return self.entry.passage.problem(self.key, Complaint(self.sentence, self.needle))


@dataclass(frozen=True, slots=True)
class Check:
    """What a check's file declares; `reason` says what goes wrong without it."""

    id: str
    reason: str
    find: Callable[[Drafts], Iterable[Finding]]
    order: int = 0


@cache
def checks() -> tuple[Check, ...]:
    """Give all checks."""
    import kzexplorer.build.checks as package
    from kzexplorer.registry import discover

    return discover(package, Check)


def run(drafts: Drafts) -> Iterator[Problem]:
    """Run all checks, and give what they find and no record is exempt from.

    A record is exempt from a check for which its table `[exempt]` gives a reason; a reason for which
    there is nothing to excuse is a problem itself, so that none outlives its fault.
    """
    excused: set[tuple[str, str]] = set()
    for check in checks():
        for finding in check.find(drafts):
            if isinstance(finding.entry, Record) and check.id in finding.entry.exempt:
                excused.add((finding.entry.slug, check.id))
            else:
                yield finding.problem
    for record in drafts.records:
        for check_id in record.exempt:
            if (record.slug, check_id) not in excused:
                sentence = f"exempt: the check “{check_id}” finds nothing here; take the reason out"
                yield Finding(record, sentence, "exempt", check_id).problem
