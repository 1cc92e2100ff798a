"""The desk of this machine: every door, on one line to each message bus."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from coach.clock import Clock
from coach.desktop.autostart import FileAutostart, RegistryAutostart, autostart
from coach.desktop.bus import Bus
from coach.desktop.busy.doors import busy_doors
from coach.desktop.idle.door import idle_door
from coach.desktop.screen_lock import lock_door
from coach.desktop.suspend import suspend_door
from coach.ports.desk import Doors
from coach.ports.probe import Finding

#: Longer than any service may take to answer.
LONGEST_MS = 1_500
_LOOK_MS = 20
#: Any pause would do to see whether it can be told.
_PAUSE_S = 60.0


class MachineDesk:
    """See `coach.ports.desk.Desk`. `folder` with the data, where it is not the usual one."""

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        folder: Path | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._session, self._system = Bus(parent), Bus(parent, system=True)
        self._idle = idle_door(clock, self._session, parent, environ)
        self._lock = lock_door(self._session, self._system, parent, environ)
        self._suspend = suspend_door(clock, self._system, parent)
        self._busy = busy_doors(self._session, self._system, parent, environ)
        self._autostart = autostart(folder, environ)

    @property
    def doors(self) -> Doors:
        """The doors."""
        return Doors(self._idle, self._lock, self._suspend, self._busy)

    @property
    def autostart(self) -> FileAutostart | RegistryAutostart:
        """Starting at login."""
        return self._autostart

    def settled(self) -> bool:
        """Whether each door that is watched knows by now whether it can see."""
        single = (self._idle.settled(), self._lock.settled(), self._suspend.settled())
        return all(single) and all(door.settled() for door in self._busy.values())

    def close(self) -> None:
        """Leave the desktop."""
        self._idle.close()
        self._lock.close()
        self._suspend.close()
        for door in self._busy.values():
            door.close()
        self._session.close()
        self._system.close()


def looked_at(clock: Clock, environ: Mapping[str, str] = os.environ) -> list[Finding]:
    """Open every door for a moment and say what was found; takes as long as the slowest service, at most 1.5 s."""
    app = QCoreApplication.instance() or _application()
    desk = MachineDesk(clock, None, None, environ)
    doors = desk.doors
    doors.idle.watch(_PAUSE_S, lambda: None)
    doors.suspend.watch(lambda _asleep: None)
    for door in (doors.lock, *doors.busy.values()):
        door.watch(lambda _sense: None)
    _until(desk.settled, app)
    found = doors.findings()
    desk.close()
    return found


def _application() -> QCoreApplication:
    """Windows tells only windows; elsewhere an application without any does, where there may be no display."""
    return QGuiApplication(["limber"]) if sys.platform == "win32" else QCoreApplication(["limber"])


def _until(so: Callable[[], bool], parent: QObject) -> None:
    loop, look = QEventLoop(parent), QTimer(parent)
    rounds = iter(range(LONGEST_MS // _LOOK_MS))

    def again() -> None:
        if so() or next(rounds, None) is None:
            loop.quit()

    look.timeout.connect(again)
    look.start(_LOOK_MS)
    loop.exec()
    look.stop()
    look.deleteLater()
    loop.deleteLater()
