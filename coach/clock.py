"""The one place that reads a clock.

Two running clocks decide what really happened: *awake* stops while the machine sleeps, *boot* runs on.
The wall clock only labels records. Table of system calls: docs/decisions (session clock), after
Mozilla's `zeitstempel`. `time.monotonic()` means different things on each system and is not used.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple, Protocol

_MAC_CLOCK_MONOTONIC_RAW = 4
_MAC_CLOCK_UPTIME_RAW = 8
_US_PER_S = 1_000_000


class Moment(NamedTuple):
    """One reading of all clocks: nanoseconds awake and since boot, microseconds since 1970 UTC."""

    awake_ns: int
    boot_ns: int
    utc_us: int


class Stamp(NamedTuple):
    """When something was written, as the person saw it; it never shifts when they travel.

    `utc_us` microseconds since 1970 UTC; `offset_min` minutes east of UTC; `tz` zone name;
    `local_day` ISO date on the person's calendar.
    """

    utc_us: int
    offset_min: int
    tz: str
    local_day: str

    def local(self) -> datetime:
        """Return the aware date and time as it stood on the person's wall clock."""
        zone = timezone(timedelta(minutes=self.offset_min))
        return datetime.fromtimestamp(self.utc_us / _US_PER_S, zone)


class Clock(Protocol):
    """What the program may ask about time."""

    def now(self) -> Moment:
        """Read all clocks at once."""
        ...

    def stamp(self) -> Stamp:
        """Return the wall time with offset, zone and local day."""
        ...

    def boot_id(self) -> str:
        """Return a text that changes with every start of the machine ('' if unknown)."""
        ...


def stamp_of(moment: datetime, tz: str) -> Stamp:
    """Make a `Stamp` from an aware date and time.

    Raises `ValueError` when `moment` has no offset.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a stamp needs a date and time with an offset")
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    utc_us = (since.days * 86_400 + since.seconds) * _US_PER_S + since.microseconds
    return Stamp(utc_us, int(offset.total_seconds() // 60), tz, moment.date().isoformat())


def at_wall_time(stamp: Stamp, wall: datetime) -> Stamp:
    """Return the stamp of another wall time in the zone of `stamp`; `wall` is naive.

    Where the zone's rules are not known its offset is kept. A time that a clock change skipped counts as the one after it.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    zone: tzinfo
    try:
        zone = ZoneInfo(stamp.tz)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = timezone(timedelta(minutes=stamp.offset_min))
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return stamp_of(there, stamp.tz)


def zone_name() -> str:
    """Return the IANA zone name where the system tells it, else the abbreviation."""
    named = os.environ.get("TZ", "").lstrip(":")
    if "/" in named:
        return named
    link = Path("/etc/localtime")
    if link.is_symlink():
        target = str(link.resolve())
        if "zoneinfo/" in target:
            return target.split("zoneinfo/", 1)[1]
    return time.tzname[0]


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> Moment:
        """Read awake, boot and wall clock, in that order."""
        awake_ns, boot_ns = _read_running_clocks()
        return Moment(awake_ns, boot_ns, time.time_ns() // 1000)

    def stamp(self) -> Stamp:
        """Return the wall time with offset, zone and local day."""
        return stamp_of(datetime.now().astimezone(), zone_name())

    def boot_id(self) -> str:
        """Return Linux's boot id, elsewhere an empty text."""
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""


def _read_running_clocks() -> tuple[int, int]:
    """Return (awake, boot) in nanoseconds."""
    if sys.platform == "win32":
        return _windows_time("QueryUnbiasedInterruptTime"), _windows_time("QueryInterruptTime")
    if sys.platform == "darwin":
        return (
            time.clock_gettime_ns(_MAC_CLOCK_UPTIME_RAW),
            time.clock_gettime_ns(_MAC_CLOCK_MONOTONIC_RAW),
        )
    return (
        time.clock_gettime_ns(time.CLOCK_MONOTONIC),
        time.clock_gettime_ns(time.CLOCK_BOOTTIME),
    )


def _windows_time(name: str) -> int:
    """Call a Windows interrupt-time function; it counts in units of 100 ns."""
    import ctypes

    value = ctypes.c_ulonglong()
    library = "kernel32" if name == "QueryUnbiasedInterruptTime" else "api-ms-win-core-realtime-l1-1-1"
    getattr(ctypes.CDLL(library), name)(ctypes.byref(value))
    return value.value * 100
