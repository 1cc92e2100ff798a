"""What holds a prompt back: being busy, a meeting, a pause, the hours of the week. Busy defers and is never a break."""

from __future__ import annotations

from typing import Final

from coach.content.vocabulary import BreakOutcome
from coach.reminders.events import Deferred, PauseOver, Why, Withdrawn
from coach.reminders.hours import stretch_at
from coach.reminders.memory import Due, Stage
from coach.reminders.run import Run
from coach.reminders.sight import Busy

#: Busy comes and goes: the owed break follows when it has been over for so long.
CALM_MS: Final = 30_000
_FREE: Final[frozenset[Busy]] = frozenset()
_MINUTE_US: Final = 60_000_000


def busy_now(run: Run) -> frozenset[Busy]:
    """Return why the person is not to be interrupted, less what they told us not to heed."""
    memory = run.memory
    if not run.sight.busy and memory.meeting is None:
        return _FREE
    seen = {kind for kind in run.sight.busy if kind in run.breaks.heeds}.difference(memory.ignored)
    return frozenset({*seen, Busy.MEETING} if memory.meeting is not None else seen)


def see_holds(run: Run, real_ms: int) -> None:
    """Take in pauses and meetings that are over, what the person is busy with since when, and the hours."""
    memory = run.memory
    if memory.pause is not None and memory.pause.left_ms == 0:
        memory.pause = None
        run.keep_quiet(Why.PAUSE)
        run.emit(PauseOver(at=run.sight.stamp, meeting=False))
    if memory.meeting is not None and memory.meeting.left_ms == 0:
        memory.meeting = None
        run.emit(PauseOver(at=run.sight.stamp, meeting=True))
    memory.ignored = tuple(kind for kind in memory.ignored if kind in run.sight.busy)
    busy = busy_now(run)
    memory.calm_ms = 0 if busy or memory.busy else memory.calm_ms + real_ms
    if busy != memory.busy.keys():
        memory.busy = {kind: memory.busy.get(kind, run.sight.stamp) for kind in sorted(busy)}
    see_hours(run)


def see_hours(run: Run) -> None:
    """Look at the week when the stretch may be over, once a minute outside, and when the wall clock was moved."""
    stamp = run.sight.stamp
    if run.hours_for == stamp.offset_min and run.hours_us[0] <= stamp.utc_us < run.hours_us[1]:
        return
    local = stamp.local().replace(tzinfo=None)
    run.hours = stretch_at(run.breaks, local)
    left_us = _MINUTE_US - stamp.utc_us % _MINUTE_US
    if run.hours is not None:
        left_us = round((run.hours.end - local).total_seconds() * 1_000_000)
    run.hours_for, run.hours_us = stamp.offset_min, (stamp.utc_us, stamp.utc_us + left_us)


def is_open(run: Run) -> bool:
    """Whether the person wants to be asked at this time of this day at all."""
    return run.breaks.on and run.hours is not None


def close(run: Run) -> None:
    """Outside the hours nothing is counted towards a break, and one that was due is let pass."""
    memory = run.memory
    memory.counters.clear()
    memory.credit = None
    due = memory.due
    if due is not None and due.stage is not Stage.BREAK:
        run.end(BreakOutcome.EXPIRED, Why.HOURS)


def drop_if_gone(run: Run) -> None:
    """A break whose reminder was switched off is let pass, unless it was asked for or its window is open."""
    due = run.memory.due
    if due is not None and due.stage is not Stage.BREAK and not due.given and run.pace(due.lead) is None:
        run.end(BreakOutcome.EXPIRED, Why.HOURS)


def put_off(run: Run, due: Due, why: Why) -> None:
    """The break waits until what holds it back is over; a card goes from the screen."""
    busy = tuple(kind for kind in sorted(run.memory.busy) if kind not in due.held_by)
    due.held_by = (*due.held_by, *busy) if why is Why.BUSY else due.held_by
    if due.stage is Stage.DEFERRED and due.deferred_for is why:
        return
    if due.stage is Stage.CARD:
        run.emit(Withdrawn(at=run.sight.stamp, id=due.id, why=why))
    due.stage, due.deferred_for, due.shown_ms, due.silent = Stage.DEFERRED, why, 0, False
    run.emit(Deferred(at=run.sight.stamp, id=due.id, why=why))
