"""Turn what a person typed into a full-text expression; never raises, never passes raw syntax on."""

from collections.abc import Iterable

from kzexplorer.domain.text import Word


def expression(words: Iterable[Word]) -> str:
    """Ask for all words in any order, each with its last token as a prefix.

    Tokens are letters and digits only, so that quoting them is safe by construction.
    """
    return " AND ".join(f'"{" ".join(word.tokens)}" *' for word in words)
