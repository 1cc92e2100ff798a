"""When another routine began to lead, and when a routine's content changed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import msgspec

from coach.analysis.regimes import Change, ChangeKind, changes
from coach.journal.records import SessionRecord
from tests.analysis.make import session
from tests.seeded_year import seeded_year

FIRST = date(2025, 5, 1)


def _done(day: int, routine: str = "a", content: str = "1", minutes: int = 10, hour: int = 9) -> SessionRecord:
    made = session(f"{FIRST + timedelta(days=day)}T{hour:02}:00", done_ms=minutes * 60_000)
    return msgspec.structs.replace(
        made, id=f"{made.id}-{routine}", routine=routine, name=routine.upper(), content_hash=content
    )


def _said(found: tuple[Change, ...]) -> list[tuple[int, str, str]]:
    return [(change.day - FIRST.toordinal(), change.kind.value, change.routine) for change in found]


def test_the_first_routine_is_no_change() -> None:
    """Somebody who does one thing has one stretch."""
    assert changes([_done(day) for day in range(20)]) == ()
    assert changes([]) == ()


def test_another_routine_leads_from_its_first_day_on() -> None:
    """Recognised some days later, dated back to when it began."""
    found = changes([*(_done(day) for day in range(10)), *(_done(day, "b") for day in range(10, 20))])
    assert _said(found) == [(10, "routine", "b")]
    assert found[0].name == "B"


def test_a_flare_with_another_routine_is_two_changes() -> None:
    """There and back, each on its day, even when little was done in between."""
    done = [*(_done(day) for day in range(0, 20, 2)), *(_done(day, "easy", minutes=5) for day in (21, 25, 29))]
    done += [_done(day) for day in range(32, 50, 2)]
    assert _said(changes(done)) == [(21, "routine", "easy"), (32, "routine", "a")]


def test_a_stretch_beside_the_routine_changes_nothing() -> None:
    """Three minutes here and there lead nowhere."""
    done = [one for day in range(30) for one in (_done(day), _done(day, f"just-{day % 3}", minutes=3, hour=18))]
    assert changes(done) == ()


def test_two_routines_that_share_the_time_do_not_take_turns() -> None:
    """Every other day the one or the other: nobody leads anew each week."""
    assert len(changes([_done(day, "ab"[day % 2]) for day in range(40)])) <= 1


def test_another_dose_is_a_change_of_the_routine() -> None:
    """Three sessions in a row with the new content; going back is another change."""
    contents = "1111122221111"
    found = changes([_done(day, content=content) for day, content in enumerate(contents)])
    assert _said(found) == [(5, "dose", "a"), (9, "dose", "a")]


def test_a_single_try_is_none() -> None:
    """One session with other content, and two with a third: the routine is as it was."""
    assert changes([_done(day, content=content) for day, content in enumerate("1111211331111")]) == ()


def test_what_was_not_done_counts_nowhere() -> None:
    """Rehearsals and sessions that were broken off at once."""
    done = [_done(day) for day in range(10)]
    ghosts = [_done(day, "b", minutes=0) for day in range(10, 20)]
    ghosts += [msgspec.structs.replace(_done(day, "b"), rehearsal=True) for day in range(10, 20)]
    assert changes([*done, *ghosts]) == ()


def test_the_order_handed_in_does_not_matter() -> None:
    """Sessions that arrive from a backup later are sorted in."""
    year = list(seeded_year().sessions)
    mixed = list(year)
    Random(1).shuffle(mixed)
    assert changes(mixed) == changes(year)


def test_a_year_has_the_changes_its_person_made() -> None:
    """The evening routine from the visit on, the gentle one in both flares, the learning week, and back each time."""
    found = changes(seeded_year().sessions)
    assert all(change.kind is ChangeKind.ROUTINE for change in found)
    assert [change.routine for change in found] == [
        "gentle-start",
        "morning-ease",
        "mein-abend",
        "gentle-start",
        "mein-abend",
        "all-five",
        "mein-abend",
    ]
    assert date.fromordinal(found[0].day) == date(2026, 2, 9)
