"""A clock moved by hand, for the tour: its pictures are the same whenever they are taken."""

from __future__ import annotations

from datetime import datetime, timedelta

from coach.clock import Moment, Stamp, stamp_of

ZONE = "Europe/London"
_NS_PER_MS = 1_000_000


class HandClock:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._awake_ns = self._slept_ns = 0

    def set(self, at: datetime) -> None:
        """Put the clock to a moment."""
        self._at = at

    def pass_ms(self, milliseconds: int) -> None:
        """Let awake time pass."""
        self._awake_ns += milliseconds * _NS_PER_MS
        self._at += timedelta(milliseconds=milliseconds)

    def sleep(self, span: timedelta) -> None:
        """Let the machine sleep."""
        self._slept_ns += round(span.total_seconds() * 1000) * _NS_PER_MS
        self._at += span

    def now(self) -> Moment:
        """Read all clocks."""
        return Moment(self._awake_ns, self._awake_ns + self._slept_ns, self.stamp().utc_us)

    def stamp(self) -> Stamp:
        """Return the wall time."""
        return stamp_of(self._at, ZONE)

    def boot_id(self) -> str:
        """Return a fixed text."""
        return "tour"
