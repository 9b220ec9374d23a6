"""Reviewed text to database: read, check, compile, prove."""

from kzexplorer.build.compiler import build
from kzexplorer.build.problems import Problem
from kzexplorer.build.proof import Report, compare, copy, verify

__all__ = ["Problem", "Report", "build", "compare", "copy", "verify"]
