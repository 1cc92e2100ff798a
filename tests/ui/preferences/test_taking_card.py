"""Asking what to export and which file to import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from coach.exchange.export import Form
from coach.settings.model import Settings
from coach.ui.preferences.export_sheet import ExportSheet, Wish
from coach.ui.preferences.taking_card import TakingCard
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

DAY = "2026-05-04"


@pytest.fixture
def card(qapp: QApplication) -> Iterator[TakingCard]:
    """The card in a window of its own."""
    dress(qapp)
    window = QWidget()
    window.resize(900, 700)
    made = TakingCard()
    made.setParent(window)
    made.resize(700, 240)
    made.show_day(DAY)
    window.show()
    qapp.processEvents()
    yield made
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def wishes(card: TakingCard) -> list[Wish]:
    """Collect what is to be exported."""
    found: list[Wish] = []
    card.export_wished.connect(found.append)
    return found


def answering(monkeypatch: pytest.MonkeyPatch, name: str, answer: Any) -> list[tuple[Any, ...]]:
    """Let a dialog be answered, and remember what it was asked with."""
    asked: list[tuple[Any, ...]] = []

    def respond(*words: Any) -> Any:
        asked.append(words)
        return answer

    monkeypatch.setattr(QFileDialog, name, respond)
    return asked


def opened(card: TakingCard) -> ExportSheet:
    """Press Export."""
    card.export_button.click()
    assert card.sheet is not None
    return card.sheet


def test_everything_has_a_name_and_fits(card: TakingCard, qapp: QApplication) -> None:
    """The card and the sheet, with usual words and with words twice as large."""
    for scale in (1.0, 2.0):
        dress(qapp, settings=Settings(text_scale=scale))
        sheet = opened(card)
        qapp.processEvents()
        assert nameless(card) == []
        assert nameless(sheet) == []
        assert clipped(sheet) == []
        sheet.close_sheet()


def test_each_form_says_what_it_is(card: TakingCard) -> None:
    """Four of them, four sentences; the whole journal asks for no days."""
    sheet = opened(card)
    told = set()
    for kind in ("entries", "tables", "lines", "fhir"):
        sheet.form.button(kind).click()
        told.add(sheet.explanation())
        assert sheet.span.isVisible() == (kind != "lines")
    assert len(told) == 4
    sheet.close_sheet()


def test_a_name_with_the_day_is_offered(
    card: TakingCard, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With its ending; what the person typed is used, and the ending added where it was left out."""
    asked = answering(monkeypatch, "getSaveFileName", (str(tmp_path / "mine"), ""))
    for kind, end, form in (
        ("entries", ".csv", Form.CSV),
        ("lines", ".jsonl", Form.JSONL),
        ("fhir", ".json", Form.FHIR),
    ):
        sheet = opened(card)
        sheet.form.button(kind).click()
        sheet.span.button(28).click()
        sheet.save.click()
        assert asked[-1][2] == f"journal-{DAY}{end}"
        assert wishes[-1] == Wish(form, tmp_path / f"mine{end}", None if kind == "lines" else 28)
        assert card.sheet is None


def test_a_new_folder_is_named_so_that_nothing_is_in_the_way(
    card: TakingCard, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What lies there stays."""
    answering(monkeypatch, "getExistingDirectory", str(tmp_path))
    (tmp_path / f"journal-{DAY}").mkdir()
    sheet = opened(card)
    sheet.form.button("tables").click()
    sheet.save.click()
    assert wishes == [Wish(Form.CSV, tmp_path / f"journal-{DAY}-2", None)]


@pytest.mark.parametrize(
    ("kind", "dialog", "answer"), [("fhir", "getSaveFileName", ("", "")), ("tables", "getExistingDirectory", "")]
)
def test_a_dialog_that_was_left_changes_nothing(
    card: TakingCard, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch, kind: str, dialog: str, answer: Any
) -> None:
    """The sheet is still there for another try."""
    answering(monkeypatch, dialog, answer)
    sheet = opened(card)
    sheet.form.button(kind).click()
    sheet.save.click()
    assert wishes == []
    assert card.sheet is sheet
    sheet.close_sheet()


def test_escape_gives_the_keyboard_back(card: TakingCard, qapp: QApplication) -> None:
    """To the button that opened it."""
    sheet = opened(card)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qapp.processEvents()
    assert card.sheet is None
    assert card.window().focusWidget() is card.export_button


def test_a_file_is_asked_for(card: TakingCard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that was chosen is told; leaving the dialog is the end of it."""
    told: list[Path] = []
    card.import_wished.connect(told.append)
    answering(monkeypatch, "getOpenFileName", ("", ""))
    card.import_button.click()
    answering(monkeypatch, "getOpenFileName", (str(tmp_path / "j.jsonl"), ""))
    card.import_button.click()
    assert told == [tmp_path / "j.jsonl"]


def test_while_something_is_being_done_nothing_else_begins(card: TakingCard) -> None:
    """It says what, and comes back."""
    before = card.told.text()
    card.show_busy("The journal is being exported.")
    assert (card.told.text(), card.export_button.isEnabled(), card.import_button.isEnabled()) == (
        "The journal is being exported.",
        False,
        False,
    )
    card.show_busy("")
    assert (card.told.text(), card.export_button.isEnabled()) == (before, True)
