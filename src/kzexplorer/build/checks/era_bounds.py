"""An era is bounded by what records say: a date that no record carries would be one that nobody vouches for."""

from collections.abc import Iterator

from kzexplorer.build.bounds import between, date_at, record_of
from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.build.entries import Era
from kzexplorer.domain.dates import DateError, VagueDate


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find bounds without a date, more than two at one side, and eras that end before they begin."""
    for era in drafts.eras:
        found: dict[str, VagueDate] = {}
        for side, bounds in (("begins", era.begins), ("ends", era.ends)):
            if len(bounds) not in (1, 2):
                yield Finding(era, f"{side}: should name one record, or two between which it lies", side)
                continue
            dates = []
            for bound in bounds:
                date = date_at(drafts, bound)
                if date is None and record_of(drafts, bound) is None:
                    continue
                if date is None:
                    sentence = f"{side}: “{bound.record}” has no date at “{bound.at}”"
                    yield Finding(era, sentence, side, bound.record)
                else:
                    dates.append(date)
            if len(dates) == len(bounds):
                try:
                    found[side] = between(dates)
                except DateError:
                    yield Finding(era, f"{side}: the second record’s date lies before the first’s", side)
        yield from _order(era, found)


def _order(era: Era, found: dict[str, VagueDate]) -> Iterator[Finding]:
    if len(found) == 2 and found["ends"].finish < found["begins"].begin:
        yield Finding(era, "the era ends before it begins", "ends")


CHECK = Check("era-bounds", __doc__, find)
