"""Sleep and waking: logind's word on a real bus, two clocks where nobody tells, Windows' messages as numbers."""

from __future__ import annotations

import ctypes

import pytest
from PySide6.QtWidgets import QApplication

from coach.desktop import windows_messages
from coach.desktop.bus import Bus
from coach.desktop.suspend import SleepByClocks, SuspendDoor, suspend_door
from coach.desktop.windows_messages import WindowsLock, WindowsSleep, _Filter, _Message, lock_meant, sleep_meant
from tests.desktop.private_bus import FakeDesktop
from tests.fakes import FakeClock

_LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b")


def test_logind_tells(desktop: FakeDesktop) -> None:
    """Told before and after, in that order; nothing at first; logind that goes is replaced by the clocks."""
    bus, clock, seen = Bus(system=True), FakeClock(), list[bool]()
    door = suspend_door(clock, bus)
    door.watch(seen.append)
    desktop.work(lambda: door.finding().sentence == "the system tells when the computer goes to sleep and wakes")
    assert seen == []
    desktop.tell(*_LOGIND, (True,))
    desktop.tell(*_LOGIND, (False,))
    desktop.work(lambda: len(seen) == 2)
    assert seen == [True, False]
    desktop.disown("org.freedesktop.login1")
    desktop.work(lambda: not door.finding().ok)
    door.close()
    bus.close()


@pytest.mark.usefixtures("no_bus")
def test_where_nobody_tells() -> None:
    """The clocks are compared instead, and the sentence says so."""
    bus = Bus(system=True)
    door = suspend_door(FakeClock(), bus)
    door.watch(lambda _asleep: None)
    assert door.finding().sentence.startswith("nothing here tells that the computer goes to sleep")
    door.close()


def test_two_clocks(qapp: QApplication) -> None:
    """A sleep is seen once, afterwards; time that passes awake, a clock set anew and a short drift are none."""
    clock, seen = FakeClock(), list[bool]()
    way = SleepByClocks(clock, qapp)
    door = SuspendDoor([way])
    door.watch(seen.append)
    clock.advance(3_600)
    clock.step_wall(9_000)
    way.look()
    clock.sleep_machine(5)
    way.look()
    assert seen == []
    clock.sleep_machine(600)
    way.look()
    way.look()
    assert seen == [False]
    door.close()
    assert not way._timer.isActive()


@pytest.mark.parametrize(
    ("message", "first", "sleeps", "locks"),
    [
        (0x218, 0x4, True, None),
        (0x218, 0x12, False, None),
        (0x218, 0x7, False, None),
        (0x218, 0xA, None, None),
        (0x2B1, 0x7, None, True),
        (0x2B1, 0x8, None, False),
        (0x2B1, 0x5, None, None),
        (0x1, 0x4, None, None),
    ],
)
def test_what_windows_means(message: int, first: int, sleeps: bool | None, locks: bool | None) -> None:
    """A power setting that changes, or somebody who logs in, is neither sleep nor lock."""
    assert (sleep_meant(message, first), lock_meant(message, first)) == (sleeps, locks)


def test_messages_are_looked_at_and_passed_on(qapp: QApplication) -> None:
    """A message of Windows is read where it lies; one of another system is not."""
    seen: list[bool] = []
    listener = _Filter(lock_meant, seen.append)
    message = _Message(None, 0x2B1, 0x7)
    for kind in (b"windows_generic_MSG", b"xcb_generic_event_t"):
        assert listener.nativeEventFilter(kind, ctypes.addressof(message)) == (False, 0)
    assert seen == [True]


def test_the_window_that_is_told(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made for that and goes again; where Windows refuses, one sentence says so."""
    told, ended = list[bool](), list[str]()
    sleep = WindowsSleep()
    sleep.open(told.append, ended.append)
    assert (told, ended) == ([False], [])
    sleep.close()
    assert sleep._window is None
    monkeypatch.setattr(windows_messages.WindowsLock, "register", lambda _self, _window: False)
    lock = WindowsLock()
    lock.open(told.append, ended.append)
    assert (told, ended) == ([False], ["Windows does not allow it"])
