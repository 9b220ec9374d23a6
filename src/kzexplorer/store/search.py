"""Turn what a person typed into a full-text expression; never raises, never passes raw syntax on."""

from collections.abc import Iterable

from kzexplorer.domain.text import Word


def expression(words: Iterable[Word]) -> str:
    """Ask for all words in any order, each with its last token as a prefix.

    Tokens are letters and digits only, so that quoting them is safe by construction.
    """
    return " AND ".join(_prefix(word.tokens) for word in words)


def _prefix(tokens: tuple[str, ...]) -> str:
    """Ask for tokens side by side; a last one that ends in k may be half of the kh that is folded to h."""
    asked = [" ".join(tokens)]
    if tokens[-1].endswith("k"):
        asked.append(asked[0][:-1] + "h")
    return "(" + " OR ".join(f'"{text}" *' for text in asked) + ")"
