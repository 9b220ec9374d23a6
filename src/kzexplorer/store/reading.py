"""Read the views into frozen values: rows, partners, organizations, sources and terms."""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as calendar_date
from functools import cache, lru_cache
from itertools import starmap
from json import JSONDecoder, dumps
from typing import Any

from kzexplorer.domain.columns import HOME, NO_DAY, Dates
from kzexplorer.domain.dates import VagueDate, parse
from kzexplorer.domain.ends import Basis, End
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    Edition,
    Era,
    Organization,
    Part,
    Partner,
    Place,
    Row,
    Source,
    Step,
    Term,
)
from kzexplorer.store import bits
from kzexplorer.store.connection import decoding

# The row of what is Kazakhstan's own: records without a partner.
_OWN = Partner(
    slug=HOME,
    kind="home",
    code="KZ",
    names=Names("Kazakhstan", "Қазақстан", "Казахстан"),
    region="",
    capital="Astana",
    seat="",
    latitude=51.13,
    longitude=71.43,
    place_note="",
    in_brief=True,
    standing="",
    standing_note="",
    first_record_year=0,
    profile="",
    aliases=(),
    direct=0,
    context=0,
    by_year={},
)


def optional_date(text: str | None, note: str = "") -> VagueDate | None:
    """Read a date column."""
    if text is None:
        return None
    return parse(text, note) if note else _parsed(text)


# The same dates, parts, ends and lists come again and again; each is one value.
_parsed = lru_cache(maxsize=20_000)(parse)
_part = lru_cache(maxsize=5_000)(Part)


@lru_cache(maxsize=20_000)
def _end(text: str | None, note: str, basis: str) -> End:
    return End(optional_date(text, note), Basis(basis))


# Faster than `loads` for texts as short as these.
_DECODER = JSONDecoder()


def _entries(listed: str) -> Any:
    return _DECODER.raw_decode(listed)[0]


@lru_cache(maxsize=5_000)
def _texts(listed: str) -> tuple[str, ...]:
    return tuple(_entries(listed))


@lru_cache(maxsize=5_000)
def _parts(listed: str) -> tuple[Part, ...]:
    return tuple(starmap(_part, _entries(listed)))


@lru_cache(maxsize=5_000)
def _steps(listed: str) -> tuple[Step, ...]:
    return tuple(Step(role, optional_date(on), text) for role, on, text in _entries(listed))


