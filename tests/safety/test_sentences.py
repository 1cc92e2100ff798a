"""Lengths and places in words."""

from __future__ import annotations

from itertools import product

import pytest

from coach.content.vocabulary import Area, Side
from coach.safety.places import place
from coach.safety.sentences import length


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "1 second"),
        (1_000, "1 second"),
        (90_000, "90 seconds"),
        (60_000, "1 minute"),
        (119_000, "119 seconds"),
        (150_000, "2 minutes"),
        (900_000, "15 minutes"),
        (3_600_000, "1 hour"),
        (5_400_000, "90 minutes"),
        (7_200_000, "2 hours"),
    ],
)
def test_lengths_are_said_as_people_do(ms: int, words: str) -> None:
    """Whole hours, else minutes from two on, else seconds."""
    assert length(ms) == words


def test_every_place_has_its_own_words() -> None:
    """Six areas, each alone, left, right and both: all different."""
    places = [place(area, side) for area, side in product(Area, (None, *Side))]
    assert len(set(places)) == len(places) == 24
    assert place(Area.HAMSTRING, Side.LEFT) == "the back of your left thigh"
