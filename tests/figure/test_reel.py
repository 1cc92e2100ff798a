"""Motion is there at once and gets finer: the order in which pictures of a movement are made."""

from __future__ import annotations

import pytest

from coach.figure.pose.model import Figure, Key
from coach.figure.reel import BREATHS, GRAINS, STEPS, Span, Spot, grain_of, nearest, spot_of
from coach.figure.tempo import Moment


def test_keys_come_first_then_every_eighth() -> None:
    """The two ends and every key, then the breath where it rests, then what lies between, each once."""
    spots = list(Span(0, 2, grain=16, rests=(2.0,)).spots())
    assert [spot.step for spot in spots[:3]] == [0, 2 * STEPS, STEPS]
    eighths = {spot.step for spot in spots[:17]}
    assert eighths == set(range(0, 2 * STEPS + 1, STEPS // 8))
    assert {spot.breath for spot in spots if spot.step == 2 * STEPS} == set(range(BREATHS))
    assert len(spots) == len(set(spots)) == 33 + BREATHS - 1


def test_a_short_way_needs_few_pictures() -> None:
    """About 20 a second over the four seconds into a hold, however many keys are on the way; a cycle by its own pace."""
    keys = tuple(Key(name="Key", stage="way", move_s=0.15) for _number in range(4))
    assert grain_of(Figure(base="x", keys=keys[:2])) == 80
    assert grain_of(Figure(base="x", keys=keys[:3])) == 40
    assert grain_of(Figure(base="x", keys=keys)) == 32
    assert grain_of(Figure(base="x", keys=keys, loop="cycle")) == 4
    assert len(list(Span(0, 1, grain=4).spots())) == 5


@pytest.mark.parametrize("grain", GRAINS)
def test_every_grain_is_made_whole(grain: int) -> None:
    """Whatever the grain: each of its steps is made, and no other."""
    steps = [spot.step for spot in Span(0, 3, grain=grain).spots()]
    assert sorted(steps) == list(range(0, 3 * STEPS + 1, STEPS // grain))


def test_a_hold_is_one_place_and_a_breath() -> None:
    """Nothing but the levels of the breath is made where nothing moves."""
    spots = list(Span(2, 2, rests=(2.0,)).spots())
    assert {spot.step for spot in spots} == {2 * STEPS}
    assert len(spots) == BREATHS


def test_a_cycle_s_end_is_its_beginning() -> None:
    """The last picture of a cycle is its first one, so it is made once."""
    span = Span(0, 4, grain=8, round_at=4)
    steps = [spot.step for spot in span.spots()]
    assert max(steps) < 4 * STEPS
    assert len(steps) == 4 * 8
    assert span.near(Spot(4 * STEPS - 1)).step == 0


def test_moments_become_spots() -> None:
    """What moves holds its breath; what rests breathes in levels."""
    assert spot_of(Moment(1.5, 0.7, moving=True)) == Spot(STEPS * 3 // 2, 0)
    assert spot_of(Moment(2, 1.0)) == Spot(2 * STEPS, BREATHS - 1)
    assert Spot(STEPS * 3 // 2, BREATHS - 1).u == 1.5
    assert Spot(STEPS * 3 // 2, BREATHS - 1).share == 1


def test_the_nearest_picture_stands_in() -> None:
    """Nearest on the way first, then in the breath; round the corner of a cycle; None where there is none."""
    there = [Spot(0), Spot(STEPS, 0), Spot(STEPS, 6)]
    assert nearest(Spot(STEPS - 5, 5), iter(there)) == Spot(STEPS, 6)
    assert nearest(Spot(4 * STEPS - 5), iter([Spot(0), Spot(3 * STEPS)]), 4) == Spot(0)
    assert nearest(Spot(1), iter([])) is None
