"""When what was done changed: another routine than before, or the same one with another dose.

*Another routine* leads from a day on when, over seven local days, at least two thirds of the time done went into it, on at least two
days, and another one led before. The change is dated back to the first of those days, or to the first day it was done
after the one before was done for the last time, whichever is earlier. What is done beside it (a single stretch, a short break)
changes nothing, and two routines that share the time evenly do not take turns leading.

*Another dose*: a routine's content (its `content_hash`) differs from before, at least three sessions in a row on either side. A single
try counts as nothing.

Rehearsals, and sessions of which nothing was done, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from coach.analysis.series import day_of
from coach.journal.records import SessionRecord

DAYS = 7
LEAST_DAYS = 2
LEAST_SESSIONS = 3


class ChangeKind(StrEnum):
    """What changed: the routine that leads, or the content of one."""

    ROUTINE = "routine"
    DOSE = "dose"


class Change(NamedTuple):
    """From the local day `day` (an ordinal) on `routine` leads, or has another content; `name` is what it was called then."""

    day: int
    kind: ChangeKind
    routine: str
    name: str


class _Done(NamedTuple):
    day: int
    session: SessionRecord


def changes(sessions: Iterable[SessionRecord]) -> tuple[Change, ...]:
    """Return every change, oldest first; the routine a person begins with is none."""
    done = sorted(
        (_Done(day_of(one.started), one) for one in sessions if one.done_ms > 0 and not one.rehearsal),
        key=lambda one: (one.day, one.session.started.utc_us, one.session.id),
    )
    found = [*_leading(done), *_contents(done)]
    return tuple(sorted(found, key=lambda change: (change.day, change.kind, change.routine)))


def _leading(done: Sequence[_Done]) -> Iterator[Change]:
    leader, oldest, begun = "", 0, 0
    times: dict[str, int] = {}
    for number, one in enumerate(done):
        times[one.session.routine] = times.get(one.session.routine, 0) + one.session.done_ms
        if number + 1 < len(done) and done[number + 1].day == one.day:
            continue  # a day is judged whole
        while done[oldest].day <= one.day - DAYS:
            times[done[oldest].session.routine] -= done[oldest].session.done_ms
            oldest += 1
        most = max(times, key=times.__getitem__)
        if most == leader or times[most] * 3 < sum(times.values()) * 2:
            continue
        own = [that for that in done[oldest : number + 1] if that.session.routine == most]
        if len({that.day for that in own}) < LEAST_DAYS:
            continue
        if leader:
            begun = max(min(own[0].day, _after(done[: number + 1], leader, own[0])), begun + 1)
            yield Change(begun, ChangeKind.ROUTINE, most, own[-1].session.name)
        leader = most


def _after(done: Sequence[_Done], leader: str, first: _Done) -> int:
    """Return the first day the new routine was done after the old leader was done for the last time."""
    day = first.day
    for one in reversed(done):
        if one.session.routine == leader:
            break
        if one.session.routine == first.session.routine:
            day = one.day
    return day


def _contents(done: Sequence[_Done]) -> Iterator[Change]:
    routines: dict[str, list[_Done]] = {}
    for one in done:
        routines.setdefault(one.session.routine, []).append(one)
    for sessions in routines.values():
        held = ""
        for content, run in groupby(sessions, key=lambda one: one.session.content_hash):
            same = list(run)
            if len(same) < LEAST_SESSIONS or content == held:
                continue
            if held:
                begun = same[0]
                yield Change(begun.day, ChangeKind.DOSE, begun.session.routine, begun.session.name)
            held = content
