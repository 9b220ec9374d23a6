"""The data that speed is measured with: made by the program's own builder, of the shape of the real one."""

from collections import Counter

from kzexplorer.build import verify
from kzexplorer.domain.dates import Precision
from kzexplorer.domain.state import Query


def test_it_is_a_sound_database_of_ours_and_always_the_same(made_store, make_data, tmp_path):
    assert not verify(made_store.path).problems
    assert make_data(tmp_path / "again.db", 400, 3).read_bytes() == made_store.path.read_bytes()


def test_it_has_the_shape_of_real_data(made_store):
    rows = made_store.all_rows
    assert len(rows) == 400
    precisions = {row.begins.precision for row in rows if row.begins}
    assert precisions >= {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.APPROX}
    assert any(row.begins is None for row in rows)
    assert any(len(row.partners) > 1 for row in rows)
    assert any(not row.partners for row in rows)
    assert any(len(row.areas) > 1 for row in rows)
    lengths = sorted(len(row.title) for row in rows)
    assert lengths[-1] > 4 * lengths[len(rows) // 2]
    partners = Counter(part.slug for row in rows for part in row.partners).most_common()
    assert partners[0][1] > 5 * partners[len(partners) // 2][1]
    assert made_store.count(Query(text="космич")) > 20
    assert made_store.count(Query(text="space")) > 20
