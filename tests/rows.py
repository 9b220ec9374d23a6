"""Records to test with: one written out where it matters, or any at all for property tests."""

from typing import Any

from hypothesis import strategies as st

from kzexplorer.domain.dates import MAX_DAY, MIN_DAY, Precision, VagueDate, parse
from kzexplorer.domain.ends import NOT_KNOWN, Basis, End
from kzexplorer.domain.records import Part, Row, Step

# Texts that have broken programs: quotes, breaks, Kazakh, marks without width, emoji, formulas, markup.
NASTY = (
    "",
    " ",
    '"',
    '""',
    'a "quoted" word',
    "a, b; c\td",
    "line\nfeed",
    "carriage\rreturn",
    "both\r\n",
    "Ұлттық ғарыш агенттігі",
    "\u200fright to left\u202e",
    "🛰️ 🇰🇿",
    "=cmd|'/C calc'!A0",
    "=1+1",
    "+1-1",
    "-5",
    "-5 degrees",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    '"=1',
    "＝1+1",
    "MSEXCEL|'\\..\\..\\cmd.exe /c calc'!A1",
    "<b>bold</b><img src=file:///etc/passwd>",
    "file:///etc/passwd",
    "https://example.org/",
    "[1]sheet!A1",
    "2010-07",
    "1E5",
    "007",
    "TRUE",
    "NULL",
    "\ufeffmark",
    "nul\x00inside",
    "bell\x07",
    "lone \ud800 surrogate",
    "\u2028line separator\x85",
    "_x0041_",
    "x" * 5000,
)


def row(slug: str = "kazsat-1", **values: Any) -> Row:
    """Make a record; dates, partners and organizations may be given as text.

    `begins="2006-06-17", ends="2008"`, `partners="russia:supplier italy:party"`; a part without a role
    is a party.
    """
    ends = values.pop("ends", None)
    if isinstance(ends, str):
        values["end"] = End(parse(ends), Basis.STATED)
    if isinstance(values.get("begins"), str):
        values["begins"] = parse(values["begins"])
    for key in ("partners", "organizations"):
        if isinstance(values.get(key), str):
            values[key] = tuple(_part(text) for text in values[key].split())
    usual: dict[str, Any] = {
        "id": 1,
        "slug": slug,
        "title": slug,
        "kind": "satellite",
        "begins": None,
        "end": NOT_KNOWN,
        "status": "unknown",
        "certainty": "confirmed",
        "significance": 2,
        "partners": (),
        "organizations": (),
        "areas": (),
        "objectives": (),
        "needs": (),
        "place": "",
        "steps": (),
        "summary": "",
        "note": "",
        "in_brief": False,
        "sources": (),
    }
    return Row(**{**usual, **values})


def _part(text: str) -> Part:
    slug, _, role = text.partition(":")
    return Part(slug, role or "party")


def texts() -> st.SearchStrategy[str]:
    """Give any text, lone surrogates and control characters included, the nasty ones often."""
    # Not st.characters(): its tables take seconds to make on a machine that has not made them yet.
    characters = st.sampled_from("aZ09 ,;\t\r\n\"'=+-@|!<&Ғұы\x00\u200f\ud800🛰") | st.integers(0, 0x10FFFF).map(chr)
    return st.lists(characters, max_size=20).map("".join) | st.sampled_from(NASTY)


def slugs() -> st.SearchStrategy[str]:
    """Give keys as the data has them."""
    return st.sampled_from(("a", "italy", "russia", "kazsat-2", "earth-observation", "x9-0"))


@st.composite
def vague_dates(draw: st.DrawFn) -> VagueDate:
    """Give dates of all shapes, over all days there are."""
    days = st.integers(MIN_DAY, MAX_DAY)
    first, last = sorted((draw(days), draw(days)))
    match draw(st.integers(0, 3)):
        case 0:
            return VagueDate(first, first, Precision.DAY)
        case 1:
            return VagueDate(first, None, Precision.APPROX)
        case 2:
            return VagueDate(None, last, Precision.APPROX)
        case _:
            return VagueDate(first, last, Precision.APPROX)


@st.composite
def rows(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> Row:
    """Give any record; `text` makes its texts."""
    text = texts() if text is None else text
    some_slugs = st.lists(slugs(), max_size=3, unique=True).map(tuple)
    parts = st.lists(st.builds(Part, slugs(), slugs()), max_size=3).map(tuple)
    dates = st.none() | vague_dates()
    end = draw(dates)
    return Row(
        id=draw(st.integers(1, 10**6)),
        slug=draw(slugs()),
        title=draw(text),
        kind=draw(st.sampled_from(("treaty", "satellite", "launch"))),
        begins=draw(dates),
        end=End(end, Basis.STATED) if end else NOT_KNOWN,
        status=draw(st.sampled_from(("in_force", "unknown"))),
        certainty=draw(st.sampled_from(("confirmed", "weak"))),
        significance=draw(st.integers(1, 3)),
        partners=draw(parts),
        organizations=draw(parts),
        areas=draw(some_slugs),
        objectives=draw(some_slugs),
        needs=draw(some_slugs),
        place=draw(st.just("") | slugs()),
        steps=draw(st.lists(st.builds(Step, slugs(), dates, text), max_size=2).map(tuple)),
        summary=draw(text),
        note=draw(text),
        in_brief=draw(st.booleans()),
        sources=draw(some_slugs),
    )
