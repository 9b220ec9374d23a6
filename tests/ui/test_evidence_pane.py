"""Who says so: every record shows its sources at one key, what can be copied is copied, claims lead both ways."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kzexplorer.domain.state import Choice, Query
from kzexplorer.domain.vocabulary import CHAPTERS, VERDICTS
from kzexplorer.ui.details.positions import Positions
from kzexplorer.ui.parts.address import AddressButton, target
from kzexplorer.ui.parts.copying import CiteButton, Copyable
from kzexplorer.ui.parts.notice import Notice
from kzexplorer.ui.parts.plain import LinkLabel, PlainLabel
from kzexplorer.viewmodel.claims import DISAGREEMENTS, brief
from kzexplorer.viewmodel.roles import Role
from kzexplorer.viewmodel.sheet import sheet

SOURCE = Path(__file__).parents[2] / "data" / "source"


def clipboard():
    return QGuiApplication.clipboard().text()


def citations(store, slug):
    return [citation.source for citation in store.detail(slug).citations]


def slugs_of(query, store):
    return {row.slug for row in store.rows(store.find(query).places)}


def test_one_key_shows_a_source_of_every_record(open_window, qtbot, store):
    explorer, window = open_window("show=matrix")
    pane, view = window.detail, window.stack.currentWidget().table
    view.setFocus()
    for row in store.all_rows:
        explorer.focus(row.slug)
        qtbot.keyClick(view, Qt.Key.Key_F4)
        focus = window.focusWidget()
        assert isinstance(focus, LinkLabel), row.slug
        first = citations(store, row.slug)[0]
        assert focus.text() == first.title, row.slug
        at = focus.mapTo(pane.viewport(), focus.rect().topLeft())
        assert pane.viewport().rect().contains(at), row.slug
        view.setFocus()


def test_a_citation_says_who_when_how_good_in_which_language_and_what(open_window, store):
    _, window = open_window("focus=kazsat-3")
    texts = [label.text() for label in window.detail.findChildren(PlainLabel)]
    for citation in store.detail("kazsat-3").citations:
        assert citation.source.title in texts
        assert any(text.startswith(f"{citation.source.publisher} · ") for text in texts)
        assert not citation.note or citation.note in texts
    assert "General Catalog of Artificial Space Objects (GCAT)" in texts
    assert "Jonathan McDowell · 1 December 2025 · data · English · CC BY 4.0" in texts
    assert "confirmed" in texts
    assert any(t.startswith("6 sources (data 2, press 4)") for t in texts)


@pytest.mark.parametrize("width", [1280, 1920])
def test_positions_stand_side_by_side_with_their_sources_and_what_is_used(width, open_window, store):
    _, window = open_window("focus=kazsat-3", size=(width, 900))
    (conflict,) = store.detail("kazsat-3").conflicts
    (shown,) = window.detail.findChildren(Positions)
    cells = [shown.layout().itemAt(n).widget() for n in range(shown.layout().count())]
    assert len(cells) == len(conflict.positions) == 2
    assert cells[0].y() == cells[1].y()
    assert cells[0].x() + cells[0].width() <= cells[1].x()
    for cell, position in zip(cells, conflict.positions, strict=True):
        texts = [label.text() for label in cell.findChildren(PlainLabel)]
        assert texts[0] == position.value
        assert store.sources[position.source].title in texts
        assert position.note in texts
    assert any(conflict.used in label.text() for label in window.detail.findChildren(PlainLabel))


@pytest.mark.parametrize(
    ("slug", "identifiers"),
    [
        ("kazsat-3", {"2014-023B", "39728"}),
        ("kazsat-agreement-2005", None),
        ("moon-agreement", None),
    ],
)
def test_identifiers_are_copied_by_a_click_and_by_a_key(slug, identifiers, open_window, qtbot, store):
    _, window = open_window(f"focus={slug}")
    known = {"cospar", "norad", "un_document", "act_number"}
    wanted = identifiers or {str(fact.value) for fact in store.detail(slug).facts if fact.key in known}
    found = window.detail.findChildren(Copyable)
    assert {one.value.text() for one in found} == wanted
    for number, one in enumerate(found):
        QGuiApplication.clipboard().clear()
        if number % 2:
            one.value.setFocus()
            qtbot.keyClick(one.value, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(one.value, Qt.MouseButton.LeftButton)
        assert clipboard() == one.value.text()


def test_a_citation_is_copied_in_every_style(open_window):
    _, window = open_window("focus=kazsat-3")
    (button,) = window.detail.findChildren(CiteButton)
    copied = {}
    for action in button.menu().actions():
        action.trigger()
        copied[action.data()] = clipboard()
    assert copied["text"].startswith("KazSat-3 (28 April 2014")
    assert copied["bibtex"].startswith("@")
    assert copied["ris"].startswith("TY  - ")
    for style, command in (("text", "cite"), ("bibtex", "cite-bibtex"), ("ris", "cite-ris")):
        window.commands[command].trigger()
        assert clipboard() == copied[style]


def test_an_address_is_opened_only_after_all_of_it_was_shown(open_window, qtbot, monkeypatch, store):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(bytes(url.toEncoded()).decode()) or True)
    _, window = open_window("focus=adilet-1995-resolution-1260")
    (button,) = window.detail.findChildren(AddressButton)
    address = store.sources["adilet-1995-resolution-1260"].url
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (question,) = window.findChildren(Notice)
    assert address in question.sentence.text()
    question.reject()
    assert opened == []
    button.ask()
    next(one for one in window.findChildren(Notice) if one.isVisible()).act.click()
    assert opened == [address]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//host/share",
        "smb://host/x",
        "https://",
        "https://a@evil.example/",
        "",
    ],
)
def test_what_is_no_web_address_is_not_opened(address, qtbot, monkeypatch, theme):
    from kzexplorer.domain.language import ENGLISH

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("opened"))
    assert target(address) == ""
    button = AddressButton(address, ENGLISH)
    qtbot.addWidget(button)
    button.ask()
    (notice,) = button.findChildren(Notice)
    notice.accept()


def test_a_host_that_looks_like_another_is_shown_as_it_is():
    assert target("https://аdilet.zan.kz/rus") == "https://xn--dilet-3ve.zan.kz/rus"
    assert target("https://adilet.zan.kz/rus/docs/Ү?a=%2F") == "https://adilet.zan.kz/rus/docs/%D2%AE?a=%2F"


def collected(folder):
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((SOURCE / folder).glob("*.toml"))}


def test_every_claim_is_in_the_view_in_the_order_of_the_brief(labels):
    given = collected("claims")
    claims = [card for card in brief(Query(), labels).cards if card.mark in VERDICTS]
    assert len(given) == len(claims) == 46
    for card in claims:
        claim = given[card.slug]
        said = (claim["claim"], claim["verdict"], claim["explanation"])
        assert (card.title, card.mark, card.body) == tuple(" ".join(text.split()) for text in said)
    chapters = [next(name for name in CHAPTERS if given[card.slug]["section"].startswith(name)) for card in claims]
    assert chapters == sorted(chapters, key=list(CHAPTERS).index)
    assert {card.chapter for card in claims} == set(chapters)


def test_claims_lead_to_their_records_and_sources_and_these_lead_back(store, labels):
    for slug, claim in collected("claims").items():
        one = sheet(store.detail(slug), labels)
        linked = {entry.slug for section in one.sections for entry in section.entries}
        assert {*claim["records"], *claim["sources"]} <= linked
        asked = Query().choose(one.ask.facet, Choice.of([one.ask.value]))
        assert slugs_of(asked, store) == set(claim["records"])
        for back in (*claim["records"], *claim["sources"]):
            sections = sheet(store.detail(back), labels).sections
            assert slug in {entry.slug for section in sections for entry in section.entries}, (slug, back)


def test_conflicts_lead_to_their_subject_and_sources_and_these_lead_back(store, labels):
    given = collected("conflicts")
    cards = [card for card in brief(Query(), labels).cards if card.chapter == DISAGREEMENTS and not card.heading]
    assert len(cards) == len(given) == 33
    subjects = {slug: conflict.get("record") or conflict["organization"] for slug, conflict in given.items()}
    assert sorted(card.slug for card in cards) == sorted(subjects.values())
    for slug, conflict in given.items():
        doubts = sheet(store.detail(subjects[slug]), labels).doubts
        doubt = next(one for one in doubts if one.headline.endswith(" ".join(conflict["question"].split())))
        assert [entry.text for entry in doubt.entries] == [position["value"] for position in conflict["positions"]]
        for source in {entry.slug for entry in doubt.entries} - {""}:
            sections = sheet(store.detail(source), labels).sections
            assert subjects[slug] in {entry.slug for section in sections for entry in section.entries}


def test_objectives_needs_and_stages_list_the_programmes_that_serve_them(store, labels):
    cards = {card.slug: card for card in brief(Query(), labels).cards if "." in card.slug}
    terms = [(facet, term) for facet in ("objective", "need", "stage") for term in store.terms[facet]]
    assert set(cards) == {f"{facet}.{term.slug}" for facet, term in terms}
    for facet, term in terms:
        one = sheet(store.detail(f"{facet}.{term.slug}"), labels)
        linked = {entry.slug for section in one.sections for entry in section.entries}
        having = Query().choose(facet, Choice.of([term.slug]))
        assert slugs_of(having.choose("kind", Choice.of(["programme", "project"])), store) <= linked
        assert cards[one.slug].records == (one.ask.facet, one.ask.value) == (facet, term.slug)


def test_verdicts_filter_words_apply_and_a_claim_opens_its_records(open_window, qtbot):
    explorer, window = open_window("show=claims")
    view = window.stack.currentWidget()
    qtbot.mouseClick(view.verdicts["wrong"], Qt.MouseButton.LeftButton)
    assert explorer.state.query.choices.of("verdict") == Choice.of(["wrong"])
    cards = [view.cards.index(row).data(Role.CARD) for row in range(view.cards.rowCount())]
    assert [card.mark for card in cards if not card.heading] == ["wrong", "wrong"]
    assert view.verdicts["confirmed"].text().split()[-1] == "22"
    explorer.search("ExoMars")
    cards = [view.cards.index(row).data(Role.CARD) for row in range(view.cards.rowCount())]
    assert [card.slug for card in cards if not card.heading] == ["exomars-baikonur"]
    row = view.cards.row_of("exomars-baikonur")
    view.list.setFocus()
    view.list.setCurrentIndex(view.cards.index(row))
    assert explorer.state.look.focus == "exomars-baikonur"
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert str(explorer.state.query.choices.of("claim").any_of) == "('exomars-baikonur',)"
    assert explorer.state.look.view == "timeline"
    assert {row.slug for row in explorer.rows} == set(explorer.detail.claim.records)
    explorer.back()
    assert explorer.state.look.view == "claims"


def test_a_click_on_the_count_of_a_claim_opens_its_records(open_window, qtbot):
    explorer, window = open_window("show=claims")
    view = window.stack.currentWidget()
    index = view.cards.index(view.cards.row_of("active-international-cooperation"))
    rect = view.list.visualRect(index)
    link = next(
        QPoint(x, rect.bottom() - 14)
        for x in range(rect.right(), rect.left(), -4)
        if view.list.rows.leads_to_records(index.data(Role.CARD), rect, QPointF(x, rect.bottom() - 14))
    )
    qtbot.mouseMove(view.list.viewport(), link)
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert explorer.state.query.choices.of("claim") == Choice.of(["active-international-cooperation"])
    assert len(explorer.results) == 3


def test_words_of_a_claim_find_it_where_no_record_says_them(labels):
    cards = [card for card in brief(Query("plausible"), labels).cards if not card.heading]
    assert [card.slug for card in cards] == ["kazeosat-2-thales"]
    assert brief(Query("zzzz"), labels).cards == ()


def test_a_claim_or_record_without_support_says_so(labels, store):
    claim = replace(store.detail("kazsat-2-italy"), records=(), sources=())
    one = sheet(claim, labels)
    texts = [entry.text for section in one.sections for entry in section.entries]
    assert "No record bears this claim out; the verdict rests on its sources alone." in texts
    assert "No source is named." in texts
    assert one.ask is None
    bare = sheet(replace(store.detail("kazsat-2"), citations=()), labels)
    assert "No source is named." in [entry.text for section in bare.sections for entry in section.entries]
