import pytest

from kzexplorer.viewmodel.copied_rows import as_html, as_tsv, copied_cells
from rows import row

NASTY = (
    row("a", title="=cmd|'/C calc'!A0", begins="2010"),
    row("b", title='<img src="file:///etc/hostname">\tx\r\ny & z', begins="2011"),
    row("c", title="nul\x00 and \ud800", begins="2012"),
)
COLUMNS = ("title", "begins", "sources")


def test_a_table_of_tabs_has_headings_and_a_line_a_record(labels):
    lines = as_tsv(copied_cells(NASTY, COLUMNS, labels)).splitlines()
    assert lines[0] == "Title\tWhen\tSources"
    assert lines[1] == "'=cmd|'/C calc'!A0\t2010\t0"
    assert lines[2] == '<img src="file:///etc/hostname"> x y & z\t2011\t0'
    assert lines[3] == "nul\ufffd and \ufffd\t2012\t0"
    assert len(lines) == 4


def test_markup_in_a_text_is_no_markup_on_the_clipboard(labels):
    html = as_html(copied_cells(NASTY, COLUMNS, labels))
    assert "<th>Title</th><th>When</th><th>Sources</th>" in html
    assert "<td>&#x27;=cmd|&#x27;/C calc&#x27;!A0</td>" in html
    assert "<img" not in html
    assert html.count("<tr>") == 4
    assert html.encode()


@pytest.mark.parametrize("write", [as_tsv, as_html])
def test_names_are_in_words(labels, store, write):
    text = write(copied_cells([store.row("kazsat-3")], ("title", "partners", "organizations"), labels))
    assert "Russia, Italy" in text
    assert "Thales Alenia Space Italia" in text
