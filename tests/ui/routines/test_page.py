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
from coach.plan.timeline import Preferences
from coach.resources import assets
from coach.settings.model import OwnDose, Settings
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.row_button import RowButton
from coach.ui.routines.page import RoutinesPage
from coach.ui.routines.routine_sheet import RoutineSheet
from coach.ui.routines.state import RoutinesState, build_state
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.handout_sheet import HandoutSheet
from coach.ui.widgets.name_sheet import NameSheet
from coach.ui.yours import Yours
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


def test_an_own_dose_is_shown_and_can_be_taken_back(qtbot: QtBot, qapp: QApplication) -> None:
    """The step says that the dose is the person's, and one button brings the routine's own back."""
    dress(qapp)
    library = load_library(assets())
    preferences = Preferences(doses={"knee_to_chest_single": OwnDose(hold_s=25)})
    plans = {"morning-ease": compile_routine(library.routines["morning-ease"], library, preferences)}
    made = RoutinesPage()
    qtbot.addWidget(made)
    made.show_state(build_state(library, plans))
    made.show_routine("morning-ease")
    made.resize(1080, 800)
    made.show()
    own = [one for one in _sheet(made).findChildren(RowButton) if "your own dose" in one.accessibleName()]
    assert [one.accessibleName().split(",")[0] for one in own] == ["Single knee to chest"]
    with qtbot.waitSignal(made.own_dose_back) as back:
        next(one for one in _sheet(made).findChildren(Button) if one.text() == "Back to the routine's own dose").click()
    assert back.args == ["morning-ease"]
    assert clipped(made) == []
    made.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_one_s_own_in_a_small_window(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    """What can be done with it, and what is asked then, is whole with words of 200 %, and has names."""
    dress(qapp, settings=Settings(text_scale=scale))
    library = load_library(assets())
    plans = {"neutral": compile_routine(library.routines["neutral"], library)}
    page = RoutinesPage()
    qtbot.addWidget(page)
    page.resize(600, 640)
    page.show_state(build_state(library, plans, own={"neutral"}))
    page.show()
    page.show_routine("neutral")
    asked: list[tuple[str, ...]] = []
    page.rename_asked.connect(lambda key, name: asked.append((key, name)))
    page.delete_asked.connect(lambda key: asked.append((key,)))
    page.print_asked.connect(lambda key: asked.append(("print", key)))
    for words, sheet in (("Rename", NameSheet), ("Hand-out", HandoutSheet), ("Delete", None)):
        button = next(one for one in _sheet(page).findChildren(Button) if one.text() == words)
        assert "neutral" in button.accessibleName().casefold()
        button.click()
        assert clipped(page) == []
        assert nameless(page) == []
        if sheet is not None:
            made = page.findChild(sheet)
            assert isinstance(made, NameSheet | HandoutSheet)
            (made.save if isinstance(made, NameSheet) else made.paper).click()
    page.close()
    name = library.routines["neutral"].routine.name
    assert asked == [("neutral", name), ("print", "neutral"), ("neutral",)]


def test_a_learning_week_is_mentioned_while_it_is_on(page: RoutinesPage) -> None:
    """On each routine that is done at once; packs through the day are as ever."""
    library = load_library(assets())
    plans = {key: compile_routine(file, library) for key, file in library.routines.items()}
    page.show_state(build_state(library, plans, Yours(learning=2)))
    for key, there in (("morning-ease", True), ("alternating-packs", False)):
        page.show_routine(key)
        assert ("Learning week: day 2 of 7" in _words(page)) is there
