"""Find the words of the data that are spelled most like one that finds nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kzexplorer.domain.text import Spellings, tokens

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼʻ][^\W\d_]+)*")
_PIECES = re.compile(r"([\W_]+)")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LONGEST = 40


@dataclass(frozen=True)
class Lexicon:
    """The words of some texts: folded -> how often each way of writing it occurs, and their letters."""

    written: Mapping[str, Counter[str]]
    letters: Mapping[str, frozenset[str]]
    groups: Spellings

    @classmethod
    def of(cls, texts: Iterable[str], spellings: Spellings) -> "Lexicon":
        """Collect the words of texts, and every spelling of a group whose members occur."""
        written: dict[str, Counter[str]] = {}
        for word, count in Counter(word for text in texts for word in _WORD.findall(text)).items():
            folded = tokens(word)
            if len(folded) == 1:
                written.setdefault(folded[0], Counter())[word] += count
        members: dict[str, Counter[str]] = {}
        for token, ways in written.items():
            members.setdefault(spellings.token(token), Counter()).update(ways)
        for spelling in spellings.canonical:
            if spellings.token(spelling) in members:
                written.setdefault(spelling, members[spellings.token(spelling)])
        return cls(written, {token: frozenset(token) for token in written}, spellings)

    def respelled(self, text: str, most: int = 3) -> tuple[str, ...]:
        """Give a text with each of its words that is not known replaced by the nearest known ones, best first.

        Nothing where a word is like no other, or all words are known.
        """
        pieces = _PIECES.split(text)
        found: list[str] = []
        for place, piece in enumerate(pieces):
            folded = tokens(piece)
            if len(folded) != 1 or folded[0] in self.written or folded[0].isdigit():
                continue
            near = self._nearest(folded[0], most)
            found += ["".join((*pieces[:place], self._as_written(n, piece), *pieces[place + 1 :])) for n in near]
        return tuple(dict.fromkeys(found))[:most]

    def _nearest(self, token: str, most: int) -> list[str]:
        if len(token) < 3 or len(token) > _LONGEST:
            return []
        limit = 1 if len(token) <= 5 else 2 if len(token) <= 8 else 3
        mine = frozenset(token)
        near = []
        for other, letters in self.letters.items():
            if abs(len(other) - len(token)) <= limit and len(mine ^ letters) <= 2 * limit:
                distance = edits(token, other, limit)
                if distance <= limit:
                    near.append((distance, other[0] != token[0], -self.written[other].total(), other))
        best: dict[str, str] = {}
        for *_, other in sorted(near):
            best.setdefault(self.groups.token(other), other)  # all spellings of a group find the same
        return list(best.values())[:most]

    def _as_written(self, token: str, beside: str) -> str:
        """Write a token as the data does most often, in the script of the word it replaces if it can."""
        cyrillic = bool(_CYRILLIC.search(beside))
        ways = self.written[token]
        alike = [way for way in ways if bool(_CYRILLIC.search(way)) == cyrillic] or list(ways)
        return max(alike, key=lambda way: (ways[way], way))


def edits(one: str, other: str, limit: int) -> int:
    """Count the letters to add, drop, change or swap with a neighbour between two words; more than `limit` is cut."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
