"""The message catalogues: complete, compiled, and good sentences in both languages."""

import gettext
import runpy
from pathlib import Path
from string import Formatter

import pytest

from kzexplorer.domain.dates import parse
from kzexplorer.domain.language import MONTHS, Language, language
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.paths import resources
from kzexplorer.store.facets import facets
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.row_table import COLUMNS
from kzexplorer.viewmodel.sheet import sheet

i18n = runpy.run_path(str(Path(__file__).resolve().parents[1] / "tools" / "i18n.py"))
LANGUAGES = sorted(i18n["LANGUAGES"])


@pytest.fixture(scope="module")
def found():
    """What the sources say now."""
    return i18n["extracted"]()


@pytest.fixture(scope="module", params=LANGUAGES)
def texts(request):
    """A catalogue."""
    return i18n["read"](request.param)


def speak(code):
    return language(code, resources() / "i18n")


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_of_the_program_is_in_the_catalogue(found, texts):
    absent = [m.id for m in found if m.id and texts.get(m.id, m.context) is None]
    assert not absent, "run `make i18n` and translate these"


def test_every_text_is_translated(texts):
    assert i18n["missing"](texts) == []
    assert not [m.id for m in texts if m.fuzzy]


def test_a_translation_has_the_places_of_its_text(texts):
    for message in texts:
        if message.id:
            asked = {name for text in _listed(message.id) for name in fields(text)}
            assert all(fields(said) == asked for said in _listed(message.string)), message.id


def test_a_translation_has_the_blanks_and_the_ending_of_its_text(texts):
    for message in texts:
        if message.id:
            for said in _listed(message.string):
                text = _listed(message.id)[-1]
                assert (said[:1] == " ", said[-1:] == " ") == (text[:1] == " ", text[-1:] == " "), text
                assert text[-1] not in ".…" or said[-1] == text[-1], text


def _listed(given):
    return [given] if isinstance(given, str) else list(given)


def test_what_is_loaded_is_what_was_reviewed(texts):
    path = i18n["catalogue_path"](str(texts.locale), ".mo")
    assert path.read_bytes() == i18n["compiled"](texts), "run `make i18n`"


def test_carrying_translations_over_loses_none_and_changes_none(texts):
    same = i18n["renewed"](str(texts.locale), texts, texts)
    assert i18n["compiled"](same) == i18n["compiled"](texts)


def test_calls_inside_f_strings_and_marked_plurals_are_found(tmp_path):
    source = """
f"{say('inside')}; {self.say('deeper {n}', n=1)}"
say.plural(N_("{count} thing"), N_("{count} things"), 3)
say("this" if so else "that")
NC_("beside a day", "May")
language("ru", folder)
"""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "module.py").write_text(source, "utf-8")
    found = {(m.id, m.context) for m in i18n["extracted"](tmp_path) if m.id}
    assert found == {
        ("inside", None),
        ("deeper {n}", None),
        (("{count} thing", "{count} things"), None),
        ("this", None),
        ("that", None),
        ("May", "beside a day"),
    }


