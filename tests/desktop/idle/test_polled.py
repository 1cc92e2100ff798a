"""Idle time of Windows and macOS, with numbers as these systems would give them: neither is run here."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from coach.desktop.idle.door import IdleDoor, idle_door
from coach.desktop.idle.polled import BACK_MS, SOONEST_MS, PolledIdle, mac_idle_ms, polled, windows_idle_ms
from tests.fakes import FakeClock


class _User:
    def __init__(self, tick: int, *, works: bool = True) -> None:
        self.tick, self.works = tick, works

    def GetLastInputInfo(self, last: Any) -> int:
        last._obj.tick = self.tick
        return int(self.works)


class _Kernel:
    def __init__(self, now: int) -> None:
        self.now = now

    def GetTickCount(self) -> int:
        return self.now


@pytest.mark.parametrize(
    ("tick", "now", "idle_ms"),
    [(1_000, 61_000, 60_000), (0xFFFF_FF00, 0x100, 0x200), (61_000, 60_990, 0), (5, 5, 0)],
)
def test_windows(tick: int, now: int, idle_ms: int) -> None:
    """Right across the start of the count every 49.7 days; a touch a moment after now is no touch 49 days ago."""
    assert windows_idle_ms(_User(tick), _Kernel(now)) == idle_ms


def test_windows_does_not_say() -> None:
    """A call that fails is a trouble, not a person who is there."""
    with pytest.raises(OSError, match="GetLastInputInfo"):
        windows_idle_ms(_User(0, works=False), _Kernel(5))


class _Call:
    restype: Any = None
    argtypes: Any = None

    def __call__(self, state: int, event: int) -> float:
        assert (state, event) == (1, 0xFFFFFFFF)
        assert self.restype is ctypes.c_double
        return 12.5


class _Services:
    def __init__(self) -> None:
        self.CGEventSourceSecondsSinceLastEventType = _Call()


def test_macos() -> None:
    """Asked for the touches of real devices, in milliseconds."""
    assert mac_idle_ms(_Services()) == 12_500


def test_asked_no_more_often_than_the_pause_allows(qapp: QApplication) -> None:
    """Next when the pause could be over; while somebody is away, so often that their return is seen soon."""
    idle_ms = 0
    way = PolledIdle(lambda: idle_ms, lambda: "told", qapp)
    door = IdleDoor([way], FakeClock())
    door.watch(10, lambda: None)
    assert (door.idle_s(), way._timer.interval()) == (0, 10_000)
    idle_ms = 9_900
    way.look()
    assert way._timer.interval() == SOONEST_MS
    idle_ms = 10_400
    way.look()
    assert (door.idle_s(), way._timer.interval()) == (10.4, BACK_MS)
    idle_ms = 30
    way.look()
    assert door.idle_s() == 0
    door.close()
    assert not way._timer.isActive()


def test_a_system_that_stops_answering(qapp: QApplication) -> None:
    """It is not known any more; one sentence says so."""
    answers = iter([0])
    way = PolledIdle(lambda: next(answers, -1), lambda: "told", qapp)

    def fail() -> int:
        raise OSError("gone")

    door = IdleDoor([way], FakeClock())
    door.watch(10, lambda: None)
    way._read = fail
    way.look()
    assert door.idle_s() is None
    assert "does not say when somebody was last there" in door.finding().sentence
    door.close()


@pytest.mark.parametrize(("platform", "who"), [("win32", "Windows"), ("darwin", "macOS"), ("linux", "")])
def test_which_system_has_it(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, platform: str, who: str) -> None:
    """Windows and macOS are asked themselves; on Linux it depends on the desktop."""
    from coach.desktop.bus import Bus

    monkeypatch.setattr("sys.platform", platform)
    found = polled(qapp)
    assert (found.words().split()[0] if found else "") == who
    bus = Bus()
    assert len(idle_door(FakeClock(), bus)._ways) == (1 if who else 3)
