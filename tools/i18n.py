"""Bring resources/i18n up to date with the texts in src: extract, carry translations over, compile.

The same sources give the same bytes. What is still to be translated is listed at the end.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = {"kk": "Kazakh", "ru": "Russian"}

# What a call with one text is named: N_("...") marks a text for later, the others say it now. `plural`
# takes a text for one and a text for many, the contextual ones take a context that tells twins apart.
_SAYING = frozenset({"N_", "say", "_say", "self", "language", "_language", "gettext"})
_COUNTING = frozenset({"plural", "ngettext"})
_CONTEXTUAL = frozenset({"NC_", "pgettext"})

Found = tuple[int, str | tuple[str, str], str | None]


class Texts(Catalog):
    """A catalogue whose header names no date, person or tool version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Override: the header's fields in order."""
        return [
            ("Project-Id-Version", "kzexplorer"),
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def extracted(root: Path = ROOT) -> Catalog:
    """Collect every text of the program with the files it stands in.

    The syntax tree is read rather than the tokens, so that a call inside an f-string counts in every Python.
    """
    catalogue = Catalog()
    for path in sorted((root / "src").rglob("*.py")):
        for line, text, context in _found(ast.parse(path.read_text("utf-8"))):
            catalogue.add(text, locations=[(path.relative_to(root).as_posix(), line)], context=context)
    return catalogue


def _found(tree: ast.Module) -> Iterator[Found]:
    marked: set[ast.AST] = set()
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = [_choices(arg) for arg in call.args]
        if name in _SAYING and len(call.args) == 1 and call not in marked:
            yield from ((call.lineno, text, None) for text in texts[0])
        elif name in _COUNTING and len(texts) >= 2:
            # The texts may be marked as well, which would make them two single ones.
            marked.update(call.args)
            yield from ((call.lineno, both, None) for both in zip(texts[0], texts[1], strict=True))
        elif name in _CONTEXTUAL and len(texts) == 2 and texts[0] and texts[1]:
            yield call.lineno, texts[1][0], texts[0][0]


def _choices(node: ast.expr) -> list[str]:
    """Give the text an argument is, or the two it chooses from; none where it is no literal."""
    match node:
        case ast.Constant(str(text)) if text:
            return [text]
        case ast.IfExp(_, yes, no):
            return [*_choices(yes), *_choices(no)]
        case ast.Call(ast.Name("N_"), [argument]):
            return _choices(argument)
    return []


def catalogue_path(language: str, suffix: str, root: Path = ROOT) -> Path:
    """Say where a catalogue lies; `suffix` is .po or .mo."""
    return root / "resources" / "i18n" / language / "LC_MESSAGES" / f"kzexplorer{suffix}"


def read(language: str) -> Texts:
    """Read a catalogue as it was translated."""
    texts = _empty(language)
    with catalogue_path(language, ".po").open("rb") as file:
        for message in read_po(file, locale=language, abort_invalid=True):
            if message.id:
                texts.add(message.id, message.string, message.locations, context=message.context)
    return texts


def renewed(language: str, found: Catalog, known: Catalog) -> Texts:
    """Give the texts found with the translations known; a new text has none, a text that is gone goes."""
    texts = _empty(language)
    for message in found:
        if message.id:
            old = known.get(message.id, message.context)
            fits = old is not None and isinstance(old.string, str) != message.pluralizable
            texts.add(message.id, old.string if fits else "", message.locations, context=message.context)
    return texts


def compiled(texts: Catalog) -> bytes:
    """Give the bytes of the .mo file."""
    made = BytesIO()
    write_mo(made, texts)
    return made.getvalue()


def missing(texts: Catalog) -> list[str]:
    """List the texts that have no translation, or not all of their plural forms."""
    return [str(m.id) for m in texts if m.id and not (all(m.string) if m.pluralizable else m.string)]


def _empty(language: str) -> Texts:
    comment = (
        f"# {LANGUAGES[language]} texts of kzexplorer.\n"
        "# `make i18n` adds new texts and drops those that are gone; translate the empty ones, then run it again."
    )
    return Texts(locale=language, header_comment=comment, fuzzy=False)


def main() -> None:
    """Write all catalogues anew."""
    found = extracted()
    for language in LANGUAGES:
        path = catalogue_path(language, ".po")
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = renewed(language, found, read(language) if path.exists() else _empty(language))
        made = BytesIO()
        write_po(made, texts, width=0, sort_by_file=True, include_lineno=False)
        path.write_bytes(made.getvalue())
        path.with_suffix(".mo").write_bytes(compiled(texts))
        lacking = missing(texts)
        print(f"{language}: {len(texts)} texts, {len(lacking)} without a translation")
        for text in lacking:
            print(f"    {text}")


if __name__ == "__main__":
    main()
