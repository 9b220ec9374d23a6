"""What a spreadsheet would run, what a cell can hold, which separator a region expects."""

import ctypes
import locale
from contextlib import suppress
from types import SimpleNamespace

import pytest
from hypothesis import given

from kzexplorer.exporters import spreadsheet
from kzexplorer.exporters.spreadsheet import encodable, guarded, holdable, regional_separator, runs, separator_of
from rows import texts


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "-",
        "- a list item",
        "=cmd|'/C calc'!A0",
        "  =1",
        "\u00a0=1",
        "\t=1",
        "\tplain",
        "\rplain",
        "\nplain",
        '"=1',
        "'=1",
        "“=1",
        " \"' =1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u200f=1",
        "\ufeff=1",
        "\x00=1",
        "cmd|'/C calc'!A0",
        "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
        "-5 degrees",
        "+7 727 123",
    ],
)
def test_these_run(text):
    assert runs(text)
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["", " ", "a=1", "KazSat-2", "e-mail: a@b", "2010-07", "..1999", "5", "-5", "+5", "-5.5e-3", "a|b", "–5", "'"],
)
def test_these_do_not(text):
    assert not runs(text)


@given(texts())
def test_what_is_encodable_differs_only_in_lone_surrogates(text):
    safe, replaced = encodable(text)
    assert len(safe) == len(text)
    assert safe.encode().decode() == safe
    assert replaced == sum(a != b for a, b in zip(text, safe, strict=True))


@given(texts())
def test_what_is_holdable_is_xml(text):
    held, _ = holdable(text)
    held.encode()
    assert "\r" not in held
    assert all(c in "\t\n" or c >= " " for c in held)
    assert holdable(held) == (held, 0)


@pytest.mark.parametrize(
    ("name", "separator"),
    [
        ("kk_KZ.UTF-8", ";"),
        ("ru_RU.UTF-8", ";"),
        ("ru_KZ", ";"),
        ("kk-KZ", ";"),
        ("kk_Cyrl_KZ", ";"),
        ("kk-Cyrl", ";"),
        ("de_DE@euro", ";"),
        ("de_CH.UTF-8", ","),
        ("fr_CA.UTF-8", ";"),
        ("fr", ";"),
        ("es_MX", ","),
        ("es_ES", ";"),
        ("uz_UZ@cyrillic", ";"),
        ("en_US.UTF-8", ","),
        ("en_ZA", ";"),
        ("en_KZ", ","),
        ("ja_JP.eucJP", ","),
        ("ar_MA", ";"),
        ("C", ","),
        ("C.UTF-8", ","),
        ("POSIX", ","),
        ("", ","),
        ("Russian_Kazakhstan.1251", ","),
        ("?", ","),
    ],
)
def test_the_separator_of_a_locale(name, separator):
    assert separator_of(name) == separator


def test_the_table_agrees_with_the_unicode_cldr():
    babel = pytest.importorskip("babel")
    # The locales a system may name, as far as Python knows them; later versions know a few rare ones more.
    names = {name.split(".")[0].split("@")[0] for name in locale.locale_alias.values() if "_" in name}
    names -= {"dsb_DE", "su_ID", "zgh_MA"}
    expected, found = {}, {}
    for name in names:
        with suppress(babel.UnknownLocaleError, ValueError):
            expected[name] = ";" if babel.Locale.parse(name).number_symbols["latn"]["decimal"] == "," else ","
            found[name] = separator_of(name)
    assert len(expected) > 150
    assert found == expected


@pytest.mark.parametrize(
    ("environ", "separator"),
    [
        ({}, ","),
        ({"LANG": "kk_KZ.UTF-8"}, ";"),
        ({"LANG": "en_US.UTF-8", "LC_NUMERIC": "ru_RU.UTF-8"}, ";"),
        ({"LANG": "ru_RU.UTF-8", "LC_NUMERIC": "ru_RU.UTF-8", "LC_ALL": "C"}, ","),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": ""}, ";"),
    ],
)
def test_the_names_that_count(monkeypatch, environ, separator):
    monkeypatch.setattr(spreadsheet.sys, "platform", "linux")
    before = locale.setlocale(locale.LC_ALL)
    assert regional_separator(environ) == separator
    assert locale.setlocale(locale.LC_ALL) == before


@pytest.mark.parametrize(("answer", "separator"), [(";", ";"), (",", ","), ("|", ","), ("", ",")])
def test_windows_is_asked(monkeypatch, answer, separator):
    def get_locale_info(name, kind, buffer, size):
        assert (name, kind) == (None, 0x0C)
        buffer.value = answer
        return len(answer) + 1

    windll = SimpleNamespace(kernel32=SimpleNamespace(GetLocaleInfoEx=get_locale_info))
    monkeypatch.setattr(spreadsheet.sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    assert regional_separator({"LANG": "C"}) == separator
