"""Whether the screen is locked: told by the screen savers on the session's bus, by logind on the system's, by Windows, by macOS."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from coach.desktop.bus import Bus
from coach.desktop.bus_way import PROPERTIES, BusWay
from coach.desktop.calls import Call
from coach.desktop.polled import Polled
from coach.desktop.sensors import About, Door
from coach.desktop.ways import Ended, Way
from coach.desktop.windows_messages import WindowsLock
from coach.i18n import _
from coach.ports.sensor import Sense, Sensor

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
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Savers(BusWay[bool]):
    """The screen savers of a session; each of them counts alone."""

    def begin(self) -> None:
        """Listen to all, and ask those that are there; none is started for that."""
        self._active: set[str] = set()
        for saver in SAVERS:
            self.hear(saver, "ActiveChanged", partial(self._changed, saver))
        self.ask(Call(*_BUS, "ListNames"), self._listed)

    def words(self) -> str:
        """Who tells."""
        return _("the desktop tells when the screen is locked and unlocked")

    def _listed(self, values: tuple[Any, ...]) -> None:
        there = [saver for saver in SAVERS if saver in values[0]]
        if not there:
            self.end(_("no screen saver is running"))
            return
        self.tell(False)
        for saver in there:
            call = Call(saver, "/" + saver.replace(".", "/"), saver, "GetActive")
            self.wonder(call, partial(self._changed, saver))

    def _changed(self, saver: str, values: tuple[Any, ...]) -> None:
        if values[0]:
            self._active.add(saver)
            self.tell(True)
        elif saver in self._active:
            self._active.clear()  # a screen that one of them gives free is free
            self.tell(False)


class LogindLock(BusWay[bool]):
    """Logind's own word for our session."""

    def __init__(self, bus: Bus, environ: Mapping[str, str] = os.environ) -> None:
        super().__init__(bus)
        self._environ = environ

    def begin(self) -> None:
        """Find our session."""
        number = self._environ.get("XDG_SESSION_ID") or "auto"
        self.ask(Call(*_LOGIND, "GetSession", "s", (number,)), self._found)

    def words(self) -> str:
        """Who tells."""
        return _("the system tells when the screen is locked and unlocked")

    def _found(self, values: tuple[Any, ...]) -> None:
        path = str(values[0])
        self.hear_property(path, _SESSION, self._changed)
        self.tell(False)
        call = Call(_LOGIND[0], path, PROPERTIES, "Get", "ss", (_SESSION, "LockedHint"))
        self.wonder(call, lambda values: self._changed({"LockedHint": values[0][1]}))

    def _changed(self, properties: dict[str, Any]) -> None:
        if properties.get("LockedHint") is not None:
            self.tell(bool(properties["LockedHint"]))


class Either:
    """See `coach.desktop.ways.Way`: several that may lock, and whoever unlocks ends it for all; it ends with the last."""

    def __init__(self, ways: Sequence[Way[bool]]) -> None:
        self._ways = ways
        self._locked: set[int] = set()
        self._open: list[int] = []
        self._tell: Callable[[Sense], None] = lambda _sense: None
        self._ended: Ended = lambda _why: None

    def open(self, tell: Callable[[Sense], None], ended: Ended) -> None:
        """Begin all of them."""
        self._tell, self._ended = tell, ended
        self._locked.clear()
        self._open = list(range(len(self._ways)))
        for number, way in enumerate(self._ways):
            way.open(partial(self._heard, number), partial(self._gone, number))

    def close(self) -> None:
        """Stop all of them."""
        self._open = []
        for way in self._ways:
            way.close()

    def words(self) -> str:
        """Who tells."""
        return self._ways[self._open[0] if self._open else 0].words()

    def _heard(self, number: int, locked: bool) -> None:  # noqa: FBT001  what a way tells
        if locked:
            self._locked.add(number)
        elif number in self._locked:
            self._locked.clear()
        self._tell(Sense(bool(self._locked)))

    def _gone(self, number: int, why: str) -> None:
        if number not in self._open:
            return
        self._open.remove(number)
        self._locked.discard(number)
        if not self._open:
            self._ended(why)


class Unlocking:
    """See `coach.ports.screen_lock.ScreenLock`: of a lock, only that it has gone. The `buses` are its own."""

    def __init__(self, lock: Sensor, *buses: Bus) -> None:
        self._lock, self._buses = lock, buses
        self._was = False

    def watch(self, unlocked: Callable[[], None]) -> None:
        """Tell each time the lock goes."""

        def seen(sense: Sense) -> None:
            was, self._was = self._was, bool(sense.on)
            if was and sense.on is False:
                unlocked()

        self._was = False
        self._lock.watch(seen)

    def close(self) -> None:
        """Watch no more, and leave the buses."""
        self._lock.close()
        for bus in self._buses:
            bus.close()


def lock_door(
    session: Bus, system: Bus, parent: QObject | None = None, environ: Mapping[str, str] = os.environ
) -> Door:
    """Return what tells on this system whether the screen is locked."""
    way: Way[Sense]
    if sys.platform == "win32":
        way = Either([WindowsLock()])
    elif sys.platform == "darwin":
        from coach.desktop.macos import screen_is_locked

        way = Polled(screen_is_locked, lambda: _("macOS tells whether the screen is locked"), parent)
    else:
        way = Either([Savers(session), LogindLock(system, environ)])
    about = About(
        lambda: _("screen lock"),
        lambda: _(
            "nothing here tells when the screen is locked ({why}); being away is seen by idle time alone, and a pack is asked about every five minutes"
        ),
    )
    return Door(about, [[way]], parent)


def screen_lock(parent: QObject | None = None) -> Unlocking:
    """Return what tells on this system that somebody is back."""
    session, system = Bus(parent), Bus(parent, system=True)
    return Unlocking(lock_door(session, system, parent), session, system)
