"""Whether the system asks for no movement."""

import pytest

from kzexplorer.ui.look.motion import asks_for_stillness


@pytest.mark.parametrize(
    ("platform", "file", "text", "still"),
    [
        ("xcb", ".config/kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("xcb", ".config/kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        ("wayland", ".config/gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("xcb", ".config/gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("xcb", ".config/kdeglobals", "\x00 damaged", False),
        ("cocoa", "Library/Preferences/com.apple.universalaccess.plist", "damaged", False),
    ],
)
def test_a_system_that_asks_for_no_movement_is_heard(tmp_path, platform, file, text, still):
    assert not asks_for_stillness(tmp_path, platform)
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text)
    assert asks_for_stillness(tmp_path, platform) is still
