"""What the things in the data are called in the reader's language."""

from dataclasses import dataclass

from kzexplorer.domain.columns import HOME
from kzexplorer.domain.kinds import kinds
from kzexplorer.domain.language import Language
from kzexplorer.domain.names import Names
from kzexplorer.domain.records import Row
from kzexplorer.domain.sentence import counted, sentence
from kzexplorer.domain.state import Query, State
from kzexplorer.domain.vocabulary import N_
from kzexplorer.exporters import About
from kzexplorer.store import Repository

_GROUP_FACETS = {"partner", "area", "kind", "organization", "status"}
NO_LANE = N_("None named")
ONE_LANE = N_("All records")


@dataclass(frozen=True)
class Labels:
    """Names, words and sentences of one database in one language; `say` translates fixed texts."""

    store: Repository
    say: Language

    def facet(self, facet: str) -> str:
        """Name a facet."""
        return self.say(next(f.label for f in self.store.facets() if f.id == facet))

    def value(self, facet: str, value: str) -> str:
        """Name a value of a facet."""
        return self.text(self.store.values(facet).get(value, value))

    def text(self, name: Names | str) -> str:
        """Give a name in the reader's language, or translate a controlled word."""
        return name.in_(self.say.code) if isinstance(name, Names) else self.say(name)

    def kind(self, kind: str) -> str:
        """Name a kind of record."""
        return kinds()[kind].names.in_(self.say.code) if kind in kinds() else kind

    def thing(self, slug: str) -> str:
        """Name a record, partner or organization; a slug that stands for nothing names itself."""
        name = self.store.name(slug)
        return self.text(name) if name else slug

    def lane(self, group: str, key: str) -> str:
        """Name a lane of the timeline."""
        if group in _GROUP_FACETS:
            return self.value(group, key) if key else self.say(NO_LANE)
        return self.say(ONE_LANE)

    def partners(self, row: Row) -> str:
        """Name a record's partners, or Kazakhstan where there is none."""
        return ", ".join(self.value("partner", slug) for slug in dict.fromkeys(p.slug for p in row.partners)) or (
            self.value("partner", HOME)
        )

    def when(self, row: Row) -> str:
        """Say when a record was: its begin, and its end where it has one."""
        begins = self.say.date(row.begins) if row.begins else self.say("undated")
        end = row.end.date
        if end is None or end == row.begins:
            return begins
        return self.say("{begins} – ongoing", begins=begins) if end.last is None else f"{begins} – {self.say.date(end)}"

    def query(self, query: Query) -> str:
        """Say what a query asks for."""
        return sentence(query, self.say, self._phrase, self.value)

    def result(self, query: Query, found: int, unsure: int = 0) -> str:
        """Say how many records a query finds; `unsure` are those of them whose dates are too vague to say.

        A day after the data is answered with how far the data reaches: of what goes on then, nothing is known.
        """
        edition = self.store.edition
        said = counted(found, edition.counts["row"], query, self.query(query), self.say, unsure)
        is_after = query.as_of and (query.as_of.first or 0) > edition.data_day
        return f"{said}; {self.say('data to {date}', date=self.say.day(edition.data_day))}" if is_after else said

    def _phrase(self, facet: str) -> str:
        return self.say.before_values(next(f.phrase for f in self.store.facets() if f.id == facet))


def about_export(labels: Labels, state: State, version: str) -> About:
    """Say where the rows of an export come from."""
    edition = labels.store.edition
    return About(
        query=str(state),
        sentence=labels.query(state.query),
        edition=edition.name,
        data_day=edition.data_day,
        licence=edition.licence,
        attribution=edition.attribution,
        version=version,
        total=edition.counts["row"],
        sources=labels.store.sources,
        unsure=labels.store.unsure(state.query),
    )
