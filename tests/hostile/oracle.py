"""What the program should answer, worked out record by record from the reviewed text; nothing of the store is used."""

import csv
import tomllib
from calendar import monthrange
from datetime import date
from functools import cache, cached_property
from math import inf
from pathlib import Path

from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.text import Spellings, tokens

SOURCE = Path(__file__).parents[2] / "data" / "source"
LANGUAGES = ("en", "kk", "ru")
BRIEF = "cossu-2025"  # it supports nothing, since it is what is being checked


def read(name):
    """Read a file of the text."""
    return tomllib.loads((SOURCE / name).read_text("utf-8"))


def by_slug(folder):
    """Read the files of a folder by their names."""
    files = sorted((SOURCE / folder).rglob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8")) | {"kind_of": file.parent.name} for file in files}


def table(name):
    """Read a table of the text by its slugs."""
    with (SOURCE / name).open(encoding="utf-8", newline="") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def span(text):
    """Give the first and the last ordinal day that a date of the grammar may mean; infinite where open."""
    if ".." in text:
        lower, upper = text.split("..")
        return (span(lower)[0] if lower else -inf), (span(upper)[1] if upper else inf)
    text = text.rstrip("~")
    if text.endswith("s"):
        return span(text[:-1])[0], span(f"{int(text[:-1]) + 9}")[1]
    year, *rest = text.split("-")
    if not rest:
        first, last = (1, 1), (12, 31)
    elif rest[0].startswith("Q"):
        month = 3 * int(rest[0][1:])
        first, last = (month - 2, 1), (month, monthrange(int(year), month)[1])
    elif len(rest) == 1:
        first, last = (int(rest[0]), 1), (int(rest[0]), monthrange(int(year), int(rest[0]))[1])
    else:
        first = last = (int(rest[0]), int(rest[1]))
    return date(int(year), *first).toordinal(), date(int(year), *last).toordinal()


class Record:
    """One record of the text with what can be asked of it."""

    def __init__(self, slug, entry, world):
        self.slug, self.entry, self._world = slug, entry, world
        self.title = entry["title"]
        self.kind = entry["kind_of"]
        self.begins = span(entry["begins"])

    @cached_property
    def end(self):
        """When it ended: first and last day, and whether that is only because it goes on; None when not known."""
        if "ends" in self.entry:
            return *span(self.entry["ends"]), False
        ending = {"ended", "repealed", "lost", "deorbited"}
        dates = [span(s["date"]) for s in self.entry.get("steps", ()) if s["role"] in ending and s.get("date")]
        if dates:
            return *min(dates), False
        if self.entry.get("ongoing"):
            return span(self._world.edition["data_date"])[0], inf, True
        after = [span(self._world.entries[slug]["begins"]) for slug in self._world.replaced_by.get(self.slug, ())]
        return (*min(after), False) if after else None

    @cached_property
    def values(self):
        """Its values of every facet there is."""
        entry, world = self.entry, self._world
        partners = {p["partner"] for p in entry.get("partners", ())}
        known = [bound for bound in self.begins if abs(bound) != inf]
        years = [date.fromordinal(bound).year // 10 for bound in (known[0], known[-1])]
        return {
            "partner": partners or {"kazakhstan"},
            "role": {p["role"] for p in entry.get("partners", ())},
            "standing": {world.partners[slug]["standing"] for slug in partners},
            "organization": {o["organization"] for o in entry.get("organizations", ())},
            "kind": {self.kind},
            "area": set(entry.get("areas", ())),
            "objective": set(entry.get("objectives", ())),
            "need": set(entry.get("needs", ())),
            "status": {entry["status"]},
            "certainty": {entry["certainty"]},
            "significance": {str(entry["significance"])},
            "place": {entry["place"]} if entry.get("place") else set(),
            "brief": {"yes" if entry.get("in_brief") else "no"},
            "decade": {f"{decade}0s" for decade in range(years[0], years[1] + 1)},
            "stage": {slug for slug, stage in world.stages.items() if self.slug in stage.get("records", ())},
            "claim": {slug for slug, claim in world.claims.items() if self.slug in claim.get("records", ())},
            "verdict": {claim["verdict"] for claim in world.claims.values() if self.slug in claim.get("records", ())},
            "conflict": {"yes" if self.slug in world.disputed else "no"},
            "support": {("none", "one", "several")[min(len(self.cited - {BRIEF}), 2)]},
            "grade": {world.sources[slug]["grade"] for slug in self.cited},
            "language": {world.sources[slug]["language"] for slug in self.cited},
            "origin": set(),  # the text says of none that it came from somebody's table
        }

    @cached_property
    def cited(self):
        """The sources it cites, each once."""
        return {citation["source"] for citation in self.entry["citations"]}

    @cached_property
    def words(self):
        """All that stands for one of its words in a search: each word's own form and those of its group."""
        world, entry = self._world, self.entry
        texts = [self.title, entry["summary"], entry.get("note", ""), *kinds()[self.kind].names]
        texts += [step.get("text", "") for step in entry.get("steps", ())]
        named = [world.partners[p["partner"]] for p in entry.get("partners", ())]
        named += [world.organizations[o["organization"]] for o in entry.get("organizations", ())]
        named += [world.areas[area] for area in entry.get("areas", ())]
        for thing in named:
            texts += [*thing["names"].values(), *thing.get("aliases", ())]
        if entry.get("place"):
            texts += [world.places[entry["place"]][f"name_{language}"] for language in LANGUAGES]
        for key, value in entry.get("data", {}).items():
            if isinstance(value, list):
                texts += value
            elif isinstance(value, str) or key == "norad":
                texts.append(str(value))
        found = {word for text in texts for word in tokens(text)}
        return found | {other for word in found for other in world.group(word)}

    def says(self, word):
        """Say whether one folded word of a search is the beginning of one of its words."""
        asked = [self._world.spellings.token(word)]
        if asked[0].endswith("k"):
            asked.append(asked[0][:-1] + "h")  # half of a kh, which is folded to h
        return any(mine.startswith(tuple(asked)) for mine in self.words)

    def life(self):
        """Give the soonest and latest day it began, and the soonest and latest it ended, none before it began."""
        first, last = self.begins
        if self.end is None or self.end[1] < first:
            return first, last, None, None
        return first, min(last, self.end[1]), max(first, self.end[0]), self.end[1]

    def within(self, mode, first, last):
        """Say whether it was so on a day from `first` to `last`: True, False, or None where its dates do not tell."""
        soonest, latest, ended, over = self.life()
        match mode:
            case "begins":
                return _lies(soonest, latest, first, last)
            case "ends":
                if self.end is None or self.end[2]:
                    return False
                return _lies(*self.end[:2], first, last) if over is None else _lies(ended, over, first, last)
        if over is None:
            return _lies(soonest, latest, first, last)
        if soonest > last or over < first:
            return False
        return True if latest <= last and ended >= first else None

    def alive(self, day):
        """Say whether it was in force or at work on a day."""
        if self.end is not None or not kinds()[self.kind].lasting:
            return self.within("active", day, day)
        if self.begins == (day, day):
            return True
        return False if day < self.begins[0] else None


def _lies(earliest, latest, first, last):
    if earliest > last or latest < first:
        return False
    return True if earliest >= first and latest <= last else None


class World:
    """The whole text."""

    def __init__(self):
        self.edition = read("edition.toml")
        self.entries = by_slug("records")
        self.partners, self.organizations = by_slug("partners"), by_slug("organizations")
        self.claims, self.areas, self.places = by_slug("claims"), read("areas.toml"), table("places.csv")
        self.stages, self.sources = read("stages.toml"), table("sources.csv")
        self.disputed = {conflict.get("record") for conflict in by_slug("conflicts").values()}
        lines = (SOURCE / "names.csv").read_text("utf-8").splitlines()
        self.spellings = Spellings.of(line.split(",") for line in lines if line)
        self.replaced_by = {}
        for slug, entry in self.entries.items():
            for link in entry.get("links", ()):
                if link["relation"] == "replaces":
                    self.replaced_by.setdefault(link["record"], []).append(slug)
        self.records = {slug: Record(slug, entry, self) for slug, entry in self.entries.items()}

    def group(self, word):
        """Give the spellings that count as one with a folded word."""
        token = self.spellings.token(word)
        return {token, *self.spellings.members.get(token, ())}

    def answers(self, query, *, but=""):
        """Give the slugs of what a query finds, each with whether that is sure; `but` is a facet left out."""
        asked = [word for chunk in query.text.split() for word in tokens(chunk)]
        found = {}
        for record in self.records.values():
            told = {self._chosen(record, query, but), all(record.says(word) for word in asked)}
            if query.span:
                start, stop = query.span.start, query.span.stop
                first, last = span(start.text)[0] if start else -inf, span(stop.text)[1] if stop else inf
                told.add(record.within(str(query.span.mode), first, last))
            if query.as_of:
                told.add(record.alive(span(query.as_of.text)[0]))
            if False not in told:
                found[record.slug] = None not in told
        return found

    def _chosen(self, record, query, but):
        for facet, choice in query.choices.items():
            mine = record.values[facet]
            if facet != but and ((choice.any_of and not mine & set(choice.any_of)) or mine & set(choice.none_of)):
                return False
        return True


@cache
def world():
    """Read the text once."""
    return World()
