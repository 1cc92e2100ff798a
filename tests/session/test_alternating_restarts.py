"""Packs that alternate through the end of the program: only the time without a pack goes on by itself."""

from __future__ import annotations

from coach.session import alternating
from coach.session.events import Outcome, PackOff, PackOn
from coach.session.resting import Ending, Rest
from coach.session.state import Need
from tests.session.alternating_room import Room


def test_killed_after_a_stop_sign_it_stays_ended() -> None:
    """The pack is off and the program gone before anything was chosen: nothing is offered afterwards, ever."""
    room = Room()
    engine = room.worn_for(120)
    room.take(engine.skin_not_ok())
    room.take(engine.pack_is_off())
    room.restart()
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.SKIN)
    assert room.point.worn_ms == 120_000


def test_a_restart_goes_on_with_the_off_only() -> None:
    """Half an hour passed while the program was gone: an hour and a half are left."""
    room = Room()
    room.look()
    room.wear_through()
    room.clock.advance(1_800)
    room.restart()
    assert alternating.left_ms(room.point, room.rounds, room.sight()) == 5_400_000
    room.clock.restart_machine(1_800)
    room.restart()
    assert alternating.left_ms(room.point, room.rounds, room.sight()) == 3_600_000


def test_a_restart_with_a_pack_on_asks_to_take_it_off() -> None:
    """Nothing else is offered: it comes off, uncertain how long it was on, and is not done."""
    room = Room()
    room.look()
    room.wear()
    room.pass_s(120)
    room.clock.advance(600)
    room.restart()
    assert room.snapshot.need is Need.PACK_OFF
    assert room.engine is not None
    room.take(room.engine.pack_is_off())
    off = next(event for event in room.said if isinstance(event, PackOff))
    assert (off.outcome, off.certain) == (Outcome.INTERRUPTED, False)
    assert room.point.rest is Rest.OFF


def test_a_restart_while_the_questions_were_asked() -> None:
    """Not on: it is due again, and after hours without anybody it is over."""
    room = Room()
    room.look()
    assert room.open()
    room.restart()
    assert room.point.rest is Rest.DUE
    assert not any(isinstance(event, PackOn) for event in room.said)
    room.clock.advance(4 * 3600)
    room.restart()
    assert room.point.ending is Ending.NOBODY


def test_found_again_the_next_day_it_is_over() -> None:
    """An off that ended more than three hours ago is not taken up again."""
    room = Room()
    room.look()
    room.wear_through()
    room.clock.sleep_machine(86_400)
    room.restart()
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.NOBODY)
