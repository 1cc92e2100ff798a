"""What holds for every session, whatever anyone does and however time passes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.session.engine import Engine
from coach.session.events import CueDue, Event, Finished, PackOff, PackOn, PartEnded, SegmentStarted, Status
from coach.session.state import Checkpoint, Need, Phase
from tests.session.acting import ACTIONS, act, routines
from tests.session.building import build, thermal

_THERMAL = thermal()
#: A while of session time, then something somebody does; answers come often, or nobody gets anywhere.
_doings = st.lists(
    st.tuples(
        st.one_of(st.integers(0, 6_000), st.integers(0, 400_000)),
        st.one_of(st.just("answer"), st.sampled_from(sorted(ACTIONS))),
    ),
    max_size=25,
)


def _play(routine: str, doings: list[tuple[int, str]], step_ms: int) -> tuple[Engine, list[Event]]:
    engine = Engine(build(routine), _THERMAL, "session")
    events = engine.start()
    for wait_ms, name in doings:
        for step in _steps(wait_ms, step_ms):
            events += engine.advance(step)
        events += act(engine, name)
    return engine, events


def _steps(total_ms: int, step_ms: int) -> Iterator[int]:
    whole, rest = divmod(total_ms, step_ms)
    yield from [step_ms] * whole
    yield rest


@settings(max_examples=300)
@given(routine=routines, doings=_doings, step_ms=st.integers(40, 5_000))
@example(routine="heat buttock left: 15", doings=[(0, "answer"), (0, "answer"), (430_000, "answer")], step_ms=97)
def test_one_big_step_and_many_small_ones_say_the_same(
    routine: str, doings: list[tuple[int, str]], step_ms: int
) -> None:
    """The events, their moments and the state afterwards do not depend on how finely time passes."""
    big, said_big = _play(routine, doings, 10**9)
    small, said_small = _play(routine, doings, step_ms)
    assert said_big == said_small
    assert big.snapshot() == small.snapshot()
    assert big.checkpoint() == small.checkpoint()


@settings(max_examples=300)
@given(routine=routines, doings=_doings)
def test_what_is_said_holds_together(routine: str, doings: list[tuple[int, str]]) -> None:
    """Moments never go back, cues lie in their segment's order, no part is done for more than was planned."""
    engine, events = _play(routine, doings, 10**9)
    timeline = build(routine)
    assert [event.at_ms for event in events] == sorted(event.at_ms for event in events)
    current = -1
    for event in events:
        if isinstance(event, SegmentStarted):
            current = event.segment
        elif isinstance(event, CueDue):
            assert event.cue.segment == current
        elif isinstance(event, PartEnded) and timeline.parts[event.part].kind != "move":
            assert 0 <= event.done_ms <= event.planned_ms
            assert event.done_reps <= event.planned_reps
    due_ms = engine.next_due_ms()
    assert due_ms is None or due_ms > engine.session_ms
    assert engine.ticking or due_ms is None


@settings(max_examples=200)
@given(routine=routines, doings=_doings)
def test_a_finished_session_has_an_end_for_every_part(routine: str, doings: list[tuple[int, str]]) -> None:
    """Whatever happened, after the end every part has ended and the sums agree with the segments."""
    engine, events = _play(routine, doings, 10**9)
    for name in ("end", "pack off", "choose the end", "pack off"):
        events += act(engine, name)
    timeline = build(routine)
    ends = [event for event in events if isinstance(event, Finished)]
    assert len(ends) == 1
    assert isinstance(events[-1], Finished)
    assert {event.part for event in events if isinstance(event, PartEnded)} == set(range(len(timeline.parts)))
    assert ends[0].planned_ms == timeline.total_ms
    assert ends[0].done_ms <= ends[0].planned_ms
    assert engine.snapshot().phase is Phase.OVER


@settings(max_examples=100)
@given(routine=routines, waits=st.lists(st.integers(1_000, 50_000), min_size=1, max_size=20))
def test_a_session_answered_at_every_turn_is_done(routine: str, waits: list[int]) -> None:
    """Nobody interferes and every question is answered at once: done is what was planned, unless a pack came too soon."""
    engine = Engine(build(routine), _THERMAL, "session")
    events = engine.start()
    for wait_ms in cycle(waits):
        while engine.snapshot().need not in {Need.NOTHING, Need.GAP_CHOICE}:
            events += act(engine, "answer")
        due_ms = engine.next_due_ms()
        if due_ms is None:
            break
        events += engine.advance(min(wait_ms, due_ms - engine.session_ms))
    end = events[-1]
    assert isinstance(end, Finished)
    refused = sum(type(event).__name__ == "PackRefused" for event in events)
    assert end.done_ms == end.planned_ms or refused
    assert end.status is Status.DONE or refused


@settings(max_examples=200)
@given(routine=routines, doings=_doings, later=_doings)
def test_a_killed_session_stands_again_where_it_was(
    routine: str, doings: list[tuple[int, str]], later: list[tuple[int, str]]
) -> None:
    """From its checkpoint a session is paused with the same times done; a pack that was on is asked for first."""
    engine, _events = _play(routine, doings, 10**9)
    if engine.snapshot().phase is Phase.OVER:
        return
    point = msgspec.json.decode(msgspec.json.encode(engine.checkpoint()), type=Checkpoint)
    again = Engine.from_checkpoint(build(routine), _THERMAL, point)
    snapshot = again.snapshot()
    assert snapshot.phase is Phase.PAUSED
    assert snapshot.need is (Need.PACK_OFF if point.pack else Need.GAP_CHOICE)
    assert again.checkpoint().done_ms == point.done_ms
    assert again.checkpoint().ended_parts == point.ended_parts
    put_on = False
    for wait_ms, name in later:
        events = [*again.advance(wait_ms)]
        assert not any(isinstance(event, PackOn) for event in events)
        put_on = put_on or again.snapshot().need is Need.PACK_ON
        events += act(again, name)
        worn = [event for event in events if isinstance(event, PackOn)]
        assert not worn or put_on
        assert all(put_on or not event.certain for event in events if isinstance(event, PackOff))


def test_a_checkpoint_of_another_routine_is_refused() -> None:
    """A checkpoint only fits the timeline it was written for, and says so in a sentence."""
    engine, _events = _play("rest: rest 20", [], 10**9)
    with pytest.raises(Exception, match="another version of its routine"):
        Engine.from_checkpoint(build("rest: rest 21"), _THERMAL, engine.checkpoint())
