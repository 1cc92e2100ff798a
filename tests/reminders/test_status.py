"""What is told about it: the status for a terminal, the timeline of the day, the sentences."""

from __future__ import annotations

import json
from datetime import time

from msgspec.structs import replace

from coach.reminders.adapting import adapted, adapted_words, reason_words
from coach.reminders.events import Reason
from coach.reminders.memory import Doing
from coach.reminders.paces import paces_of, shorter_ms
from coach.reminders.sight import Busy
from coach.reminders.status import as_json
from coach.reminders.view import State
from coach.reminders.why import busy_words, minutes_words
from coach.settings.breaks import Breaks, Cadence, Rotation
from tests.reminders.world import ALWAYS, OFF, World

_MIN = 60_000


def test_the_status_is_one_line_of_json() -> None:
    """Next break, seated minutes today, state and reason, with codes that do not depend on the language."""
    world = World()
    world.pass_ms(25 * _MIN)
    text = as_json(world.engine.status())
    assert "\n" not in text
    assert json.loads(text) == {
        "state": "counting",
        "reason": "Next: a look at how you sit, after 5 min more of sitting.",
        "next": {"key": "nudge", "kind": "nudge", "in_minutes": 5, "length_seconds": 60},
        "due": False,
        "seated_minutes_today": 25,
        "standing": False,
        "busy": [],
        "paused_minutes_left": None,
        "gentle": False,
        "counted": "",
    }


def test_the_status_while_busy_and_paused() -> None:
    """Who is busy, how long the pause still is, and that a break is due."""
    world = World()
    world.pass_ms(59 * _MIN)
    world.busy.add(Busy.MICROPHONE)
    world.pass_ms(2 * _MIN)
    status = world.engine.status()
    assert (status.state, status.due, status.busy, status.next) == (State.DEFERRED, True, ("microphone",), None)
    world.say(lambda engine: engine.pause(30))
    world.pass_ms(_MIN)
    assert world.engine.status().paused_minutes_left == 29


