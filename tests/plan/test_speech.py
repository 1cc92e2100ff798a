"""Sentences one after another in time."""

from __future__ import annotations

from coach.plan.speech import closed, fitting, spoken_ms
from coach.plan.timeline import CueKind

HOLD = (CueKind.STEP, "Hold.")
FEEL = (CueKind.FEEL, "Feel an easy pull here.")
NEXT = (CueKind.NEXT, "Next: Tilt.")


def test_sentences_follow_each_other_with_a_gap() -> None:
    """0.8 s, 0.3 s of silence, 2 s."""
    assert spoken_ms([HOLD, FEEL]) == 3_100
    assert fitting([HOLD, FEEL], 3_100) == [(0, *HOLD), (1_100, *FEEL)]
    assert spoken_ms([]) == 0


def test_what_would_not_end_in_time_is_not_begun() -> None:
    """A millisecond too little, and the second sentence is left out."""
    assert fitting([HOLD, FEEL], 3_099) == [(0, *HOLD)]
    assert fitting([HOLD], 799) == []


def test_the_closing_comes_late_but_in_time() -> None:
    """It ends a moment before the end where there is room, later after a long sentence, and not at all without room."""
    assert closed([(0, *HOLD)], NEXT, 10_000, 1_000) == [(0, *HOLD), (8_200, *NEXT)]
    assert closed([(0, *FEEL)], NEXT, 3_200, 1_000) == [(0, *FEEL), (2_300, *NEXT)]
    assert closed([(0, *FEEL)], NEXT, 3_000, 1_000) == [(0, *FEEL)]
    assert closed([(0, *FEEL)], None, 9_000, 0) == [(0, *FEEL)]
