"""The machine stays awake: by the session's and the system's bus, by Windows' execution state, by macOS' caffeinate.

Nothing of Qt: the terminal keeps it awake, too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

from coach.desktop.calls import Call, Carrier
from coach.i18n import _
from coach.ports.wake_lock import Hold, Told

#: What shows in a list of who keeps the machine awake.
_WHO, _WHY = "Limber", "A timer is running"
_ES_CONTINUOUS, _ES_SYSTEM, _ES_DISPLAY = 0x80000000, 0x1, 0x2
_GNOME_SUSPEND, _GNOME_IDLE = 4, 8

#: Told how to let go, or None and why it cannot be had.
Done = Callable[[Callable[[], None] | None, str], None]
#: Takes one inhibition.
Way = Callable[[Done], None]


class Inhibition:
    """One thing that is kept from happening, by the first of several ways that works."""

    def __init__(self, ways: Sequence[Way]) -> None:
        self._ways = ways
        self._wanted = self._asking = False
        self._release: Callable[[], None] | None = None
        self._told: Callable[[str], None] = lambda _why: None

    def want(self, told: Callable[[str], None]) -> None:
        """Keep it from happening; `told` gets why that cannot be, '' when it can."""
        self._told = told
        if self._wanted and not self._asking:
            return
        self._wanted = True
        if not self._asking:
            self._try(0, [])

    def let_go(self) -> None:
        """Let it happen again."""
        self._wanted = False
        release, self._release = self._release, None
        if release is not None:
            release()

    def _try(self, number: int, reasons: list[str]) -> None:
        self._asking = True
        if number == len(self._ways):
            self._asking, why = False, "; ".join(dict.fromkeys(reasons))
            if self._wanted:
                self._told(why or _("this desktop has no way to ask for it"))
            self._wanted = False  # the next time it is asked for, it is tried again
            return
        self._ways[number](lambda release, why: self._got(number, reasons, release, why))

    def _got(self, number: int, reasons: list[str], release: Callable[[], None] | None, why: str) -> None:
        if release is None:
            self._try(number + 1, [*reasons, why])
            return
        self._asking = False
        if self._wanted:
            self._release = release
            self._told("")
        else:
            release()  # meanwhile nobody wants it any more


class Awake:
    """See `coach.ports.wake_lock.WakeLock`."""

    def __init__(self, screen: Inhibition, sleep: Inhibition, close: Callable[[], None] = lambda: None) -> None:
        self._screen, self._sleep, self._close = screen, sleep, close
        self._closed = False

    def hold(self, hold: Hold, told: Told) -> None:
        """Hold this and let the rest go."""
        for level, inhibition in ((Hold.SCREEN, self._screen), (Hold.AWAKE, self._sleep)):
            if hold >= level and not self._closed:
                inhibition.want(_telling(told, level))
            else:
                inhibition.let_go()

    def close(self) -> None:
        """Let everything go."""
        self._closed = True
        self._screen.let_go()
        self._sleep.let_go()
        self._close()


def elsewhere() -> Awake | None:
    """Return what Windows or macOS has; None on other systems."""
    if sys.platform == "win32":
        return Awake(Inhibition([_windows(_ES_DISPLAY)]), Inhibition([_windows(_ES_SYSTEM)]))
    if sys.platform == "darwin":
        return Awake(Inhibition([_caffeinate("-d")]), Inhibition([_caffeinate("-i")]))
    return None


def on_the_bus(session: Carrier, system: Carrier) -> Awake:
    """Return what a Linux desktop has: each kind by the way that most desktops have, then by others."""

    def close() -> None:
        session.close()
        system.close()

    screen = Inhibition([_screen_saver(session), _logind(system, "idle")])
    sleep = Inhibition([_logind(system, "sleep:idle"), _gnome(session)])
    return Awake(screen, sleep, close)


def _telling(told: Told, level: Hold) -> Callable[[str], None]:
    return lambda why: told(level, why)


def _screen_saver(bus: Carrier) -> Way:
    where = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
    return _by_cookie(bus, Call(*where, "Inhibit", "ss", (_WHO, _WHY)), Call(*where, "UnInhibit", "u"))


def _gnome(bus: Carrier) -> Way:
    where = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
    values = (_WHO, 0, _WHY, _GNOME_SUSPEND | _GNOME_IDLE)
    return _by_cookie(bus, Call(*where, "Inhibit", "susu", values), Call(*where, "Uninhibit", "u"))


def _by_cookie(bus: Carrier, take: Call, give_back: Call) -> Way:
    """Take an inhibition that is named by a number."""

    def way(done: Done) -> None:
        def answered(values: tuple[Any, ...], why: str) -> None:
            if why or not values:
                done(None, why)
            else:
                done(lambda: bus.call(give_back._replace(values=values)), "")

        bus.call(take, answered)

    return way


def _logind(bus: Carrier, what: str) -> Way:
    """Take an inhibition that lasts as long as a file descriptor is open."""
    where = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
    call = Call(*where, "Inhibit", "ssss", (what, _WHO, _WHY, "block"))

    def way(done: Done) -> None:
        def answered(values: tuple[Any, ...], why: str) -> None:
            if why or not values:
                done(None, why)
            else:
                done(values[0].close, "")

        bus.call(call, answered)

    return way


_windows_flags: set[int] = set()


def _windows(flag: int) -> Way:
    def apply() -> bool:
        import ctypes

        kernel: Any = getattr(ctypes, "windll")  # noqa: B009  only there on Windows, and mypy looks on Linux
        wanted = _ES_CONTINUOUS
        for one in _windows_flags:
            wanted |= one
        return bool(kernel.kernel32.SetThreadExecutionState(wanted))

    def release() -> None:
        _windows_flags.discard(flag)
        apply()

    def way(done: Done) -> None:
        _windows_flags.add(flag)
        if apply():
            done(release, "")
        else:
            _windows_flags.discard(flag)
            done(None, _("Windows does not allow it"))

    return way


def _caffeinate(option: str) -> Way:
    def way(done: Done) -> None:
        try:
            process = subprocess.Popen(["/usr/bin/caffeinate", option, "-w", str(os.getpid())])  # noqa: S603  a fixed path
        except OSError:
            done(None, _("caffeinate cannot be started"))
        else:
            done(lambda: _ended(process), "")

    return way


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
