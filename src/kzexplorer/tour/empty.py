"""An edition without any record, to see what the window says then."""

from pathlib import Path

from kzexplorer.build import build

_CSV = {
    "sources.csv": (
        "slug,title,publisher,author,published,url,language,grade,consulted,licence,note\n"
        "none,Nothing,Nobody,,,,en,official,2026-11,,"
    ),
    "places.csv": "slug,name_en,name_kk,name_ru,latitude,longitude,precision,summary",
    "coverage.csv": "number,section,sentence,claims,records",
    "baikonur-launches.csv": "year,attempts,failures",
    "names.csv": "Baikonur,Байконур",
}
_TOML = {
    "edition.toml": (
        'title = "Nothing yet"\nedition = "2026-11"\ndata_date = "2026-09-30"\nlicence = "CC BY 4.0"\nattribution = "-"'
    ),
    "baikonur.toml": (
        'source = "none"\nlicence = "-"\nattribution = "-"\nscope = "-"\nattempts = 0\nfull_success = 0\nfailure = 0\n'
        "partial = 0\nfamilies = []\npads = []"
    ),
}
_LISTS = ("areas.toml", "objectives.toml", "needs.toml", "stages.toml", "eras.toml")
_FOLDERS = ("partners", "organizations", "records", "claims", "conflicts")


def empty_edition(folder: Path) -> Path:
    """Build a database without records from a source folder made below `folder`; gives the database."""
    source = folder / "source"
    for name in _FOLDERS:
        (source / name).mkdir(parents=True)
    for name, text in {**_CSV, **_TOML, **dict.fromkeys(_LISTS, "")}.items():
        (source / name).write_text(f"{text}\n" if text else "", "utf-8")
    problems = build(source, folder / "empty.db")
    if problems:
        raise ValueError(str(problems[0]))
    return folder / "empty.db"
