"""A timeline of a few records, for the tests that use it and those that look at what it paints."""

from datetime import date

from kzexplorer import paths
from kzexplorer.domain.dates import Precision, VagueDate, parse
from kzexplorer.domain.ends import Basis, End
from kzexplorer.domain.language import ENGLISH
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import Era
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.timeline.view import TimelineView
from rows import row

DATA_DAY = date(2026, 9, 30).toordinal()
LAUNCHES = tuple((year, 20 + year % 7) for year in range(1957, 2026))
ERAS = (
    Era("soviet", Names("Soviet period"), 1, parse("1955"), parse("1991"), ("sputnik-1",)),
    Era("leased", Names("Leased"), 2, parse("1994-12-10"), parse("2050"), ("lease", "kazsat-1")),
)
MARKUP = "<b>bold</b><img src=file:///etc/hostname>"
ROWS = (
    row("sputnik-1", id=1, title="Sputnik 1", kind="launch", begins="1957-10-04", partners="russia:soviet_era"),
    row("lease", id=2, title="Lease treaty", kind="treaty", begins="1994-12-10", partners="russia", significance=1,
        end=End(VagueDate(DATA_DAY, None, Precision.APPROX), Basis.ONGOING)),
    row("kazsat-1", id=3, title="KazSat-1", begins="2006-06-17", ends="2008-06-08", partners="russia italy",
        significance=1),
    row("kazsat-2", id=4, title="KazSat-2", begins="2011-07-15", partners="russia italy"),
    row("kazsat-3", id=5, title="KazSat-3", begins="2014-04-28", partners="russia italy"),
    row("markup", id=6, title=MARKUP, kind="meeting", begins="2012-03", partners="italy"),
    row("undated", id=7, title="A ground station", kind="project", partners="italy"),
)  # fmt: skip


def lane_name(group, key):
    """Name a lane."""
    return key.title() or "All"


def on(text):
    """Give the day of a date."""
    return date.fromisoformat(text).toordinal()


def lanes(view):
    """Give what shows the lanes of a timeline."""
    return view.focusProxy()


def scene(view):
    """Give what a timeline shows now."""
    return view._camera.scene


def item(view, slug, lane=0):
    """Give what stands for a record, in the so-manieth of its lanes."""
    return [i for i in scene(view).items if i.slug == slug][lane]


def shown(qtbot):
    """Give a timeline of these records in a window, in lanes by partner."""
    view = TimelineView(themes(paths.resources())["light"], ENGLISH, DATA_DAY, LAUNCHES, ERAS, "Nothing fits.")
    qtbot.addWidget(view)
    view.resize(900, 640)
    view.show_rows(ROWS, "partner", lane_name)
    view.show()
    qtbot.waitExposed(view)
    return view
