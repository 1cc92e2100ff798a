"""Somebody who types ten keys a second into another program's window, while Limber does something in its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.virtual_display import LONGEST_S, WindowProcess

#: Ten keys a second.
_KEY_MS = 100


class Typist:
    """`press` presses a key on the keyboard; `words` starts the editor in the environment it is to run in."""

    def __init__(self, qtbot: QtBot, press: Callable[[], None], environ: dict[str, str], folder: Path) -> None:
        self._qtbot, self._press = qtbot, press
        self._editor = WindowProcess("tests.app.editor", (), environ, folder / "editor.txt")
        self._editor.wait_for("ready")

    def arrive(self, keys: int, meanwhile: Callable[[], None] = lambda: None) -> int:
        """Type; after a quarter of the keys something else happens. Return how many of them arrived."""
        before, typed = int(self._editor.ask("count")), 0

        def key() -> None:
            nonlocal typed
            self._press()
            typed += 1
            if typed == keys // 4:
                meanwhile()
            if typed == keys:
                timer.stop()

        timer = QTimer(interval=_KEY_MS)
        timer.timeout.connect(key)
        timer.start()
        self._qtbot.waitUntil(lambda: typed == keys, timeout=LONGEST_S * 1000)
        self._qtbot.wait(2 * _KEY_MS)  # the last one is on its way through the display
        return int(self._editor.ask("count")) - before

    def leave(self) -> None:
        """Close the editor."""
        self._editor.end()
