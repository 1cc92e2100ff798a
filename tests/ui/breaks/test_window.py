"""The window of a break and its pages: where it is, what it takes from nobody, and what its pages say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.content.pictures import Seen
from coach.content.vocabulary import Felt
from coach.ui.breaks.after import NOTED_MS, Advice
from coach.ui.breaks.window import BreakWindow, place_in
from tests.ui.support import dress

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[BreakWindow]:
    dress(qapp)
    made = BreakWindow(QWidget())
    yield made
    made.hide()
    made.deleteLater()


def on_top(window: BreakWindow) -> bool:
    return bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)


def test_asked_for_it_is_a_window_like_others(window: BreakWindow) -> None:
    """It may have the keyboard and may be covered; the program does not stay open for its sake."""
    window.open("Because.", asked_for=True)
    assert not on_top(window)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert window.why.text() == "Why this one: Because."


def test_by_itself_it_lies_above_and_leaves_the_keyboard(window: BreakWindow) -> None:
    """And the next one, asked for, does not."""
    window.open("", asked_for=False)
    assert on_top(window)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.hide()
    window.open("", asked_for=True)
    assert not on_top(window)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_what_lies_above_makes_room_for_another_window(window: BreakWindow) -> None:
    """The warning signs have to be seen; a window that may be covered stays as it is."""
    window.open("", asked_for=True)
    window.step_back()
    assert not window.isMinimized()
    window.hide()
    window.open("", asked_for=False)
    window.step_back()
    assert window.isMinimized()


def test_it_never_fills_a_large_screen_and_always_fits_a_small_one() -> None:
    """In the middle of what is free."""
    large = place_in(QRect(0, 40, 2560, 1400))
    assert (large.width(), large.height()) == (1200, 800)
    assert abs(large.center().x() - 1280) <= 1
    small = QRect(0, 0, 800, 600)
    assert small.contains(place_in(small))
    assert place_in(QRect(0, 0, 1280, 800)).width() == 1101


def test_esc_held_leaves_and_a_lost_keyboard_lets_go(window: BreakWindow, qtbot: QtBot) -> None:
    """The ring is there while it is held."""
    window.open("", asked_for=True)
    window.show_page(window.stage)
    QTest.keyPress(window, Qt.Key.Key_Escape)
    window._hold._run.setCurrentTime(300)
    assert window._ring.isVisible()
    with qtbot.waitSignal(window.left, timeout=0):
        window._hold.finish()
    assert not window._ring.isVisible()
    QTest.keyPress(window, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(window.left):
        window.hide()
        window._hold.finish()


def test_why_stands_under_the_stage_only(window: BreakWindow) -> None:
    """Before it is said on the page; after it nobody asks."""
    window.open("Because.", asked_for=True)
    window.show_page(window.stage)
    assert window.why.isVisible()
    window.show_page(window.begin)
    assert not window.why.isVisible()
    assert window.leave.isVisible()
    window.show_page(window.after)
    assert not window.leave.isVisible()


def test_how_it_was_can_be_said_by_digit(window: BreakWindow) -> None:
    """1 to 4; a digit held down says it once."""
    said: list[Felt] = []
    window.after.felt.connect(said.append)
    window.open("", asked_for=True)
    window.after.ask("Short walk", "1 minute, kept in your journal.")
    window.show_page(window.after)
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_0):
        QTest.keyClick(window.after, key)
    assert said == [Felt.EASIER, Felt.LEG]


def test_the_question_stays_until_it_is_answered(window: BreakWindow) -> None:
    """Easier or the same, and it goes by itself soon; worse, and it stays with the way to the warning signs."""
    window.open("", asked_for=True)
    window.after.ask("Short walk", "")
    window.show_page(window.after)
    assert not window.after._goes.isActive()
    window.after.note(Felt.SAME, "Noted: the same.")
    assert window.after._goes.interval() == NOTED_MS
    window.after.note(Felt.WORSE, "Noted.")
    assert not window.after._goes.isActive()
    window.after.note(Felt.SAME, "Noted: the same.")
    window.hide()
    assert not window.after._goes.isActive()
    window.after.ask("Another", "")
    assert not any(button.isChecked() for button in window.after.answers.values())


def test_the_warning_signs_are_there_after_a_break(window: BreakWindow) -> None:
    """Always, as on the stage; while they are read the question stays."""
    asked: list[bool] = []
    window.after.signs_asked.connect(lambda: asked.append(True))
    window.open("", asked_for=True)
    window.after.ask("Short walk", "")
    window.show_page(window.after)
    window.after.note(Felt.EASIER, "Noted: easier.")
    window.after.stay()
    window.after.signs.click()
    assert asked == [True]
    assert not window.after._goes.isActive()


def test_advice_is_said_anew_each_time(window: BreakWindow) -> None:
    """Nothing of the one before is left, and it waits to be closed."""
    page = window.advice
    for number in range(2):
        page.show_advice(Advice(f"Stop {number}", (f"Line {number}",), "When", (f"Sign {number}",)))
    QApplication.processEvents()
    words = [made.text() for made in page.findChildren(QLabel) if not made.isHidden()]
    assert "Sign 1" in words
    assert "Sign 0" not in words
    assert page.accessibleName() == "Stop 1 Line 1"


def test_before_it_begins_it_says_how(window: BreakWindow) -> None:
    """By itself where the hands are seen, else by a press."""
    page = window.begin
    page.show_break("Short walk", "Gets you out of the chair.", Seen("walking"), by_itself=True)
    assert "as soon as your hands rest" in page.how.text()
    assert page.figure.shown == Seen("walking")
    page.show_break("Short walk", "", None, by_itself=False)
    assert "when you say so" in page.how.text()
