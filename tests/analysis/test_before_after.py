"""Ratings are paired by session, area and side; nothing is guessed for a missing half."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.before_after import before_after
from coach.analysis.series import Key
from coach.content.vocabulary import Area, Side, When
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, entry, rated

LEFT = Key(Area.BUTTOCK, Side.LEFT)


def test_a_session_with_both_ratings_is_a_pair() -> None:
    """Six before and four after is a change of minus two."""
    [pair] = before_after(rated("a", "2025-05-03", 6, 4))[LEFT].pairs
    assert (pair.session, pair.before.tightness, pair.after.tightness, pair.change) == ("a", 6, 4, -2)


def test_a_single_rating_is_counted_not_drawn() -> None:
    """A session ended early has no second number, and is said to be missing."""
    found = before_after([*rated("a", "2025-05-03", 6, None), *rated("b", "2025-05-04", 6, 5)])[LEFT]
    assert [pair.session for pair in found.pairs] == ["b"]
    assert found.single == 1


def test_sides_and_areas_are_not_mixed() -> None:
    """A left before and a right after are two halves of nothing."""
    entries = [*rated("a", "2025-05-03", 6, None), *rated("a", "2025-05-03", None, 2, side=Side.RIGHT)]
    assert all(pairs.pairs == () for pairs in before_after(entries).values())


def test_the_last_rating_given_counts() -> None:
    """Said twice, the second is what the person meant."""
    again = entry("2025-05-03T09:31", 3, session="a", when=When.AFTER)
    [pair] = before_after([again, *rated("a", "2025-05-03", 6, 4)])[LEFT].pairs
    assert pair.after is again


def test_only_the_last_thirty_sessions_are_kept_oldest_first() -> None:
    """Of forty sessions the first ten are gone."""
    entries = [e for n in range(40) for e in rated(f"s{n:02}", f"2025-{4 + n // 28:02}-{1 + n % 28:02}", 6, 4)]
    pairs = before_after(entries)[LEFT].pairs
    assert [pair.session for pair in pairs] == [f"s{n:02}" for n in range(10, 40)]


def test_rehearsals_and_ratings_outside_sessions_are_left_out() -> None:
    """Neither a sped-up session nor an entry of its own has a before and an after."""
    entries = [*rated("a", "2025-05-03", 6, 4, rehearsal=True), entry("2025-05-03T12:00")]
    assert before_after(entries) == {}


@given(st.lists(ENTRIES, max_size=40, unique_by=lambda e: e.id), st.randoms(), st.integers(0, 5))
def test_the_order_handed_in_does_not_matter(entries: list[Entry], rng: random.Random, limit: int) -> None:
    """Shuffled entries give the same pairs, never more than asked for, each of one place and one session."""
    shuffled = list(entries)
    rng.shuffle(shuffled)
    found = before_after(entries, limit)
    assert before_after(shuffled, limit) == found
    for key, pairs in found.items():
        assert len(pairs.pairs) <= limit
        for pair in pairs.pairs:
            assert pair.before.session == pair.after.session == pair.session
            assert (pair.before.when, pair.after.when) == (When.BEFORE, When.AFTER)
            assert pair.before.area is pair.after.area is key.area
