"""Tables spoiled at random end in a sentence or in rows, never in anything else."""

import random
import sqlite3
from contextlib import closing, suppress
from itertools import islice

import pytest
import xlsxwriter

from kzexplorer import paths
from kzexplorer.build.importing.base import bundled
from kzexplorer.build.importing.guess import guess
from kzexplorer.build.importing.known import Known
from kzexplorer.build.importing.reading import Rejected, RowReader
from kzexplorer.build.tables import NotATable, open_table

_STUFF = b'",;\n\t\x00\xff|'


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Sound tables of every format, as bytes by a name."""
    folder = tmp_path_factory.mktemp("whole")
    rows = [("Name", "Date", "State", "Note")]
    rows += [(f"Спутник {n}", f"{1957 + n} Oct {n % 28 + 1}", "Russia; USA", "x" * (n * 7 % 90)) for n in range(40)]
    text = "".join(",".join(row) + "\n" for row in rows)
    with xlsxwriter.Workbook(folder / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    with closing(sqlite3.connect(folder / "a.db")) as db:
        db.execute("CREATE TABLE launches (Name, Date, State, Note)")
        db.executemany("INSERT INTO launches VALUES (?, ?, ?, ?)", rows[1:])
        db.execute("CREATE INDEX names ON launches (Name)")
        db.commit()
    return {
        "a.csv": text.encode(),
        "b.csv": text.encode("utf-16"),
        "c.csv": text.encode("cp1251"),
        "a.xlsx": (folder / "a.xlsx").read_bytes(),
        "a.db": (folder / "a.db").read_bytes(),
    }


@pytest.fixture(scope="module")
def known():
    return Known(bundled(paths.database()))


def spoiled(data, chance):
    """Flip bits, cut, repeat and put in what means something to a reader of tables."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        at = chance.randrange(len(made))
        match chance.randrange(5):
            case 0 | 1:
                made[at] ^= 1 << chance.randrange(8)
            case 2:
                del made[at : at + chance.randrange(200)]
            case 3:
                made[at:at] = bytes(chance.choices(_STUFF, k=chance.randrange(1, 20)))
            case 4:
                made[at:at] = made[chance.randrange(len(made)) :][: chance.randrange(300)]
        made = made or bytearray(b"x")
    return made[: chance.randrange(1, len(made) + 1)] if chance.random() < 0.05 else made


def read_all(path, known):
    with open_table(path) as table:
        zero = table.finding.day_zero
        chosen = guess(table.columns, tuple(islice(table.lines(), 50)), known, serials=bool(zero))
        reader = RowReader(table.columns, chosen, known, zero)
        for line in table.lines():
            with suppress(Rejected):
                reader.read(line)


def go_through(whole, known, folder, seed, count):
    chance = random.Random(seed)
    print("seed", seed)
    read, sentences = 0, []
    for _ in range(count):
        name = chance.choice(list(whole))
        path = folder / name
        path.write_bytes(spoiled(whole[name], chance))
        try:
            read_all(path, known)
            read += 1
        except NotATable as refused:
            sentences.append((name, str(refused)))
    assert [sentence for name, sentence in sentences if name not in sentence] == []
    return read, len(sentences)


def test_a_spoiled_table_is_read_or_refused(whole, known, tmp_path):
    ends = go_through(whole, known, tmp_path, 20_261, 150)
    assert min(ends) > 20  # both ends are met, or nothing is tried


@pytest.mark.soak
def test_thousands_of_spoiled_tables_are_read_or_refused(whole, known, tmp_path):
    go_through(whole, known, tmp_path, random.randrange(10**9), 4000)
