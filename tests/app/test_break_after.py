"""What is said after a break: plain, and with what follows from it."""

from __future__ import annotations

import pytest

from coach.app.break_after import advice_of, done_words, left_out_words, noted_words
from coach.app.shelf import library
from coach.content.vocabulary import Felt
from coach.reminders.pool import DROPPED_DAYS


def test_how_much_was_done_is_said() -> None:
    """All of it, or how much of how much; what the journal keeps as left at once is not promised as anything else."""
    assert done_words(180_000, 180_000) == "3 minutes, kept in your journal."
    assert done_words(60_000, 180_000) == "1 of 3 minutes, kept in your journal."
    assert done_words(3_000, 180_000) == "Left after 3 seconds."


@pytest.mark.parametrize(
    ("felt", "words"),
    [
        (Felt.EASIER, "Noted: easier."),
        (Felt.SAME, "Noted: the same."),
        (Felt.WORSE, "Noted. Breaks leave these exercises out for 2 days."),
        (Felt.LEG, "Noted. Breaks leave these exercises out for 2 weeks."),
    ],
)
def test_a_tap_is_answered(felt: Felt, words: str) -> None:
    """With what was noted, and what follows from it."""
    assert noted_words(felt) == words


def test_days_are_said_as_they_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule and its sentence have one number."""
    monkeypatch.setitem(DROPPED_DAYS, Felt.LEG, 7)
    monkeypatch.setitem(DROPPED_DAYS, Felt.WORSE, 1)
    assert left_out_words(Felt.LEG) == "Breaks leave these exercises out for 1 week."
    assert left_out_words(Felt.WORSE) == "Breaks leave these exercises out for 1 day."


def test_the_advice_is_the_contents_own() -> None:
    """Its direction, its action and all of its signs; ours is only how long this is left out."""
    signs = library().warning_signs
    advice = advice_of(library())
    assert signs.direction is not None
    assert advice.lines[:2] == (signs.direction.bad, signs.stop_exercise.action)
    assert advice.signs == tuple(sign.text for sign in signs.stop_exercise.signs)
