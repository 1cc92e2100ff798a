"""The person's own routines in the whole window: renamed, deleted, brought back, taken along."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coach.app.shelf import library
from coach.content.own_routines import FOLDER, keep
from coach.ui.routines.page import RoutinesPage
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.handout_sheet import HandoutSheet
from coach.ui.widgets.name_sheet import NameSheet
from tests.app.driving import Driven, driven


def _data(tmp_path: Path) -> Path:
    """A data folder with one own routine in it."""
    shipped = library()
    keep(tmp_path / "data", msgspec.structs.replace(shipped.routines["neutral"].routine, name="Mine"), shipped)
    return tmp_path / "data"


def _routines(hands: Driven, key: str) -> RoutinesPage:
    hands.window.show_page("routines")
    hands.settle()
    page = hands.window.page("routines")
    assert isinstance(page, RoutinesPage)
    page.show_routine(key)
    return page


def _words(page: RoutinesPage) -> list[str]:
    content = page.sheet.content()
    assert content is not None
    return [button.text() for button in content.findChildren(Button)]


def test_another_name_and_back(qapp: QApplication, tmp_path: Path) -> None:
    """The page shows it at once and stays with it; Undo is one press away."""
    with driven(qapp, _data(tmp_path)) as hands:
        hands.open()
        page = _routines(hands, "mine")
        hands.press(page, "Rename")
        sheet = page.findChild(NameSheet)
        assert sheet is not None
        QTest.keyClicks(sheet.name, "Evening")
        sheet.save.click()
        hands.settle()
        assert page.list.currentIndex().data().startswith("Evening, ")
        assert hands.window.messages.text() == "The routine is called “Evening” now."
        hands.press(hands.window.messages, "Undo")
        assert page.list.currentIndex().data().startswith("Mine, ")


def test_deleted_and_brought_back(qapp: QApplication, tmp_path: Path) -> None:
    """It leaves every page; Undo puts it where it was, with its file as it was."""
    data = _data(tmp_path)
    text = (data / FOLDER / "mine.toml").read_text(encoding="utf-8")
    with driven(qapp, data) as hands:
        hands.open()
        page = _routines(hands, "mine")
        hands.press(page, "Delete")
        assert "mine" not in page._state.views
        assert page.list.currentIndex().row() == len(page._state.cards) - 1
        assert not (data / FOLDER / "mine.toml").exists()
        hands.window.show_page("today")
        hands.settle()
        hands.press(hands.window.messages, "Undo")
        assert (data / FOLDER / "mine.toml").read_text(encoding="utf-8") == text
        assert "mine" in _routines(hands, "mine")._state.views


def test_what_is_shipped_is_neither_renamed_nor_deleted(qapp: QApplication, tmp_path: Path) -> None:
    """Its page does not offer it; a file that went meanwhile is one sentence."""
    data = _data(tmp_path)
    with driven(qapp, data) as hands:
        hands.open()
        assert not {"Rename", "Delete"} & {*_words(_routines(hands, "morning-ease"))}
        page = _routines(hands, "mine")
        assert {"Rename", "Delete", "Hand-out"} <= {*_words(page)}
        (data / FOLDER / "mine.toml").unlink()
        hands.press(page, "Delete")
        assert "mine.toml" in hands.window.messages.text()


def test_a_hand_out_from_its_page(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clicks and a name: the file is made beside everything else."""
    path = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), "PDF, A4 (*.pdf)"))
    with driven(qapp, _data(tmp_path)) as hands:
        hands.open()
        page = _routines(hands, "desk-reset-hips")
        hands.press(page, "Hand-out")
        sheet = page.findChild(HandoutSheet)
        assert sheet is not None
        sheet.file.click()
        hands.shell.figures.workshop.settle(least=0.85)
        assert path.read_bytes().startswith(b"%PDF-1.6")
        assert "page.pdf" in hands.window.messages.text()
