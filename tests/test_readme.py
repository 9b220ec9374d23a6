"""What the README says of speed is what was measured, by the same run."""

import re
from calendar import month_name

from kzexplorer import paths

RESULTS = paths.bundle() / "benchmarks" / "results" / "bench.md"
README = paths.bundle() / "README.md"


def rows(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]


def test_every_figure_of_speed_stands_in_the_results_of_one_run():
    text = README.read_text(encoding="utf-8")
    section = text.split("## How fast")[1].split("\n## ")[0]
    quoted = [line for line in section.splitlines() if line.startswith("| ")]
    assert len(quoted) > 10
    assert set(quoted) <= set(rows(RESULTS))


def test_what_is_missed_is_not_left_out():
    text = README.read_text(encoding="utf-8")
    missed = [row for row in rows(RESULTS) if row.endswith("| no |") and not row.startswith("| actions over")]
    assert [row for row in missed if row not in text] == []


def test_the_day_and_the_machine_are_those_of_the_results():
    text = " ".join(README.read_text(encoding="utf-8").split())
    head = RESULTS.read_text("utf-8").partition("\n")[0]
    measured = re.search(r"Measured on (\d{4})-(\d\d)-(\d\d); medians on 2 cores, (.*?), Linux", head)
    assert f"on {int(measured[3])} {month_name[int(measured[2])]} {measured[1]}" in text
    assert measured[4].replace("(R)", "").removesuffix(" Processor") in text
