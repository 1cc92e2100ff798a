"""Order across clocks that disagree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.clock import Moment
from coach.journal.hybrid_clock import next_hlc, wall_is_suspect

_DAY_US = 86_400_000_000
_US = st.integers(0, 10**17)


@given(_US, _US, _US)
def test_it_never_goes_back(wall: int, last: int, seen: int) -> None:
    """The next value is above this device's last, at least the wall clock, and above what is believed of others."""
    value = next_hlc(wall, last, seen)
    assert value > last
    assert value >= wall
    assert value > min(seen, wall + _DAY_US)


def test_a_clock_in_2099_carries_nobody_along() -> None:
    """Another device's far future is believed for a day at most."""
    assert next_hlc(1_000, 0, seen=10**17) == 1_000 + _DAY_US + 1


def test_a_wall_clock_that_was_set_is_noticed() -> None:
    """More than two minutes against the boot clock, either way; a sleep or a restart is none."""
    first = Moment(0, 10_000_000_000, 0)
    hour_ns, hour_us = 3_600_000_000_000, 3_600_000_000
    assert not wall_is_suspect(None, first)
    assert not wall_is_suspect(first, Moment(0, first.boot_ns + hour_ns, hour_us))
    assert wall_is_suspect(first, Moment(0, first.boot_ns + hour_ns, hour_us + 121_000_000))
    assert wall_is_suspect(first, Moment(0, first.boot_ns + hour_ns, hour_us - 121_000_000))
    assert not wall_is_suspect(first, Moment(0, 1, 10**15))
