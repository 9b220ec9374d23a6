"""A talk from beginning to end on the screens of this process's platform; prints what both windows were at each act."""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kzexplorer import paths
from kzexplorer.app import application, make_theme
from kzexplorer.domain.language import ENGLISH
from kzexplorer.shelf import read_briefing
from kzexplorer.store import Repository
from kzexplorer.store.facets import facets
from kzexplorer.ui.present.keys import Act
from kzexplorer.ui.present.presentation import Presentation
from kzexplorer.viewmodel.labels import Labels


def main(folder, name):
    app = application()
    theme = make_theme(app)
    theme.motion = "none"
    store = Repository.open(paths.database())
    file = paths.resources() / "briefings" / f"{name}.kzbrief"
    briefing = read_briefing(file, [facet.id for facet in facets()]).briefing
    there = list(QGuiApplication.screens())
    talk = Presentation(briefing, Labels(store, ENGLISH), theme, screens=lambda: there)
    ended, story = [], []
    talk.ended.connect(lambda: ended.append(True))

    def note(act):
        for _ in range(8):
            app.processEvents()
        windows = {"audience": talk.audience, "speaker": talk.speaker}
        picture = {}
        for who, window in windows.items():
            at = window.geometry()
            picture[who] = {
                "visible": window.isVisible(),
                "full": window.isFullScreen(),
                "centre": [at.center().x(), at.center().y()],
            }
            if folder:
                window.grab().save(str(Path(folder) / f"{len(story):02}-{act}-{who}.png"))
        shot = talk.talk.audience
        story.append(
            {
                "act": act,
                "step": talk.talk.number,
                "sees": [shot.number, shot.evidence, shot.blank],
                "shown": [talk.audience.stage.shot.number, talk.audience.stage.shot.evidence],
                "notes": talk.speaker.notes.toPlainText() == briefing.steps[talk.talk.number].notes,
                **picture,
            }
        )

    def press(key, window=None):
        QTest.keyClick(window or talk.audience, key)

    talk.start()
    note("start")
    press(" ")
    press(" ", talk.speaker)
    note("two-on")
    press("e")
    note("evidence")
    press("e")
    press("b")
    note("blank")
    press("b")
    press(".")
    press(" ")
    press(" ")
    note("ahead")
    press(".")
    note("caught-up")
    press("s")
    note("swapped")
    press("s")
    unplugged = there.pop()
    app.screenRemoved.emit(unplugged)
    note("unplugged")
    press("7")
    QTest.keyClick(talk.audience, "\r")
    note("seventh")
    there.append(unplugged)
    app.screenAdded.emit(unplugged)
    note("plugged-in")
    first = there.pop(0)
    app.screenRemoved.emit(first)
    note("own-unplugged")
    there.insert(0, first)
    app.screenAdded.emit(first)
    talk.do(Act.WINDOWS)
    note("two-windows")
    talk.do(Act.LIGHT)
    note("light")
    QTest.keyClick(talk.audience, "\x1b")
    for _ in range(8):
        app.processEvents()
    left = [type(window).__name__ for window in app.topLevelWidgets() if window.isVisible()]
    print(json.dumps({"story": story, "ended": ended, "left": left}))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", sys.argv[2] if len(sys.argv) > 2 else "italy")
