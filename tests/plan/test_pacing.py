"""The pacing numbers fit together."""

from __future__ import annotations

from itertools import product

import pytest

from coach.content.vocabulary import Posture
from coach.plan.pacing import SHORTEST_MS, change_ms, speech_ms


def test_changes_of_place_are_ordered_by_effort() -> None:
    """Floor and chair, floor and standing, turning over, chair and standing, none at all."""
    changes = [
        change_ms(Posture.SUPINE, Posture.SITTING),
        change_ms(Posture.SUPINE, Posture.STANDING),
        change_ms(Posture.SUPINE, Posture.PRONE),
        change_ms(Posture.SITTING, Posture.STANDING),
        change_ms(Posture.STANDING, Posture.WALKING),
    ]
    assert changes == sorted(changes, reverse=True)
    assert len(set(changes)) == len(changes)
    assert changes[-1] == 0


def test_both_ways_take_the_same_time() -> None:
    """Getting up is given as long as getting down, and staying where you are takes no time."""
    for one, other in product(Posture, Posture):
        assert change_ms(one, other) == change_ms(other, one)
        assert change_ms(one, one) == 0


@pytest.mark.parametrize(
    ("text", "ms"),
    [("", SHORTEST_MS), ("Hold.", 800), ("Draw the knee in slowly now.", 2400), ("one\ntwo three", 1200)],
)
def test_a_sentence_takes_its_words(text: str, ms: int) -> None:
    """Two and a half words a second, and never less than the shortest sentence."""
    assert speech_ms(text) == ms
