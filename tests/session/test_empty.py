"""A session that was ended before anything began says so; whatever was begun counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.session.engine import Engine
from coach.session.events import Event, Finished
from tests.session.building import build, thermal

PLAN = "ask low-back before\nknee left: prepare 5, enter 3, hold 30, release 2\nbridge: prepare 5, hold 20"
HEAT = "heat buttock left: 15\nknee left: prepare 5, hold 30"

Acts = list[Callable[[Engine], list[Event]]]


def empty(acts: Acts, plan: str = PLAN) -> bool:
    """Start, do this, end, and return what the end says."""
    engine = Engine(build(plan), thermal(), "session")
    engine.start()
    told = [event for act in acts for event in act(engine)]
    told += engine.end()
    (over,) = [event for event in told if isinstance(event, Finished)]
    return over.empty


@pytest.mark.parametrize("acts", [[], [Engine.go_on], [Engine.go_on, Engine.pause], [Engine.go_on, Engine.skip]])
def test_nothing_was_done(acts: Acts) -> None:
    """Ended at the question, after it, or with steps skipped."""
    assert empty(acts)


def test_a_step_that_began_counts() -> None:
    """A second of getting ready is enough."""
    assert not empty([Engine.go_on, lambda engine: engine.advance(1_000)])


def test_what_got_worse_counts() -> None:
    """Even at the question before anything."""
    assert not empty([lambda engine: engine.worse("other")])


def test_a_pack_counts() -> None:
    """On the skin for however short; asked about and left out, it was nothing."""
    on: Acts = [lambda engine: engine.confirm_pack(True), Engine.pack_is_on, Engine.pack_is_off]
    assert not empty(on, HEAT)
    assert empty([lambda engine: engine.confirm_pack(False)], HEAT)


def test_what_was_done_before_a_restart_counts() -> None:
    """A session that was cut off in its first hold and is ended on resuming is kept."""
    plan = build(PLAN)
    engine = Engine(plan, thermal(), "session")
    engine.start()
    engine.go_on()
    engine.advance(10_000)
    again = Engine.from_checkpoint(plan, thermal(), engine.checkpoint())
    (over,) = [event for event in again.end() if isinstance(event, Finished)]
    assert not over.empty
