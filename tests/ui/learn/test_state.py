"""The warning signs in words."""

from __future__ import annotations

from coach.ui.learn.state import build_state
from tests.ui.sample import sample_library


def test_tiers_come_in_order_of_urgency() -> None:
    """Emergency first, then the same day, then soon, then stopping an exercise; first aid apart."""
    state = build_state(sample_library())
    assert [tier.urgency for tier in state.tiers] == ["emergency", "today", "soon", "stop"]
    assert [(aid.title, aid.numbered) for aid in state.aid] == [("After a burn", True), ("After too much cold", True)]


def test_every_sign_and_action_is_said() -> None:
    """Nothing of the file is left out, and a screen reader gets the whole tier as one text."""
    emergency = build_state(sample_library()).tiers[0]
    assert emergency.signs == ("Numbness between the legs", "Leg weakness that grows")
    assert (
        emergency.spoken
        == "Any one is enough. What to do: emergency. Numbness between the legs Leg weakness that grows"
    )
    assert [line.id for line in emergency.sources] == ["ACSM"]


def test_numbers_of_the_own_country_come_first() -> None:
    """The country only decides the order; every region's numbers are always shown."""
    uk, eu, us = "United Kingdom", "European Union", "United States"
    order = {
        key: [n.region for n in build_state(sample_library(), key).numbers] for key in ("", "us", "DE", "GB", "JP")
    }
    assert order[""] == order["JP"] == order["GB"] == [uk, eu, us]
    assert order["us"] == [us, uk, eu]
    assert order["DE"] == [eu, uk, us]
