"""Lengths are said as a person would say them."""

from __future__ import annotations

import pytest

from coach.ui.words import length_of_words, length_words


@pytest.mark.parametrize(
    ("ms", "words"),
    [(-5, "0 seconds"), (1_000, "1 second"), (59_400, "59 seconds"), (60_000, "1 minute"), (656_000, "11 minutes")],
)
def test_a_length_is_said_in_seconds_then_in_minutes(ms: int, words: str) -> None:
    """Under a minute seconds count, from then on whole minutes."""
    assert length_words(ms) == words


@pytest.mark.parametrize(
    ("done_ms", "planned_ms", "words"),
    [
        (656_000, 656_000, "11 minutes"),
        (300_000, 3_430_000, "5 of 57 minutes"),
        (7_000, 326_000, "7 seconds of 5 minutes"),
        (480_000, 500_000, "8 minutes"),
    ],
)
def test_a_part_of_a_plan_is_said_beside_the_whole(done_ms: int, planned_ms: int, words: str) -> None:
    """What was left out is only said where it can be heard in whole minutes."""
    assert length_of_words(done_ms, planned_ms) == words
