"""The window: rail, keys, help from everywhere, geometry, and leave to close."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from coach.settings.model import Settings
from coach.ui.main_window import COMPARISON, LEAST, STAGE, WARNINGS, CloseRequest, MainWindow
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.rail import RailButton
from coach.ui.widgets.rating_scale import RatingScale
from coach.ui.widgets.sheet import Question
from tests.ui.support import dress, nameless

KEYS = ("today", "exercises", "routines", "progress", "journal")


def filled(memory: QSettings | None = None) -> MainWindow:
    """A window with pages that hold one line to type in each."""
    window = MainWindow(memory)
    for key in KEYS:
        window.add_page(key, "house", key.title(), lambda: QLineEdit("words"))
    window.add_page("settings", "settings", "Settings", QWidget, foot=True)
    window.add_page(WARNINGS, "life-buoy", "Warning signs", lambda: QLabel("signs"), rail=False)
    window.add_page(COMPARISON, "arrow-left-right", "Spasm or cramp?", QWidget, rail=False)
    window.add_page(STAGE, "play", "Session", QWidget, rail=False, bare=True)
    window.show_page("today")
    return window


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """A shown window."""
    dress(qapp)
    made = filled()
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.deleteLater()


def rail_buttons(window: MainWindow) -> list[RailButton]:
    """What the rail shows."""
    return [one for one in window.findChildren(RailButton) if not one.isHidden()]


def test_pages_are_made_when_first_shown(window: MainWindow) -> None:
    """A page that nobody looked at does not exist."""
    assert window.is_made("today")
    assert not window.is_made("progress")
    window.show_page("progress")
    assert window.is_made("progress")


def test_every_rail_button_shows_its_page(window: MainWindow) -> None:
    """A press shows the page, says so, and marks exactly one button."""
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    for button in rail_buttons(window):
        if button.isCheckable() and button.text() != "Today":
            button.click()
            assert [one.text() for one in rail_buttons(window) if one.isChecked()] == [button.text()]
    assert sorted(shown) == ["exercises", "journal", "progress", "routines", "settings", "warnings"]


def test_digits_show_pages(window: MainWindow) -> None:
    """Digits with Ctrl go to a page by its place on the rail; alone they leave no page."""
    window.show_page("settings")
    QTest.keyClick(window, Qt.Key.Key_3)
    assert window.key == "settings"
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.key == "routines"


def test_digits_stay_in_a_line_that_is_typed_in(window: MainWindow) -> None:
    """Somebody who types a number into a field stays on the page."""
    field = window.page("today")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_3)
    assert window.key == "today"
    assert field.text() == "words3"


def test_digits_stay_on_the_scale(window: MainWindow) -> None:
    """A number key on a rating scale rates; it does not leave the page."""
    scale = RatingScale()
    window.add_page("rate", "house", "Rate", lambda: scale, rail=False)
    window.show_page("rate")
    scale._pips[0].setFocus()
    QTest.keyClick(scale._pips[0], Qt.Key.Key_3)
    assert (window.key, scale.value()) == ("rate", 3)


@pytest.mark.parametrize("start", ["today", "journal", STAGE])
def test_warning_signs_are_one_key_away_and_back(window: MainWindow, start: str) -> None:
    """F1 shows them from any page, the stage too, and F1 again goes back."""
    window.show_page(start)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.key == WARNINGS
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.key == start


def test_escape_leaves_the_warning_signs(window: MainWindow) -> None:
    """Escape goes back to where one came from, and means nothing elsewhere."""
    window.show_page("today")
    window.show_warnings()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.key == "today"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.key == "today"


def test_a_page_beside_the_way_leads_back_to_where_it_was_opened(window: MainWindow) -> None:
    """Back and Escape go to the page one came from; leaving what is not shown does nothing."""
    window.show_page("journal")
    window.show_page(COMPARISON)
    window.leave(COMPARISON)
    assert window.key == "journal"
    window.show_page(COMPARISON)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.key == "journal"
    window.leave(COMPARISON)
    assert window.key == "journal"


def test_nobody_is_led_round_in_a_circle(window: MainWindow) -> None:
    """The warning signs and what they open lead back, step by step, to where it all began."""
    window.show_page("today")
    for way in ((COMPARISON, WARNINGS), (WARNINGS, COMPARISON), (COMPARISON, WARNINGS, COMPARISON)):
        for key in way:
            window.show_page(key)
        for _press in way:
            QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.key == "today", way


def test_escape_takes_a_question_away_first(window: MainWindow) -> None:
    """While a question lies over the warning signs, Escape answers it and the page stays; the next one goes back."""
    window.show_warnings()
    button = quiet("No")
    question = Question(window.page(WARNINGS), "Open it?", "It leads elsewhere.", [button])
    question.open(button)
    QApplication.processEvents()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert window.key == WARNINGS
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.key == "today"


def test_warning_signs_are_one_click_away(window: MainWindow) -> None:
    """The rail always shows the button, marks it while it is the current page, and a second press changes nothing."""
    help_button = next(one for one in rail_buttons(window) if one.text() == "Warning signs")
    for _press in range(2):
        help_button.click()
        assert window.key == WARNINGS
        assert help_button.isChecked()


def test_a_running_session_can_be_found_again(window: MainWindow) -> None:
    """While a session is on, the rail offers the way back; afterwards it does not."""
    window.set_session(on=True)
    button = next(one for one in rail_buttons(window) if one.text() == "Back to session")
    button.click()
    assert window.key == STAGE
    window.show_page("today")
    window.set_session(on=False)
    assert "Back to session" not in [one.text() for one in rail_buttons(window)]


def test_the_stage_has_the_window_to_itself(window: MainWindow) -> None:
    """On the stage there is no rail, and digits do not leave it."""
    window.show_page(STAGE)
    assert window._rail.isHidden()
    QTest.keyClick(window, Qt.Key.Key_2)
    assert window.key == STAGE
    window.show_page("today")
    assert not window._rail.isHidden()


def test_the_title_says_nothing_about_health(window: MainWindow) -> None:
    """The title is the program's name on every page."""
    for key in (*KEYS, WARNINGS, STAGE):
        window.show_page(key)
        assert window.windowTitle() == "Limber"


