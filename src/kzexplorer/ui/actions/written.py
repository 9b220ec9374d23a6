"""Say where the file is that an action wrote."""

from functools import partial
from pathlib import Path

from kzexplorer.ui.actions import Desk
from kzexplorer.ui.parts.choosing import open_folder
from kzexplorer.ui.parts.notice import Notice


def tell_written(sentence: str, path: Path, desk: Desk) -> None:
    """Say what was written, and offer the folder it is in; the file itself is never opened."""
    say = desk.labels.say
    notice = Notice(say("Exported"), sentence, say, desk.window, act=say("Open folder"), leave=say("Close"))
    notice.accepted.connect(partial(open_folder, path.resolve().parent, say))
    notice.open()
