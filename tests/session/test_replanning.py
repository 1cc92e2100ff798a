"""The dose changes while the session runs: what was done stays done, and the session stands where it stood."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.session.engine import Engine
from coach.session.events import CueDue, Event, Finished, Outcome, PartEnded, Status
from coach.session.state import Checkpoint
from tests.session.acting import act
from tests.session.building import build, thermal


def _text(hold: int = 30, reps: int = 2) -> str:
    """Two sides of holds of so many seconds, so many of them."""
    held = ", ".join([f"enter 3, hold {hold}, release 2"] * reps)
    return f"knee left: prepare 5, {held}\nknee right: prepare 5, {held}\nrest: rest 20"


def _engine() -> Engine:
    engine = Engine(build(_text()), thermal(), "session")
    engine.start()
    return engine


def _ended(events: list[Event]) -> list[tuple[int, Outcome, int, int, int]]:
    return [
        (one.part, one.outcome, one.done_ms, one.planned_ms, one.done_reps)
        for one in events
        if isinstance(one, PartEnded)
    ]


def test_a_longer_hold_goes_on_at_once() -> None:
    """Ten seconds into thirty, then forty: thirty are left, and the last-seconds cue comes at its new moment."""
    engine = _engine()
    engine.advance(18_000)
    engine.replan(build(_text(hold=40)))
    snapshot = engine.snapshot()
    assert (snapshot.segment, snapshot.elapsed_ms, snapshot.remaining_ms) == (2, 10_000, 30_000)
    spoken = [(one.at_ms, one.cue.kind.value) for one in engine.advance(30_000) if isinstance(one, CueDue)]
    assert spoken == [(28_000, "halfway"), (43_000, "five-seconds"), (48_000, "step")]


def test_a_hold_that_is_shorter_than_what_was_held_is_over() -> None:
    """Twenty-five seconds into thirty, then twenty: it is released now."""
    engine = _engine()
    engine.advance(33_000)
    engine.replan(build(_text(hold=20)))
    assert engine.snapshot().segment == 3


def test_what_was_done_before_stays_done() -> None:
    """A first hold at the old length counts as one; the whole side is done at the end."""
    engine = _engine()
    engine.advance(45_000)  # the second hold's way in
    engine.replan(build(_text(hold=45)))
    said = _ended(engine.advance(200_000))
    assert said[0] == (0, Outcome.DONE, 75_000, 90_000, 2)
    assert said[1] == (1, Outcome.DONE, 90_000, 90_000, 2)


def test_a_side_that_is_over_is_told_once() -> None:
    """Changed on the second side, the first stays as it was said."""
    engine = _engine()
    before = _ended(engine.advance(80_000))
    assert before == [(0, Outcome.DONE, 60_000, 60_000, 2)]
    engine.replan(build(_text(hold=20, reps=4)))
    after = engine.advance(400_000)
    assert _ended(after) == [(1, Outcome.DONE, 80_000, 80_000, 4), (2, Outcome.DONE, 20_000, 20_000, 0)]
    assert isinstance(after[-1], Finished)
    assert after[-1].status is Status.DONE


def test_fewer_repetitions_end_the_side_sooner() -> None:
    """In the first of two, one is enough: the side ends after it. In the second nothing changes any more."""
    engine = _engine()
    engine.advance(10_000)
    engine.replan(build(_text(reps=1)))
    assert _ended(engine.advance(30_000)) == [(0, Outcome.DONE, 30_000, 30_000, 1)]
    other = _engine()
    other.advance(50_000)
    before = other.snapshot()
    assert other.replan(build(_text(reps=1))) == []
    assert other.snapshot() == before


@pytest.mark.parametrize("routine", ["heat buttock left: 15", "knee left: prepare 5, hold 20\nrest: rest 20"])
def test_another_session_is_refused(routine: str) -> None:
    """Other parts are another session; nothing changes."""
    engine = _engine()
    before = engine.snapshot(), engine.checkpoint()
    assert engine.replan(build(routine)) == []
    assert (engine.snapshot(), engine.checkpoint()) == before


def test_not_under_a_pack() -> None:
    """While a pack is on nothing of the plan changes."""
    text = "heat buttock left: 15\n" + _text()
    engine = Engine(build(text), thermal(), "session")
    engine.start()
    engine.confirm_pack(all_yes=True)
    engine.pack_is_on()
    before = engine.checkpoint()
    engine.replan(build("heat buttock left: 15\n" + _text(hold=40)))
    assert engine.checkpoint() == before


def test_it_survives_a_crash() -> None:
    """The checkpoint belongs to the new plan and keeps what was done at the old length."""
    engine = _engine()
    engine.advance(45_000)
    engine.replan(build(_text(hold=45)))
    point = msgspec.json.decode(msgspec.json.encode(engine.checkpoint()), type=Checkpoint)
    again = Engine.from_checkpoint(build(_text(hold=45)), thermal(), point)
    again.resume()
    said = _ended(again.advance(300_000))
    assert said[0][:2] == (0, Outcome.DONE)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60_000),
            st.sampled_from(["answer", "pause", "resume", "skip", "back", "ten on", "ten back", "worse", "by hand"]),
            st.tuples(st.integers(5, 60), st.integers(1, 5)),
        ),
        max_size=12,
    )
)
def test_any_changes(doings: list[tuple[int, str, tuple[int, int]]]) -> None:
    """However often the dose changes, moments never go back, no part is overdone, and the session comes to its end."""
    engine = _engine()
    events: list[Event] = []
    for wait_ms, name, (hold, reps) in doings:
        events += engine.advance(wait_ms) + engine.replan(build(_text(hold=hold, reps=reps))) + act(engine, name)
    for _step in range(40):
        events += engine.wait_for_me(False) + act(engine, "answer") + engine.resume() + engine.advance(60_000)
    assert [event.at_ms for event in events] == sorted(event.at_ms for event in events)
    assert isinstance(events[-1], Finished) or any(isinstance(one, Finished) for one in events)
    for one in events:
        if isinstance(one, PartEnded):
            assert 0 <= one.done_ms <= one.planned_ms
            assert one.done_reps <= one.planned_reps
