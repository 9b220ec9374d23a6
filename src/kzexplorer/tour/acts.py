"""What is done with the window before it is pictured: menus, panes, the basket, a talk."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from kzexplorer.domain.state import Choice
from kzexplorer.tour.stage import Stage
from kzexplorer.ui.actions import Menu
from kzexplorer.ui.briefing.panel import BriefingPanel
from kzexplorer.ui.commands import CommandMenu
from kzexplorer.ui.crash import CrashDialog
from kzexplorer.ui.keeping.basket_panel import BasketPanel
from kzexplorer.ui.palette import Palette
from kzexplorer.ui.parts.address import AddressButton
from kzexplorer.ui.parts.value_menu import ValueMenu

ITALY = "partner=italy,russia&from=2004&to=2016&focus=kazsat-3"
_STEP = 6  # of the ready briefing that is shown
_KEPT = ("kazsat-1", "kazsat-2", "kazsat-3", "baikonur-lease-treaty-1994", "astrium-contract-2009")
_VIEWS = {
    "Italy and Russia, 2004 to 2016": ITALY,
    "Agreements by area and partner": "show=matrix&kind=agreement,treaty",
    "Earth observation with France": "partner=france&area=earth-observation",
}


def card(stage: Stage) -> None:
    """Hover, by the keys, over a record's mark."""
    from kzexplorer.ui.timeline.lanes import Lanes  # late: it needs pyqtgraph

    for view in stage.window.findChildren(Lanes):
        for _ in range(3):
            stage.press(view, Qt.Key.Key_Right)


def lane_menu(stage: Stage) -> None:
    """Open the menu of a lane."""
    from kzexplorer.ui.timeline.view import TimelineView  # late, as above

    for view in stage.window.findChildren(TimelineView):
        stage.press(view.focusProxy() or view, Qt.Key.Key_Right)
        if view.lane:
            view.offer(view.lane, view.mapToGlobal(QPoint(60, 150)))


def brush(stage: Stage) -> None:
    """Draw a span and be asked how to meet it."""
    from kzexplorer.ui.timeline.brush import snapped
    from kzexplorer.ui.timeline.view import TimelineView

    for view in stage.window.findChildren(TimelineView):
        first, last = view.visible_span
        third = (last - first) / 3
        view.ask_mode(snapped(first + third, last - third, 0.02), view.mapToGlobal(QPoint(340, 260)))


def date(stage: Stage) -> None:
    """Ask for a date to go to."""
    from kzexplorer.ui.timeline.date_dialog import DateDialog
    from kzexplorer.ui.timeline.view import TimelineView

    for view in stage.window.findChildren(TimelineView):
        view.ask_date()
    for dialog in stage.window.findChildren(DateDialog):
        dialog.line.setText("28.04.2014")


def select(stage: Stage) -> None:
    """Select some rows."""
    stage.explorer.select(row.slug for row in stage.explorer.rows[2:7])


def say(stage: Stage) -> None:
    """Show a message."""
    stage.window.messages.add(
        stage.desk.labels.say("The view you left cannot be opened again: {reason}", reason="“italia”?")
    )


def value(stage: Stage) -> None:
    """Open the menu of a value."""
    choice, say = Choice.of(["italy"]), stage.desk.labels.say
    pane = stage.window.partners
    ValueMenu("italy", stage.desk.labels.value("partner", "italy"), choice, say, pane).open_at(
        pane.mapToGlobal(QPoint(60, 240))
    )


def menu(stage: Stage) -> None:
    """Open the program's menu."""
    for button in stage.window.findChildren(CommandMenu):
        menu = button.menu()
        corner = QPoint(button.width() - menu.sizeHint().width(), button.height())
        menu.popup(button.mapToGlobal(corner))
        view = button.menus[Menu.VIEW]
        menu.setActiveAction(view.menuAction())
        view.popup(button.mapToGlobal(corner - QPoint(view.sizeHint().width(), 0)))


def basket(stage: Stage) -> None:
    """Fill the basket and show it."""
    stage.keeping.toggle([slug for slug in _KEPT if slug not in stage.keeping.basket.slugs])
    stage.do("show-basket")


def empty_basket(stage: Stage) -> None:
    """Show an empty basket."""
    stage.keeping.remove(stage.keeping.basket.slugs)
    stage.do("show-basket")


def delete_basket(stage: Stage) -> None:
    """Ask whether a basket shall go."""
    basket(stage)
    for panel in stage.window.findChildren(BasketPanel):
        panel.ask_delete()


def notice(stage: Stage) -> None:
    """Export the matrix and be told where."""
    stage.window.commands["export-matrix"].declared.run(stage.desk)


def views(stage: Stage) -> None:
    """Save some views and show them."""
    for name, state in _VIEWS.items():
        stage.keeping.save_view(name, state)
    stage.do("open-view")


def palette(stage: Stage) -> None:
    """Type into the palette."""
    stage.do("palette")
    for palette in stage.window.findChildren(Palette):
        palette.line.setText("ital")


def narrowed(stage: Stage) -> None:
    """Narrow both lists by a word."""
    for pane, text in ((stage.window.partners, "korea"), (stage.window.facets, "observ")):
        for line in pane.findChildren(QLineEdit):
            line.setText(text)


def address(stage: Stage) -> None:
    """Ask before an address is opened."""
    for button in stage.window.detail.findChildren(AddressButton):
        button.ask()


def crash(stage: Stage) -> None:
    """Show a crash."""
    report = f"state: {stage.explorer.state}\n\nTraceback (most recent call last):\n  …\nZeroDivisionError: an example"
    CrashDialog(report, stage.desk.labels.say, stage.window).open()


def does(action: str) -> Callable[[Stage], None]:
    """Make an act of a command."""

    def act(stage: Stage) -> None:
        stage.do(action)

    return act


def briefing_panel(stage: Stage) -> BriefingPanel:
    """Open a ready briefing at a step."""
    stage.do("ready-italy")
    (panel,) = stage.window.findChildren(BriefingPanel)
    panel.list.go_to(_STEP)
    return panel


def make_briefing(stage: Stage) -> None:
    """Show a briefing in the making."""
    briefing_panel(stage)


def no_briefing(stage: Stage) -> None:
    """Show a briefing without steps."""
    stage.desk.briefings.composing.begin()
    stage.do("briefing")


def presents(*acts: str, speaker: bool = False) -> Callable[[Stage], None]:
    """Present a step; the window of the audience, or the speaker's, takes the place of the program's."""

    def act(stage: Stage) -> None:
        stage.desk.theme.motion = "none"
        panel = briefing_panel(stage)
        panel.present.click()
        panel.close()
        talk = stage.desk.briefings.presentation
        if talk is None:
            return
        for one in acts:
            talk.do(one)
        shown, other = (talk.speaker, talk.audience) if speaker else (talk.audience, talk.speaker)
        other.hide()
        shown.showNormal()
        shown.setGeometry(stage.window.geometry())

    return act
