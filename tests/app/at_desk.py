"""The whole program in the background with real cards and break windows, a clock and a desk moved by the test.

Usage: python -m tests.app.at_desk FOLDER MODE [tray]; with `tray` its icon is in the desktop's own. Says `loaded`; `due` on stdin lets an hour of sitting pass and is answered with
`card` once that is seen, `wait` lets a minute pass and is answered with `window` once a break window has come by itself,
`skip` leaves the break out, `quit` ends it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coach.app.hand_clock import HandClock
from coach.app.outside import _picture
from coach.app.shell import Shell
from coach.desktop.ownership import Owner
from coach.desktop.tray import TrayIcon
from coach.settings.model import Settings
from coach.settings.store import save_settings
from tests.app.breaks_hands import MOVES, RESTS_S
from tests.app.driving import MORNING
from tests.app.packs_hands import Desktop
from tests.app.real_window import run, tell
from tests.fake_desk import FakeDesk

_LOOK_MS = 20


class AtDesk:
    """The program and its desk."""

    def __init__(self, app: QApplication, folder: Path, mode: str, *, tray: bool) -> None:
        folder.mkdir(exist_ok=True)
        save_settings(folder, Settings(breaks=replace(MOVES, mode=mode)))
        owner = Owner.acquire(folder)
        assert owner is not None
        self.owner, self.clock, self.desk = owner, HandClock(MORNING), FakeDesk()
        outside = Desktop().outside._replace(desk=self.desk)
        if tray:
            outside = outside._replace(tray=TrayIcon(_picture, app))
        self.shell = Shell(app, owner, folder, self.clock, 1.0, outside=outside)
        self.shell.loaded.connect(lambda: tell("loaded"))
        self._words: dict[str, Callable[[], object]] = {
            "due": partial(self._sit, 3600, lambda: self._card, "card"),
            "wait": partial(self._sit, 60, lambda: self._window, "window"),
            "skip": self._skip,
            "quit": app.quit,
        }

    def hear(self) -> None:
        """Do what the test says."""
        self._words[sys.stdin.readline().strip()]()

    @property
    def _card(self) -> object:
        return self.shell.background.breaks.card

    @property
    def _window(self) -> object:
        return getattr(self.shell.background.breaks.run, "window", None)

    def _skip(self) -> None:
        self.shell.background.breaks.skip(sure=True)
        tell("skipped")

    def _sit(self, seconds: int, find: Callable[[], object], word: str) -> None:
        """Sit for so long; the hands rest, as far as this desk tells, so that the card waits for nothing."""
        self.desk.idle.seconds = RESTS_S
        for _second in range(0, seconds, 5):
            self.clock.pass_ms(5_000)
            self.shell.background.breaks.driver.tick()
        self._say_when(find, word)

    def _say_when(self, find: Callable[[], object], word: str) -> None:
        widget = find()
        if isinstance(widget, QWidget) and widget.isVisible():
            tell(word)
        else:
            QTimer.singleShot(_LOOK_MS, lambda: self._say_when(find, word))


def main() -> int:
    """Begin as at login, and do what stdin says."""
    app = QApplication(sys.argv[:1])
    made = AtDesk(app, Path(sys.argv[1]), sys.argv[2], tray="tray" in sys.argv[3:])
    ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ear.activated.connect(made.hear)
    made.shell.open(aside=True)
    return run(app, made.shell, made.owner)


if __name__ == "__main__":
    sys.exit(main())
