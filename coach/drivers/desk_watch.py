"""What the doors of the desk tell, as one sight. Watched only while somebody wants to know."""

from __future__ import annotations

from collections.abc import Callable

from coach.clock import Clock
from coach.ports.desk import Doors
from coach.reminders.sight import Busy, Sight
from coach.reminders.view import State

#: An untouched desk is of interest after this: away is five minutes, and a screen that locks by itself takes one.
AT_REST_S = 30.0
#: In a break it is seen at once whether somebody goes on typing.
IN_BREAK_S = 1.0


class DeskWatch:
    """`told` is called when anything may have changed. Closed, it sees a person at the desk who is not busy."""

    def __init__(self, doors: Doors, told: Callable[[], None]) -> None:
        self._doors, self._told = doors, told
        self._open = self._opening = False
        self._pause_s = 0.0

    def open(self) -> None:
        """Watch every door; what they tell at once, from within this call, is seen by the next sight."""
        if self._open:
            return
        self._open = self._opening = True
        self._pause_s = AT_REST_S
        self._doors.idle.watch(AT_REST_S, self._hear)
        self._doors.suspend.watch(lambda _asleep: self._hear())
        for door in (self._doors.lock, *self._doors.busy.values()):
            door.watch(lambda _sense: self._hear())
        self._opening = False

    def close(self) -> None:
        """Watch nothing any more; `open` may come again."""
        if self._open:
            self._open = False
            self._doors.idle.close()
            self._doors.suspend.close()
            for door in (self._doors.lock, *self._doors.busy.values()):
                door.close()

    def wait_for_hands(self, state: State, pause_s: float) -> None:
        """While a break waits for its card, be told of a pause in typing, in a break of any; else of longer ones only."""
        wanted = {State.WAITING: pause_s, State.BREAK: IN_BREAK_S}.get(state, AT_REST_S)
        if self._open and wanted != self._pause_s:
            self._pause_s = wanted
            self._doors.idle.watch(wanted, self._hear)

    def sight(self, clock: Clock) -> Sight:
        """Return what is seen now; which of it is heeded is the engine's business."""
        seen = Sight(now=clock.now(), stamp=clock.stamp(), boot_id=clock.boot_id())
        if not self._open:
            return seen
        idle_s = self._doors.idle.idle_s()
        return seen._replace(
            idle_ms=None if idle_s is None else round(idle_s * 1000),
            looking=idle_s is None and self._doors.idle.finding().looking,
            locked=bool(self._doors.lock.sense().on),
            busy=frozenset(Busy(kind.value) for kind, door in self._doors.busy.items() if door.sense().on),
        )

    def _hear(self) -> None:
        if self._open and not self._opening:
            self._told()
