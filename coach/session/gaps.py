"""Whether time passed as usual between two readings of the clocks, or went missing. Real time, at any speed."""

from __future__ import annotations

from typing import NamedTuple

from coach.clock import Moment
from coach.session.events import GapKind

_NS_PER_US = 1_000
_NS_PER_S = 1_000_000_000
#: More than this between the boot and the awake clock: the machine slept (RELIABILITY 3.6).
SLEPT_NS = 2 * _NS_PER_S
#: More than this between two readings: nobody was watching (ARCHITECTURE, engine rules).
FROZEN_NS = 2 * _NS_PER_S
#: More than this between the wall and the boot clock: the clock was set or a virtual machine stood still.
CLOCK_NS = 60 * _NS_PER_S


class Tick(NamedTuple):
    """Time passed as usual: nanoseconds awake."""

    active_ns: int


class Gap(NamedTuple):
    """Time went missing: nanoseconds that the awake and the boot clock moved meanwhile."""

    kind: GapKind
    awake_ns: int
    boot_ns: int


def classify(previous: Moment, now: Moment) -> Tick | Gap:
    """Return what happened between two readings; sleep is told before a freeze, a freeze before a set clock."""
    awake_ns = max(now.awake_ns - previous.awake_ns, 0)
    boot_ns = max(now.boot_ns - previous.boot_ns, 0)
    wall_ns = (now.utc_us - previous.utc_us) * _NS_PER_US
    if boot_ns - awake_ns > SLEPT_NS:
        return Gap(GapKind.SLEPT, awake_ns, boot_ns)
    if awake_ns > FROZEN_NS:
        return Gap(GapKind.FROZEN, awake_ns, boot_ns)
    if abs(wall_ns - boot_ns) > CLOCK_NS:
        return Gap(GapKind.CLOCK, awake_ns, boot_ns)
    return Tick(awake_ns)
