"""Charts saved as files."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.progress.chart_tools import SaveButton
from coach.ui.progress.page import ProgressPage
from tests.ui.progress.sample import panel


@pytest.mark.parametrize("kind", ["tightness", "before-after"])
@pytest.mark.parametrize("form", ["png", "svg"])
def test_saving_asks_where_and_draws_what_is_seen(
    page: ProgressPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str, form: str
) -> None:
    """The page asks for a file and says which picture; the bytes are a picture of that form."""
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
        asked.append(name)
        return "/somewhere/mine", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(page.export_picture) as told:
        _save(page, kind).choose(form)
    assert asked == [f"limber-{kind}-2025-05-20.{form}"]
    assert told.args == [f"{kind}.{form}", f"/somewhere/mine.{form}"]
    data = page.picture(f"{kind}.{form}")
    assert not QImage.fromData(data).isNull()
    assert data.startswith(b"\x89PNG" if form == "png" else b"<?xml")


def test_values_are_saved_as_they_stand_in_the_table(page: ProgressPage) -> None:
    """The CSV holds the rows of the table, the newest first, with a date that sorts."""
    lines = page.picture("tightness.csv").decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Date","Day","Time"')
    assert lines[1].startswith('"2025-05-20","Tue 20 May 2025","08:00","Buttock, left",4')


def test_no_file_chosen_saves_nothing(page: ProgressPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelling the dialog is the end of it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    with qtbot.assertNotEmitted(page.export_picture):
        _save(page, "tightness").choose("png")


def test_the_forms_are_a_menu(page: ProgressPage) -> None:
    """Each says what it is for."""
    menu = _save(page, "tightness").findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Picture (PNG)",
        "Drawing for print (SVG)",
        "Values for a spreadsheet (CSV)",
    ]


def _save(page: ProgressPage, kind: str) -> SaveButton:
    found = panel(page, kind).findChild(SaveButton)
    assert isinstance(found, SaveButton)
    return found
