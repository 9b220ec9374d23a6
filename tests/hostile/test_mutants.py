"""Files and texts spoiled in thousands of ways end in a sentence or are taken whole; none breaks the program."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from forms import forms
from subjects import SUBJECTS

posix = pytest.mark.skipif(os.name != "posix", reason="the limits are POSIX's")
_AT_ONCE = 100  # mutants a process; the next ones start with fresh memory


def met(jobs, folder):
    """Hand mutants to a process of their own; give what became of each, the one it died of included."""
    program = [sys.executable, str(Path(__file__).with_name("meeting.py")), str(folder), *jobs]
    done = subprocess.run(program, capture_output=True, text=True, encoding="utf-8", errors="replace")
    told = done.stdout.splitlines()
    outcomes = dict(zip(told[::2], map(json.loads, told[1::2]), strict=False))
    if done.returncode:
        assert len(told) % 2, f"it did not start: {done.stderr}"
        outcomes[told[-1]] = {"broke": f"exit code {done.returncode}\n{done.stderr}"}
    return outcomes


@posix
@forms("count", 40, 2400)
def test_no_mutant_breaks_the_program(count, tmp_path):
    shares = [subject.name for subject in SUBJECTS.values() for _ in range(subject.share)]
    seed = random.randrange(2**32)
    jobs = [f"{shares[n % len(shares)]}:{seed + n}" for n in range(count)]
    if count > 100:
        jobs += [f"{subject.name}:{seed}" for subject in SUBJECTS.values() if not subject.share]
    outcomes = {}
    while left := [job for job in jobs if job not in outcomes][:_AT_ONCE]:
        folder = tmp_path / str(len(outcomes))
        folder.mkdir()
        outcomes |= met(left, folder)
    broken = {job: outcome["broke"] for job, outcome in outcomes.items() if "broke" in outcome}
    told = Counter(job.partition(":")[0] for job, outcome in outcomes.items() if outcome.get("said"))
    print(f"{len(jobs)} mutants from seed {seed}; refused or mended with a sentence: {dict(sorted(told.items()))}")
    assert not broken, "\n\n".join(f"python tests/hostile/meeting.py DIR {job}\n{how}" for job, how in broken.items())
    # A mutator that spoils nothing would prove nothing.
    assert sum(told.values()) > count / 3


BAD = """
import sys, types
from pathlib import Path
import meeting
class Subject:
    def __init__(self, meet): self.meet = meet
import subject, signal
def hang(folder, chance):
    subject.main = forever
    subject.run()
def forever(arguments):
    while True: pass
def fill(folder, chance):
    return bytes(2**31)
def fail(folder, chance):
    raise KeyError("a bug")
module = types.ModuleType("subjects")
module.SUBJECTS = {"hang": Subject(hang), "fill": Subject(fill), "fail": Subject(fail)}
sys.modules["subjects"] = module
subject.SECONDS = 0.2
meeting.main()
"""


@posix
@pytest.mark.parametrize(
    ("name", "how"), [("hang", "in forever"), ("fill", "MemoryError"), ("fail", "KeyError: 'a bug'")]
)
def test_what_hangs_eats_memory_or_fails_is_told(tmp_path, monkeypatch, name, how):
    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (here, here.parent))))
    done = subprocess.run(
        [sys.executable, "-c", BAD, str(tmp_path), f"{name}:1"], capture_output=True, text=True, timeout=60
    )
    assert how in done.stdout + done.stderr
    assert done.returncode or "broke" in done.stdout
