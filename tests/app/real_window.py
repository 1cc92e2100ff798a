"""The whole program in a real window, talking on stdout; ends when told to on stdin.

Usage: DISPLAY=:N python -m tests.app.real_window FOLDER. Says `painted`, then `loaded`, `raised` each time it is
asked to come forward, and `playing` / `rated` / `over` as the session it plays goes on.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.app.first_paint import FirstPaint
from coach.app.shell import Shell
from coach.clock import SystemClock
from coach.desktop.ownership import Owner
from coach.session.state import Need, Phase
from coach.ui.main_window import STAGE


class Ear(QObject):
    """Hears the test."""

    said = Signal(str)

    def listen(self) -> None:
        for line in sys.stdin:
            self.said.emit(line.strip())
            if line.strip() == "quit":
                return  # a thread still reading would hold up the end of the program


def tell(word: str) -> None:
    print(word, flush=True)


def run(app: QApplication, shell: Shell, owner: Owner) -> int:
    """Run the program until it is closed, and leave nothing of it behind."""
    code = app.exec()
    shell.close()
    owner.release()
    return code


def main() -> int:
    """Open the window and do what stdin says: start, rate, skip, quit."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    owner = Owner.acquire(folder)
    assert owner is not None
    shell = Shell(app, owner, folder, SystemClock(), 200.0)
    FirstPaint(shell.window).done.connect(lambda: tell("painted"))
    shell.loaded.connect(lambda: tell("loaded"))
    shell.raise_asked.connect(lambda: tell("raised"))
    ear = Ear()

    def obey(word: str) -> None:
        window = shell.window
        if word == "quit":
            window.close()
        elif word == "start":
            for button in window.page("today").findChildren(QAbstractButton):
                if button.text() == "Start":
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            desk = shell.sessions.stage
            assert desk is not None
            desk.finished.connect(lambda _event: tell("over"))
            tell("playing" if window.key == STAGE else "nothing")
        elif word == "rate":
            desk = shell.sessions.stage
            while desk is not None and (now := desk.snapshot()) is not None and now.need is Need.RATING:
                QTest.keyClick(window.page(STAGE), Qt.Key.Key_5)  # one for each place that is tracked
                QTest.keyClick(window.page(STAGE), Qt.Key.Key_Return)
            tell("rated")
        elif word == "skip":
            desk = shell.sessions.stage
            while desk is not None and (now := desk.snapshot()) is not None and now.phase is Phase.RUNNING:
                QTest.keyClick(window.page(STAGE), Qt.Key.Key_Right)
            tell("skipped")

    ear.said.connect(obey, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=ear.listen, daemon=True).start()
    shell.open()
    return run(app, shell, owner)


if __name__ == "__main__":
    sys.exit(main())
