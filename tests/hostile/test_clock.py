"""What day it is makes no difference, since nothing asks: not Python, not Qt and not SQLite."""

import pytest
from clock import asked, asked_in_sql
from modules import SOURCES

from kzexplorer.build.database import schema

# The few that do, and why. How long something takes does not depend on the day.
ALLOWED = {
    "kzexplorer.build.foreign": ["thread_time"],  # a check of a database that takes too long is given up
    "kzexplorer.build.tables.sqlite_table": ["monotonic"],  # so is the reading of a table
    "kzexplorer.shelf.lock": ["monotonic"],  # nobody is waited for long
    # Who speaks is shown the hour and how long the talk has taken.
    "kzexplorer.ui.present.speaker": ["PySide6.QtCore.QElapsedTimer", "now"],
}
CALLS = (
    "import time\nage = time.time() - since",
    "from time import time",
    "import time as t\nt.time_ns()",
    "import datetime\ndatetime.date.today()",
    "datetime.now(UTC)",
    "today = date.today",
    "QDate.currentDate()",
    "QDateTime.currentMSecsSinceEpoch()",
    "from PySide6.QtCore import QElapsedTimer",
    "db.execute(\"SELECT date('now')\")",
    'db.execute("SELECT CURRENT_TIMESTAMP")',
    'query = f"SELECT {column} FROM t WHERE day > julianday( )"',
    "db.execute(\"SELECT datetime(day, 'localtime')\")",
    "uuid.uuid1()",
)


def test_no_module_asks_what_day_it_is():
    assert {name: found for name, path in SOURCES.items() if (found := asked(path.read_bytes()))} == ALLOWED
    assert asked_in_sql(schema()) == set()


@pytest.mark.parametrize("call", CALLS)
def test_every_way_to_ask_is_named(call):
    assert asked(call)
