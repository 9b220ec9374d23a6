"""The bundled file as a team publishes it: Datasette serves it with our description, unchanged."""

import csv
import io
import json
import re
import subprocess
import sys
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from kzexplorer import paths
from kzexplorer.domain.state import Choice, Query

DESCRIPTION = paths.resources() / "datasette.yaml"


@pytest.fixture(scope="module")
def served():
    """One server on a free port of the loopback; gives how to ask it."""
    command = [sys.executable, "-m", "datasette", "serve", "-i", paths.database(), "-m", DESCRIPTION]
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as server:
        try:
            log = []
            for line in server.stderr:
                log.append(line)
                if address := re.search(r"http://127\.0\.0\.1:[1-9]\d*", line):
                    break
            else:
                pytest.fail("".join(log))

            def ask(path, **values):
                with urlopen(f"{address[0]}/kzspace{path}?{urlencode(values, doseq=True)}", timeout=60) as answer:
                    return answer.read().decode()

            yield ask
        finally:
            server.terminate()


def test_a_page_of_facets_counts_as_the_program_does(served, store):
    page = json.loads(served("/record.json", _shape="objects", status="in_force"))
    facets = page["facet_results"]
    assert set(facets) == {"kind", "status", "certainty", "significance"}
    found = store.find(Query().choose("status", Choice.of(["in_force"])))
    assert page["filtered_table_rows_count"] == len(found)
    kinds = {one["value"]: one["count"] for one in facets["kind"]["results"]}
    assert kinds == {kind: count for kind, count in found.counts["kind"].items() if count}
    html = served("/record")
    assert "the folded form" in html
    assert "CC BY 4.0" in html
    assert "planet4589.org/space/gcat" in html


def test_a_search_in_folded_words_finds_what_the_program_finds(served, store):
    for typed, folded in (("ҚазСат", "kazsat"), ("Soyuz", "soiuz"), ("спутник", "sputnik")):
        page = json.loads(served("/record.json", _shape="array", _search=folded, _size="max"))
        slugs = {row["slug"] for row in page}
        assert slugs
        assert slugs <= {row.slug for row in store.rows(store.find(Query(typed)).places)}


def test_a_stream_of_csv_holds_every_record(served, store):
    rows = list(csv.DictReader(io.StringIO(served("/record.csv", _stream="on"))))
    assert [row["slug"] for row in rows] == [row.slug for row in store.all_rows]
    assert [row["title"] for row in rows] == [row.title for row in store.all_rows]


@pytest.mark.parametrize(
    ("query", "values", "first"),
    [
        ("with_partner", {"partner": "italy"}, "title"),
        ("on_a_day", {"day": "2012-01-01"}, "title"),
        ("partners_by_records", {}, "partner"),
        ("evidence", {"record": "kazsat-2"}, "source"),
        ("disagreements", {}, "question"),
    ],
)
def test_the_canned_questions_answer(served, query, values, first):
    rows = json.loads(served(f"/{query}.json", _shape="array", **values))
    assert rows
    assert all(row[first] for row in rows)


def test_partners_are_counted_as_in_the_program(served, store):
    rows = json.loads(served("/partners_by_records.json", _shape="array"))
    assert {row["slug"]: row["records"] for row in rows} == {
        partner.slug: partner.direct for partner in store.partners if partner.kind != "home"
    }
