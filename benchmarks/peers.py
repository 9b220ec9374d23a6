"""Peers that need more than a command: Datasette served on the loopback."""

import re
import subprocess
import time
from urllib.parse import urlencode
from urllib.request import urlopen

from measure import ENVIRONMENT, tool

_SETTINGS = ("sql_time_limit_ms 60000", "facet_time_limit_ms 60000", "suggest_facets off", "default_page_size 50")


class Datasette:
    """One server of one file, for as long as the `with` block lasts."""

    def __init__(self, data):
        self._name = data.stem
        settings = [word for setting in _SETTINGS for word in ("--setting", *setting.split())]
        command = [tool("datasette"), "serve", "-i", str(data), "--host", "127.0.0.1", "--port", "0", *settings]
        self._server = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=ENVIRONMENT
        )
        for line in self._server.stderr:
            if found := re.search(r"http://127\.0\.0\.1:[1-9]\d*", line):
                self._address = found[0]
                break
        else:
            raise RuntimeError("Datasette did not start")

    def __enter__(self):
        self.page(_size=1)  # it looks at the file when it is first asked
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait(20)
        self._server.stderr.close()

    def page(self, **values):
        """Ask for a page of records and give the milliseconds until it is there."""
        return self._timed("record.json", _fts_table="words", _fts_pk="id", **values)

    def stream(self):
        """Ask for all records as CSV and give the milliseconds."""
        return self._timed("record.csv", _stream="on")

    def _timed(self, path, **values):
        began = time.perf_counter()
        with urlopen(f"{self._address}/{self._name}/{path}?{urlencode(values, doseq=True)}", timeout=300) as answer:
            while answer.read(1 << 20):
                pass
        return (time.perf_counter() - began) * 1000
