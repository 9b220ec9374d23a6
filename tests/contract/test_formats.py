"""What every format of pictures keeps, whoever adds it."""

from collections import Counter
from dataclasses import replace

import pytest

from kzexplorer import paths
from kzexplorer.domain.state import State
from kzexplorer.pictures.paper import PAPERS, Part, screen
from kzexplorer.ui.look.tokens import themes
from kzexplorer.ui.pictures.drawing import Drawn, Wish, composed, written
from kzexplorer.ui.pictures.formats import format_of, formats
from kzexplorer.viewmodel.picturing import subject_of
from rows import NASTY, row

EACH = pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.id)
TOKENS = themes(paths.resources())


def test_no_two_share_a_suffix():
    assert [suffix for suffix, count in Counter(f.suffix for f in formats().values()).items() if count > 1] == []


@EACH
def test_it_is_found_by_its_suffix_and_its_papers_are_known(form, tmp_path):
    assert format_of(tmp_path / f"A.{form.suffix[1:].upper()}") is form
    assert set(form.papers) <= set(PAPERS)


@pytest.fixture(scope="module")
def subject(labels):
    """Records with every nasty text there is, as titles of records, as heading and in all other words."""
    rows = tuple(
        row(f"r-{n}", id=n + 1, title=text * (500 if n == 1 else 1), begins=f"{1990 + n % 30}", partners="italy russia")
        for n, text in enumerate(NASTY)
    )
    made = subject_of(State(), labels, "".join(NASTY))
    return replace(made, rows=rows, query=" ".join(NASTY), origin=" ".join(reversed(NASTY)))


@EACH
def test_the_same_pages_are_the_same_bytes_whatever_the_texts(form, subject, labels, qapp):
    paper = PAPERS[form.papers[0]] if form.on_paper else screen(1280)
    wish = Wish(form, paper, Part.PAGES if form.on_paper else Part.WHOLE, 4)
    files = [
        written(Drawn(composed(subject, wish), subject.heading, subject.origin), wish, TOKENS["light"], labels)
        for _ in range(2)
    ]
    assert files[0] == files[1]
    assert len(files[0]) > 3_000
