"""Reports and the diary, asked for in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from coach.content.vocabulary import Area
from coach.journal.entries import entry_draft
from coach.ui.journal.page import JournalPage
from coach.ui.progress.page import ProgressPage
from coach.ui.widgets.paper_sheet import PaperSheet
from tests.app.driving import Driven, driven


def _open(hands: Driven, key: str) -> PaperSheet:
    """Note something, go to a page and ask for paper there."""
    hands.open()
    hands.shell.journal.save([entry_draft(hands.clock.stamp(), 7, Area.LOW_BACK, None, note="after the drive")])
    hands.settle()
    hands.window.show_page(key)
    hands.settle()
    page = hands.window.page(key)
    assert isinstance(page, ProgressPage | JournalPage)
    (page.report if isinstance(page, ProgressPage) else page.pane.paper).click()
    hands.settle()
    (sheet,) = page.findChildren(PaperSheet)
    assert sheet.isVisible()
    return sheet


def _text(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    words = " ".join(document.getAllText(number).text() for number in range(document.pageCount()))
    document.close()
    return words


@pytest.mark.parametrize(("key", "title"), [("progress", "Tightness and exercise diary"), ("journal", "Diary")])
def test_a_page_is_saved(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, title: str
) -> None:
    """The report from Progress and the diary from Journal, as files with the entry on them."""
    path = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), "PDF, A4 (*.pdf)"))
    with driven(qapp, tmp_path / "data") as hands:
        sheet = _open(hands, key)
        sheet.save.click()
        hands.settle()
        assert hands.window.messages.text() == f"“{title}” is saved as {path}."
    assert title in _text(path)
    assert "Low back" in _text(path)


def test_a_note_is_copied(qapp: QApplication, tmp_path: Path) -> None:
    """The text of the report, with the note that was ticked, is in the clipboard."""
    with driven(qapp, tmp_path / "data") as hands:
        sheet = _open(hands, "progress")
        next(iter(sheet.notes.values())).click()
        sheet.copy.click()
        hands.settle()
        assert "Copied" in hands.window.messages.text()
    copied = QGuiApplication.clipboard().text()
    assert "Low back: mean 7" in copied
    assert "after the drive" in copied


def test_without_a_printer_it_says_what_to_do(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, nothing lost."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with driven(qapp, tmp_path / "data") as hands:
        _open(hands, "journal").paper.click()
        hands.settle()
        assert "No printer is set up" in hands.window.messages.text()
