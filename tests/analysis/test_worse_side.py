"""Which side is worse now, from what was said in the last two weeks."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.worse_side import worse_side
from coach.content.vocabulary import Area, Side
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, at, entry

TODAY = date(2025, 5, 20)


def test_the_higher_side_is_worse() -> None:
    """Left six, right four: left."""
    assert worse_side([entry("2025-05-19T08:00", 6), entry("2025-05-19T08:00", 4, side=Side.RIGHT)], TODAY) is Side.LEFT


def test_only_the_latest_of_each_side_counts() -> None:
    """A left nine of last week is replaced by today's two."""
    entries = [
        entry("2025-05-13T08:00", 9),
        entry("2025-05-14T08:00", 4, side=Side.RIGHT),
        entry("2025-05-20T08:00", 2),
    ]
    assert worse_side(entries, TODAY) is Side.RIGHT


def test_a_tie_or_one_side_only_is_unknown() -> None:
    """Nothing is guessed."""
    left, right = entry("2025-05-19T08:00", 5), entry("2025-05-19T08:00", 5, side=Side.RIGHT)
    assert worse_side([left, right], TODAY) is None
    assert worse_side([left], TODAY) is None
    assert worse_side([], TODAY) is None


def test_the_window_is_fourteen_days_with_today() -> None:
    """7 May still counts on the twentieth, 6 May does not; tomorrow does not either."""
    right = entry("2025-05-20T08:00", 3, side=Side.RIGHT)
    assert worse_side([right, entry("2025-05-07T00:01", 6)], TODAY) is Side.LEFT
    assert worse_side([right, entry("2025-05-06T23:59", 6)], TODAY) is None
    assert worse_side([right, entry("2025-05-21T08:00", 6)], TODAY) is None


def test_the_days_are_the_stored_ones() -> None:
    """An entry of 7 May in Tokyo, still 6 May in UTC, is one of 7 May."""
    right = entry("2025-05-20T08:00", 3, side=Side.RIGHT)
    assert worse_side([right, entry(at("2025-05-07T02:00", 9), 6)], TODAY) is Side.LEFT


def test_both_and_no_side_and_rehearsals_say_nothing() -> None:
    """An entry for both sides cannot tell which is worse."""
    entries = [
        entry("2025-05-19T08:00", 2, side=Side.RIGHT),
        entry("2025-05-19T09:00", 9, side=Side.BOTH),
        entry("2025-05-19T09:00", 9, side=None),
        entry("2025-05-19T09:00", 9, rehearsal=True),
    ]
    assert worse_side(entries, TODAY) is None


def test_the_area_rated_last_decides() -> None:
    """A calf is compared with a calf, not with a buttock."""
    entries = [
        entry("2025-05-18T08:00", 6, area=Area.CALF),
        entry("2025-05-18T08:01", 2, area=Area.CALF, side=Side.RIGHT),
        entry("2025-05-19T08:00", 3),
        entry("2025-05-19T08:01", 4, side=Side.RIGHT),
        entry("2025-05-20T08:00", 9, area=Area.HIP),
    ]
    assert worse_side(entries, TODAY) is Side.RIGHT


def test_with_no_area_rated_on_both_sides_any_left_and_right_are_compared() -> None:
    """Left buttock seven, right calf two: left."""
    entries = [entry("2025-05-19T08:00", 7), entry("2025-05-19T08:00", 2, area=Area.CALF, side=Side.RIGHT)]
    assert worse_side(entries, TODAY) is Side.LEFT


@given(
    st.lists(ENTRIES, max_size=30, unique_by=lambda e: e.id), st.randoms(), st.dates(date(2024, 2, 1), date(2025, 3, 1))
)
def test_the_order_handed_in_does_not_matter(entries: list[Entry], rng: random.Random, today: date) -> None:
    """Shuffled entries give the same side, never 'both'."""
    shuffled = list(entries)
    rng.shuffle(shuffled)
    found = worse_side(entries, today)
    assert worse_side(shuffled, today) is found
    assert found in {None, Side.LEFT, Side.RIGHT}
