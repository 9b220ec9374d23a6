"""Tables that are spoiled, and archives and texts that are made to fill the memory or to never end."""

import io
import sqlite3
import struct
import zipfile
from contextlib import closing, suppress
from functools import cache, partial

import mutator
from openpyxl import Workbook
from subject import Subject, run

ROWS = [
    ("Mission", "Launch_Date", "Partner", "Kind", "Notes", "Source"),
    *(
        (f"Satellite {n}", date, partner, kind, f"Note “{n}”, with; marks", f"https://example.org/{n}")
        for n, (date, partner, kind) in enumerate(
            [
                ("1998 Jun 12", "Russia", "launch"),
                ("2010?", "Италия", "satellite"),
                ("2003 Q3", "KZ; FR", "agreement"),
                ("03/04/2011", "Atlantis", "meeting"),
                ("", "Қытай", "treaty"),
                ("2014-11-23", "Germany / France", ""),
            ]
            * 5
        )
    ),
]


@cache
def csv_bytes():
    """A table as text."""
    out = io.StringIO()
    import csv

    csv.writer(out).writerows(ROWS)
    return out.getvalue().encode()


@cache
def xlsx_bytes():
    """The same as a workbook."""
    book, out = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def sqlite_bytes(folder):
    """The same as a database of nobody's."""
    path = folder / "made.db"
    with closing(sqlite3.connect(path)) as connection:
        names = ", ".join(f'"{name}"' for name in ROWS[0])
        connection.execute(f"CREATE TABLE launches ({names})")
        connection.executemany(f"INSERT INTO launches VALUES ({', '.join('?' * len(ROWS[0]))})", ROWS[1:])
        connection.commit()
    data = path.read_bytes()
    path.unlink()
    return data


def bring(path, chance):
    """Import a table; what was taken must be wholly usable, what was refused leaves nothing."""
    target = path.with_name("out.db")
    before = set(path.parent.iterdir())
    said = run("import", path, "--preview") if chance.random() < 0.3 else ""
    more = ["--with-bundled"] if chance.random() < 0.05 else []
    told = run("import", path, "-o", target, *more)
    if told:
        assert set(path.parent.iterdir()) == before, sorted(p.name for p in set(path.parent.iterdir()) - before)
        return told
    assert not said or "map" in said, said
    assert run("--db", target, "list", "--sort", "place", "--format", "json") == ""
    assert run("--db", target, "export", "--format", "csv", "-o", path.with_name("out.csv")) == ""
    found = run("check", target)
    assert found == "", found
    return ""


def _csv(folder, chance):
    path = folder / chance.choice(("table.csv", "table.tsv", "ta ble?#.txt"))
    path.write_bytes(mutator.spoiled(csv_bytes(), chance, mutator.TEXT))
    return bring(path, chance)


def _xlsx(folder, chance):
    path = folder / "table.xlsx"
    if chance.random() < 0.4:
        path.write_bytes(mutator.spoiled(xlsx_bytes(), chance, mutator.BYTES))
    else:
        path.write_bytes(_spoiled_parts(chance))
    return bring(path, chance)


