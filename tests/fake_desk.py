"""A desk that does what the test says: idle time, what somebody is busy with, sleep, starting at login."""

from __future__ import annotations

from collections.abc import Callable

from coach.ports.busy import BusyKind
from coach.ports.desk import Doors
from coach.ports.probe import Finding
from coach.ports.sensor import UNKNOWN, Sense


class FakeIdle:
    """A desk whose idle time the test sets; None where nothing tells."""

    def __init__(self, idle_s: float | None = 0.0) -> None:
        self.seconds = idle_s
        self.pause_s = 0.0
        self.told: Callable[[], None] = lambda: None

    def watch(self, pause_s: float, told: Callable[[], None]) -> None:
        self.pause_s, self.told = pause_s, told

    def idle_s(self) -> float | None:
        return self.seconds

    def finding(self) -> Finding:
        return Finding("idle time", self.seconds is not None, "the test tells")

    def close(self) -> None:
        self.pause_s, self.told = 0.0, lambda: None

    def set(self, idle_s: float | None) -> None:
        """Let so much time be without a touch, and tell it."""
        self.seconds = idle_s
        self.told()


class FakeSensor:
    """Something about the desk that is so when the test says it."""

    def __init__(self, name: str = "sensor", *, on: bool | None = False) -> None:
        self.name, self.now = name, Sense(on)
        self.told: Callable[[Sense], None] | None = None

    def watch(self, told: Callable[[Sense], None]) -> None:
        self.told = told
        told(self.now)

    def sense(self) -> Sense:
        return self.now if self.told is not None else UNKNOWN

    def finding(self) -> Finding:
        return Finding(self.name, self.now.on is not None, "the test tells")

    def close(self) -> None:
        self.told = None

    def set(self, on: bool | None, who: str = "") -> None:
        """Let it be so, or not, or not be known."""
        self.now = Sense(on, who)
        if self.told is not None:
            self.told(self.now)


def fake_busy() -> dict[BusyKind, FakeSensor]:
    """Return a desk where nobody is busy with anything."""
    return {kind: FakeSensor(kind.value) for kind in BusyKind}


class FakeSuspend:
    """A machine that sleeps when the test says so; the clock is the test's to move."""

    def __init__(self) -> None:
        self.told: Callable[[bool], None] = lambda _asleep: None

    def watch(self, told: Callable[[bool], None]) -> None:
        self.told = told

    def finding(self) -> Finding:
        return Finding("sleep", True, "the test tells")

    def close(self) -> None:
        self.told = lambda _asleep: None


class FakeAutostart:
    """An entry for the login that is a truth value; `why` says why it cannot be changed."""

    def __init__(self, why: str = "", *, on: bool = False) -> None:
        self.why, self.on = why, on

    def trouble(self) -> str:
        return self.why

    def place(self) -> str:
        return "/home/someone/.config/autostart/limber.desktop"

    def entry(self) -> str:
        return "Exec=limber --in-tray\n"

    def is_on(self) -> bool:
        return self.on

    def turn(self, *, on: bool) -> str:
        self.on = self.on if self.why else on
        return self.why


class FakeDesk:
    """A desk of such doors."""

    def __init__(self) -> None:
        self.idle, self.lock, self.suspend = FakeIdle(), FakeSensor("screen lock"), FakeSuspend()
        self.busy, self.start, self.closed = fake_busy(), FakeAutostart(), False

    @property
    def doors(self) -> Doors:
        return Doors(self.idle, self.lock, self.suspend, self.busy)

    @property
    def autostart(self) -> FakeAutostart:
        return self.start

    def close(self) -> None:
        self.closed = True
