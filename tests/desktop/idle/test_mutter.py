"""GNOME's idle monitor: its words on a bus, with a compositor that answers, restarts and talks nonsense."""

from __future__ import annotations

import pytest

from coach.desktop.bus import Bus
from coach.desktop.idle.door import IdleDoor
from coach.desktop.idle.mutter import MutterIdle
from tests.desktop.private_bus import FakeDesktop
from tests.fakes import FakeClock

_NAME, _PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"


class Desk:
    """A door to a GNOME that the test plays: the first watch is 7, the one for coming back 8."""

    def __init__(self, desktop: FakeDesktop, idle_ms: int = 40) -> None:
        self.desktop, self.clock, self.bus, self.times = desktop, FakeClock(), Bus(), 0
        desktop.answers |= {
            "GetIdletime": ("t", (idle_ms,)),
            "AddIdleWatch": ("u", (7,)),
            "AddUserActiveWatch": ("u", (8,)),
        }
        desktop.own(_NAME)
        self.door = IdleDoor([MutterIdle(self.bus)], self.clock)
        self.door.watch(10, self.told)

    def told(self) -> None:
        self.times += 1

    def fire(self, watch: int) -> None:
        self.desktop.tell(_PATH, _NAME, "WatchFired", "u", (watch,))

    def until(self, idle_s: float | None) -> None:
        self.desktop.work(lambda: self.door.idle_s() == idle_s)

    def asked(self, method: str, times: int = 1) -> None:
        self.desktop.work(lambda: self.desktop.methods().count(method) == times)

    def close(self) -> None:
        self.door.close()
        self.bus.close()


def test_away_and_back(desktop: FakeDesktop) -> None:
    """A watch at the pause, one for coming back only while somebody is away; the pause counts as idle from its start."""
    desk = Desk(desktop)
    desk.asked("AddIdleWatch")
    assert ("AddIdleWatch", (10_000,)) in desktop.calls
    desk.until(0)
    assert "AddUserActiveWatch" not in desktop.methods()
    desk.fire(7)
    desk.until(10)
    desk.asked("AddUserActiveWatch")
    desk.clock.advance(50)
    assert desk.door.idle_s() == 60
    desk.fire(99)
    desk.fire(8)
    desk.until(0)
    assert desk.times == 3
    desk.close()
    desk.asked("RemoveWatch")


def test_nobody_was_there_from_the_start(desktop: FakeDesktop) -> None:
    """Somebody who was away before is away, since when they were."""
    desk = Desk(desktop, idle_ms=600_000)
    desk.until(600)
    desk.asked("AddUserActiveWatch")
    desk.close()


def test_another_pause(desktop: FakeDesktop) -> None:
    """The old watch is taken back, and the other pause is watched."""
    desk = Desk(desktop)
    desk.asked("AddIdleWatch")
    desktop.work(lambda: desk.door._ways[0]._pause_watch == 7)  # type: ignore[attr-defined]
    desk.door.watch(2.5, desk.told)
    desk.asked("AddIdleWatch", 2)
    assert ("RemoveWatch", (7,)) in desktop.calls
    assert ("AddIdleWatch", (2_500,)) in desktop.calls
    desk.close()


def test_the_compositor_restarts(desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that nothing is known, and soon the new one is watched."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (0,))
    desk = Desk(desktop)
    desk.until(0)
    desktop.disown(_NAME)
    desk.until(None)
    assert not desk.door.finding().ok
    desktop.own(_NAME)
    desk.until(0)
    assert desk.door.finding().sentence == "GNOME tells when nobody touches keyboard or mouse"
    desk.close()


def test_nonsense(desktop: FakeDesktop) -> None:
    """A compositor that answers with nothing is not believed."""
    desk = Desk(desktop)
    desktop.answers["GetIdletime"] = ("", ())
    desk.until(None)
    desktop.work(lambda: "not understood" in desk.door.finding().sentence)
    desk.close()


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus() -> None:
    """One sentence says why, and what follows."""
    bus = Bus()
    door = IdleDoor([MutterIdle(bus)], FakeClock())
    door.watch(10, lambda: None)
    assert door.idle_s() is None
    words = "nothing here tells when you are away (no session bus is running); Limber takes it that you are present"
    assert door.finding().sentence == words
    door.close()
