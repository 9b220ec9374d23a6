"""The day for which is answered: the last one there is data for, another one, or none."""

from dataclasses import replace
from functools import partial

from kzexplorer.domain.dates import day
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.asking.day_stepper import STEPS


def _toggle(desk: Desk) -> None:
    query = desk.explorer.state.query
    as_of = None if query.as_of else day(desk.explorer.store.edition.data_day)
    desk.explorer.ask(replace(query, as_of=as_of))


def _step(years: int, days: int, desk: Desk) -> None:
    desk.explorer.step_day(years, days)


def _has_day(desk: Desk) -> bool:
    return desk.explorer.state.query.as_of is not None


ACTION = Action(
    id="as-of",
    text=N_("As of a day, or of any time"),
    menu=Menu.GO,
    order=20,
    run=_toggle,
    keys=("Ctrl+Shift+T",),
)
YEAR_EARLIER, DAY_EARLIER, DAY_LATER, YEAR_LATER = (
    Action(
        id=f"as-of-{number}",
        text=text,
        menu=Menu.GO,
        order=21 + number,
        run=partial(_step, years, days),
        keys=(keys,),
        available=_has_day,
    )
    for number, (years, days, _, text, keys) in enumerate(STEPS)
)
