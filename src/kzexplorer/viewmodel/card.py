"""A card of a list as one value: what is said of a thing, how it is judged, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One thing: its title, a judgement as a word with its mark, a paragraph, and a small line.

    `slug` is what the card is about and `chapter` what it stands under; `mark` is a verdict or empty. A heading has
    a title and at most a paragraph. `records` is a facet and a value that find the records behind it, and `count`
    says how many they are.
    """

    title: str
    chapter: str = ""
    slug: str = ""
    mark: str = ""
    word: str = ""
    body: str = ""
    caption: str = ""
    heading: bool = False
    records: tuple[str, str] | None = None
    count: str = ""
