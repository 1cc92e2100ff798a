"""Caps and gaps over what was worn."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import Area, Mode, Side
from coach.safety.exposure import Wanted, Worn, modes_of, refusal, rest_min, same_skin
from tests.plan.shelf import thermal

CEST = timezone(timedelta(hours=2))
HEAT = Wanted(Mode.HEAT, Area.BUTTOCK, Side.LEFT)
THERMAL = thermal()


def at(hour: int, minute: int = 0, second: int = 0, day: int = 4) -> Stamp:
    """A moment of one week in May."""
    return stamp_of(datetime(2026, 5, day, hour, minute, second, tzinfo=CEST), "Europe/Berlin")


def worn(
    on: Stamp,
    mode: Mode = Mode.HEAT,
    side: Side | None = Side.LEFT,
    *,
    contrast: bool = False,
    off: Stamp | None = None,
) -> Worn:
    """A quarter of an hour on the buttock."""
    return Worn(
        mode=mode,
        area=Area.BUTTOCK,
        side=side,
        on_utc_us=on.utc_us,
        local_day=on.local_day,
        worn_ms=900_000,
        contrast=contrast,
        off_utc_us=off.utc_us if off else None,
    )


@pytest.mark.parametrize(
    ("side", "other", "same"),
    [
        (Side.LEFT, Side.LEFT, True),
        (Side.LEFT, Side.RIGHT, False),
        (Side.LEFT, Side.BOTH, True),
        (Side.LEFT, None, True),
        (None, None, True),
    ],
)
def test_opposite_sides_are_not_the_same_skin(side: Side | None, other: Side | None, *, same: bool) -> None:
    """Left and right are apart; both, or no side named, meets either. Other areas are elsewhere."""
    assert same_skin(Area.BUTTOCK, side, Area.BUTTOCK, other) is same
    assert same_skin(Area.BUTTOCK, other, Area.BUTTOCK, side) is same
    assert not same_skin(Area.BUTTOCK, side, Area.CALF, other)


def test_a_contrast_set_is_both() -> None:
    """Heat and cold were on, so both have their gap."""
    assert modes_of(Mode.HEAT, contrast=True) == {Mode.HEAT, Mode.COLD}
    assert modes_of(Mode.COLD, contrast=False) == {Mode.COLD}
    assert rest_min(HEAT._replace(contrast=True), HEAT._replace(mode=Mode.COLD), THERMAL) == 120


def test_the_gap_counts_from_when_it_came_off() -> None:
    """On at 13:50 for a quarter of an hour: free from 16:05, not a second earlier."""
    assert refusal(HEAT, [worn(at(13, 50))], THERMAL, at(16, 4, 59)) != ""
    assert refusal(HEAT, [worn(at(13, 50))], THERMAL, at(16, 5)) == ""


def test_a_pack_that_came_off_later_than_counted_locks_longer() -> None:
    """Where it is known when it came off, that counts."""
    assert "from 17:00" in refusal(HEAT, [worn(at(13, 50), off=at(15))], THERMAL, at(16, 30))


def test_the_longest_lock_is_told() -> None:
    """Of several packs the one that keeps the place longest is named."""
    history = [worn(at(14, 45)), worn(at(13))]
    assert refusal(HEAT, history, THERMAL, at(15, 10)) == (
        "Heat was on your left buttock until 15:00. Leave 2 hours: from 17:00."
    )


def test_heat_and_cold_are_half_an_hour_apart() -> None:
    """Off at 15:15, the other kind is free from 15:45 to the second, whichever comes first."""
    cold = Wanted(Mode.COLD, Area.BUTTOCK, Side.LEFT)
    told = refusal(cold, [worn(at(15))], THERMAL, at(15, 44, 59))
    assert told == "Heat was on your left buttock until 15:15. Leave 30 minutes: from 15:45."
    assert refusal(cold, [worn(at(15))], THERMAL, at(15, 45)) == ""
    assert refusal(HEAT, [worn(at(15), Mode.COLD)], THERMAL, at(15, 44, 59)) != ""
    assert refusal(HEAT, [worn(at(15), Mode.COLD)], THERMAL, at(15, 45)) == ""
    assert rest_min(cold, HEAT._replace(side=Side.RIGHT), THERMAL) == 0


def test_one_after_the_other_twice_a_day_is_the_most() -> None:
    """Two pairs were on, on whatever place: no third, neither after a pack nor behind one of the same session."""
    cold = Wanted(Mode.COLD, Area.BUTTOCK, Side.LEFT)
    pairs = [worn(at(6)), worn(at(6, 50), Mode.COLD), worn(at(9)), worn(at(9, 50), Mode.COLD)]
    third = [*pairs, worn(at(12))]
    assert "2 times today" in refusal(cold, third, THERMAL, at(12, 50))
    assert refusal(cold, third, THERMAL, at(13, 15)) == ""  # an hour later it is no pair any more
    assert refusal(cold, third[2:], THERMAL, at(12, 50)) == ""
    assert refusal(HEAT, pairs, THERMAL, at(12, 10)) == ""
    assert "2 times today" in refusal(cold, pairs, THERMAL, at(12, 10), [HEAT])
    assert refusal(cold, pairs, THERMAL, at(12, 10), [HEAT._replace(side=Side.RIGHT)]) == ""
    assert refusal(cold, pairs, THERMAL, at(8, day=5), [HEAT]) == ""


def test_packs_an_hour_apart_are_no_pair() -> None:
    """Heat and cold in turn through the day are counted as what they are: packs."""
    hours = [worn(at(6)), worn(at(8, 15), Mode.COLD), worn(at(10, 30)), worn(at(12, 45), Mode.COLD), worn(at(15))]
    assert refusal(Wanted(Mode.COLD, Area.BUTTOCK, Side.LEFT), hours, THERMAL, at(16)) == ""


def test_the_other_side_does_not_lock() -> None:
    """The right side is free after the left."""
    assert refusal(Wanted(Mode.HEAT, Area.BUTTOCK, Side.RIGHT), [worn(at(15))], THERMAL, at(15, 20)) == ""


def test_a_contrast_set_locks_heat_and_cold() -> None:
    """After heat and cold in turn neither comes again before its gap."""
    history = [worn(at(15), contrast=True)]
    for mode in Mode:
        told = refusal(Wanted(mode, Area.BUTTOCK, Side.LEFT), history, THERMAL, at(16))
        assert told == "Heat and cold in turn were on your left buttock until 15:15. Leave 2 hours: from 17:15."


def test_three_times_a_day_is_the_most() -> None:
    """The fourth of a day waits for tomorrow, however long the last one is ago."""
    history = [worn(at(hour)) for hour in (6, 9, 12)]
    assert refusal(HEAT, history, THERMAL, at(20)) == (
        "Heat was on your left buttock 3 times today, the most for one day: from tomorrow again."
    )
    assert refusal(HEAT, history, THERMAL, at(7, day=5)) == ""


def test_the_day_is_the_one_it_was_on() -> None:
    """A pack counts for the day it was written on, also after travelling."""
    moved = worn(at(6))
    history = [Worn(**{**{f: getattr(moved, f) for f in moved.__struct_fields__}, "local_day": "2026-05-03"})] * 3
    assert refusal(HEAT, history, THERMAL, at(20)) == ""


def test_contrast_sets_do_not_use_up_the_count_of_heat() -> None:
    """They have a count of their own, over all places."""
    history = [worn(at(hour), contrast=True) for hour in (2, 6)] + [worn(at(9)), worn(at(12))]
    assert refusal(HEAT, history, THERMAL, at(20)) == ""
    elsewhere = Wanted(Mode.HEAT, Area.FOOT, None, contrast=True)
    assert "2 times today" in refusal(elsewhere, history, THERMAL, at(20))


def test_past_midnight_it_says_so() -> None:
    """A gap over midnight names tomorrow, or yesterday."""
    late = [worn(at(23))]
    assert refusal(HEAT, late, THERMAL, at(23, 30)) == (
        "Heat was on your left buttock until 23:15. Leave 2 hours: from 01:15 tomorrow."
    )
    assert refusal(HEAT, late, THERMAL, at(0, 30, day=5)) == (
        "Heat was on your left buttock until 23:15 yesterday. Leave 2 hours: from 01:15."
    )


def test_the_free_minute_is_never_too_early() -> None:
    """Coming off at 14:05:30 means 16:06 on a clock without seconds."""
    assert "from 16:06." in refusal(HEAT, [worn(at(13, 50, 30))], THERMAL, at(15))


def test_a_clock_set_back_locks_for_the_gap() -> None:
    """A pack that seems to lie a little ahead came off by now at the latest; one of next year is not believed."""
    told = refusal(HEAT, [worn(at(18))], THERMAL, at(15))
    assert told == "Heat was on your left buttock until 15:00. Leave 2 hours: from 17:00."
    assert refusal(HEAT, [worn(at(18, day=20))], THERMAL, at(15)) == ""
