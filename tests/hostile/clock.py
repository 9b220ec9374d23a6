"""What in a module asks what time it is, read from its source without running it."""

import ast
import re
from functools import cache

# Of any value: a method or function of this name gives the time of now, or something dated with it.
_ANYWHERE = set(
    """
    QElapsedTimer clock_gettime ctime currentDate currentDateTime currentDateTimeUtc currentMSecsSinceEpoch
    currentSecsSinceEpoch currentTime getctime gmtime localtime monotonic monotonic_ns now perf_counter perf_counter_ns
    process_time thread_time time_ns today utcnow uuid1
    """.split()
)
_TIME = {"time", "asctime", "strftime"}  # of the module `time` alone; others of these names are harmless
_SQL = re.compile(
    r"'now'|'localtime'|\bcurrent_(date|time|timestamp)\b|\b(date|time|datetime|julianday|unixepoch|strftime)\(\s*\)",
    re.IGNORECASE,
)


@cache
def asked(source):
    """Give what in a module's source asks for the time, each once, in alphabetical order."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="time"), attr=name) if name in _TIME:
                found.add(f"time.{name}")
            case ast.Attribute(attr=name) if name in _ANYWHERE:
                found.add(name)
            case ast.ImportFrom(module=module, names=names):
                among = _ANYWHERE | (_TIME if module == "time" else set())
                found |= {f"{module}.{alias.name}" for alias in names if alias.name in among}
            case ast.Constant(value=str(text)):
                found |= asked_in_sql(text)
    return sorted(found)


def asked_in_sql(text):
    """Give what in statements of SQL asks for the time."""
    return {match.group().lower() for match in _SQL.finditer(text)}
