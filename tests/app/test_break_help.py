"""The window of a break that makes room for the warning signs, and for what lies over its stage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.session.state import Phase
from coach.ui.breaks.window import Scrim
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


def test_the_foot_is_dimmed_with_the_stage(at: Room) -> None:
    """While something lies over the stage; leaving stays possible."""
    at.open()
    dim = at.run.window.foot.findChild(Scrim)
    assert isinstance(dim, Scrim)
    assert not dim.isVisible()
    at.run.stage.do("worse")
    assert dim.isVisible()
    assert at.run.window.leave.isEnabled()
    at.run.leave()
    at.open("b2")
    assert not dim.isVisible()


def test_coming_back_finds_it_as_it_was_left(at: Room) -> None:
    """In front, paused or with its question; a window that is gone stays gone."""
    at.open(asked_for=False)
    at.idle_s = 5.0
    at.pass_s(4)
    at.run.window.help_asked.emit()
    assert at.run.window.isMinimized()
    at.run.come_back()
    assert not at.run.window.isMinimized()
    assert at.phase() is Phase.PAUSED
    at.run.leave()
    at.run.come_back()
    assert not at.run.window.isVisible()
