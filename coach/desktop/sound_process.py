"""The process that plays the sounds: `limber sound-process FOLDER`, which no help lists.

A sound server that hangs holds up whoever asks it for a device, for good. So on Linux the window does not ask it: this
process does, and tells the window on its standard output: `ready`, or `none` and what is missing, then `played` each time;
`none` comes later as well, when a sound never ends.
A line on its standard input is the name of a sound and its level; the end of the input ends it. With `--look` it tells
what it found and ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from coach.desktop.effects import Effects
from coach.ports.sounds import Earcon

_MOST_BYTES = 4096


def main(folder: Path, *, look: bool = False) -> int:
    """Play what is asked for until the input ends."""
    app = QCoreApplication(sys.argv[:1])
    found: list[str] = []

    def told(missing: str) -> None:
        found.append(missing)
        _say(f"none {missing}" if missing else "ready")
        if look:
            app.quit()

    effects = Effects(folder, told)
    if look:
        return 0 if found else app.exec()  # what was told before there was a loop cannot end it
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        asked = os.read(sys.stdin.fileno(), _MOST_BYTES)
        if not asked:
            app.quit()
        for line in asked.decode("ascii", "replace").split("\n"):
            _play(effects, line)

    notifier.activated.connect(read)
    return app.exec()


def _play(effects: Effects, line: str) -> None:
    name, _space, level = line.partition(" ")
    if name in {earcon.value for earcon in Earcon} and level.isdigit():
        effects.play(Earcon(name), int(level))
        _say("played")


def _say(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())
