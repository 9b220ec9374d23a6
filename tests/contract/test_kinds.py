"""What every kind of record keeps, whoever adds it."""

import pytest

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.state import Choice, Query
from kzexplorer.scene.sizes import Sizes
from kzexplorer.ui.look.marks import mark_paths

EACH = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.id)


def test_no_two_stand_in_one_place():
    assert len({kind.order for kind in kinds().values()}) == len(kinds())


def test_no_two_of_a_family_have_one_mark():
    looks = [(kind.family, kind.mark) for kind in kinds().values()]
    assert len(set(looks)) == len(looks)


@EACH
def test_it_has_a_name_of_its_own_in_every_language(kind):
    for code in ("en", "kk", "ru"):
        name = kind.names.in_(code)
        assert name
        assert [other.id for other in kinds().values() if other.names.in_(code) == name] == [kind.id]


@EACH
def test_its_mark_can_be_drawn_and_fits_its_place(kind, qapp):
    size = Sizes(12.0).mark
    box = mark_paths(size)[kind.mark].boundingRect()
    assert 0.5 * size <= max(box.width(), box.height()) <= 1.15 * size


@EACH
def test_its_records_are_found_by_it(kind, store):
    found = store.rows(store.find(Query().choose("kind", Choice.of([kind.id]))).places)
    assert {row.kind for row in found} <= {kind.id}
    assert len(found) == sum(row.kind == kind.id for row in store.all_rows)
