"""Lets the tests here use the small source folder of the tests of the build."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "build"))
