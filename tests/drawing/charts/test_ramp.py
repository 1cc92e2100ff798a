"""The shades of tightness: in order for every eye, on grey paper too, with words that can be read on them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.drawing.charts.look import Look
from coach.drawing.charts.ramp import STEPS, _contrast, _light, paler, shade, words_on
from tests.drawing.charts.samples import DARK, LIGHT

_LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@_LOOKS
def test_every_tenth_of_a_point_goes_on_away_from_the_ground(look: Look) -> None:
    """In greyscale too the order of the values is the order of the shades."""
    away = [_contrast(_light(shade(look, tenth / 10)), _light(look.surface)) for tenth in range(101)]
    assert all(one < then for one, then in pairwise(away))


@_LOOKS
def test_whole_values_are_the_tokens_and_all_are_told_apart_from_the_ground(look: Look) -> None:
    """Eleven steps; even 0 is seen on the card, and each is a fifth lighter or darker than the last at least."""
    whole = [shade(look, value) for value in range(STEPS)]
    assert [colour.upper() for colour in whole] == list(look.ramp)
    assert _contrast(_light(whole[0]), _light(look.surface)) > 1.3
    assert all(_contrast(_light(one), _light(then)) > 1.18 for one, then in pairwise(whole))


@_LOOKS
@pytest.mark.parametrize("part", [1.0, 0.75, 0.5])
def test_words_on_any_shade_can_be_read(look: Look, part: float) -> None:
    """At least 4.5:1 on every shade, whole or let back into the ground."""
    for tenth in range(101):
        ground = paler(look, shade(look, tenth / 10), part)
        assert _contrast(_light(words_on(look, ground)), _light(ground)) >= 4.5


@_LOOKS
def test_values_beyond_the_scale_take_its_ends(look: Look) -> None:
    """There is nothing below 0 or above 10."""
    assert shade(look, -1) == shade(look, 0)
    assert shade(look, 11) == shade(look, 10)
    assert paler(look, shade(look, 5), 0).upper() == look.surface.upper()
