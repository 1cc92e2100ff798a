"""Coming back to a locked screen, told by whoever tells on a real bus: each time once, and only while it is watched."""

from __future__ import annotations

import pytest

from coach.desktop.bus import Bus
from coach.desktop.calls import Call
from coach.desktop.screen_lock import Unlocking, lock_door, screen_lock
from coach.ports.sensor import UNKNOWN, Sense
from tests.desktop.private_bus import FakeDesktop

_MINE, _OTHERS = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_33"
_LOGIND = "org.freedesktop.login1.Session"
_PING = Call("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Ping")


class Watch:
    """A lock that is watched, and how often it was unlocked."""

    def __init__(self, desktop: FakeDesktop, number: str = "") -> None:
        self.desktop, self.times = desktop, 0
        desktop.answers["GetSession"] = ("o", (_MINE,))
        environ = {"XDG_SESSION_ID": number} if number else {}
        self.session, self.system = Bus(), Bus(system=True)
        self.door = lock_door(self.session, self.system, None, environ)
        self.lock = Unlocking(self.door, self.session, self.system)
        self.watch()

    def watch(self) -> None:
        asked = len(self.desktop.calls)
        self.lock.watch(self.unlocked)
        self.desktop.work(lambda: len(self.desktop.calls) > asked)
        self.listens(self.session)
        self.listens(self.system)
        self.listens(self.session)  # what was answered may have led to another question

    def listens(self, bus: Bus) -> None:
        """Wait until everything that was sent has arrived: what comes after it has an answer."""
        answered: list[str] = []
        bus.call(_PING, lambda _values, why: answered.append(why))
        self.desktop.work(lambda: bool(answered))

    def unlocked(self) -> None:
        self.times += 1

    def saver(self, name: str, *, on: bool) -> None:
        """A screen saver comes or goes."""
        self.desktop.tell("/" + name.replace(".", "/"), name, "ActiveChanged", "b", (on,))

    def logind(self, path: str, key: str, *, on: bool) -> None:
        """A property of a session of logind changes."""
        changed, gone = {key: ("b", on)}, list[str]()
        where = (path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        self.desktop.tell(*where, "sa{sv}as", (_LOGIND, changed, gone))

    def heard(self) -> int:
        """How often it was unlocked, once everything that was sent before has arrived."""
        before = self.times
        self.saver("org.mate.ScreenSaver", on=True)
        self.saver("org.mate.ScreenSaver", on=False)
        self.desktop.work(lambda: self.times > before)
        return self.times - 1


@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver"])
def test_a_screen_saver_goes_away(desktop: FakeDesktop, name: str) -> None:
    """Told when it goes, not when it comes; one that was never there tells nothing by going."""
    seen = Watch(desktop)
    seen.saver(name, on=False)
    seen.saver(name, on=True)
    seen.saver(name, on=False)
    desktop.work(lambda: seen.times == 1)
    assert seen.heard() == 1
    seen.lock.close()


def test_logind_unlocks_our_session(desktop: FakeDesktop) -> None:
    """Only our own session counts, and only the lock of it; the session is asked for by its number where there is one."""
    seen = Watch(desktop, "32")
    assert ("GetSession", ("32",)) in desktop.calls
    desktop.work(lambda: ("org.freedesktop.DBus.Properties", "PropertiesChanged") in seen.system._heard)
    seen.listens(seen.system)
    for path in (_OTHERS, _MINE):
        seen.logind(path, "LockedHint", on=True)
        seen.logind(path, "IdleHint", on=False)
        seen.logind(path, "LockedHint", on=False)
    desktop.work(lambda: seen.times == 1)
    assert seen.heard() == 1
    seen.lock.close()


def test_not_watched_any_more(desktop: FakeDesktop) -> None:
    """After closing nothing is told; watched again it begins anew, and a lock from before is forgotten."""
    seen = Watch(desktop)
    assert ("GetSession", ("auto",)) in desktop.calls
    seen.saver("org.gnome.ScreenSaver", on=True)
    assert seen.heard() == 0
    seen.lock.close()
    seen.saver("org.gnome.ScreenSaver", on=False)
    seen.times = 0
    seen.watch()
    seen.saver("org.gnome.ScreenSaver", on=False)
    assert seen.heard() == 0
    seen.lock.close()


def test_without_logind(desktop: FakeDesktop) -> None:
    """A session that logind does not know: the screen savers tell all the same."""
    seen = Watch(desktop)
    desktop.answers["GetSession"] = "org.freedesktop.login1.NoSuchSession"
    seen.lock.close()
    seen.watch()
    assert seen.heard() == 0
    assert ("org.freedesktop.DBus.Properties", "PropertiesChanged") not in seen.system._heard
    seen.lock.close()


@pytest.mark.usefixtures("no_bus")
def test_without_any_bus() -> None:
    """Nothing tells, and nothing is left running."""
    lock = screen_lock()
    lock.watch(pytest.fail)
    lock.close()


def test_locked_or_not(desktop: FakeDesktop) -> None:
    """Seen from the start where it was locked before; whoever gives the screen free gives it free for all."""
    desktop.answers["GetSession"] = ("o", (_MINE,))
    desktop.answers["Get"] = ("v", (("b", True),))
    session, system = Bus(), Bus(system=True)
    door, seen = lock_door(session, system, None, {}), list[Sense]()
    door.watch(seen.append)
    desktop.work(lambda: seen[-1:] == [Sense(True)])
    assert door.finding().ok
    where = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b")
    desktop.tell(*where, (True,))
    desktop.tell(*where, (False,))
    desktop.work(lambda: door.sense() == Sense(False))
    assert seen == [Sense(False), Sense(True), Sense(False)]
    for one in (door, session, system):
        one.close()


@pytest.mark.usefixtures("no_bus")
def test_where_nobody_tells_of_a_lock() -> None:
    """It is not known, and one sentence says why and what follows."""
    door, seen = lock_door(Bus(), Bus(system=True)), list[Sense]()
    door.watch(seen.append)
    assert seen == [UNKNOWN]
    assert door.finding().sentence == (
        "nothing here tells when the screen is locked (no system bus is running); "
        "being away is seen by idle time alone, and a pack is asked about every five minutes"
    )
    door.close()
