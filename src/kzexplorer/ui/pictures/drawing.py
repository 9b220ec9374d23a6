"""From a subject to pictures, and from pictures to the bytes of a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QFont, QFontDatabase

from kzexplorer.domain.language import Language
from kzexplorer.pictures.binding import opening, sources
from kzexplorer.pictures.composing import Composer
from kzexplorer.pictures.paper import Paper, Part
from kzexplorer.pictures.picture import Picture
from kzexplorer.pictures.subject import Subject
from kzexplorer.pictures.wording import plain
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.theme import platform_font
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.pictures.formats import Format, Order
from kzexplorer.ui.pictures.painting import unhinted
from kzexplorer.viewmodel.decks import Deck
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.picturing import telling


@dataclass(frozen=True, slots=True)
class Wish:
    """How a picture is wanted; `count` is the number of pages of `Part.PAGES`."""

    form: Format
    paper: Paper
    part: Part = Part.WHOLE
    count: int = 1
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pictures with the title and the origin of all."""

    pictures: Sequence[Picture]
    title: str
    origin: str


def typeface(form: Format) -> QFont:
    """Give the family a format is measured in: the one its readers will see, or one as wide, or the platform's."""
    font = QFont(platform_font())
    known = [name for name in form.families if name in QFontDatabase.families()]
    if known:
        font.setFamilies(known[:1])
    return unhinted(font)


def composed(subject: Subject, wish: Wish) -> list[Picture]:
    """Compose the pages of a subject.

    Raises:
        StateError: there are too few pages for all lanes.
    """
    composer = Composer(wish.paper, Fonts(typeface(wish.form)).measure)
    return composer.pages(subject, wish.part, wish.count)


def bound(deck: Deck, wish: Wish, say: Language) -> list[Picture]:
    """Compose the pages of a deck: its opening, a page a step, and its sources."""
    composer = Composer(wish.paper, Fonts(typeface(wish.form)).measure)
    setting, count = composer.setting, len(deck.steps)
    pages = [opening(setting, deck.title, deck.subtitle, deck.origin)]
    pages += [composer.page(step, f"{number} / {count}") for number, step in enumerate(deck.steps, start=1)]
    if deck.sources:
        pages += sources(setting, say("Sources"), deck.sources, deck.origin)
    return pages


def written(drawn: Drawn, wish: Wish, tokens: Tokens, labels: Labels) -> bytes:
    """Write pictures in the format that is wanted.

    Raises:
        KnownError: the picture is too large.
    """
    order = Order(
        tokens,
        typeface(wish.form),
        plain(drawn.title),
        plain(drawn.origin),
        labels.store.edition.data_day,
        partial(telling, labels=labels),
        wish.scale,
    )
    return wish.form.write(drawn.pictures, order)
