"""Signs beside an entry: both legs always, numbness and weakness by what they may be a sign of."""

from __future__ import annotations

import pytest

from coach.content.load_library import load_library
from coach.content.vocabulary import Area, Quality, Side
from coach.resources import assets
from coach.safety.entry_signs import signs_beside

LEFT, RIGHT = Side.LEFT, Side.RIGHT


@pytest.mark.parametrize("quality", list(Quality))
def test_both_legs_open_the_list_whatever_it_is_like(quality: Quality) -> None:
    """Left here and right there is both legs; so is “both sides”."""
    for places in ([(Area.CALF, LEFT), (Area.FOOT, RIGHT)], [(Area.BUTTOCK, Side.BOTH)]):
        assert signs_beside(places, quality)[0] == "both_legs"


def test_one_leg_and_the_back_open_nothing() -> None:
    """Tightness on one side, in the back or in the hips is no sign."""
    places = [(Area.CALF, LEFT), (Area.BUTTOCK, LEFT), (Area.LOW_BACK, None), (Area.HIP, RIGHT)]
    assert signs_beside(places, Quality.TIGHTNESS) == ()
    assert signs_beside([], Quality.SPASM) == ()


def test_numbness_and_weakness_in_one_leg() -> None:
    """The saddle and the foot that drops come first, then the one leg."""
    assert signs_beside([(Area.CALF, LEFT)], Quality.NUMBNESS) == ("saddle_numb", "one_leg")
    assert signs_beside([(Area.CALF, LEFT)], Quality.WEAKNESS) == ("weak_fast", "one_leg")


def test_every_sign_is_on_the_shipped_list() -> None:
    """No id here is missing from the warning signs."""
    library = load_library(assets())
    known = {sign.id for tier in library.warning_signs.tiers for sign in tier.signs}
    both = [(Area.CALF, Side.BOTH)]
    for quality in Quality:
        assert {*signs_beside(both, quality), *signs_beside([], quality)} <= known
