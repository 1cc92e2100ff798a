"""Wait for me: every change of step waits for the person, from the moment it is asked for."""

from __future__ import annotations

from coach.session.engine import Engine
from coach.session.events import Finished, Waiting
from coach.session.state import Need, Phase
from tests.session.building import build, thermal

_TWO = (
    "knee left: prepare 5, enter 3, hold 30, release 2\nknee right: prepare 5, hold 30, release 2\nask low-back after"
)


def _engine(routine: str = _TWO) -> Engine:
    engine = Engine(build(routine), thermal(), "session")
    engine.start()
    return engine


def test_a_step_waits_after_its_time() -> None:
    """The side is done in its own time; then the session stands until the person goes on."""
    engine = _engine()
    engine.wait_for_me(True)
    assert Waiting(at_ms=40_000, segment=3) in engine.advance(100_000)
    snapshot = engine.snapshot()
    assert (snapshot.segment, snapshot.phase, snapshot.need) == (3, Phase.WAITING, Need.ADVANCE)
    assert snapshot.by_hand
    engine.go_on()
    assert engine.snapshot().segment == 4


def test_a_question_needs_no_wait_before_it() -> None:
    """A rating waits by itself, so nothing waits before it; nor is there anything to wait for at the end."""
    engine = _engine()
    engine.wait_for_me(True)
    engine.advance(40_000)
    engine.go_on()
    engine.advance(37_000)
    assert engine.snapshot().need is Need.RATING
    assert any(isinstance(event, Finished) for event in engine.go_on())


def test_it_can_be_taken_back_while_it_waits() -> None:
    """Off again, the session goes on at once, and by itself from then on."""
    engine = _engine()
    engine.wait_for_me(True)
    engine.advance(40_000)
    engine.wait_for_me(False)
    assert engine.snapshot().segment == 4
    engine.advance(37_000)
    assert engine.snapshot().need is Need.RATING


def test_what_the_routine_makes_wait_stays_so() -> None:
    """Off changes nothing where the routine itself asks for a wait."""
    engine = _engine("bridge: reps 4, reps 4!\nwalk: prepare 3, move")
    engine.wait_for_me(True)
    engine.advance(8_000)
    engine.wait_for_me(False)
    assert engine.snapshot().need is Need.ADVANCE


def test_packs_keep_their_own_questions() -> None:
    """Nothing waits inside a contrast set: its time is the skin's, not the person's."""
    plain, by_hand = (
        _engine("contrast low-back: heat 4, cold 1, heat 4"),
        _engine("contrast low-back: heat 4, cold 1, heat 4"),
    )
    by_hand.wait_for_me(True)
    for engine in (plain, by_hand):
        engine.confirm_pack(all_yes=True)
        engine.pack_is_on()
    for _second in range(600):
        assert by_hand.advance(1_000) + by_hand.skin_ok() == plain.advance(1_000) + plain.skin_ok()


def test_it_survives_a_crash() -> None:
    """A resumed session still waits for the person."""
    engine = _engine()
    engine.wait_for_me(True)
    again = Engine.from_checkpoint(build(_TWO), thermal(), engine.checkpoint())
    assert again.snapshot().by_hand
