"""Left minus right, day by day."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.asymmetry import Difference, differences, weekly_means
from coach.analysis.series import tightness_series
from coach.content.vocabulary import Area, Side
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, entry


def _found(*entries: Entry) -> dict[Area, tuple[Difference, ...]]:
    return differences(tightness_series(entries))


def _both(day: str, left: int, right: int) -> list[Entry]:
    return [entry(f"{day}T08:00", left), entry(f"{day}T08:00", right, side=Side.RIGHT)]


def test_a_day_is_the_mean_of_each_side() -> None:
    """Two entries on the left count as their mean; above 0 the left was tighter."""
    (day,) = _found(*_both("2025-05-01", 6, 3), entry("2025-05-01T20:00", 5))[Area.BUTTOCK]
    assert (day.left, day.right, day.value) == (5.5, 3, 2.5)


def test_a_day_with_one_side_says_nothing() -> None:
    """Monday's left and Tuesday's right are not compared; an area without one of the sides is not there."""
    apart = [entry("2025-05-01T08:00", 6), entry("2025-05-02T08:00", 3, side=Side.RIGHT)]
    assert _found(*apart) == {Area.BUTTOCK: ()}
    assert _found(entry("2025-05-01T08:00"), entry("2025-05-01T08:00", area=Area.LOW_BACK, side=None)) == {}


def test_both_sides_at_once_are_neither() -> None:
    """An entry about both calves is left out."""
    assert _found(entry("2025-05-01T08:00"), entry("2025-05-01T09:00", side=Side.BOTH)) == {}


def test_the_line_is_the_mean_of_seven_days() -> None:
    """It begins with the second day and forgets what is older than a week."""
    days = [
        *_both("2025-05-01", 8, 2),
        *_both("2025-05-04", 4, 2),
        *_both("2025-05-09", 3, 3),
        *_both("2025-05-10", 3, 5),
    ]
    means = weekly_means(_found(*days)[Area.BUTTOCK])
    assert [(mean.value, mean.entries) for mean in means] == [(4, 2), (1, 2), (0, 3)]


@given(st.lists(ENTRIES, max_size=60))
def test_swapping_the_sides_turns_the_sign(entries: list[Entry]) -> None:
    """Nothing else depends on which side is called left."""
    swapped = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    mirrored = [msgspec.structs.replace(one, side=swapped[one.side]) if one.side in swapped else one for one in entries]
    here, there = _found(*entries), _found(*mirrored)
    assert here.keys() == there.keys()
    for area, days in here.items():
        assert [day.value for day in days] == pytest.approx([-day.value for day in there[area]])
        assert all(-10 <= day.value <= 10 for day in days)
