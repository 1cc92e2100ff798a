"""The window of a break that made room for the warning signs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.session.state import Phase
from tests.app.break_window import Room, room

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication) -> Iterator[Room]:
    with room(qapp) as made:
        yield made


def test_nothing_begins_while_they_are_read(at: Room) -> None:
    """A break that opened by itself and was not begun: hands that rest begin nothing; a press does."""
    at.open(asked_for=False)
    at.run.window.help_asked.emit()
    at.idle_s = 5.0
    at.pass_s(10)
    assert (at.phase(), at.signs) == (Phase.READY, [True])
    at.run.window.begin.begin.click()
    assert at.phase() is Phase.RUNNING
    assert at.run._looks.isActive()


def test_the_next_break_is_not_as_small_as_the_last_one_was_made(at: Room) -> None:
    """Minimised and left there, the window is seen again with the next one."""
    at.open(asked_for=False)
    at.run.window.help_asked.emit()
    assert at.run.window.isMinimized()
    at.run.leave()
    at.open("b2")
    assert not at.run.window.isMinimized()
