"""Helper processes: this very program in another part, ended by force, and never waited for."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess

_BURY_MS = 200
#: Killed, and not gone yet: a QProcess that is destroyed earlier would wait for its end.
dying: set[QProcess] = set()


def ourselves() -> list[str]:
    """Return what starts this program once more; a command of `coach.cli` comes behind it. A bundle is the program itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "coach"]


def let_go(process: QProcess) -> None:
    """Kill the process; its object goes when it has ended."""
    if process.state() == QProcess.ProcessState.NotRunning:
        process.deleteLater()
        return
    process.setParent(None)
    dying.add(process)
    process.finished.connect(lambda *_end: _gone(process))
    process.kill()


def _gone(process: QProcess) -> None:
    if process in dying:
        dying.discard(process)
        process.deleteLater()


def bury() -> None:
    """Wait for what was killed, at the end of the program: it takes milliseconds, and is bounded."""
    for process in list(dying):
        process.waitForFinished(_BURY_MS)
        dying.discard(process)