def _spoiled_parts(chance):
    """Spoil the texts inside an archive that is sound itself."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = set(chance.sample(names, chance.choice((1, 1, 2))))
        for name in names:
            data = old.read(name)
            if name in hit:
                data = mutator.spoiled(data, chance, mutator.TEXT)
            if name not in hit or chance.random() < 0.9:
                new.writestr(name, data)
    return out.getvalue()


def _sqlite(folder, chance):
    path = folder / "table.db"
    path.write_bytes(mutator.spoiled(sqlite_bytes(folder), chance, mutator.PAGES))
    return bring(path, chance)


# What a hostile hand may put beside the table, or in its place.
_TRAPS = (
    "CREATE TRIGGER evil AFTER INSERT ON launches BEGIN DELETE FROM launches; END",
    "ALTER TABLE launches RENAME TO base; CREATE VIEW launches AS SELECT * FROM base",
    "ALTER TABLE launches RENAME TO base; CREATE VIEW launches AS SELECT writefile('evil', 'x') AS Mission",
    "DROP TABLE launches; CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n",
    "ALTER TABLE launches ADD COLUMN evil GENERATED ALWAYS AS (zeroblob(100000000)) VIRTUAL",
    "ALTER TABLE launches ADD COLUMN evil GENERATED ALWAYS AS (printf('%.90000000c', 'x')) VIRTUAL",
    "ALTER TABLE launches ADD COLUMN evil GENERATED ALWAYS AS (load_extension('x')) VIRTUAL",
    "ALTER TABLE launches ADD COLUMN Launch_Year GENERATED ALWAYS AS (substr(Launch_Date, 1, 4)) VIRTUAL",
    "CREATE INDEX evil ON launches (length(Mission)) WHERE Mission > 'a'",
    "CREATE VIRTUAL TABLE evil USING fts5 (Mission, Launch_Date)",
    "CREATE TABLE evil (a CHECK (load_extension('x')), Launch_Date)",
    "UPDATE sqlite_schema SET sql = replace(sql, 'launches', 'sqlite_schema')",
    "UPDATE sqlite_schema SET rootpage = 1",
    "UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW launches AS SELECT * FROM launches'",
    f"CREATE TABLE wide ({', '.join(f'c{n}' for n in range(1900))})",
    "UPDATE launches SET Mission = zeroblob(90000000) WHERE rowid = 1",
    "UPDATE launches SET Mission = CAST(x'ff00fe' AS TEXT), Launch_Date = 9e999",
    "PRAGMA journal_mode = WAL",
)


def _hostile_sqlite(folder, chance):
    path = folder / "table.db"
    path.write_bytes(sqlite_bytes(folder))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for trap in chance.sample(_TRAPS, chance.choice((1, 1, 2))):
            with suppress(sqlite3.Error):
                connection.executescript(trap)
    return bring(path, chance)


def _zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, pieces in parts.items():
            with new.open(name, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
_OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CLOSE = b"</sheetData></worksheet>"
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><x>&m;</x>"
)


def _lying():
    """An archive whose directory says that a part is small."""
    data = bytearray(_zipped({SHEET: [b" " * 2**20] * 64}))
    at = data.rfind(SHEET.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


BOMBS = {
    "a sheet of blanks": lambda: _zipped({SHEET: [_OPEN, *[b" " * 2**20] * 900]}),
    "a sheet of empty rows": lambda: _zipped(
        {SHEET: [_OPEN, *[b"<row/>" * 100_000] * 60, b"</sheetData></worksheet>"]}
    ),
    "a cell without end": lambda: _zipped(
        {SHEET: [_OPEN, b'<row><c t="str"><v>', *[b"A" * 2**20] * 60, b"</v></c></row>", _CLOSE]}
    ),
    "texts without end": lambda: _zipped({"xl/sharedStrings.xml": [b"<sst>", *[b"<si><t>x</t></si>" * 60_000] * 60]}),
    "entities in entities": lambda: _zipped({SHEET: [_LAUGHS]}),
    "many parts": lambda: _zipped({f"xl/media/{n}.xml": [b"<a/>"] for n in range(5000)}),
    "a part that lies": _lying,
    "a far cell": lambda: _zipped({SHEET: [_OPEN, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', _CLOSE]}),
    "100,000 columns": lambda: b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + b"1," * 99_999 + b"1\n",
    "100,000 columns without names": lambda: (b"," * 99_999 + b"\n") * 3,
    "one line": lambda: b"Title,Date\n" + b"x" * 30_000_000,
    "a quotation that never ends": lambda: b'Title,Date\n"a,2001\n' + b"b,2002\n" * 2_000_000,
    "a field of quotes": lambda: b"Title,Date\n" + b'"' * 10_000_001,
    "only separators": lambda: b";,\t|" * 2_000_000,
    "only line ends": lambda: b"\r\n" * 5_000_000,
    "zeros": lambda: bytes(20_000_000),
    "an endless UTF-16": lambda: b"\xff\xfe" + b"\x00\xd8" * 5_000_000,
    "many names": lambda: b"Title,Date,Partner\n" + b"".join(b"t%d,2001,p%d\n" % (n, n) for n in range(15_000)),
}


def _bomb(folder, chance, name=""):
    name = name or chance.choice(tuple(BOMBS))
    data = BOMBS[name]()
    path = folder / ("bomb.xlsx" if data.startswith(b"PK") else "bomb.csv")
    path.write_bytes(data)
    del data
    said = run("import", path, "-o", folder / "out.db")
    assert said or name in ("many names", "a sheet of empty rows", "a far cell", "one line"), f"{name} was taken"
    return said


SUBJECTS = (
    Subject("csv", 4, _csv),
    Subject("workbook", 4, _xlsx),
    Subject("foreign-table", 3, _sqlite),
    Subject("foreign-schema", 3, _hostile_sqlite),
    Subject("bomb", 1, _bomb),
    # Each by its name too, since by chance alone one is left out of most runs.
    *(Subject(f"bomb, {name}", 0, partial(_bomb, name=name)) for name in BOMBS),
)
