"""The program started as at login, with breaks on, where a display and a tray are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from coach.settings.model import Settings
from coach.settings.store import save_settings
from tests.app.breaks_hands import MOVES
from tests.app.tray_host import TrayHost
from tests.desktop.x11.windows import Windows
from tests.virtual_display import LONGEST_S, on_display


class Login:
    """`address`: of a bus that is the test's own; a tray comes on it."""

    def __init__(self, display: str, address: str, folder: Path) -> None:
        self.hands, self._errors = Windows(display), folder / "stderr.txt"
        data = folder / "data"
        data.mkdir()
        save_settings(data, Settings(breaks=MOVES))
        self._environ = {**on_display(display, data), "DBUS_SESSION_BUS_ADDRESS": address, "XDG_CURRENT_DESKTOP": "KDE"}
        self.host = TrayHost(address)
        with self._errors.open("w") as errors:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "coach", "--in-tray"], env=self._environ, stderr=errors, stdin=subprocess.DEVNULL
            )

    def again(self) -> str:
        """Start the program once more."""
        command = [sys.executable, "-m", "coach"]
        done = subprocess.run(
            command, env=self._environ, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
        return done.stdout

    def errors(self) -> list[str]:
        """What the program wrote about its trouble, but for Qt's own: this bus has no portal."""
        lines = self._errors.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.startswith("qt.qpa.services:")]

    def end(self) -> None:
        self.program.kill()
        self.program.wait(LONGEST_S)
        self.host.close()
        self.hands.leave()
