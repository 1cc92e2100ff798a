"""Numb skin: no pack there any more, neither heat nor cold, and the reason is told."""

from __future__ import annotations

from coach.session.engine import Engine
from coach.session.events import ConfirmationsAsked, PackRefused, PartEnded
from tests.session.building import build, thermal


def test_no_pack_goes_on_numb_skin() -> None:
    """The next pack on the same skin is not even asked about; one elsewhere is."""
    plan = "heat buttock left: 15\ncold buttock left: 10\nheat calf right: 10"
    engine = Engine(build(plan), thermal(), "session")
    engine.start()
    told = engine.numb()
    refused = [event for event in told if isinstance(event, PackRefused)]
    assert len(refused) == 2
    assert all("your left buttock is numb" in event.reason for event in refused)
    assert [event.area.value for event in told if isinstance(event, ConfirmationsAsked)] == ["calf"]
    assert all("numb" in event.reason for event in told if isinstance(event, PartEnded))


def test_it_is_an_answer_to_the_confirmations_only() -> None:
    """Anywhere else it means nothing."""
    engine = Engine(build("bridge: prepare 5, hold 20\nheat buttock left: 15"), thermal(), "session")
    assert engine.numb() == []
    engine.start()
    engine.advance(6_000)
    assert engine.numb() == []