def grouped(pairs: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    """Collect tuples by their first member; a pair gives its second, a longer tuple its rest."""
    groups = defaultdict(list)
    for key, *rest in pairs:
        groups[key].append(rest[0] if len(rest) == 1 else tuple(rest))
    return groups


@decoding()
def read_edition(db: sqlite3.Connection, counts: Mapping[str, int]) -> Edition:
    """Read which data this is."""
    meta = dict(db.execute("SELECT key, value FROM v_meta"))
    return Edition(
        name=meta["edition"],
        title=meta["title"],
        data_day=calendar_date.fromisoformat(meta["data_date"]).toordinal(),
        licence=meta["licence"],
        attribution=meta["attribution"],
        counts=counts,
    )


@decoding()
def count_rows(db: sqlite3.Connection) -> int:
    """Count the records, whose ids are the order of time and run from 1 on: a row's place is its `id` - 1.

    Raises:
        sqlite3.DataError: there are gaps.
    """
    count, first, last = db.execute("SELECT count(*), min(id), max(id) FROM v_row").fetchone()
    if count and (first, last) != (1, count):
        raise ValueError("its ids have gaps")
    return int(count)


@decoding()
def read_dates(db: sqlite3.Connection) -> Dates:
    """Read the dates of all records."""
    days = ", ".join(f"coalesce({day}, {NO_DAY})" for day in ("begins_first", "begins_last", "end_first", "end_last"))
    return Dates.read(db.execute(f"SELECT {days}, end_basis = 'ongoing' FROM v_row ORDER BY id"))


def _listed(columns: str, view: str, where: str = "") -> str:
    """Ask for a list of a record as one text: its entries in order, as JSON."""
    # SQLite keeps the order of what an aggregate like this reads; ORDER BY within it is known only from 3.44 on.
    entry = f"json_array({columns})" if "," in columns else columns
    ordered = f"SELECT {columns} FROM {view} WHERE record = r.id {where} ORDER BY position"
    return f"(SELECT json_group_array({entry}) FROM ({ordered}))"


_LISTS = (
    _listed("partner, role", "v_part"),
    _listed("organization, role", "v_organization_part"),
    *(_listed("term", "v_term_of", f"AND list = '{name}'") for name in ("area", "objective", "need")),
    _listed("role, date, text", "v_step"),
    _listed("slug", "v_citation"),
)
_ROWS = f"""
SELECT id, slug, title, kind, begins, begins_note, end_text, ends_note, end_basis, status, certainty, significance,
  place, in_brief, summary, note, {", ".join(_LISTS)}
FROM v_row AS r WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""


@decoding()
def read_rows(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[Row, ...]:
    """Read the rows of records in the order of ids."""
    return tuple(
        Row(
            id_, slug, title, kind, optional_date(begins, begins_note), _end(end_text, ends_note, end_basis), status,
            certainty, significance, _parts(partners), _parts(organizations), _texts(areas), _texts(objectives),
            _texts(needs), place or "", _steps(steps), summary, note, bool(in_brief), _texts(sources),
        )
        for (
            id_, slug, title, kind, begins, begins_note, end_text, ends_note, end_basis, status, certainty,
            significance, place, in_brief, summary, note, partners, organizations, areas, objectives, needs, steps,
            sources,
        ) in db.execute(_ROWS, (dumps(ids),))
    )  # fmt: skip


def read_cited(db: sqlite3.Connection, size: int) -> Iterator[tuple[str, ...]]:
    """Read the slugs of the sources of each record, in order."""
    cited = grouped(db.execute("SELECT record, slug FROM v_citation ORDER BY record, position"))
    return (tuple(cited.get(id_, ())) for id_ in range(1, size + 1))


@decoding()
def read_partners(
    db: sqlite3.Connection, named: Mapping[str, int], direct: Mapping[str, int], dates: Dates
) -> tuple[Partner, ...]:
    """Read the partners by English name, Kazakhstan's own row last, each with its counts.

    `named` and `direct` map partners to the sets of the records that name them at all, and not only as context.
    """
    years = _years(dates)

    def by_year(slug: str) -> dict[int, int]:
        found = Counter(years[place] for place in bits.places(direct.get(slug, 0)))
        return {year: found[year] for year in sorted(found) if year}

    aliases = grouped(db.execute("SELECT partner, alias FROM v_partner_alias ORDER BY partner, position"))

    def counted(values: dict[str, Any]) -> Partner:
        slug = values["slug"]
        count = direct.get(slug, 0).bit_count()
        context = named.get(slug, 0).bit_count() - count
        return Partner(**values, direct=count, context=context, by_year=by_year(slug))

    found = []
    for slug, en, kk, ru, first_year, in_brief, *rest in db.execute(
        "SELECT slug, name_en, name_kk, name_ru, first_record_year, in_brief, "
        f"{', '.join(_PARTNER)} FROM v_partner ORDER BY sort_en"
    ):
        given = {"slug": slug, "names": Names(en, kk, ru), "aliases": tuple(aliases.get(slug, ()))}
        flags = {"first_record_year": first_year or 0, "in_brief": bool(in_brief)}
        found.append(counted({**given, **flags, **dict(zip(_PARTNER, rest, strict=True))}))
    home = {name: getattr(_OWN, name) for name in Partner.__slots__ if name not in _COUNTED}
    return (*found, counted(home))


def _years(dates: Dates) -> "array[int]":
    """Give the year of each record's begin, 0 where there is none."""
    year_of = cache(lambda day: 0 if day == NO_DAY else calendar_date.fromordinal(day).year)
    days = zip(dates.begins_first, dates.begins_last, strict=True)
    return array("h", (year_of(last if first == NO_DAY else first) for first, last in days))


_COUNTED = {"direct", "context", "by_year"}
_PARTNER = (
    "kind", "code", "region", "capital", "seat", "latitude", "longitude", "place_note", "standing", "standing_note",
    "profile",
)  # fmt: skip


@decoding()
def read_organizations(db: sqlite3.Connection) -> dict[str, Organization]:
    """Read the organizations by slug, in order of their English names."""
    aliases = grouped(
        db.execute("SELECT organization, alias FROM v_organization_alias ORDER BY organization, position")
    )
    return {
        slug: Organization(
            slug, kind, country, Names(en, kk, ru), tuple(aliases.get(slug, ())), summary,
            optional_date(begins), optional_date(ends), successor or "",
        )
        for slug, kind, country, en, kk, ru, summary, begins, ends, successor in db.execute(
            "SELECT slug, kind, country, name_en, name_kk, name_ru, summary, begins, ends, successor "
            "FROM v_organization ORDER BY sort_en"
        )
    }  # fmt: skip


SOURCE = "slug, title, publisher, author, published, url, language, grade, consulted, licence, note"


@decoding()
def sources(rows: Iterable[tuple[Any, ...]]) -> tuple[Source, ...]:
    """Make sources of rows whose columns are `SOURCE`."""
    return tuple(
        Source(slug, title, publisher, author, optional_date(published), url, language, grade, consulted, licence, note)
        for slug, title, publisher, author, published, url, language, grade, consulted, licence, note in rows
    )


@decoding()
def read_sources(db: sqlite3.Connection) -> dict[str, Source]:
    """Read all sources by slug, in the order of their titles."""
    return {
        source.slug: source for source in sources(db.execute(f"SELECT {SOURCE} FROM v_source ORDER BY sort_key, slug"))
    }


@decoding()
def read_places(db: sqlite3.Connection) -> dict[str, Place]:
    """Read the places by slug."""
    return {
        slug: Place(slug, Names(en, kk, ru), *rest)
        for slug, en, kk, ru, *rest in db.execute(
            "SELECT slug, name_en, name_kk, name_ru, latitude, longitude, precision, summary FROM v_place"
        )
    }


@decoding()
def read_eras(db: sqlite3.Connection) -> tuple[Era, ...]:
    """Read the eras in their order."""
    records = grouped(db.execute("SELECT era, slug FROM v_era_record ORDER BY era, position"))
    rows = db.execute('SELECT slug, name_en, name_kk, name_ru, "row", begins, ends FROM v_era ORDER BY position')
    return tuple(
        Era(slug, Names(en, kk, ru), row, parse(begins), parse(ends), tuple(records.get(slug, ())))
        for slug, en, kk, ru, row, begins, ends in rows
    )


@decoding()
def read_terms(db: sqlite3.Connection) -> dict[str, tuple[Term, ...]]:
    """Read the controlled lists, each in its own order."""
    return {
        name: tuple(Term(slug, Names(en, kk, ru), *rest) for slug, en, kk, ru, *rest in entries)
        for name, entries in grouped(
            db.execute(
                "SELECT list, slug, name_en, name_kk, name_ru, description, seed_text FROM v_term "
                "ORDER BY list, position"
            )
        ).items()
    }
