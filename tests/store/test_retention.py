"""Which backup may go: a pure rule under clocks that jump."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.clock import stamp_of
from coach.store.retention import BEFORE, DAILY, FLOOR, MONTHLY, WEEKLY, Kept, to_delete

_RUNS = 2000  # RELIABILITY T23, fast tier


def made(day: datetime, number: int, why: str = "daily") -> Kept:
    """A backup made on a day."""
    return (f"b{number:04}", stamp_of(day, "UTC"), why)


def run(moments: list[datetime], why: list[str] | None = None) -> list[list[Kept]]:
    """Make a backup at each moment and delete what the rule says; the folder after each run."""
    present: list[Kept] = []
    states = []
    for number, moment in enumerate(moments):
        present.append(made(moment, number, why[number] if why else "daily"))
        gone = to_delete(present, present[-1][0])
        present = [kept for kept in present if kept[0] != gone]
        states.append(list(present))
    return states


def test_a_year_of_days_leaves_days_weeks_and_months() -> None:
    """The last 7 days, 4 weeks and 12 months each keep one, and nothing else stays."""
    first = datetime(2026, 1, 1, 9, tzinfo=UTC)
    moments = [first + timedelta(days=number) for number in range(400)]
    last = run(moments)[-1]
    days = [stamp.local_day for _name, stamp, _why in last]
    assert days[-DAILY:] == [moment.date().isoformat() for moment in moments[-DAILY:]]
    assert len({day[:7] for day in days}) == MONTHLY
    assert len(last) <= DAILY + WEEKLY + MONTHLY


def test_three_are_always_kept() -> None:
    """Even when all are of one day."""
    moments = [datetime(2026, 5, 1, 9, minute, tzinfo=UTC) for minute in range(30)]
    assert [len(state) for state in run(moments)][2:] == [FLOOR] * 28


def test_those_before_a_new_format_stay() -> None:
    """The last three of them, however old."""
    first = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [first + timedelta(days=number) for number in range(500)]
    why = [f"before-v{number}" if number < 5 else "daily" for number in range(500)]
    last = run(moments, why)[-1]
    assert [reason for _name, _stamp, reason in last if reason.startswith("before")][-BEFORE:] == [
        "before-v2",
        "before-v3",
        "before-v4",
    ]


def test_nothing_goes_without_a_newly_verified_one() -> None:
    """A name that is not among them deletes nothing, and nothing after the verified one is touched."""
    moments = [datetime(2026, 5, 1, 9, minute, tzinfo=UTC) for minute in range(10)]
    backups = [made(moment, number) for number, moment in enumerate(moments)]
    assert to_delete(backups, "other") is None
    assert to_delete(backups, "b0000") is None
    assert to_delete(backups, "b0009") == "b0000"


@settings(max_examples=_RUNS // 40)
@given(st.randoms(use_true_random=False))
def test_clocks_that_jump_expire_nothing_wrongly(chance: random.Random) -> None:
    """Forty runs with jumps of decades: never below three, at most one gone a run, the newest always there."""
    moment, moments = datetime(2026, 5, 1, tzinfo=UTC), []
    for _ in range(40):
        moment += timedelta(days=chance.choice([1, 1, 1, 1, 2, 26_000, -26_000, -1, 365]))
        moment = min(max(moment, datetime(1990, 1, 1, tzinfo=UTC)), datetime(2150, 1, 1, tzinfo=UTC))
        moments.append(moment)
    before = 0
    for number, state in enumerate(run(moments)):
        assert len(state) >= min(number + 1, FLOOR)
        assert len(state) >= before
        assert state[-1][0] == f"b{number:04}"
        before = len(state) - 1
    # One jump to 2099 and back costs no copy of the days before it.
    assert len(run([*moments[:1], datetime(2099, 1, 1, tzinfo=UTC), *moments[:1]])[-1]) == 3
