"""The colours of every theme: told apart by all eyes, and readable. Sources of the formulas stand beside them."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from kzexplorer import paths
from kzexplorer.domain.kinds import Family
from kzexplorer.ui.look.tokens import read, themes
from kzexplorer.ui.matrix.table import shade

THEMES = themes(paths.resources())
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHTS = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def seen(rgb, sight):
    return [min(max(sum(a * b for a, b in zip(line, rgb, strict=True)), 0.0), 1.0) for line in SIGHTS[sight]]


def contrast(one, other):
    """WCAG 2.1, relative luminance."""
    low, high = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    """CIE L*a*b* under D65."""
    lines = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    xyz = (sum(a * b for a, b in zip(line, rgb, strict=True)) for line in lines)
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (v / w for v, w in zip(xyz, (0.95047, 1.0, 1.08883), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def hue(a, b):
    return degrees(atan2(b, a)) % 360 if a or b else 0.0


def ciede2000(one, other):
    """Sharma, Wu, Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(mean7 / (mean7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2, h1, h2 = hypot(a1, b1), hypot(a2, b2), hue(a1, b1), hue(a2, b2)
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = h1 + h2 if not c1 * c2 else (h1 + turn / 2) % 360
    t = (
        1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) + 0.32 * cos(radians(3 * h + 6))
        - 0.20 * cos(radians(4 * h - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -2 * sqrt(c**7 / (c**7 + 25**7)) * sin(radians(60 * exp(-(((h - 275) / 25) ** 2))))
    dl, dc = (l2 - l1) / sl, (c2 - c1) / sc
    return sqrt(dl**2 + dc**2 + (dh / sh) ** 2 + rt * dc * dh / sh)


def test_the_measure_is_that_of_the_paper():
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, expected in pairs:
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_families_are_told_apart(theme, sight):
    colours = {family: lab(seen(linear(theme.family(family)), sight)) for family in Family}
    for one, other in combinations(Family, 2):
        assert ciede2000(colours[one], colours[other]) >= 15, (one, other)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_and_texts_stand_out_from_their_ground(theme):
    for family in Family:
        assert contrast(theme.family(family), theme.surface) >= 3, family
    for text in (theme.ink, theme.ink2, theme.ink3):
        assert contrast(text, theme.surface) >= 4.5, text
    assert contrast(theme.ink2, theme.bg) >= 4.5
    assert contrast(theme.accent, theme.surface) >= 4.5
    assert contrast(theme.gold, theme.goldbg) >= 4.5
    assert contrast(theme.ink, theme.sel) >= 4.5
    fields = [shade(count, 100, theme).name() for count in range(101)]
    assert min(contrast(theme.ink, field) for field in fields) >= 4.5
    # The more a field counts, the further it stands out from the ground.
    steps = [contrast(field, theme.surface) for field in fields]
    assert steps == sorted(steps)
    assert steps[0] == 1
    assert steps[1] > 1.1
    assert steps[-1] > 1.7


def washed_out(one, other, glare):
    """The contrast on a screen onto which the room throws a share of its white."""
    low, high = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (high + 0.05 + glare) / (low + 0.05 + glare)


def test_the_light_stage_is_read_where_daylight_falls_on_the_screen():
    stage = THEMES["stage-light"]
    for text in (stage.ink, stage.ink2, stage.ink3, stage.accent):
        for ground in (stage.bg, stage.surface):
            assert washed_out(text, ground, 0.1) >= 4.5, (text, ground)
            assert washed_out(text, ground, 0.1) > washed_out(THEMES["stage-dark"].ink2, THEMES["stage-dark"].bg, 0.1)
    for family in Family:
        assert washed_out(stage.family(family), stage.bg, 0.05) >= 2.8, family


def test_the_themes_are_the_files():
    assert list(THEMES) == ["dark", "light", "stage-dark", "stage-light"]
    assert THEMES["light"].paper == "#14365a"
    assert (THEMES["light"].dark, THEMES["dark"].dark) == (False, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('ink = "#1b2327"', 'ink = "black"'), "ink is no colour"),
        (('ink = "#1b2327"', ""), "missing or unknown: ink"),
        (('ink = "#1b2327"', 'ink = "#1b2327"\nink9 = "#000000"'), "missing or unknown: ink9"),
    ],
)
def test_a_wrong_theme_says_what_is_wrong(tmp_path, change, said):
    text = (paths.resources() / "themes" / "light.toml").read_text("utf-8")
    file = tmp_path / "wrong.toml"
    file.write_text(text.replace(*change), "utf-8")
    with pytest.raises(ValueError, match=said):
        read(file)
