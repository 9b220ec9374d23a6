"""What spreadsheets make of text: formulas they would run, characters they cannot hold, list separators."""

import os
import re
import sys
from collections.abc import Mapping

# Characters a spreadsheet skips, or may skip, before it looks whether a cell is a formula: blanks,
# quotes of all kinds, marks that have no width, and control characters.
_LEAD = (
    r"[\s\"'`“”„‘’‚«»‹›＂＇"
    r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]*"
)
# A formula; a tab or line break that shifts what follows into a cell of its own; or a DDE link such
# as “MSEXCEL|'\..\cmd.exe'!A1”, which some programs take without an equals sign.
_FORMULA = re.compile(rf"[\t\r\n]|{_LEAD}(?:[=+\-@＝＋－＠]|[\w.]+\|.*!)", re.DOTALL)
_NUMBER = re.compile(r"\s*[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?\s*", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
# What XML 1.0 cannot hold, and what cuts or garbles a cell.
_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?")

REPLACEMENT = "\ufffd"


def runs(text: str) -> bool:
    """Say whether a spreadsheet might run a text cell as a formula.

    A text that is nothing but a number, such as “-5”, runs nothing and is left to be that number.
    """
    if text[:1].isalnum() and "|" not in text:
        return False  # as nearly all texts
    return _FORMULA.match(text) is not None and _NUMBER.fullmatch(text) is None


def guarded(text: str) -> str:
    """Put an apostrophe before a text, so that a spreadsheet takes it for text; one is always added."""
    return "'" + text


def encodable(text: str) -> tuple[str, int]:
    """Give a text that UTF-8 can carry, and how many lone surrogates became U+FFFD."""
    return (text, 0) if text.isascii() else _SURROGATE.subn(REPLACEMENT, text)


def holdable(text: str) -> tuple[str, int]:
    """Give a text that a spreadsheet cell can hold, and how many characters became U+FFFD.

    Line breaks come out as line feeds, the only break inside a cell.
    """
    if text.isprintable():
        return text, 0  # as nearly all texts
    return _UNHOLDABLE.subn(REPLACEMENT, _LINE_BREAK.sub("\n", text))


# Languages whose regions write a decimal comma, from the Unicode CLDR; and the regions that differ.
_COMMA_LANGUAGES = frozenset(
    "af ast az be bg br bs ca cs cv da de el eo es et eu ff fi fo fr fy gl hr hsb ht hu hy id is it ka kab kk kl ku "
    "ky lb lij ln lo lt lv mk nb nl nn no nr pl ps pt ro ru rw sah sc se sk sl sq sr ss sv tg tk tr ts tt uk uz ve vi "
    "wo".split()
)
_POINT_REGIONS = frozenset(
    "az_IR de_CH de_LI it_CH es_CU es_DO es_GT es_HN es_MX es_NI es_PA es_PE es_PR es_SV es_US kk_CN".split()
)
_COMMA_REGIONS = frozenset(
    "ar_DZ ar_LB ar_LY ar_MA ar_MR ar_TN en_AT en_BE en_CZ en_DE en_DK en_ES en_FI en_FR en_HU en_ID en_IT "
    "en_NL en_NO en_PL en_PT en_RO en_SE en_SI en_SK en_ZA ms_BN ms_ID qu_BO sw_CD".split()
)

# What Windows calls the user's list separator.
_LOCALE_SLIST = 0x0C


def regional_separator(environ: Mapping[str, str] = os.environ) -> str:
    """Give the separator that the user's spreadsheet expects: “;” where a comma is the decimal mark.

    The process's own locale is neither read nor changed. Windows is asked for its list separator;
    elsewhere the names in LC_ALL, LC_NUMERIC or LANG decide, and no name means “,”.
    """
    if sys.platform == "win32":
        import ctypes

        answer = ctypes.create_unicode_buffer(8)
        ctypes.windll.kernel32.GetLocaleInfoEx(None, _LOCALE_SLIST, answer, len(answer))
        return answer.value if answer.value in {",", ";"} else ","
    name = next((environ[key] for key in ("LC_ALL", "LC_NUMERIC", "LANG") if environ.get(key)), "")
    return separator_of(name)


def separator_of(name: str) -> str:
    """Give the separator for a locale by its name, such as `kk_KZ.UTF-8` or `de-CH`."""
    match = re.match(r"([A-Za-z]{2,3})(?:[_-][A-Za-z]{4})?(?:[_-]([A-Za-z]{2}))?(?![A-Za-z])", name)
    if match is None:
        return ","
    language, region = match[1].lower(), f"{match[1].lower()}_{(match[2] or '').upper()}"
    comma = region in _COMMA_REGIONS or (language in _COMMA_LANGUAGES and region not in _POINT_REGIONS)
    return ";" if comma else ","
