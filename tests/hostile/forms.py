"""The short and the long form of one test: the same code, run a few times by `make test` and long by `make soak`."""

import os

import pytest


def forms(name, short, long):
    """Parametrize a test by how much it does; `make soak SOAK=0.1` does a tenth of the long form."""
    long = max(short, round(long * float(os.environ.get("SOAK", "1"))))
    return pytest.mark.parametrize(
        name, [pytest.param(short, id="short"), pytest.param(long, id="long", marks=pytest.mark.soak)]
    )
