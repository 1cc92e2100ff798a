"""The Routines page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coach.content.load_library import load_library
from coach.plan.compile import compile as compile_routine
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.row_button import RowButton
from coach.ui.routines.page import RoutinesPage
from coach.ui.routines.routine_sheet import RoutineSheet
from coach.ui.routines.state import RoutinesState, build_state
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless


@pytest.fixture(scope="module")
def shipped() -> RoutinesState:
    """All shipped routines, compiled."""
    library = load_library(assets())
    return build_state(library, {key: compile_routine(file, library) for key, file in library.routines.items()})


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, shipped: RoutinesState) -> Iterator[RoutinesPage]:
    """Show the shipped routines at the width of a usual window."""
    dress(qapp)
    made = RoutinesPage()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show_state(shipped)
    made.show()
    qapp.processEvents()
    yield made
    made.close()


def _sheet(page: RoutinesPage) -> RoutineSheet:
    sheet = page.sheet.content()
    assert isinstance(sheet, RoutineSheet)
    return sheet


def _words(page: RoutinesPage) -> str:
    return "\n".join(made.text() for made in _sheet(page).findChildren(QLabel))


def test_every_routine_has_its_card(page: RoutinesPage, shipped: RoutinesState) -> None:
    """All shipped routines are listed with length and place, and the first is open."""
    model = page.list.model()
    spoken = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert len(spoken) == len(shipped.cards) == 12
    assert all(card.length in text and card.place in text for card, text in zip(shipped.cards, spoken, strict=True))
    assert shipped.cards[0].name in _words(page)


def test_start_says_which(page: RoutinesPage) -> None:
    """Start carries the id of the routine that is open."""
    started: list[str] = []
    page.start_routine.connect(started.append)
    page.show_routine("evening-unwind")
    _sheet(page).start_button.click()
    assert started == ["evening-unwind"]
    assert _sheet(page).start_button.accessibleName() == "Start Evening unwind"


def test_a_step_leads_to_its_exercise(page: RoutinesPage) -> None:
    """Pressing an exercise in the plan asks for it; a rating in the plan leads nowhere."""
    asked: list[str] = []
    page.open_exercise.connect(asked.append)
    page.show_routine("morning-ease")
    rows = _sheet(page).findChildren(RowButton)
    leading = [made for made in rows if made.focusPolicy() != Qt.FocusPolicy.NoFocus]
    leading[0].click()
    assert asked == ["pelvic_tilt"]
    assert len(leading) < len(rows)


def test_notes_are_read_without_source_ids(page: RoutinesPage) -> None:
    """The notes say their sentence; the sources are one press away and tier A comes first."""
    page.show_routine("arching-friendly")
    assert "spinal stenosis" in _words(page)
    assert "VERY-STEN" not in _words(page)
    for made in _sheet(page).findChildren(Disclosure):
        made.toggle()
    assert "official body or peer-reviewed" in _words(page) or "hospital, clinic" in _words(page)


def test_enter_opens_in_a_narrow_window(page: RoutinesPage, qapp: QApplication) -> None:
    """Where panes fold, Enter on a card opens it and Back returns."""
    page.resize(420, 640)
    qapp.processEvents()
    assert not page.sheet.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.sheet.isVisible()
    page.panes.close_sheet()
    assert page.list.isVisible()


def test_everything_to_operate_has_a_name(page: RoutinesPage) -> None:
    """A screen reader finds no control without a name."""
    assert nameless(page) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, shipped: RoutinesState, scale: float) -> None:
    """Every shipped routine, opened, fits in the smallest window and at 200 %."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = RoutinesPage()
    qtbot.addWidget(made)
    made.resize(740 if scale == 1 else 620, 640)  # what the rail leaves of 960
    made.show_state(shipped)
    made.show()
    found: dict[str, list[str]] = {}
    for card in shipped.cards:
        made.show_routine(card.id)
        for inside in _sheet(made).findChildren(Disclosure):
            inside.toggle()
        found[card.id] = clipped(made)
    assert found == {key: [] for key in found}
    made.close()
