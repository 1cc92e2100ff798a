"""The machine goes to sleep and wakes: told by logind and by Windows; elsewhere seen afterwards, by two clocks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer

from coach.clock import Clock
from coach.desktop.bus import Bus
from coach.desktop.bus_way import BusWay
from coach.desktop.calls import Call
from coach.desktop.ways import Ended, FirstOf, Way
from coach.desktop.windows_messages import WindowsSleep
from coach.i18n import _
from coach.ports.probe import Finding

LOGIND: Final = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
#: The clocks are compared so often: a sleep is seen at most so late.
LOOK_MS: Final = 30_000
#: The clock that stops in sleep and the one that runs on drift by less than this between two looks.
ASLEEP_NS: Final = 10_000_000_000


class LogindSleep(BusWay[bool]):
    """See `coach.desktop.ways.Way`: tells True before the machine sleeps, False at first and when it is awake again."""

    def begin(self) -> None:
        """Listen, once logind is seen to be there."""
        self.live_with(LOGIND[0])
        self.hear(LOGIND[2], "PrepareForSleep", lambda values: self.tell(bool(values[0])), LOGIND[1])
        self.ask(Call(LOGIND[0], LOGIND[1], "org.freedesktop.DBus.Peer", "Ping"), self._there)

    def words(self) -> str:
        """Who tells."""
        return _("the system tells when the computer goes to sleep and wakes")

    def _there(self, _values: tuple[Any, ...]) -> None:
        self.tell(False)


class SleepByClocks:
    """See `coach.desktop.ways.Way`: tells False at first and after each sleep, as soon as it is seen."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        self._tell: Callable[[bool], None] = lambda _asleep: None
        self._apart_ns = 0
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def open(self, tell: Callable[[bool], None], ended: Ended) -> None:
        """Begin to compare; this always works."""
        del ended
        self._tell, self._apart_ns = tell, self._apart()
        self._timer.start(LOOK_MS)
        tell(False)

    def close(self) -> None:
        """Compare no more."""
        self._timer.stop()

    def words(self) -> str:
        """Who tells."""
        return _("nothing here tells that the computer goes to sleep; Limber sees by the clocks that it has slept")

    def look(self) -> None:
        """Compare the clocks."""
        before, self._apart_ns = self._apart_ns, self._apart()
        if self._apart_ns - before > ASLEEP_NS:
            self._tell(False)

    def _apart(self) -> int:
        now = self._clock.now()
        return now.boot_ns - now.awake_ns


class SuspendDoor:
    """See `coach.ports.suspend.Suspend`."""

    def __init__(self, ways: Sequence[Way[bool]], parent: QObject | None = None) -> None:
        self._first: FirstOf[bool] = FirstOf(ways, parent)
        self._told: Callable[[bool], None] = lambda _asleep: None
        self._began = False

    def watch(self, told: Callable[[bool], None]) -> None:
        """Tell sleep and waking."""
        self._told, self._began = told, False
        self._first.open(self._heard, self._lost)

    def finding(self) -> Finding:
        """Say how it is seen."""
        way = self._first.in_use
        if way is None:
            return Finding(_("sleep"), False, _("being looked for"), looking=True)
        return Finding(_("sleep"), True, way.words())

    def settled(self) -> bool:
        """Whether it is known by now whether anything can be told."""
        return self._first.settled()

    def close(self) -> None:
        """Watch no more."""
        self._first.close()

    def _lost(self) -> None:
        self._began = False

    def _heard(self, asleep: bool) -> None:  # noqa: FBT001  what a way tells
        """The first news only says that this way works."""
        if self._began:
            self._told(asleep)
        self._began = True


def suspend_door(clock: Clock, system: Bus, parent: QObject | None = None) -> SuspendDoor:
    """Return what this system has."""
    ways: list[Way[bool]] = [SleepByClocks(clock, parent)]
    if sys.platform == "win32":
        ways.insert(0, WindowsSleep())
    elif sys.platform != "darwin":
        ways.insert(0, LogindSleep(system))
    return SuspendDoor(ways, parent)
