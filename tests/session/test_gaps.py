"""When time counts as gone by unseen."""

from __future__ import annotations

import pytest

from coach.session.events import GapKind
from coach.session.gaps import Gap, Tick, classify
from tests.fakes import FakeClock


def test_time_as_usual_is_a_tick() -> None:
    """Half a second awake is half a second of activity."""
    clock = FakeClock()
    before = clock.now()
    clock.advance(0.5)
    assert classify(before, clock.now()) == Tick(500_000_000)


@pytest.mark.parametrize(("asleep_s", "gap"), [(1.9, False), (2.1, True), (7_800.0, True)])
def test_sleep_is_seen_on_the_boot_clock(asleep_s: float, gap: bool) -> None:
    """More than two seconds between the boot and the awake clock: the machine slept; both amounts are told."""
    clock = FakeClock()
    before = clock.now()
    clock.advance(0.25)
    clock.sleep_machine(asleep_s)
    found = classify(before, clock.now())
    assert isinstance(found, Gap) is gap
    if isinstance(found, Gap):
        assert found == Gap(GapKind.SLEPT, 250_000_000, 250_000_000 + round(asleep_s * 1_000_000_000))


@pytest.mark.parametrize(("silent_s", "gap"), [(2.0, False), (2.001, True), (600.0, True)])
def test_a_long_silence_is_a_freeze(silent_s: float, gap: bool) -> None:
    """More than two seconds between two readings of the awake clock: nobody was watching."""
    clock = FakeClock()
    before = clock.now()
    clock.advance(silent_s)
    found = classify(before, clock.now())
    assert isinstance(found, Gap) is gap
    assert not isinstance(found, Gap) or found.kind is GapKind.FROZEN


@pytest.mark.parametrize("jump_s", [-315_360_000, -86_400, -3_600, -61, 61, 3_600, 86_400])
def test_a_set_clock_is_told_apart(jump_s: int) -> None:
    """The wall clock moved more than a minute from the boot clock, either way."""
    clock = FakeClock()
    before = clock.now()
    clock.advance(0.25)
    clock.step_wall(jump_s)
    assert classify(before, clock.now()) == Gap(GapKind.CLOCK, 250_000_000, 250_000_000)


def test_small_corrections_of_the_wall_clock_are_nothing() -> None:
    """A minute of correction is no gap."""
    clock = FakeClock()
    before = clock.now()
    clock.step_wall(-59)
    assert classify(before, clock.now()) == Tick(0)


def test_sleep_with_a_set_clock_is_sleep() -> None:
    """When both happened, the sleep is what matters."""
    clock = FakeClock()
    before = clock.now()
    clock.sleep_machine(100)
    clock.step_wall(86_400)
    found = classify(before, clock.now())
    assert isinstance(found, Gap)
    assert found.kind is GapKind.SLEPT


def test_clocks_that_run_back_count_as_no_time() -> None:
    """Running clocks never go back; if one does, nothing is taken away."""
    clock = FakeClock()
    later = clock.now()
    clock.advance_ns(-5_000_000)
    assert classify(later, clock.now()) == Tick(0)
