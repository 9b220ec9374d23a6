"""What a person should know of an import, in sentences: the window and the command line say the same."""

from collections.abc import Iterable, Iterator

from kzexplorer.build.importing import Imported
from kzexplorer.domain.date_order import Order
from kzexplorer.domain.dates import shortened
from kzexplorer.domain.language import Language
from kzexplorer.domain.vocabulary import N_

_STAYS_HERE = N_("The file is so large that only this machine opens it; on another one import the table there.")
_LONGEST_NAME = 40  # characters


def written(done: Imported, say: Language, path: str) -> str:
    """Say how many records were written, and where."""
    return say.plural("Wrote {count} record to {path}.", "Wrote {count} records to {path}.", done.records, path=path)


def notes(done: Imported, say: Language, most: int) -> Iterator[str]:
    """Say what was left out, what is not known, and what was read in one of several ways; names `most` names."""
    if done.left_out and done.report:
        yield say.plural(
            "{count} row was left out; {report} says why.",
            "{count} rows were left out; {report} says which and why.",
            done.left_out,
            report=done.report.name,
        )
    if done.undated:
        yield say.plural("{count} record has no date.", "{count} records have no date.", done.undated)
    if done.unsourced:
        yield say.plural(
            "{count} record names no source and is marked so.",
            "{count} records name no source and are marked so.",
            done.unsourced,
        )
    if done.open_dates and done.order is Order.OPEN:
        yield say.plural(
            "{count} record has a date such as 03/04/2010, left vague since no other date tells which is the day.",
            "{count} records have a date such as 03/04/2010, left vague since no other date tells which is the day.",
            done.open_dates,
        )
    elif done.open_dates:
        first = say("the day first") if done.order is Order.DAY_FIRST else say("the month first")
        yield say.plural(
            "{count} record has a date such as 03/04/2010, read with {first}.",
            "{count} records have a date such as 03/04/2010, read with {first}.",
            done.open_dates,
            first=first,
        )
    if done.others:
        yield say("No partner known is called: {names}.", names=listed((name for name, _ in done.others), most))
    if done.stays_here:
        yield say(_STAYS_HERE)


def listed(names: Iterable[str], most: int) -> str:
    """Name the first of some names, each shortened, and say how many more there are."""
    every = tuple(names)
    more = f" (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(f"“{shortened(name, _LONGEST_NAME)}”" for name in every[:most]) + more
