"""What the logbooks do not show: other settings meanwhile, a checkpoint that cannot be read, what a restart says."""

from __future__ import annotations

from datetime import UTC, datetime, time

from msgspec.structs import replace

from coach.content.vocabulary import BreakOutcome
from coach.reminders.engine import Engine
from coach.reminders.events import BreakEnded, Opened, Prompted, Why
from coach.reminders.view import State
from coach.settings.breaks import Rotation
from tests.fakes import FakeClock
from tests.reminders.logbook import words
from tests.reminders.world import ALWAYS, World

_MIN = 60_000


def said(world: World) -> list[str]:
    """All it ever said."""
    return [words(event) for event in world.heard]


def test_a_reminder_that_is_switched_off_goes_from_the_screen() -> None:
    """Its card is let pass; nothing else is changed by other settings."""
    world = World()
    world.pass_ms(30 * _MIN)
    assert world.engine.view().state is State.CARD
    only_move = replace(ALWAYS, cadences=ALWAYS.cadences[1:])
    world.take(world.engine.settle(only_move))
    assert said(world)[-1] == "b1 expired: hours"
    world.pass_ms(30 * _MIN)
    assert said(world)[-1] == "b2 card"


def test_a_due_break_outlives_other_settings() -> None:
    """Changing how often it comes does not touch the one that is on the screen."""
    world = World()
    world.pass_ms(60 * _MIN)
    rarer = replace(ALWAYS, cadences=(replace(ALWAYS.cadences[1], every_min=90),))
    world.take(world.engine.settle(rarer))
    card = world.engine.view().card
    assert card is not None
    assert card.lead == "move"


def test_switching_the_rotation_on_asks_to_stand() -> None:
    """Nudge and movement break rest, and its twenty minutes begin then."""
    world = World()
    world.pass_ms(10 * _MIN)
    world.take(world.engine.settle(replace(ALWAYS, rotation=Rotation(on=True))))
    world.pass_ms(21 * _MIN)
    assert said(world)[-2:] == ["b1 due: stand, 1:00", "b1 card"]


def test_switched_on_in_the_middle_of_the_day_it_begins_with_nothing() -> None:
    """While it is off nothing is counted, towards a break or in the timeline."""
    world = World(replace(ALWAYS, on=False))
    world.pass_ms(3 * 60 * _MIN)
    world.take(world.engine.settle(ALWAYS))
    world.pass_ms(29 * _MIN)
    assert world.heard == []
    assert world.engine.status().seated_minutes_today == 29


def test_an_unreadable_checkpoint_begins_anew() -> None:
    """Garbage, another version and nothing at all are the same: a fresh day, no error."""
    world = World()
    world.pass_ms(59 * _MIN)
    kept = world.engine.checkpoint()
    for text in (b"", b"{", b"[]", kept.replace(b'"version":1', b'"version":9')):
        fresh = Engine(ALWAYS, world.sight(), text)
        found = fresh.view().next
        assert found is not None
        assert found.left_ms == 30 * _MIN


def test_a_restart_says_once_what_it_ended() -> None:
    """The first look after it returns the end of the break that was open, the second nothing."""
    world = World()
    world.say(lambda engine: engine.now())
    world.pass_ms(_MIN)
    engine = Engine(ALWAYS, world.sight(), world.engine.checkpoint())
    (ended,) = engine.look(world.sight())
    assert isinstance(ended, BreakEnded)
    assert (ended.outcome, ended.why, ended.done_ms) == (BreakOutcome.PARTLY, Why.UNWATCHED, _MIN)
    assert engine.look(world.sight()) == []


def test_nothing_is_looked_up_before_1970_or_far_in_the_future() -> None:
    """A dead clock battery, or one set to 2099, costs nothing but the labels."""
    for year in (1970, 2099):
        world = World(clock=FakeClock(datetime(year, 1, 2, 9, 0, tzinfo=UTC), tz="UTC", offset_min=0))
        world.pass_ms(30 * _MIN)
        assert any(isinstance(event, Prompted) for event in world.heard)
        assert world.engine.status().seated_minutes_today == 30


def test_the_end_of_a_meeting_is_read_as_it_was_said() -> None:
    """Clocks count finer than milliseconds: half past never reads as a minute before."""
    world = World()
    world.clock.advance_ns(123_456_789)
    world.look()
    world.take(world.engine.meeting(time(15, 30)))
    assert world.engine.view().why == "Nothing is due. You are busy: in a meeting until 15:30."


def test_a_reminder_that_was_switched_off_meanwhile_is_not_asked_after_a_restart() -> None:
    """Taken up with other settings, what was due for it is let pass."""
    world = World()
    world.pass_ms(30 * _MIN)
    only_move = replace(ALWAYS, cadences=ALWAYS.cadences[1:])
    again = Engine(only_move, world.sight(), world.engine.checkpoint())
    [ended] = (event for event in again.look(world.sight()) if isinstance(event, BreakEnded))
    assert (ended.outcome, ended.why) == (BreakOutcome.EXPIRED, Why.HOURS)
    assert again.view().card is None


def test_a_day_that_turns_gentle_makes_what_is_due_a_minute() -> None:
    """On the card and when it is opened; what is asked for without any reminder of its kind, too."""
    world = World()
    world.pass_ms(60 * _MIN)
    world.say(lambda engine: engine.gentle_today(on=True))
    card = world.engine.view().card
    assert card is not None
    assert card.length_ms == _MIN
    world.say(lambda engine: engine.skip(sure=True))
    world.take(world.engine.settle(replace(ALWAYS, cadences=ALWAYS.cadences[:1])))
    world.say(lambda engine: engine.now())
    assert [event.length_ms for event in world.heard if isinstance(event, Opened)] == [_MIN]
