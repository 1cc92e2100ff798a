"""Adherence strength: a half-life of 13 days, rest and flares passed over, never a streak."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.strength import Aim, StrengthDay, aims_of, done_part, done_shares, strength, with_aim
from coach.content.vocabulary import Area, MarkerKind
from coach.journal.records import Marker, SessionRecord, StepDone
from coach.session.events import Outcome
from tests.analysis.make import at, session

BEGUN = date(2025, 3, 3)
FIRST = BEGUN.toordinal()
DAILY = (Aim(FIRST, 7),)


def _step(done_ms: int, planned_ms: int = 60_000, exercise: str | None = "bridge") -> StepDone:
    return StepDone(
        step=0,
        kind="hold",
        title="",
        exercise=exercise,
        side=None,
        area=Area.LOW_BACK,
        outcome=Outcome.DONE if done_ms >= planned_ms else Outcome.PARTLY,
        done_ms=done_ms,
        planned_ms=planned_ms,
        done_reps=0,
        planned_reps=0,
    )


def _done(day: int, part: float = 1.0, hour: int = 9) -> SessionRecord:
    """A session on the day with this number, counted from the first."""
    stamp = at(f"{BEGUN + timedelta(days=day)}T{hour:02}:00")
    return msgspec.structs.replace(session(stamp), steps=(_step(round(60_000 * part)),))


def _mark(first: int, last: int, kind: MarkerKind = MarkerKind.REST) -> Marker:
    day, end = BEGUN + timedelta(days=first), BEGUN + timedelta(days=last)
    return Marker(id=f"{kind}{first}", at=at(f"{day}T12:00"), kind=kind, last_day=end.isoformat())


def _every(days: int, weekdays: frozenset[int] = frozenset(range(7))) -> list[SessionRecord]:
    return [_done(n) for n in range(days) if n % 7 in weekdays]


def _walk(
    sessions: list[SessionRecord], days: int, markers: tuple[Marker, ...] = (), aims: tuple[Aim, ...] = DAILY
) -> tuple[StrengthDay, ...]:
    """The days from the first to the one before day number `days`, seen a day later so that the last one is over."""
    return strength(sessions, markers, aims, FIRST + days)[:days]


def test_nothing_done_is_no_score() -> None:
    """An empty journal, a rehearsal and a session of packs only have none."""
    rehearsal = msgspec.structs.replace(_done(0), rehearsal=True)
    packs = msgspec.structs.replace(_done(0), steps=(_step(60_000, exercise=None),))
    assert strength([], (), DAILY, FIRST) == ()
    assert strength([rehearsal, packs, _done(0, 0.0)], (), DAILY, FIRST + 9) == ()


def test_it_reaches_half_in_thirteen_days() -> None:
    """All of it done every day: 0.5 after 13 days, 0.75 after 26, 0.875 after 39, and that is what is possible."""
    days = _walk(_every(39), 39)
    assert [days[n].score for n in (12, 25, 38)] == pytest.approx([0.5, 0.75, 0.875], abs=1e-12)
    assert [one.possible for one in days] == [one.score for one in days]


def test_it_halves_in_thirteen_days() -> None:
    """Once the last seven days hold nothing, the score is half after 13 days and a quarter after 26."""
    days = _walk(_every(40), 80)
    quiet = 40 + 6
    assert days[quiet].share == 0
    assert days[quiet + 13].score == pytest.approx(days[quiet].score / 2, rel=1e-12)
    assert days[quiet + 26].score == pytest.approx(days[quiet].score / 4, rel=1e-12)


@pytest.mark.parametrize(("aim", "weekdays"), [(1, {2}), (2, {0, 3}), (3, {0, 2, 4}), (5, {0, 1, 2, 3, 4})])
def test_a_plan_that_is_not_daily_is_not_dragged_down(aim: int, weekdays: set[int]) -> None:
    """Whoever does all they mean to, on however few days a week, stands where one who exercises daily stands."""
    first = min(weekdays)
    sessions = [_done(n) for n in range(70 + first) if n % 7 in weekdays]
    found = strength(sessions, (), (Aim(FIRST, aim),), FIRST + 70 + first)
    assert found[65].score == found[65].possible > 0.95


def test_two_of_three_sessions_are_two_thirds() -> None:
    """In the long run the score is the part that is done."""
    found = _walk(_every(364, frozenset({0, 2})), 364, aims=(Aim(FIRST, 3),))
    assert found[-1].score == pytest.approx(2 / 3, abs=1e-6)


def test_half_a_dose_is_half() -> None:
    """Partly done days count for their part; doing more on another day of the same week makes up for nothing beyond all."""
    assert _walk([_done(n, 0.5) for n in range(364)], 364)[-1].score == pytest.approx(0.5, abs=1e-6)
    more = _walk(_every(364), 364, aims=(Aim(FIRST, 3),))
    assert more[-1].score == more[-1].possible


@pytest.mark.parametrize("kind", [MarkerKind.REST, MarkerKind.FLARE])
@pytest.mark.parametrize("aim", range(1, 8))
def test_a_rest_day_changes_nothing(kind: MarkerKind, aim: int) -> None:
    """On rest days and in a flare the score stays exactly what it was, with or without a session on them."""
    aims = (Aim(FIRST, aim),)
    sessions = _every(30)
    for more in ([], [_done(32)]):
        found = _walk([*sessions, *more], 60, (_mark(30, 41, kind),), aims)
        assert {one.score for one in found[29:42]} == {found[29].score}
        assert all(one.passed is kind and one.share is None for one in found[30:42])


@pytest.mark.parametrize("rested", range(7))
def test_a_rest_on_any_day_of_a_plan_of_three_is_not_missed_later(rested: int) -> None:
    """Monday, Wednesday, Friday, and one planned rest in place of whatever day it is: nothing goes down afterwards."""
    weekdays = frozenset({0, 2, 4})
    sessions = [
        one for one in _every(70, weekdays) if one.started.local_day != str(BEGUN + timedelta(days=42 + rested))
    ]
    found = _walk(sessions, 70, (_mark(42 + rested, 42 + rested),), (Aim(FIRST, 3),))
    assert [one.score for one in found] == [one.possible for one in found]


def test_other_markers_pass_nothing_over() -> None:
    """A new chair is no rest."""
    plain = _walk(_every(10), 20)
    assert _walk(_every(10), 20, (_mark(10, 15, MarkerKind.NEW_CHAIR),)) == plain


def test_without_an_aim_only_days_with_a_session_count() -> None:
    """Nothing is missed by one who was asked for nothing: the score is how much was done of what was begun."""
    found = _walk([_done(0), _done(20), _done(40)], 60, aims=())
    assert [one.day - FIRST for one in found if one.share is not None] == [0, 20, 40]
    assert found[-1].score == found[-1].possible
    assert _walk([_done(n * 3, 0.5) for n in range(100)], 300, aims=())[-1].score == pytest.approx(0.5, abs=0.01)


def test_today_is_not_over() -> None:
    """Today without a session changes nothing yet, with one it counts."""
    yesterday = _walk(_every(10), 10)[-1]
    without = strength(_every(10), (), DAILY, FIRST + 10)[-1]
    assert (without.score, without.share) == (yesterday.score, None)
    assert strength(_every(11), (), DAILY, FIRST + 10)[-1].score > yesterday.score


def test_another_aim_holds_from_its_day_on() -> None:
    """What was before is not judged by what is meant now; the first aim holds for what was before it."""
    sessions = _every(60, frozenset({0, 2, 4}))
    three = _walk(sessions, 60, aims=(Aim(FIRST + 20, 3),))
    changed = _walk(sessions, 60, aims=(Aim(FIRST + 20, 3), Aim(FIRST + 40, 6)))
    assert [one.score for one in changed[:40]] == [one.score for one in three[:40]]
    assert changed[-1].score < three[-1].score


def test_two_sessions_of_a_day_add_up_to_one_at_most() -> None:
    """A morning half and an evening half are a whole day; a second whole one is no more than one."""
    halves = [_done(0, 0.5, 8), _done(0, 0.5, 18)]
    assert done_shares(halves) == {FIRST: 1.0}
    assert done_shares([*halves, _done(0, 1.0, 20)]) == {FIRST: 1.0}


def test_the_part_done_is_time_done_by_time_planned() -> None:
    """30 s of 60 s and 120 s of 60 s: more than planned is not more; a rest between is no part; open ones count as one."""
    assert done_part([_step(30_000), _step(120_000), _step(0, 99_000, None)]) == 0.75
    assert done_part([_step(50_000, 0), _step(-1, 0)]) == 0.5
    assert done_part([_step(1, 2, None)]) is None


def test_a_stored_answer_is_read_back() -> None:
    """The same day replaces, another adds; what is not an aim is passed over; None forgets them."""
    aims = aims_of(with_aim((), FIRST, 4))
    assert aims == (Aim(FIRST, 4),)
    assert aims_of(with_aim(aims, FIRST, 3)) == (Aim(FIRST, 3),)
    assert aims_of(with_aim(aims, FIRST + 1, 3)) == (Aim(FIRST, 4), Aim(FIRST + 1, 3))
    assert with_aim(aims, FIRST, None) == []
    odd = [{"since": "soon", "days": 3}, {"since": "2025-01-01", "days": 8}, {"days": 3}, 4, {"since": 3, "days": "3"}]
    assert aims_of(odd) == aims_of(None) == aims_of({"days": 3}) == ()


PARTS = st.lists(
    st.tuples(st.integers(0, 90), st.sampled_from([0.1, 1 / 3, 0.5, 1.0, 1.7]), st.integers(0, 23)), max_size=40
)
MARKS = st.lists(st.tuples(st.integers(-5, 90), st.integers(0, 20), st.sampled_from(MarkerKind)), max_size=6)
AIMS = st.lists(st.tuples(st.integers(-10, 90), st.integers(1, 7)), max_size=3)


@given(PARTS, MARKS, AIMS, st.randoms(use_true_random=False))
def test_it_is_between_none_and_all_in_any_order(
    parts: list[tuple[int, float, int]],
    marks: list[tuple[int, int, MarkerKind]],
    aims: list[tuple[int, int]],
    chance: random.Random,
) -> None:
    """Whatever is done, noted and meant: 0 to what is possible to 1, days without a gap, the same in any order."""
    sessions = [_done(*one) for one in parts]
    markers = [_mark(day, day + more, kind) for day, more, kind in marks]
    meant = [Aim(FIRST + since, days) for since, days in aims]
    found = strength(sessions, markers, meant, FIRST + 95)
    for held in (sessions, markers, meant):
        chance.shuffle(held)
    assert strength(sessions, markers, meant, FIRST + 95) == found
    assert [one.day for one in found] == list(range(found[0].day, FIRST + 96)) if found else not parts
    for one in found:
        assert 0 <= one.score <= one.possible + 1e-12 <= 1 + 1e-12
        assert one.share is None or 0 <= one.share <= 1


@given(st.integers(-12, 14), st.integers(0, 23))
def test_travelling_never_moves_a_session(offset: int, hour: int) -> None:
    """A session counts on the day its clock showed, wherever that was."""
    stamp = at(f"{BEGUN}T{hour:02}:30", offset)
    assert list(done_shares([msgspec.structs.replace(_done(0), started=stamp)])) == [FIRST]
