"""Run by the tests as a process of its own: hand mutants to the program under limits, and tell what became of each.

    python meeting.py FOLDER SUBJECT:SEED...

For each mutant it prints a line before and a line of JSON after it. A question that takes more than `subject.SECONDS`
of work, or a mutant that takes more than `PATIENCE` of waiting, ends the process with the place where it hung; more
memory than `BYTES` is not given.
"""

import faulthandler
import json
import resource
import shutil
import signal
import sys
import traceback
from pathlib import Path

PATIENCE, BYTES = 300, 2**30


def meet(folder, name, seed):
    """Give what the program said of one mutant and, where it broke, how."""
    from mutator import chance_of
    from subjects import SUBJECTS

    folder.mkdir()
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    try:
        return {"said": SUBJECTS[name].meet(folder, chance_of(f"{name}:{seed}"))}
    except Exception:
        return {"broke": traceback.format_exc()}
    finally:
        faulthandler.cancel_dump_traceback_later()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    """Meet them one after the other."""
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests / "hostile"), str(tests), str(tests / "build")]
    import subjects  # noqa: F401 - what it makes once shall not count

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    faulthandler.register(signal.SIGPROF, chain=True)
    for number, job in enumerate(sys.argv[2:]):
        name, seed = job.split(":")
        print(job, flush=True)
        print(json.dumps(meet(Path(sys.argv[1]) / str(number), name, seed)), flush=True)


if __name__ == "__main__":
    main()
