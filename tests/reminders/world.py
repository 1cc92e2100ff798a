"""A desk with a machine and somebody at it: what a driver would show the engine, moved by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from zoneinfo import ZoneInfo

from coach.clock import Stamp
from coach.reminders.engine import Engine
from coach.reminders.events import Event
from coach.reminders.sight import Busy, Sight
from coach.settings.breaks import Breaks, Range
from tests.fakes import FakeClock

_US = 1_000_000
ALL_DAY = (Range(begin_min=0, end_min=0),)
#: Breaks are on, at any hour.
ALWAYS = Breaks(on=True, hours=(ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY))
#: How the hands are: typing without a rest, working with short rests, off the keys since some moment, nobody can tell.
TYPES, WORKS, OFF, UNKNOWN = "types", "works", "off", "unknown"


class World:
    """Time passes here, and the engine is looked at as it asks for. `heard`: every event it ever returned."""

    def __init__(self, breaks: Breaks = ALWAYS, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock(datetime(2026, 5, 4, 9, 0, tzinfo=timezone(timedelta(hours=2))))
        self.breaks = breaks
        self.zone: ZoneInfo | None = None
        self.hands, self.off_since_ns = WORKS, 0
        self._quarter: tuple[int, int] = (-1, 0)
        self._label: Stamp | None = None
        self.locked = self.session = self.flare = False
        self.busy: set[Busy] = set()
        self._ids = count(1)
        self.heard: list[Event] = []
        self.hear: Callable[[Event], None] = lambda _event: None
        self.engine = self._engine(b"")

    def sight(self) -> Sight:
        """Return what a driver sees now."""
        return Sight(
            now=self.clock.now(),
            stamp=self._stamp(),
            boot_id=self.clock.boot_id(),
            idle_ms=self._idle_ms(),
            locked=self.locked,
            busy=frozenset(self.busy),
            in_session=self.session,
            flare=self.flare,
        )

    def _stamp(self) -> Stamp:
        """What the clock's own stamp says, worked out once for each quarter of an hour: weeks have many looks."""
        utc_us = self.clock.now().utc_us
        quarter = (utc_us // (900 * _US), self.clock.offset_min)
        if quarter != self._quarter or self._label is None:
            if self.zone is not None:
                local = datetime.fromtimestamp(utc_us / _US, UTC).astimezone(self.zone)
                self.clock.offset_min = int((local.utcoffset() or timedelta()).total_seconds() // 60)
            self._quarter, self._label = (quarter[0], self.clock.offset_min), self.clock.stamp()
        return self._label._replace(utc_us=utc_us)

    def look(self) -> None:
        """Look once, as after any signal of the machine."""
        self.take(self.engine.look(self.sight()))

    def take(self, events: list[Event]) -> None:
        """Hear what the engine says."""
        for event in events:
            self.heard.append(event)
            self.hear(event)

    def say(self, word: Callable[[Engine], list[Event]]) -> None:
        """Let the person say something: looked at before, as a driver does."""
        self.look()
        self.take(word(self.engine))

    def pass_ms(self, ms: int, most_ms: int = 10**9) -> None:
        """Let time pass, looked at when the engine asks for it."""
        for step in self._steps(ms, most_ms):
            self.clock.advance_ns(step * 1_000_000)
            self.look()

    def hands_are(self, how: str) -> None:
        """Say what the hands do from now on."""
        self.hands, self.off_since_ns = how, self.clock.now().awake_ns

    def sleep_ms(self, ms: int) -> None:
        """Suspend the machine; it is looked at when it wakes."""
        self.look()
        self.clock.sleep_machine(ms / 1000)
        self.look()

    def freeze_ms(self, ms: int) -> None:
        """Time goes by and nobody looks."""
        self.look()
        self.clock.advance_ns(ms * 1_000_000)
        self.look()

    def quit_ms(self, ms: int, *, machine_off: bool = False) -> None:
        """End the program and start it again, with the machine on or off meanwhile."""
        self.look()
        kept = self.engine.checkpoint()
        if machine_off:
            self.clock.restart_machine(ms / 1000)
            self.hands = WORKS  # somebody pressed the button and logged in
        else:
            self.clock.advance_ns(ms * 1_000_000)
        self.engine = self._engine(kept)
        self.look()

    def _engine(self, kept: bytes) -> Engine:
        return Engine(self.breaks, self.sight(), kept, make_id=lambda _us: f"b{next(self._ids)}")

    def _idle_ms(self) -> int | None:
        if self.hands == UNKNOWN:
            return None
        if self.hands == OFF:
            return (self.clock.now().awake_ns - self.off_since_ns) // 1_000_000
        return 3_000 if self.hands == WORKS else 0

    def _steps(self, ms: int, most_ms: int) -> Iterator[int]:
        left = ms
        while left > 0:
            step = min(left, self.engine.next_look_ms(), most_ms)
            left -= step
            yield step
