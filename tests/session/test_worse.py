"""The traffic light's red: one input stops at once; what it was is said afterwards, or that it was a mistake."""

from __future__ import annotations

import pytest

from coach.session.engine import Engine
from coach.session.events import (
    MISTAKE,
    WORSE_REASONS,
    Finished,
    GapKind,
    GotWorse,
    Outcome,
    PackDue,
    PartEnded,
    SegmentStarted,
)
from coach.session.state import Need, Phase
from tests.session.building import build, thermal

PLAN = "knee left: prepare 5, enter 3, hold 30, release 2\nbridge: prepare 5, hold 20"


def _held(text: str = PLAN) -> Engine:
    engine = Engine(build(text), thermal(), "session")
    engine.start()
    engine.advance(10_000)
    return engine


def test_it_stops_at_once_and_nothing_goes_on_by_itself() -> None:
    """Told before anything is asked; an hour later it still stands there."""
    engine = _held()
    told = engine.worse("other")
    assert [type(event) for event in told] == [GotWorse, PartEnded]
    assert engine.snapshot().phase is Phase.STOPPED
    assert engine.advance(3_600_000) == []
    assert engine.snapshot().need is Need.WORSE_CHOICE


@pytest.mark.parametrize("reason", WORSE_REASONS)
def test_what_it_was_is_said_afterwards(reason: str) -> None:
    """The part stays interrupted, and its reason is the one said last."""
    engine = _held()
    engine.worse("other")
    told = engine.worse(reason)
    assert isinstance(told[0], GotWorse)
    assert isinstance(told[1], PartEnded)
    assert (told[0].reason, told[1].reason, told[1].outcome) == (reason, reason, Outcome.INTERRUPTED)


def test_a_mistake_goes_on_as_if_nothing_was_said() -> None:
    """After the get-ready the hold goes on, and the part is done in the end."""
    engine = _held()
    engine.worse("other")
    told = engine.mistake()
    assert isinstance(told[0], GotWorse)
    assert told[0].reason == MISTAKE
    assert engine.snapshot().phase is Phase.RESUMING
    ended = [event for event in engine.advance(120_000) if isinstance(event, PartEnded)]
    assert [event.outcome for event in ended] == [Outcome.DONE, Outcome.DONE]


def test_under_a_pack_it_comes_off_and_that_is_no_mistake() -> None:
    """The pack is due at once, and never goes on again."""
    engine = Engine(build("heat buttock left: 15\nbridge: prepare 5, hold 20"), thermal(), "session")
    for act in (engine.start, lambda: engine.confirm_pack(all_yes=True), engine.pack_is_on):
        act()
    engine.advance(60_000)
    assert any(isinstance(event, PackDue) for event in engine.worse("other"))
    assert engine.mistake() == []
    engine.pack_is_off()
    assert engine.mistake() == []
    assert engine.worse("pain") == []
    told = engine.choose_continue()
    assert [event.segment for event in told if isinstance(event, SegmentStarted)] == [5 + 2]


def test_a_mistake_before_a_pack_is_on_asks_again() -> None:
    """Nothing was worn yet, so nothing is lost."""
    engine = Engine(build("heat buttock left: 15"), thermal(), "session")
    engine.start()
    engine.worse("other")
    engine.mistake()
    assert engine.snapshot().need is Need.CONFIRM_PACK
    engine.confirm_pack(all_yes=True)
    engine.pack_is_on()
    assert engine.snapshot().pack is not None


def test_the_end_after_a_mistake_says_partly() -> None:
    """Only what was done counts."""
    engine = _held()
    engine.worse("other")
    engine.mistake()
    told = engine.end()
    outcomes = [event.outcome for event in told if isinstance(event, PartEnded)]
    assert outcomes == [Outcome.PARTLY, Outcome.SKIPPED]
    assert isinstance(told[-1], Finished)
    assert engine.mistake() == engine.worse("pain") == []


def test_a_gap_says_why_and_how_long_until_the_session_goes_on() -> None:
    """For the page after sleep; a new start is told as one."""
    engine = _held()
    engine.gap(GapKind.SLEPT, 100, 720_000)
    assert (engine.snapshot().gap, engine.snapshot().lost_ms) == ("slept", 720_000)
    again = Engine.from_checkpoint(build(PLAN), thermal(), engine.checkpoint())
    assert again.snapshot().gap == "restarted"
    engine.resume()
    engine.advance(3_000)
    assert (engine.snapshot().gap, engine.snapshot().lost_ms) == ("", 0)
