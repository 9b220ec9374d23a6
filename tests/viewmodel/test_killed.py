"""A program that is killed while a briefing is edited loses at most the last two seconds, and never the file."""

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kzexplorer.shelf import left_behind, read_briefing

SCRIPT = Path(__file__).with_name("editing.py")
MOST_LOST_S = 2.0


def edited(folder, seed, seconds):
    """Let the program edit for some seconds from its first change on and kill it; gives its changes, with times."""
    changes = []
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), str(folder), str(seed)], stdout=subprocess.PIPE, text=True
    ) as program:

        def listen():
            # The last line may be torn, as the program was.
            whole = (line for line in program.stdout if line.endswith("\n"))
            changes.extend((time.monotonic(), *map(int, line.split())) for line in whole)

        listener = threading.Thread(target=listen)
        listener.start()
        deadline = time.monotonic() + 60
        while not changes and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(seconds)
        program.kill()
        killed = time.monotonic()
        program.wait()
        listener.join()
    assert changes, "it did not start"
    return changes, killed


def check(folder, changes, killed):
    """What the next start would take up is one of the last states, whole."""
    path = folder / "talk.kzbrief"
    if path.exists():
        assert read_briefing(path, ("partner",)).trouble == ""
    found = left_behind(folder / "aside", ("partner",))
    if found is not None:
        unsaved, aside = found
        aside.leave()
        kept = unsaved.briefing
    elif path.exists():
        kept = read_briefing(path, ("partner",)).briefing
    else:
        kept = None
    old = [(done, steps) for at, done, steps in changes if at < killed - MOST_LOST_S]
    if kept is None:
        assert not old, "all is lost"
        return
    done = int(kept.title or "0")
    assert not old or done >= old[-1][0], f"{old[-1][0] - done} changes are lost that were older than two seconds"
    steps = {number: count for _, number, count in changes}
    # The title is changed after the step, so that what is kept may lie between the two.
    assert done not in steps or abs(len(kept.steps) - steps[done]) <= 1
    assert len([step for step in kept.steps if step.headline in {"0", "1", "2", "new"}]) == len(kept.steps)


def kill_often(folder, times, longest, seed):
    chance = random.Random(seed)
    for number in range(times):
        check(folder, *edited(folder, seed * 1000 + number, chance.uniform(0.0, longest)))


def test_a_few_kills(tmp_path):
    kill_often(tmp_path, 3, 2.5, 7)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_kills(tmp_path, seed):
    kill_often(tmp_path, 20, 4.0, seed)
