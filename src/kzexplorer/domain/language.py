"""A language the program speaks: translated texts, dates and numbers in words, without Qt."""

import gettext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kzexplorer.domain.dates import MAX_DAY, Precision, VagueDate
from kzexplorer.domain.names import LANGUAGES
from kzexplorer.domain.vocabulary import N_, NC_

DOMAIN = "kzexplorer"


# On their own ("April 2014"), and beside a day ("28 April"), where Russian takes another case.
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
MONTHS_BESIDE_A_DAY = (
    NC_("beside a day", "January"), NC_("beside a day", "February"), NC_("beside a day", "March"),
    NC_("beside a day", "April"), NC_("beside a day", "May"), NC_("beside a day", "June"),
    NC_("beside a day", "July"), NC_("beside a day", "August"), NC_("beside a day", "September"),
    NC_("beside a day", "October"), NC_("beside a day", "November"), NC_("beside a day", "December"),
)  # fmt: skip
SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May (short)"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


@dataclass(frozen=True)
class Language:
    """A language code and its catalogue; calling the value translates a text."""

    code: str
    catalogue: gettext.NullTranslations

    def __call__(self, text: str, /, **values: object) -> str:
        """Translate a text and fill in its `{places}`."""
        translated = self.catalogue.gettext(text) if text else ""
        return translated.format(**values) if values else translated

    def before_values(self, text: str) -> str:
        """Translate what a facet is called before its values in a sentence."""
        return self.catalogue.pgettext("before values", text)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate a text that counts something, in the form the count takes; `{count}` is filled in."""
        return self.catalogue.ngettext(one, many, count).format(count=self.number(count), **values)

    def month(self, number: int, *, beside_day: bool = False) -> str:
        """Name a month, 1 to 12."""
        if beside_day:
            return self.catalogue.pgettext("beside a day", MONTHS_BESIDE_A_DAY[number - 1])
        return self.catalogue.gettext(MONTHS[number - 1])

    def short_month(self, number: int) -> str:
        """Name a month, 1 to 12, in three letters or so."""
        return self.catalogue.gettext(SHORT_MONTHS[number - 1]).removesuffix(" (short)")

    def date(self, value: VagueDate) -> str:
        """Say a date in words, as vaguely as it is known."""
        if value.first is None:
            return self("before {date}", date=self._end(min(value.finish + 1, MAX_DAY), at_end=False))
        if value.last is None:
            return self("from {date}", date=self._end(value.begin, at_end=False))
        if value.unit is None:
            return self(
                "between {first} and {last}",
                first=self._end(value.first, at_end=False),
                last=self._end(value.last, at_end=True),
            )
        unit = self._unit(value.first, value.unit)
        return self("about {date}", date=unit) if value.precision is Precision.APPROX else unit

    def day(self, ordinal: int) -> str:
        """Say an ordinal day in words."""
        return self._unit(ordinal, Precision.DAY)

    def number(self, value: float) -> str:
        """Print a number with its thousands set apart by narrow no-break spaces."""
        plain = f"{value:,}".replace(",", "\u202f")
        return plain if self.code == "en" else plain.replace(".", ",")

    def _end(self, ordinal: int, *, at_end: bool) -> str:
        on = date.fromordinal(ordinal)
        after = date.fromordinal(min(ordinal + 1, MAX_DAY)) if at_end else on
        if (after.month, after.day) == (1, 1):
            return self._unit(ordinal, Precision.YEAR)
        return self._unit(ordinal, Precision.MONTH if after.day == 1 else Precision.DAY)

    def _unit(self, ordinal: int, precision: Precision) -> str:
        on = date.fromordinal(ordinal)
        match precision:
            case Precision.DECADE:
                return self("the {year}s", year=on.year // 10 * 10)
            case Precision.YEAR:
                return self("{year}", year=on.year)
            case Precision.QUARTER:
                return self("quarter {quarter} of {year}", quarter=(on.month + 2) // 3, year=on.year)
            case Precision.MONTH:
                return self("{month} {year}", month=self.month(on.month), year=on.year)
            case _:
                month = self.month(on.month, beside_day=True)
                return self("{day} {month} {year}", day=on.day, month=month, year=on.year)


def language(code: str, catalogues: Path) -> Language:
    """Load a language from `catalogues/CODE/LC_MESSAGES/kzexplorer.mo`; English needs no file.

    Raises:
        ValueError: there is no such language.
    """
    if code not in LANGUAGES:
        raise ValueError(f"There is no language “{code}”; there are {', '.join(LANGUAGES)}.")
    if code == "en":
        return ENGLISH
    return Language(code, gettext.translation(DOMAIN, catalogues, [code], fallback=True))


ENGLISH = Language("en", gettext.NullTranslations())
