"""What a moment of a session holds of the machine, and what is said where it cannot be had."""

from __future__ import annotations

from coach.app.holding import Holding, hold_for
from coach.ports.wake_lock import Hold
from coach.session.engine import Engine
from tests.fakes import RecordingWakeLock
from tests.session.building import build, thermal


def test_from_the_questions_until_the_pack_is_off() -> None:
    """Awake from the questions on, through a pause; the screen only in a stretch; nothing in its pause and at the end."""
    engine = Engine(build("knee: prepare 5, hold 60\nheat buttock left: 15"), thermal(), "session")
    seen = [hold_for(engine.snapshot())]
    for step in (
        engine.start,
        engine.pause,
        engine.resume,
        lambda: engine.advance(3_000),
        engine.skip,
        lambda: engine.confirm_pack(all_yes=True),
        engine.pack_is_on,
        engine.pause,
        engine.pack_is_off,
        engine.end,
    ):
        step()
        seen.append(hold_for(engine.snapshot()))
    on, nothing, screen = Hold.AWAKE, Hold.NOTHING, Hold.SCREEN
    assert seen == [nothing, screen, nothing, screen, screen, on, on, on, on, nothing, nothing]


def test_asked_only_when_it_changes_and_said_once() -> None:
    """A hundred moments are one call; that the machine may sleep is said once a session, before the pack is on."""
    lock, told = RecordingWakeLock("nobody to ask"), list[str]()
    holding = Holding(lock, told.append)
    holding.begin()
    for hold in (Hold.SCREEN, Hold.SCREEN, Hold.AWAKE, Hold.AWAKE, Hold.SCREEN, Hold.AWAKE):
        holding.want(hold)
    assert lock.holds == [Hold.SCREEN, Hold.AWAKE, Hold.SCREEN, Hold.AWAKE]
    assert len(told) == 1
    assert "nobody to ask" in told[0]
