"""The order of events across computers whose clocks disagree (a hybrid logical clock, in microseconds)."""

from __future__ import annotations

from coach.clock import Moment

_DAY_US = 86_400_000_000
_SUSPECT_US = 120_000_000  # RELIABILITY 2.B row 23: the wall moved against the boot clock by more than 2 min


def next_hlc(wall_us: int, last: int, seen: int = 0) -> int:
    """Return max(wall, last + 1, seen + 1).

    `last` is this device's own greatest; `seen` the greatest read from other devices, believed only up to a
    day ahead, so that one clock set to 2099 does not carry everybody along.
    """
    believed = min(seen, wall_us + _DAY_US)
    return max(wall_us, last + 1, believed + 1)


def wall_is_suspect(previous: Moment | None, now: Moment) -> bool:
    """Say whether the wall clock moved otherwise than the machine's own time since the last look."""
    if previous is None or now.boot_ns < previous.boot_ns:
        return False
    wall_us = now.utc_us - previous.utc_us
    boot_us = (now.boot_ns - previous.boot_ns) // 1000
    return abs(wall_us - boot_us) > _SUSPECT_US
