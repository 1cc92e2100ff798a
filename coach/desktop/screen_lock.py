"""Whether the screen is locked: told by the screen savers on the session's bus and by logind on the system's."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from coach.desktop.bus import Bus
from coach.desktop.calls import Call

#: All have the signal ActiveChanged: those of KDE and others, of GNOME, and of its relatives, by their own names.
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class LockOnTheBus:
    """See `coach.ports.screen_lock.ScreenLock`. Who locks and who unlocks may be several: each of them counts alone."""

    def __init__(self, session: Bus, system: Bus, environ: Mapping[str, str] = os.environ) -> None:
        self._session, self._system, self._environ = session, system, environ
        self._unlocked: Callable[[], None] = lambda: None
        self._locked: set[str] = set()

    def watch(self, unlocked: Callable[[], None]) -> None:
        """Listen to everybody who may tell."""
        self._unlocked = unlocked
        for saver in SAVERS:
            self._session.listen(saver, "ActiveChanged", partial(self._active, saver))
        number = self._environ.get("XDG_SESSION_ID") or "auto"
        self._system.call(Call(*_LOGIND, "GetSession", "s", (number,)), self._found)

    def close(self) -> None:
        """Leave the buses."""
        self._locked.clear()
        self._session.close()
        self._system.close()

    def _found(self, values: tuple[Any, ...], why: str) -> None:
        """Logind has named our session, or knows none."""
        if values and not why:
            self._system.listen(_PROPERTIES, "PropertiesChanged", self._changed, path=str(values[0]))

    def _changed(self, values: tuple[Any, ...]) -> None:
        interface, changed = values[0], values[1]
        if interface == _SESSION and "LockedHint" in changed:
            self._turned(_SESSION, on=bool(changed["LockedHint"][1]))

    def _active(self, saver: str, values: tuple[Any, ...]) -> None:
        self._turned(saver, on=bool(values[0]))

    def _turned(self, who: str, *, on: bool) -> None:
        if on:
            self._locked.add(who)
        elif who in self._locked:
            self._locked.discard(who)
            self._unlocked()


def screen_lock(parent: QObject | None = None) -> LockOnTheBus | None:
    """Return what tells on this system; None on Windows and macOS, which tell Limber nothing."""
    if sys.platform in {"win32", "darwin"}:
        return None
    return LockOnTheBus(Bus(parent), Bus(parent, system=True))
