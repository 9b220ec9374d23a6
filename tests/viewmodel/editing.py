"""A program that edits a briefing without a pause until it is killed, and says on standard output what it has done."""

import random
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from kzexplorer.domain.briefing import Step
from kzexplorer.domain.language import ENGLISH
from kzexplorer.viewmodel.composing import Composing

EVERY_MS = 10


class Editor:
    """Types, adds, moves and doubles steps, undoes, saves; the title counts what it has done."""

    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self.path = folder / "talk.kzbrief"
        self.composing = Composing(folder / "aside", ("partner",), "2026-11", ENGLISH)
        if not self.composing.recover() and self.path.exists():
            self.composing.open(self.path)
        if not self.composing.briefing.steps:
            self.composing.add(0, [Step(headline=str(n), notes="") for n in range(3)])
        self.done = int(self.composing.briefing.title or "0")
        self.timer = QTimer(interval=EVERY_MS)
        self.timer.timeout.connect(self.edit)
        self.timer.start()

    def edit(self):
        composing, steps = self.composing, self.composing.briefing.steps
        place = self.random.randrange(len(steps))
        match self.random.randrange(12):
            case 0:
                composing.add(place, [Step(headline="new")])
            case 1 if len(steps) > 3:
                composing.remove({place})
            case 2:
                composing.move(place, self.random.randrange(len(steps)))
            case 3:
                composing.save_as(self.path) if composing.path is None else composing.save()
            case _:
                step = steps[place]
                composing.put(place, replace(step, notes=f"{step.notes[-400:]}word "), f"notes {place}")
        self.done += 1
        composing.change(replace(composing.briefing, title=str(self.done)), "title")
        print(f"{self.done} {len(composing.briefing.steps)}", flush=True)


if __name__ == "__main__":
    app = QCoreApplication(sys.argv[:1])
    editor = Editor(Path(sys.argv[1]), int(sys.argv[2]))
    app.exec()
