"""A name in the languages it is known in, and the languages a person can read it in."""

from collections.abc import Iterator
from dataclasses import dataclass

LANGUAGES = ("en", "kk", "ru")


@dataclass(frozen=True, slots=True)
class Names:
    """The English name, always known, and the Kazakh and Russian ones where they are."""

    en: str
    kk: str = ""
    ru: str = ""

    def in_(self, language: str) -> str:
        """Give the name in a language, or the English one where it is not known."""
        return {"kk": self.kk, "ru": self.ru}.get(language, "") or self.en

    def __iter__(self) -> Iterator[str]:
        return (name for name in (self.en, self.kk, self.ru) if name)