def test_a_rehearsal_says_so(window: MainWindow) -> None:
    """A speed other than one is on the rail; one is not."""
    window.set_speed(20)
    assert window._rail._badge.text() == "Rehearsal ×20"
    window.set_speed(1)
    assert window._rail._badge.isHidden()


def test_geometry_is_remembered_in_the_file_handed_in(qapp: QApplication, tmp_path: Path) -> None:
    """The size of the last time comes back from the ini file, and nothing is written elsewhere."""
    dress(qapp)
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = filled(memory)
    first.resize(960, 700)
    first.show()
    first.close()
    memory.sync()
    second = filled(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    restored = (second.width(), second.height())
    first.deleteLater()
    second.deleteLater()
    assert restored == (960, 700)


def test_closing_can_be_refused(window: MainWindow) -> None:
    """Whoever has a reason keeps the window open; without one it closes without a question."""
    reasons = [True, False]

    def answer(request: CloseRequest) -> None:
        if reasons.pop(0):
            request.refuse()

    window.close_asked.connect(answer)
    assert not window.close()
    assert window.isVisible()
    assert window.close()


def test_a_pack_is_asked_about(window: MainWindow) -> None:
    """The question names the pack; only "it is off" lets the window close."""
    confirmed: list[bool] = []
    window.close_confirmed.connect(lambda: confirmed.append(True))
    for answer in (1, 0):
        window.ask_about_pack("heat pack")
        question = window.findChildren(Question)[-1]
        assert question.accessibleName() == "Take the heat pack off first"
        question._answers[answer].click()
        QApplication.processEvents()
    assert confirmed == [True]


def test_tab_stays_inside_a_question(window: MainWindow) -> None:
    """Tab goes round among the answers, Escape takes the question away."""
    window.ask_about_pack("heat pack")
    question = window.findChildren(Question)[-1]
    found = []
    for _number in range(3):
        found.append(window.focusWidget())
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
    assert [one in question._answers for one in found] == [True] * 3
    assert found[0] is found[2]
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert question.isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_rail_fits_the_smallest_window(qapp: QApplication, window: MainWindow, scale: float) -> None:
    """Every word of the rail is whole at 960 × 640, with text twice as large too."""
    dress(qapp, settings=Settings(text_scale=scale))
    window.resize(*LEAST)
    window.set_session(on=True)
    window.set_speed(20)
    QApplication.processEvents()
    QApplication.processEvents()
    for button in rail_buttons(window):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().bottom() < window._rail.height()
    assert window._rail.width() <= window.width() * 0.4
    dress(qapp)


def test_every_control_has_a_name(window: MainWindow) -> None:
    """A screen reader hears a name for everything on the rail."""
    window.show_page(WARNINGS)
    assert nameless(window) == []
