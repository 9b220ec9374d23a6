"""Read the views into frozen values: rows, partners, organizations, sources and terms."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as calendar_date
from typing import Any

from kzexplorer.domain.dates import VagueDate, parse
from kzexplorer.domain.ends import Basis, End
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import (
    Edition,
    Organization,
    Part,
    Partner,
    Place,
    Row,
    Source,
    Step,
    Term,
)
from kzexplorer.domain.vocabulary import INDIRECT_ROLES

# The row of what is Kazakhstan's own: records without a partner.
HOME = Partner(
    slug="kazakhstan",
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
    return None if text is None else parse(text, note)


def grouped(pairs: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    """Collect tuples by their first member; a pair gives its second, a longer tuple its rest."""
    groups = defaultdict(list)
    for key, *rest in pairs:
        groups[key].append(rest[0] if len(rest) == 1 else tuple(rest))
    return groups


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


def read_rows(db: sqlite3.Connection) -> tuple[Row, ...]:
    """Read all rows in the order of ids, which is the order of time; a row's place is its `id` - 1."""
    partners = grouped(db.execute("SELECT record, partner, role FROM v_part ORDER BY record, position"))
    organizations = grouped(
        db.execute("SELECT record, organization, role FROM v_organization_part ORDER BY record, position")
    )
    terms: dict[str, dict[int, list[str]]] = {
        name: grouped(
            db.execute("SELECT record, term FROM v_term_of WHERE list = ? ORDER BY record, position", (name,))
        )
        for name in ("area", "objective", "need")
    }
    steps = grouped(db.execute("SELECT record, role, date, text FROM v_step ORDER BY record, position"))
    sources = grouped(db.execute("SELECT record, slug FROM v_citation ORDER BY record, position"))
    dates: dict[str, VagueDate] = {}

    def date_of(text: str | None, note: str = "") -> VagueDate | None:
        if text is None or note:
            return optional_date(text, note)
        if text not in dates:
            dates[text] = parse(text)
        return dates[text]

    return tuple(
        Row(
            id=id_,
            slug=slug,
            title=title,
            kind=kind,
            begins=date_of(begins, begins_note),
            end=End(date_of(end_text, ends_note), Basis(end_basis)),
            status=status,
            certainty=certainty,
            significance=significance,
            partners=tuple(Part(*part) for part in partners.get(id_, ())),
            organizations=tuple(Part(*part) for part in organizations.get(id_, ())),
            areas=tuple(terms["area"].get(id_, ())),
            objectives=tuple(terms["objective"].get(id_, ())),
            needs=tuple(terms["need"].get(id_, ())),
            place=place or "",
            steps=tuple(Step(role, date_of(on), text) for role, on, text in steps.get(id_, ())),
            summary=summary,
            note=note,
            in_brief=bool(in_brief),
            sources=tuple(sources.get(id_, ())),
        )
        for (
            id_, slug, title, kind, begins, begins_note, end_text, ends_note, end_basis, status, certainty,
            significance, place, in_brief, summary, note,
        ) in db.execute(
            "SELECT id, slug, title, kind, begins, begins_note, end_text, ends_note, end_basis, status, certainty, "
            "significance, place, in_brief, summary, note FROM v_row ORDER BY id"
        )
    )  # fmt: skip


def read_partners(db: sqlite3.Connection, rows: Iterable[Row]) -> tuple[Partner, ...]:
    """Read the partners by English name, Kazakhstan's own row last, each with its counts."""
    direct: Counter[str] = Counter()
    context: Counter[str] = Counter()
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        year = calendar_date.fromordinal(row.begins.begin).year if row.begins else None
        roles = grouped((part.slug, part.role) for part in row.partners) or {HOME.slug: ["home"]}
        for slug, parts in roles.items():
            if all(role in INDIRECT_ROLES for role in parts):
                context[slug] += 1
                continue
            direct[slug] += 1
            if year is not None:
                years[slug][year] += 1
    aliases = grouped(db.execute("SELECT partner, alias FROM v_partner_alias ORDER BY partner, position"))

    def counted(values: dict[str, Any]) -> Partner:
        slug = values["slug"]
        return Partner(**values, direct=direct[slug], context=context[slug], by_year=dict(sorted(years[slug].items())))

    found = []
    for slug, en, kk, ru, first_year, in_brief, *rest in db.execute(
        "SELECT slug, name_en, name_kk, name_ru, first_record_year, in_brief, "
        f"{', '.join(_PARTNER)} FROM v_partner ORDER BY sort_en"
    ):
        named = {"slug": slug, "names": Names(en, kk, ru), "aliases": tuple(aliases.get(slug, ()))}
        flags = {"first_record_year": first_year or 0, "in_brief": bool(in_brief)}
        found.append(counted({**named, **flags, **dict(zip(_PARTNER, rest, strict=True))}))
    home = {name: getattr(HOME, name) for name in Partner.__slots__ if name not in _COUNTED}
    return (*found, counted(home))


_COUNTED = {"direct", "context", "by_year"}
_PARTNER = (
    "kind", "code", "region", "capital", "seat", "latitude", "longitude", "place_note", "standing", "standing_note",
    "profile",
)  # fmt: skip


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


def sources(rows: Iterable[tuple[Any, ...]]) -> Iterator[Source]:
    """Make sources of rows whose columns are `SOURCE`."""
    for slug, title, publisher, author, published, url, language, grade, consulted, licence, note in rows:
        date = optional_date(published)
        yield Source(slug, title, publisher, author, date, url, language, grade, consulted, licence, note)


def read_sources(db: sqlite3.Connection) -> dict[str, Source]:
    """Read all sources by slug, in the order of their titles."""
    return {
        source.slug: source for source in sources(db.execute(f"SELECT {SOURCE} FROM v_source ORDER BY sort_key, slug"))
    }


def read_places(db: sqlite3.Connection) -> dict[str, Place]:
    """Read the places by slug."""
    return {
        slug: Place(slug, Names(en, kk, ru), *rest)
        for slug, en, kk, ru, *rest in db.execute(
            "SELECT slug, name_en, name_kk, name_ru, latitude, longitude, precision, summary FROM v_place"
        )
    }


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
