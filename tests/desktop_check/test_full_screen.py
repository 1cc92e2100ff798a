"""Full screen as a real window manager marks it: another program's window, and our own, which does not count."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.busy.full_screen import X11FullScreen
from coach.ports.sensor import Sense
from tests.virtual_display import managed_display, xvfb_needed

pytestmark = [xvfb_needed, pytest.mark.skipif(shutil.which("openbox") is None, reason="openbox is not installed")]

_LONGEST_MS = 30_000
#: A window that goes full screen and back, a step for each line it is told.
_PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["film"])
app.setApplicationName("film")
window = QWidget()
window.show()
steps = iter((window.showFullScreen, window.showNormal, window.showFullScreen, window.showMinimized, app.quit))
ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
ear.activated.connect(lambda: (sys.stdin.readline(), next(steps)()))
app.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Yield a display with a window manager."""
    with managed_display() as name:
        yield name


@pytest.mark.parametrize("ours", [False, True])
def test_a_window_that_covers_the_screen(qtbot: QtBot, display: str, ours: bool) -> None:
    """Seen when it comes, when it goes and when it is put away, by its program's name; our own is never seen."""
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    film = subprocess.Popen([sys.executable, "-c", _PROGRAM], env=environ, stdin=subprocess.PIPE, text=True, bufsize=1)
    seen: list[Sense] = []
    way = X11FullScreen(None, {"DISPLAY": display}, own=film.pid if ours else None)
    way.open(seen.append, pytest.fail)
    qtbot.waitUntil(lambda: way._window != 0, timeout=_LONGEST_MS)
    assert film.stdin is not None
    for covers in (True, False, True, False):
        looked = way._look
        film.stdin.write("go on\n")
        if ours:
            qtbot.waitUntil(lambda looked=looked: way._look > looked, timeout=_LONGEST_MS)  # type: ignore[misc]
            assert not any(sense.on for sense in seen)
        else:
            now = Sense(True, "film") if covers else Sense(False)
            qtbot.waitUntil(lambda now=now: seen[-1] == now, timeout=_LONGEST_MS)  # type: ignore[misc]
    film.stdin.write("go on\n")
    film.wait(30)
    film.stdin.close()
    way.close()
