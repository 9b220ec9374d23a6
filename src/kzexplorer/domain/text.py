"""Folding of spellings, search words, highlights and sort keys for Latin, Russian and Kazakh."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

# One Latin skeleton for Kazakh and Russian Cyrillic; chosen so that the usual English, Russian and
# draft Kazakh-Latin spellings of a name fall together as often as they can without a dictionary.
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
    "з": "z", "и": "i", "й": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n",
    "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f",
    "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
# Latin letters that do not decompose, and the modifier marks that stand for the soft sign.
_LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ʼ": "", "ʻ": "", "’": "", "'": ""}
_LETTERS = str.maketrans({**_CYRILLIC, **_LATIN})
_ASCII = str.maketrans({**{chr(c): " " for c in (*range(32), 127)}, "'": ""})
_KH, _II = re.compile("k+h"), re.compile("ii+")
# A letter with the marks that follow it where a text is decomposed, as some systems write it.
_LETTER = r"[^\W_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[’'ʼʻ](?:{_LETTER})+)*")
_CHUNK = re.compile(r"\S+")

MAX_WORDS = 32
MAX_WORD = 64


def fold(text: str) -> str:
    """Reduce a text to its skeleton: small Latin letters without marks, digits and separators.

    Idempotent. Lone surrogates and control characters come out as spaces.
    """
    if text.isascii():  # as most words of catalogues are: the same, without looking up each letter
        return _skeleton(text.lower().translate(_ASCII))
    letters = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters)
    marked = "".join(
        " " if unicodedata.category(c) in {"Cs", "Cc"} else c for c in plain if not unicodedata.combining(c)
    )
    return _skeleton(marked.casefold().translate(_LETTERS))


def _skeleton(small: str) -> str:
    folded = small.replace("q", "k")
    folded = (_KH.sub("h", folded) if "kh" in folded else folded).replace("y", "i")
    return _II.sub("i", folded) if "ii" in folded else folded


@dataclass(frozen=True, slots=True)
class Spellings:
    """Groups of spellings that count as one token, each folded: spelling -> the group's first."""

    canonical: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]]) -> "Spellings":
        """Build the groups from rows of spellings of one word each.

        Raises:
            ValueError: a spelling is not one word, or stands in two groups.
        """
        canonical: dict[str, str] = {}
        members: dict[str, tuple[str, ...]] = {}
        for group in groups:
            folded: dict[str, None] = {}
            for spelling in group:
                words = tokens(spelling)
                if len(words) != 1:
                    raise ValueError(f"“{spelling}” is not one word")
                folded[words[0]] = None
            first = next(iter(folded))
            for token in folded:
                if token in canonical:
                    raise ValueError(f"“{token}” stands in two groups")
                canonical[token] = first
            members[first] = tuple(folded)
        return cls(canonical, members)

    @classmethod
    def known(cls, pairs: Iterable[tuple[str, str]]) -> "Spellings":
        """Take groups up again from sorted pairs (spelling, token) as a database holds them."""
        canonical = dict(pairs)
        members: dict[str, tuple[str, ...]] = {}
        for spelling, token in canonical.items():
            members[token] = (*members.get(token, ()), spelling)
        return cls(canonical, members)

    def token(self, word: str) -> str:
        """Give the one token that stands for a folded word."""
        return self.canonical.get(word, word)

    def others(self, text: str) -> tuple[str, ...]:
        """List, sorted, the further spellings of the tokens of a text, so that prefixes of them are found."""
        found = {m for t in tokens(text) for m in self.members.get(self.token(t), ()) if m != self.token(t)}
        return tuple(sorted(found))


NO_SPELLINGS = Spellings({}, {})


def tokens(text: str) -> tuple[str, ...]:
    """Split a text into folded words, in order."""
    return tuple(t for match in _WORD.finditer(text) for t in _split(fold(match[0])))


def _split(folded: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded)


def index_text(text: str, spellings: Spellings) -> str:
    """Give the text that goes into the full-text index: folded tokens, one spelling a group."""
    return " ".join(spellings.token(t) for t in tokens(text))


@dataclass(frozen=True, slots=True)
class Word:
    """One thing asked for: tokens that must stand side by side, the last of them as a prefix."""

    text: str
    tokens: tuple[str, ...]


def words(text: str, spellings: Spellings = NO_SPELLINGS) -> tuple[Word, ...]:
    """Read what a person typed; any text is accepted, what has no letters or digits asks for nothing.

    `kazsat-3` is one word of two tokens that must stand together; blanks separate words. At most
    `MAX_WORDS` words of `MAX_WORD` tokens' letters are read, so that a pasted book costs nothing.
    """
    found: dict[tuple[str, ...], Word] = {}
    for match in _CHUNK.finditer(text[: MAX_WORDS * MAX_WORD * 4]):
        parts = tuple(spellings.token(t[:MAX_WORD]) for t in tokens(match[0]))[:8]
        if parts and parts not in found:
            found[parts] = Word(match[0], parts)
        if len(found) == MAX_WORDS:
            break
    return tuple(found.values())


def highlight(text: str, asked: Iterable[Word], spellings: Spellings = NO_SPELLINGS) -> tuple[tuple[int, int], ...]:
    """Find the spans `(start, end)` of a text that the words asked for match, sorted and merged."""
    places = [(m.start(), m.end(), t) for m in _WORD.finditer(text) for t in _split(fold(m[0]))]
    spans: list[tuple[int, int]] = []
    for word in asked:
        *whole, prefix = word.tokens
        for i in range(len(places) - len(whole)):
            run = places[i : i + len(word.tokens)]
            if [spellings.token(p[2]) for p in run[:-1]] != whole:
                continue
            last = run[-1][2]
            token = spellings.token(last)
            half = prefix[:-1] + "h" if prefix.endswith("k") else prefix  # of a kh, see `store.search`
            if any(m.startswith((prefix, half)) for m in spellings.members.get(token, (last,))):
                spans.append((run[0][0], run[-1][1]))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


# The Kazakh Cyrillic alphabet holds the Russian one in Russian order, so one table sorts both.
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_RANK = {letter: chr(0x430 + i) for i, letter in enumerate(_ALPHABET)}
_NUMBER = re.compile(r"\d+")
_APART = str.maketrans({chr(c): " " for c in range(128) if not chr(c).isalnum()})


def sort_key(text: str) -> str:
    """Give a key that sorts by plain character comparison: digits by value, Latin, then Cyrillic.

    SQLite and Python compare it the same way, whatever the locale.
    """
    small = unicodedata.normalize("NFC", text).casefold()
    small = _NUMBER.sub(lambda m: m[0].lstrip("0").zfill(12), small)
    if small.isascii():
        return small.translate(_APART).strip()
    return "".join(_RANK[c] if c in _RANK else _latin(c) for c in small).strip()


@cache
def _latin(char: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return plain if plain.isalnum() else " "
