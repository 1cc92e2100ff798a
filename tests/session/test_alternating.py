"""Packs that alternate: an hour or more between two, nothing by itself, and only the time without a pack survives a restart."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import msgspec

from coach.content.vocabulary import Area, Mode
from coach.plan.rounds import all_packs, rounds_of
from coach.plan.timeline import Preferences
from coach.safety.exposure import Worn
from coach.session import alternating
from coach.session.events import Outcome, PackDue, PackOff, PartEnded
from coach.session.resting import Ending, Reading, Rest, passed_ms, reading_of
from coach.session.state import Need
from tests.fakes import FakeClock
from tests.session.alternating_room import Room, library


def _offs(room: Room) -> list[tuple[Mode, Outcome]]:
    return [(event.mode, event.outcome) for event in room.said if isinstance(event, PackOff)]


def test_heat_off_cold_off() -> None:
    """Heat is due at once, cold two hours after it is off, heat again two hours after that."""
    room = Room()
    assert (room.look(), room.mode) == (Rest.DUE, Mode.HEAT)
    room.wear_through()
    assert room.point.rest is Rest.OFF
    room.pass_s(7_190)
    assert room.point.rest is Rest.OFF
    room.pass_s(30)
    assert (room.point.rest, room.mode) == (Rest.DUE, Mode.COLD)
    room.wear_through()
    room.pass_s(7_210)
    assert (room.point.rest, room.mode) == (Rest.DUE, Mode.HEAT)
    assert _offs(room) == [(Mode.HEAT, Outcome.DONE), (Mode.COLD, Outcome.DONE)]


def test_nothing_goes_on_by_itself() -> None:
    """A pack that is due waits; after three hours without anybody it is over, and no pack was ever on."""
    room = Room()
    room.pass_s(3 * 3600 - 60)
    assert room.point.rest is Rest.DUE
    room.pass_s(120)
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.NOBODY)
    assert room.said == []


def test_three_rounds_and_no_more() -> None:
    """After three rounds it is done, within one day or over midnight."""
    room = Room(FakeClock(datetime(2026, 5, 4, 6, 0, tzinfo=timezone(timedelta(hours=2)))))
    for _pack in range(6):
        room.pass_s(7_260)
        room.wear_through()
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.DONE)
    assert len(_offs(room)) == 6
    assert room.point.worn_ms == room.point.planned_ms == 3 * (15 + 10) * 60_000


def test_the_day_s_number_counts_what_other_sessions_wore() -> None:
    """Two heats worn in other sessions leave one; then only cold is offered, until the rounds are done."""
    room = Room(FakeClock(datetime(2026, 5, 4, 6, 0, tzinfo=timezone(timedelta(hours=2)))))
    for hours in (5, 2.5):
        room.history.append(_worn(room, Mode.HEAT, hours))
    seen = []
    for _turn in range(8):
        room.pass_s(7_260)
        if room.point.rest is Rest.DUE:
            seen.append(room.mode)
            room.wear_through()
    assert seen == [Mode.HEAT, Mode.COLD, Mode.COLD, Mode.COLD]
    assert room.point.ending is Ending.DONE


def test_a_pack_of_another_session_holds_the_next_one_back() -> None:
    """Heat worn meanwhile on the same place: the offer waits until two hours after that, and says why."""
    room = Room()
    room.history.append(_worn(room, Mode.HEAT, 1.0))
    assert room.look() is Rest.OFF
    assert "Leave 2 hours" in room.point.held
    assert not room.open()
    room.pass_s(3_630)
    assert room.point.rest is Rest.DUE
    assert room.point.held == ""


def test_a_pack_left_out_keeps_the_rhythm() -> None:
    """Leaving heat out brings cold after the usual two hours, not at once."""
    room = Room()
    room.look()
    room.point = alternating.leave_out(room.point, room.rounds, reading_of(room.clock))
    room.pass_s(7_140)
    assert room.point.rest is Rest.OFF
    room.pass_s(90)
    assert (room.point.rest, room.mode) == (Rest.DUE, Mode.COLD)


def test_a_no_to_the_questions_ends_it() -> None:
    """Numb skin, say: no pack now, and none later either."""
    room = Room()
    room.look()
    assert room.open()
    assert room.engine is not None
    room.take(room.engine.confirm_pack(all_yes=False, reason="no"))
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.REFUSED)


def test_a_stop_sign_on_the_skin_ends_it() -> None:
    """The pack comes off first, then no further one is offered."""
    room = Room()
    engine = room.worn_for(120)
    room.take(engine.skin_not_ok())
    assert engine.snapshot().need is Need.PACK_OFF
    room.take(engine.pack_is_off())
    room.take(engine.choose_end())
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.SKIN)


def test_nobody_answers_the_check() -> None:
    """After two minutes it has to come off, asked for until somebody says so; then it is over."""
    room = Room()
    room.look()
    room.wear()
    room.pass_s(300 + 120 + 60)
    assert room.snapshot.need is Need.PACK_OFF
    assert room.snapshot.pack is not None
    assert room.snapshot.pack.urgency == 2
    assert sum(isinstance(event, PackDue) for event in room.said) > 3
    assert room.engine is not None
    room.take(room.engine.pack_is_off())
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.NO_ANSWER)
    assert _offs(room) == [(Mode.HEAT, Outcome.UNATTENDED)]


def test_ended_while_a_pack_is_on() -> None:
    """The end is asked for: the pack comes off first, and only then is it over."""
    room = Room()
    engine = room.worn_for(60)
    room.take(engine.end())
    assert room.snapshot.need is Need.PACK_OFF
    assert room.point.rest is Rest.PACK
    room.take(engine.pack_is_off())
    assert (room.point.rest, room.point.ending) == (Rest.OVER, Ending.ENDED)


def test_sleep_counts_as_time_without_a_pack() -> None:
    """Two hours asleep in an off are two hours off; setting the clock is nothing."""
    room = Room()
    room.look()
    room.wear_through()
    room.clock.step_wall(86_400)
    assert room.look() is Rest.OFF
    room.clock.step_wall(-86_400)
    room.clock.sleep_machine(7_300)
    assert (room.look(), room.mode) == (Rest.DUE, Mode.COLD)


def test_after_sleep_with_a_pack_on() -> None:
    """It has to come off, is never done, and the two hours begin when it is off."""
    room = Room()
    engine = room.worn_for(120)
    room.clock.sleep_machine(3_600)
    room.look()
    assert room.snapshot.need is Need.PACK_OFF
    room.take(engine.pack_is_off())
    assert _offs(room) == [(Mode.HEAT, Outcome.INTERRUPTED)]
    assert room.point.rest is Rest.OFF
    assert alternating.left_ms(room.point, room.rounds, room.sight()) == 7_200_000


def test_real_time_that_passed() -> None:
    """In one run of the machine the wall does not matter; over a restart it does, and uptime is the least."""
    minute, us = 60_000_000_000, 60_000_000
    since = Reading(10 * minute, 100 * us, "a")
    assert passed_ms(since, Reading(15 * minute, 0, "a")) == 300_000
    assert passed_ms(since, Reading(1 * minute, 107 * us, "b")) == 420_000
    assert passed_ms(since, Reading(3 * minute, 50 * us, "b")) == 180_000
    assert passed_ms(since, Reading(12 * minute, 109 * us, "")) == 120_000
    assert passed_ms(since, Reading(1 * minute, 104 * us, "")) == 240_000
    assert passed_ms(since, Reading(11 * minute, 101 * us, "a"), 20) == 1_200_000


def test_which_routines_run_in_the_background() -> None:
    """Only packs with an hour or more between them; a sitting with packs is done on the stage."""
    shelf = library()
    found = {key for key, one in shelf.routines.items() if rounds_of(one.routine, shelf.thermal) is not None}
    assert found == {"alternating-packs"}


def test_a_file_cannot_shorten_the_time_without_a_pack() -> None:
    """With less than an hour between them it does not run in the background."""
    shelf = library()
    routine = shelf.routines["alternating-packs"].routine
    short = msgspec.structs.replace(routine.steps[1], duration_s=3_500.0)
    steps = (routine.steps[0], short, *routine.steps[2:])
    assert rounds_of(msgspec.structs.replace(routine, steps=steps), shelf.thermal) is None


def test_more_than_four_hours_without_a_pack_is_no_such_routine() -> None:
    """Up to 240 minutes it runs in the background; a second more and it does not."""
    shelf = library()
    routine = shelf.routines["alternating-packs"].routine
    for seconds, runs in ((14_400.0, True), (14_401.0, False)):
        off = msgspec.structs.replace(routine.steps[1], duration_s=seconds)
        steps = (routine.steps[0], off, *routine.steps[2:])
        found = rounds_of(msgspec.structs.replace(routine, steps=steps), shelf.thermal)
        assert (found is not None) is runs


def test_one_mode_keeps_its_gap_even_where_the_journal_is_lost() -> None:
    """Heat every hour, says a file: heat comes every two hours, also when nobody remembers what was worn."""
    room = Room()
    off = msgspec.structs.replace(room.found.routine.steps[1], duration_s=3_600.0)
    steps = (room.found.routine.steps[0], off)
    rounds = rounds_of(msgspec.structs.replace(room.found.routine, steps=steps), room.library.thermal)
    assert rounds is not None
    room.rounds = rounds
    room.look()
    room.wear_through()
    room.history.clear()
    assert alternating.left_ms(room.point, room.rounds, room.sight()) == 7_200_000
    room.pass_s(7_140)
    assert room.point.rest is Rest.OFF
    room.pass_s(90)
    assert (room.point.rest, room.mode) == (Rest.DUE, Mode.HEAT)


def test_the_journal_s_plan_has_one_part_for_each_pack() -> None:
    """Six packs in all rounds, numbered on, of the planned length."""
    room = Room()
    plan = all_packs(room.found, room.rounds, room.library, Preferences())
    assert [part.kind for part in plan.parts] == ["heat", "cold"] * 3
    assert [part.step for part in plan.parts] == list(range(6))
    assert sorted({segment.exposure for segment in plan.segments if segment.exposure}) == [1, 2, 3, 4, 5, 6]
    assert all(before.end_ms == after.start_ms for before, after in zip(plan.segments, plan.segments[1:], strict=False))


def test_a_part_ends_once_for_each_pack() -> None:
    """What the journal gets of a pack worn through is one part, done."""
    room = Room()
    room.look()
    room.wear_through()
    assert [event.outcome for event in room.said if isinstance(event, PartEnded)] == [Outcome.DONE]


def _worn(room: Room, mode: Mode, hours_ago: float) -> Worn:
    stamp = room.clock.stamp()
    return Worn(
        mode=mode,
        area=Area.LOW_BACK,
        side=None,
        on_utc_us=stamp.utc_us - round(hours_ago * 3_600_000_000),
        local_day=stamp.local_day,
        worn_ms=0,
        contrast=False,
    )


def test_when_all_had_their_number_it_is_over() -> None:
    """Three heats and three colds were on today: nothing is offered any more."""
    room = Room(FakeClock(datetime(2026, 5, 4, 22, 0, tzinfo=timezone(timedelta(hours=2)))))
    for hours in (15, 12, 9):
        room.history += [_worn(room, Mode.HEAT, hours), _worn(room, Mode.COLD, hours)]
    assert room.look() is Rest.OVER
    assert room.point.ending is Ending.ENOUGH
