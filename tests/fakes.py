"""Stand-ins shared by the tests: a clock moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from coach.clock import Moment, Stamp, stamp_of

_NS = 1_000_000_000
_US = 1_000_000


class FakeClock:
    """A clock that moves only when told; it starts on 4 May 2026, 09:15 local time, two hours east of UTC.

    All amounts are seconds. `advance` is time passing as usual (every clock), `sleep_machine` a suspend (the
    awake clock stands still), `pause_machine` a stopped virtual machine (only the wall moves on),
    `step_wall` somebody setting the clock.
    """

    def __init__(self, start: datetime | None = None, *, tz: str = "Europe/Berlin", offset_min: int = 120) -> None:
        local = start or datetime(2026, 5, 4, 9, 15, tzinfo=timezone(timedelta(minutes=offset_min)))
        since = local.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
        self.tz = tz
        self.offset_min = offset_min
        self.boot = "fake-boot-1"
        self._awake_ns = 1_000 * _NS
        self._boot_ns = 2_000 * _NS
        self._utc_us = (since.days * 86_400 + since.seconds) * _US + since.microseconds

    def now(self) -> Moment:
        """Return the three clocks as they stand."""
        return Moment(self._awake_ns, self._boot_ns, self._utc_us)

    def stamp(self) -> Stamp:
        """Return the wall time with offset, zone and local day."""
        zone = timezone(timedelta(minutes=self.offset_min))
        return stamp_of(
            datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(microseconds=self._utc_us), self.tz
        )

    def boot_id(self) -> str:
        """Return a text that changes with `restart_machine`."""
        return self.boot

    def advance(self, seconds: float) -> None:
        """Let time pass with the machine awake."""
        self.advance_ns(round(seconds * _NS))

    def advance_ns(self, nanoseconds: int) -> None:
        """Let time pass with the machine awake, to the nanosecond."""
        self._awake_ns += nanoseconds
        self._boot_ns += nanoseconds
        self._utc_us += nanoseconds // 1000

    def sleep_machine(self, seconds: float) -> None:
        """Suspend: the boot and wall clocks run on, the awake clock does not."""
        self._boot_ns += round(seconds * _NS)
        self._utc_us += round(seconds * _US)

    def pause_machine(self, seconds: float) -> None:
        """A stopped virtual machine: only the wall clock shows that time passed."""
        self._utc_us += round(seconds * _US)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock on (or back, when negative)."""
        self._utc_us += round(seconds * _US)

    def restart_machine(self, seconds: float = 60) -> None:
        """Start the machine anew: the running clocks begin again, the wall runs on."""
        self.boot += "+"
        self._awake_ns = self._boot_ns = 5 * _NS
        self._utc_us += round(seconds * _US)
