"""The whole program presenting in real windows, talking on stdout and obeying stdin.

Usage: DISPLAY=:N python -m tests.app.presenting_window FOLDER. Says `loaded`; answers `where` with the screen and the place
of the stage, whether it fills it, and the page that the presenter sees; `wish NAME` does what a key stands for. `place X Y WIDTH
HEIGHT` moves the program's own window, `fill` lets it fill its screen; `seen` says where it is.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.app.shell import Shell
from coach.clock import SystemClock
from coach.desktop.ownership import Owner
from tests.app.real_window import Ear, run, tell


def where(shell: Shell) -> str:
    """Say where the stage is."""
    stage = shell.presenting.stage if shell.presenting is not None else None
    if stage is None:
        return f"none {shell.window.key}"
    area = stage.geometry()
    filled = "full" if stage.isFullScreen() else "window"
    return f"{stage.screen().name()} {area.x()} {area.y()} {area.width()} {area.height()} {filled} {shell.window.key}"


def seen(shell: Shell) -> str:
    """Say where the program's own window is."""
    window = shell.window
    area = window.geometry()
    filled = "full" if window.isFullScreen() else "window"
    return f"{window.screen().name()} {area.x()} {area.y()} {area.width()} {area.height()} {filled}"


def main() -> int:
    """Open the window and do what stdin says."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    owner = Owner.acquire(folder)
    assert owner is not None
    shell = Shell(app, owner, folder, SystemClock(), 1.0)
    shell.loaded.connect(lambda: tell("loaded"))
    ear = Ear()

    def obey(word: str) -> None:
        if word == "quit":
            shell.window.close()
        elif word == "present":
            shell.window.show_page("routines")
            shell.present("routine", "morning-ease")
        elif word.startswith("wish ") and shell.presenting is not None:
            shell.presenting.wish(word.removeprefix("wish "))
        elif word.startswith("place "):
            shell.window.setGeometry(*map(int, word.split()[1:]))
        elif word == "fill":
            shell.window.set_full_screen(on=True)
        elif word.startswith("picture "):
            stage = shell.presenting.stage if shell.presenting is not None else None
            (stage or shell.window).grab().save(word.removeprefix("picture "))
        tell(seen(shell) if word == "seen" else where(shell))

    ear.said.connect(obey, Qt.ConnectionType.QueuedConnection)
    listener = threading.Thread(target=ear.listen)
    listener.start()
    shell.open()
    shell.window.setGeometry(0, 0, 1200, 760)
    return run(app, shell, owner)


if __name__ == "__main__":
    sys.exit(main())
