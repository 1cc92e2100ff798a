"""Many breaks: the same window, and nothing left of the ones before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.app.break_window import Room, room

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def test_five_hundred_breaks_leave_one_window(qapp: QApplication) -> None:
    """Opened and left again and again: no window, no part, no timer, no open file more than after the first ones."""
    with room(qapp) as at:
        found = at.offer()

        def take(number: int) -> None:
            at.run.open(f"b{number}", found, 60_000, asked_for=bool(number % 2))
            if number % 10 == 0:
                at.idle_s = 60.0
                at.pass_s(4)
            at.run.leave()

        for number in range(4):
            take(number)
        before = _alive(at)
        for number in range(500):
            take(number)
        assert _alive(at) == before
        assert len(at.over) == 504
        assert not at.run._looks.isActive()


def _alive(at: Room) -> tuple[int, ...]:
    at.app.processEvents()
    at.app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    folder = Path("/proc/self/fd")
    files = len(list(folder.iterdir())) if folder.is_dir() else 0
    kinds = (QTimer, QThread, QObject)
    return (
        files,
        len(QApplication.topLevelWidgets()),
        len(QGuiApplication.topLevelWindows()),
        *(len(at.run.findChildren(kind)) for kind in kinds),
        len(at.run.window.findChildren(QObject)),
    )
