"""Held, not pressed: by mouse, by key, and once by those who cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.breaks.card import BreakCard
from coach.ui.breaks.hold import HOLD_MS, Hold, HoldButton, HoldRing
from coach.ui.breaks.state import card_state
from tests.ui.breaks.views import view
from tests.ui.support import dress


@pytest.fixture
def button(qapp: QApplication) -> Iterator[HoldButton]:
    dress(qapp)
    made = HoldButton("Hold to leave")
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def test_it_counts_when_it_was_long_enough(qapp: QApplication, qtbot: QtBot) -> None:
    """The share goes up to one and back to nothing; a second press while it is down changes nothing."""
    hold = Hold(qapp)
    shares: list[float] = []
    hold.moved.connect(shares.append)
    hold.press()
    hold._run.setCurrentTime(HOLD_MS // 2)
    hold.press()
    assert shares[-1] == pytest.approx(0.5)
    with qtbot.waitSignal(hold.held, timeout=0):
        hold.finish()
    assert shares[-1] == 0.0
    assert not hold.down
    hold.deleteLater()


def test_let_go_before_nothing_has_happened(qapp: QApplication, qtbot: QtBot) -> None:
    """Neither a signal nor a share that stays; what is not down cannot be finished."""
    hold = Hold(qapp)
    shares: list[float] = []
    hold.moved.connect(shares.append)
    with qtbot.assertNotEmitted(hold.held):
        hold.press()
        hold._run.setCurrentTime(HOLD_MS // 2)
        hold.release()
        hold.finish()
        hold.release()
    assert shares[-1] == 0.0
    hold.deleteLater()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_has_to_be_held_too(button: HoldButton, qtbot: QtBot, key: Qt.Key) -> None:
    """A press of the key is no more than a press of the mouse."""
    with qtbot.assertNotEmitted(button.held):
        QTest.keyClick(button, key)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.held, timeout=0):
        QTest.keyPress(button, key)
        button.hold.finish()
    QTest.keyRelease(button, key)


def test_hidden_is_let_go(button: HoldButton, qtbot: QtBot) -> None:
    """What goes away in the middle of it does nothing later."""
    with qtbot.assertNotEmitted(button.held):
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        button.hide()
        button.hold.finish()


def test_it_shows_how_long_yet(button: HoldButton, qapp: QApplication) -> None:
    """A line along its foot grows; the ring is there only while it is held."""
    plain = button.grab().toImage()
    button.hold.press()
    button.hold._run.setCurrentTime(HOLD_MS // 2)
    assert button.grab().toImage() != plain
    button.hold.release()
    assert button.grab().toImage() == plain
    ring = HoldRing()
    assert ring.isHidden()
    ring.show_share(0.5)
    half = ring.grab().toImage()
    ring.show_share(0.9)
    assert ring.grab().toImage() != half
    ring.show_share(0)
    assert ring.isHidden()
    ring.deleteLater()
    qapp.processEvents()


def test_esc_held_leaves_the_question_why_unanswered(qapp: QApplication, qtbot: QtBot) -> None:
    """Where a desktop gives the card the keyboard all the same, holding Esc takes it away, whatever it asks."""
    dress(qapp)
    shown, state = BreakCard(), card_state(view(asks_why=True), None, None)
    assert state is not None
    shown.show_state(state, animate=False)
    QTest.keyPress(shown, Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.why_said, timeout=0) as said:
        shown._escape.finish()
    assert said.args == [None]
    shown.hide()
    shown.deleteLater()
