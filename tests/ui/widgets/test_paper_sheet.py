"""What goes on paper, and how it leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from coach.analysis.period import Span
from coach.settings.model import Settings
from coach.ui.widgets.paper_sheet import Note, PaperSheet, Wanted
from coach.ui.widgets.period_form import Back
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

TODAY = date(2026, 11, 20)
NOTES = [Note("old", "2026-05-01", "1 May: long ago"), Note("new", "2026-11-18", "18 Nov: stiff after the drive " * 4)]


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> PaperSheet:
    """A report's sheet over a page."""
    dress(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    pages = [("curves", "Each place as a larger curve"), ("entries", "Every entry")]
    made = PaperSheet(page, "Report", "One page.", TODAY, pages=pages, notes=NOTES, copies=True)
    page.show()
    made.ask()
    qapp.processEvents()
    return made


def test_four_weeks_and_one_page_at_first(sheet: PaperSheet) -> None:
    """No note goes along by itself."""
    assert sheet.wanted() == Wanted(Span(date(2026, 10, 24), TODAY), frozenset(), frozenset())
    assert list(sheet.notes) == ["new"]


def test_the_notes_are_those_of_the_period(sheet: PaperSheet) -> None:
    """The newest first; what was ticked stays ticked when more come in."""
    sheet.notes["new"].click()
    sheet.period.chips[Back.YEAR].click()
    assert list(sheet.notes) == ["new", "old"]
    assert sheet.wanted().notes == {"new"}


def test_days_of_ones_own(sheet: PaperSheet) -> None:
    """The last never lies before the first, and neither after today."""
    sheet.period.chips[Back.OWN].click()
    sheet.period.first.setDate(QDate(2026, 11, 10))
    sheet.period.last.setDate(QDate(2026, 11, 1))
    assert sheet.wanted().span == Span(date(2026, 11, 10), date(2026, 11, 10))
    sheet.period.last.setDate(QDate(2030, 1, 1))
    assert sheet.wanted().span.last == TODAY


def test_it_is_saved_printed_or_copied(sheet: PaperSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way out carries what is ticked and takes the sheet away; a file that is not chosen leaves it open."""
    said: list[object] = []
    sheet.file_chosen.connect(lambda *what: said.append(what))
    sheet.print_asked.connect(said.append)
    sheet.copy_asked.connect(said.append)
    sheet.pages["curves"].click()
    answers = iter([("", ""), (str(tmp_path / "r"), "PDF, US Letter (*.pdf)")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: next(answers))
    sheet.save.click()
    assert (sheet.isVisible(), said) == (True, [])
    sheet.save.click()
    wanted = sheet.wanted()
    assert wanted.pages == {"curves"}
    assert (sheet.isVisible(), said) == (False, [(wanted, str(tmp_path / "r.pdf"), False)])
    for button in (sheet.paper, sheet.copy):
        sheet.ask()
        button.click()
        assert not sheet.isVisible()
    assert said[1:] == [wanted, wanted]


@pytest.mark.parametrize("size", [(1000, 800), (640, 480)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(
    qapp: QApplication, sheet: PaperSheet, size: tuple[int, int], scale: float
) -> None:
    """In a small window the form scrolls and the buttons stay."""
    dress(qapp, settings=Settings(text_scale=scale))
    sheet.period.chips[Back.YEAR].click()
    page = sheet.parentWidget()
    assert page is not None
    page.resize(*size)
    for _round in range(3):
        qapp.processEvents()
    assert nameless(sheet) == []
    assert clipped(sheet.card) == []
    assert sheet.card.rect().contains(sheet.save.geometry())
