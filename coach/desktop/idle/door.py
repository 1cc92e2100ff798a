"""The door to idle time: the first way that works here, and what is known between two of its news."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from coach.clock import Clock
from coach.desktop.bus import Bus
from coach.desktop.idle.mutter import MutterIdle
from coach.desktop.idle.polled import polled
from coach.desktop.idle.wayland import WaylandIdle
from coach.desktop.idle.x11 import X11Idle
from coach.desktop.ways import Ended, FirstOf
from coach.i18n import _
from coach.ports.probe import Finding

_NS_PER_MS, _NS_PER_S = 1_000_000, 1_000_000_000


class IdleWay(Protocol):
    """A `coach.desktop.ways.Way` that tells milliseconds, at a pause that can be changed."""

    def open(self, tell: Callable[[int], None], ended: Ended) -> None:
        """Begin."""
        ...

    def close(self) -> None:
        """Stop."""
        ...

    def words(self) -> str:
        """Say how it is seen."""
        ...

    def wait_for(self, pause_ms: int) -> None:
        """Tell from now on at this pause."""
        ...


class IdleDoor:
    """See `coach.ports.idle.Idle`."""

    def __init__(self, ways: Sequence[IdleWay], clock: Clock, parent: QObject | None = None) -> None:
        self._ways, self._clock = ways, clock
        self._first: FirstOf[int] = FirstOf(ways, parent)
        self._told: Callable[[], None] = lambda: None
        self._pause_ms = 0
        self._watches = False
        self._known: bool | None = None  # None: nobody has said yet
        self._since_ns: int | None = (
            None  # the last touch, on the clock that runs through sleep; None: somebody is there
        )

    def watch(self, pause_s: float, told: Callable[[], None]) -> None:
        """Watch for pauses of this length."""
        self._told = told
        pause_ms = round(pause_s * 1000)
        if self._watches and pause_ms == self._pause_ms:
            return
        self._pause_ms = pause_ms
        for way in self._ways:
            way.wait_for(pause_ms)
        if not self._watches:
            self._watches = True
            self._first.open(self._heard, self._lost)

    def idle_s(self) -> float | None:
        """Return the seconds since the last touch."""
        if not self._known:
            return None
        return 0.0 if self._since_ns is None else max(0, self._clock.now().boot_ns - self._since_ns) / _NS_PER_S

    def finding(self) -> Finding:
        """Say how it is seen."""
        name, way = _("idle time"), self._first.in_use
        if way is not None:
            return Finding(name, True, way.words())
        if not self._first.settled():
            return Finding(name, False, _("being looked for"), looking=True)
        missing = _("nothing here tells when you are away ({why}); Limber takes it that you are present")
        return Finding(name, False, missing.format(why=self._first.reasons or _("not looked for yet")))

    def settled(self) -> bool:
        """Whether it is known by now whether anything can be told."""
        return self._first.settled()

    def close(self) -> None:
        """Watch no more."""
        self._watches, self._known, self._since_ns = False, None, None
        self._first.close()

    def _heard(self, idle_ms: int) -> None:
        idle = idle_ms >= self._pause_ms
        was = (self._known, self._since_ns is not None)
        self._known = True
        if not idle:
            self._since_ns = None
        elif self._since_ns is None:
            self._since_ns = self._clock.now().boot_ns - idle_ms * _NS_PER_MS
        if was != (True, idle):
            self._told()

    def _lost(self) -> None:
        """Nobody tells any more: whoever was away is not known to be."""
        was, self._known, self._since_ns = self._known, False, None
        if was is not False:
            self._told()


def idle_door(
    clock: Clock, bus: Bus, parent: QObject | None = None, environ: Mapping[str, str] = os.environ
) -> IdleDoor:
    """Return what this system has, by what the session is and not by how our own windows get onto the screen."""
    elsewhere = polled(parent)
    ways = (elsewhere,) if elsewhere else (MutterIdle(bus), WaylandIdle(parent, environ), X11Idle(parent, environ))
    return IdleDoor(ways, clock, parent)
