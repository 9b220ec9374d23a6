"""The words in which people write dates, in English, Russian and Kazakh, and those that say that nothing is known."""

from functools import lru_cache

SAYS_NOTHING = frozenset(
    "- -- --- – — * ** ? ?? . .. … n/a na n.a. none null nan nat unknown undated tbd tba tbc n.d. nd нет н/д н.д. нд "
    "неизвестно неизвестна жоқ белгісіз 0000-00-00".split()
) | {
    "", "not known", "no date", "нет данных", "без даты", "не известно", "дерек жоқ", "0000-00-00 00:00:00",
    "00.00.0000",
}  # fmt: skip
# Said of an end that has not come.
GOES_ON = frozenset(
    "ongoing present now current continues active today наст.время н.в н.в. қазір жалғасуда".split()
) | {
    "the present", "to date", "in progress", "наст. время", "настоящее время", "по настоящее время", "по н.в.",
    "қазіргі уақытқа дейін",
}  # fmt: skip
_MONTHS = (
    "january январь января қаңтар", "february февраль февраля ақпан", "march март марта наурыз",
    "april апрель апреля сәуір", "may май мая мамыр", "june июнь июня маусым", "july июль июля шілде",
    "august август августа тамыз", "september сентябрь сентября қыркүйек", "october октябрь октября қазан",
    "november ноябрь ноября қараша", "december декабрь декабря желтоқсан",
)  # fmt: skip
FILLERS = frozenset("of the г гг год года году ж жыл жылы жылғы жылдың year utc gmt z utc+0 мск msk кв".split())
WEEKDAYS = frozenset("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday".split())


@lru_cache(maxsize=256)
def month_named(word: str) -> str:
    """Give the number of a month by its name or the begin of its name, empty where it is none."""
    if len(word) < 3 or word.isdigit():
        return ""
    for number, names in enumerate(_MONTHS, 1):
        every = names.split()
        # A Kazakh month is inflected. Not folded: Казань and Kazakhstan would begin as October does.
        if any(name.startswith(word) for name in every) or word.startswith(every[-1]):
            return str(number)
    return "9" if word == "sept" else ""