def test_the_timeline_of_a_day() -> None:
    """Sat, in a call, away, moved and stood, in order, with lengths that add up; idleness before an absence is part of it."""
    world = World()
    world.pass_ms(20 * _MIN)
    world.busy.add(Busy.MICROPHONE)
    world.look()
    world.pass_ms(10 * _MIN)
    world.busy.clear()
    world.hands_are(OFF)
    world.look()
    world.pass_ms(15 * _MIN)
    world.hands_are("works")
    world.look()
    world.pass_ms(5 * _MIN)
    world.say(lambda engine: engine.now())
    world.pass_ms(2 * _MIN)
    world.say(lambda engine: engine.finish(120_000))
    world.say(lambda engine: engine.stands(standing=True))
    world.pass_ms(7 * _MIN)
    spans = world.engine.today()
    assert [(span.doing, span.ms // _MIN) for span in spans] == [
        (Doing.SAT, 20),
        (Doing.CALL, 10),
        (Doing.AWAY, 15),
        (Doing.SAT, 5),
        (Doing.MOVED, 2),
        (Doing.STOOD, 7),
    ]
    assert f"{spans[2].begin.local():%H:%M}" == "09:30"
    assert world.engine.status().seated_minutes_today == 35


def test_the_timeline_is_split_at_midnight() -> None:
    """What was before midnight is yesterday's."""
    world = World()
    world.pass_ms(14 * 60 * _MIN)
    world.locked = True
    world.look()
    world.sleep_ms(9 * 60 * _MIN)
    assert [(span.doing, span.ms) for span in world.engine.today()] == [(Doing.AWAY, 8 * 60 * _MIN)]
    assert world.engine.status().seated_minutes_today == 0


def test_every_state_has_a_sentence() -> None:
    """Off, outside, quiet, paused, away, session, break, card, waiting, snoozed, deferred, counting: none is silent."""
    seen: dict[State, str] = {}
    world = World(replace(ALWAYS, mode="firm"))

    def note() -> None:
        view = world.engine.view()
        seen[view.state] = view.why

    note()
    world.hands_are("types")
    world.pass_ms(61 * _MIN)
    note()
    world.hands_are("works")
    world.pass_ms(3_000)
    note()
    world.say(lambda engine: engine.snooze())
    note()
    world.busy.add(Busy.INHIBITOR)
    world.pass_ms(6 * _MIN)
    note()
    world.say(lambda engine: engine.pause_until_tomorrow())
    note()
    world.say(lambda engine: engine.now())
    note()
    world.say(lambda engine: engine.leave())
    world.say(lambda engine: engine.resume())
    world.busy.clear()
    for what in ("locked", "session"):
        setattr(world, what, True)
        world.look()
        note()
    world.session = world.locked = False
    world.look()
    for breaks in (Breaks(on=False), replace(Breaks(on=True), hours=((),) * 7)):
        world.take(world.engine.settle(breaks))
        note()
    assert set(seen) == set(State) - {State.QUIET_DAY}, set(State) - set(seen)
    assert all(words.endswith(".") for words in seen.values()), seen


def test_an_own_reminder_goes_by_its_name() -> None:
    """The sentence about what comes next uses the person's word for it."""
    water = Cadence(key="water", moves=False, every_min=20, length_s=20, name="Water")
    world = World(replace(ALWAYS, cadences=(*ALWAYS.cadences, water)))
    assert world.engine.view().why == "Next: Water, after 20 min more of sitting."


def test_a_meeting_says_until_when() -> None:
    """The sentence names the end, as the person said it."""
    world = World()
    world.say(lambda engine: engine.meeting(time(15, 30)))
    world.look()
    assert "in a meeting until 15:30" in world.engine.view().why


def test_lengths_in_words() -> None:
    """Seconds below a minute, then minutes, then hours."""
    assert [minutes_words(ms) for ms in (50_000, 12 * _MIN, 60 * _MIN, 95 * _MIN)] == [
        "50 s",
        "12 min",
        "1 h",
        "1 h 35 min",
    ]
    assert {busy_words(kind) for kind in Busy} > {"microphone in use", "full screen"}


def test_a_flare_up_is_gentler() -> None:
    """No movement break longer than a minute, a change of position every twenty minutes; the rotation keeps its turns."""
    usual, gentle = paces_of(Breaks()), paces_of(Breaks(), flare=True)
    assert [(pace.every_ms // _MIN, pace.length_ms // 1000) for pace in usual] == [(30, 60), (60, 150)]
    assert [(pace.every_ms // _MIN, pace.length_ms // 1000) for pace in gentle] == [(20, 60), (60, 60)]
    turns = paces_of(Breaks(rotation=Rotation(on=True)), flare=True)
    assert [(pace.every_ms // _MIN, pace.length_ms // 1000) for pace in turns] == [(20, 60), (8, 60)]


def test_a_shorter_break_is_shorter_or_the_same() -> None:
    """A minute where it was longer, 45 s where it was a minute; below that there is none."""
    assert [shorter_ms(seconds * 1000) // 1000 for seconds in (180, 90, 60, 45, 30)] == [60, 60, 45, 45, 30]


def test_what_follows_from_a_reason() -> None:
    """Rarer, shorter, at a quieter moment, or nothing; each is said, and the nudge stays as it was."""
    before = Breaks()
    assert adapted(before, Reason.TOO_OFTEN).cadences[1].every_min == 90
    assert adapted(before, Reason.TOO_LONG).cadences[1].length_s == 75
    assert adapted(before, Reason.BAD_MOMENT).typing_pause_s == 10
    assert adapted(before, Reason.OTHER) == adapted(before, Reason.HURTS) == before
    assert all(adapted(before, reason).cadences[0] == before.cadences[0] for reason in Reason)
    assert adapted_words(before, Reason.TOO_OFTEN) == "From now on a movement break comes every 90 min."
    assert len({reason_words(reason) for reason in Reason}) == len(Reason)
    assert len({adapted_words(before, reason) for reason in Reason}) == len(Reason)