class Lacking(gettext.NullTranslations):
    """Stands behind a catalogue and notes what it could not translate."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def gettext(self, message):
        self.asked.add(message)
        return message

    def ngettext(self, msgid1, msgid2, n):
        self.asked.add(msgid1)
        return msgid1

    def pgettext(self, context, message):
        self.asked.add(message)
        return message


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_shown_of_the_bundled_data_is_left_untranslated(code, store):
    path = i18n["catalogue_path"](code, ".mo")
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    lacking = Lacking()
    catalogue.add_fallback(lacking)
    labels = Labels(store, Language(code, catalogue))
    rows = store.rows(range(store.edition.counts["row"]))
    partners = [partner.slug for partner in store.partners]
    organizations = store.values("organization")
    for slug in (*(row.slug for row in rows), *partners, *organizations):
        detail = store.detail(slug)
        if detail is not None:
            sheet(detail, labels)
    for row in rows:
        for column in COLUMNS.values():
            column.text(row, labels)
    for facet in facets():
        labels.facet(facet.id)
        for value in store.values(facet.id):
            labels.value(facet.id, value)
            labels.query(parse_state(f"{facet.id}={value}", [facet.id]).query)
    assert lacking.asked == set()


def test_months_beside_a_day_are_genitive_in_russian():
    say = speak("ru")
    genitive = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    assert [say.month(number, beside_day=True) for number in range(1, 13)] == genitive
    assert [say.month(number) for number in (1, 3, 5, 8)] == ["январь", "март", "май", "август"]
    assert len(MONTHS) == 12


@pytest.mark.parametrize(
    ("text", "kazakh", "russian"),
    [
        ("2014-04-28", "2014 ж. 28 сәуір", "28 апреля 2014"),
        ("2014-04", "2014 ж. сәуір", "апрель 2014"),
        ("2014", "2014", "2014"),
        ("1990s", "1990-жылдар", "1990-е"),
        ("2010-Q3", "2010 ж. 3-тоқсан", "3-й квартал 2010"),
        ("1994~", "шамамен 1994", "примерно 1994"),
        ("1994-05~", "шамамен 1994 ж. мамыр", "примерно май 1994"),
        ("2001..2006-08", "2001 … 2006 ж. тамыз аралығында", "в интервале 2001 … август 2006"),
        ("..1999", "2000 басталғанға дейін", "ранее чем 2000"),
        ("2026-09-30..", "ерте дегенде 2026 ж. 30 қыркүйек", "не ранее чем 30 сентября 2026"),
    ],
)
def test_dates_in_words(text, kazakh, russian):
    assert speak("kk").date(parse(text)) == kazakh
    assert speak("ru").date(parse(text)) == russian


@pytest.mark.parametrize(
    ("state", "kazakh", "russian"),
    [
        ("", "барлық жазба", "все записи"),
        ("partner=italy,russia", "серіктес: Италия немесе Ресей", "партнёр: Италия или Россия"),
        ("partner=!china,!india", "серіктес: Қытай не Үндістан емес", "партнёр: не Китай и не Индия"),
        ("kind=satellite,!launch", "түрі: Жерсерік, түрі: Ұшыру емес", "вид: Спутник, вид: не Запуск"),
        ("from=2004&to=2016-07", "кезең: 2004 – 2016 ж. шілде", "период: 2004 – июль 2016"),
        ("from=2004-07", "кезең: 2004 ж. шілде және одан кейін", "период: июль 2004 и далее"),
        ("to=2016&span=begins", "басталуы: 2016 және одан бұрын", "начало: 2016 и ранее"),
        ("asof=2012-01-01", "2012 ж. 1 қаңтар жағдайы бойынша", "по состоянию на 1 января 2012"),
        ("text=спутник", "сөздер: «спутник»", "слова: «спутник»"),
    ],
)
def test_queries_in_words(store, state, kazakh, russian):
    query = parse_state(state, [facet.id for facet in facets()]).query
    assert Labels(store, speak("kk")).query(query) == kazakh
    assert Labels(store, speak("ru")).query(query) == russian


@pytest.mark.parametrize(
    ("count", "kazakh", "russian"),
    [
        (1, "1 дереккөз", "1 источник"),
        (3, "3 дереккөз", "3 источника"),
        (5, "5 дереккөз", "5 источников"),
        (11, "11 дереккөз", "11 источников"),
        (21, "21 дереккөз", "21 источник"),
        (104, "104 дереккөз", "104 источника"),
    ],
)
def test_what_is_counted_takes_its_form(count, kazakh, russian):
    assert speak("kk").plural("{count} source", "{count} sources", count) == kazakh
    assert speak("ru").plural("{count} source", "{count} sources", count) == russian


def test_how_many_records_are_found(store):
    query = parse_state("partner=italy", ["partner"]).query
    total = store.edition.counts["row"]
    assert Labels(store, speak("kk")).result(query, 13) == f"{total} жазбадан 13 табылды: серіктес: Италия"
    assert Labels(store, speak("ru")).result(query, 13) == f"найдено 13 из {total}: партнёр: Италия"
    assert Labels(store, speak("ru")).result(query, 13, 2).endswith("; ещё по 2 нет сведений")
