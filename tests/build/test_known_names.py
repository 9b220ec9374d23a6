"""What a cell of a table names: what is known is found, what is not is kept whole, and nothing is made of nothing."""

import pytest

from kzexplorer import paths
from kzexplorer.build.importing.base import bundled
from kzexplorer.build.importing.known import Known


@pytest.fixture(scope="module")
def known():
    return Known(bundled(paths.database()))


@pytest.mark.parametrize(
    ("cell", "slugs", "others"),
    [
        ("Russia; N/A", "russia", ""),
        ("Россия, Н/Д", "russia", ""),
        ("Россия / нет", "russia", ""),
        ("Russia, n / a", "russia", ""),
        ("Russia, N.A.", "russia", ""),
        ("Russia | unknown", "russia", ""),
        ("Russia; TBD", "russia", ""),
        ("N/A", "", ""),
        ("Н/Д; -", "", ""),
        ("Russia, S/N", "russia", "S/N"),
        ("S/N", "", "S/N"),
        ("USA/J", "", "USA/J"),
        ("Brazil, N/A", "", "Brazil, N/A"),
        ("Russia, Brazil", "russia", "Brazil"),
        ("Brazil and Peru", "", "Brazil and Peru"),
        ("Russia/Italy", "russia italy", ""),
        ("Russia/Italy, USA", "russia italy united-states", ""),
        ("Russia/Brazil", "russia", "Brazil"),
        ("Russia/?", "russia", ""),
        ("D, F", "germany france", ""),
        ("Korea, South", "south-korea", ""),
        ("Russia, Brazil/Peru", "russia", "Brazil/Peru"),
    ],
)
def test_partners_are_those_that_a_cell_names(known, cell, slugs, others):
    found = known.named("partner", cell)
    assert (" ".join(found.slugs), "; ".join(found.others)) == (slugs, others)
