"""Time goes by: what it counts as depends on where the person was all the while."""

from __future__ import annotations

from typing import Final

from coach.content.vocabulary import BreakOutcome
from coach.reminders.events import Why
from coach.reminders.memory import Away, Doing, Due, Hold, Memory, Stage
from coach.reminders.run import Run
from coach.reminders.sight import IN_A_CALL, Passed
from coach.reminders.spans import ago, spend

_MIN: Final = 60_000
#: Awake but not watched for so long: the counters say nothing any more.
_FRESH_MS: Final = 30 * _MIN
#: Somebody who says they stand is believed for so long.
STAND_MOST_MS: Final = 60 * _MIN


def pass_time(run: Run, passed: Passed) -> None:
    """Let the time between the last look and this one pass."""
    memory = run.memory
    memory.quiet_ms = max(memory.quiet_ms - passed.real_ms, 0)
    memory.since_prompt_ms += passed.real_ms
    for hold in (memory.pause, memory.meeting):
        if hold is not None:
            _run_down(hold, passed.real_ms, run.sight.now.utc_us)
    if memory.credit is not None:
        memory.credit.left_ms -= passed.real_ms
        memory.credit = memory.credit if memory.credit.left_ms > 0 else None
    if memory.due is not None:
        _pass_due(memory.due, passed, away=memory.away is not None)
    if passed.slept_ms:
        _asleep(run, passed.slept_ms)
    if passed.unwatched_ms:
        _unwatched(run, passed.unwatched_ms)
    if passed.awake_ms:
        _awake(run, passed.awake_ms)


def _run_down(hold: Hold, real_ms: int, utc_us: int) -> None:
    """Take from what is left; the wall clock may end it earlier, never lengthen it."""
    hold.left_ms = max(hold.left_ms - real_ms, 0)
    if hold.until_us is not None:
        hold.left_ms = min(hold.left_ms, max((hold.until_us - utc_us) // 1000, 0))


def _pass_due(due: Due, passed: Passed, *, away: bool) -> None:
    if due.stage is Stage.SNOOZED:
        due.left_ms = max(due.left_ms - passed.real_ms, 0)
    elif due.stage is Stage.CARD:
        due.shown_ms += passed.awake_ms
    elif due.stage is Stage.WAITING:
        due.waited_ms += passed.awake_ms
    elif due.stage is Stage.BREAK:
        due.open_ms += passed.awake_ms
    elif due.deferred_for is Why.BUSY and not away:
        due.deferred_ms += passed.awake_ms


def _asleep(run: Run, slept_ms: int) -> None:
    """The machine slept: the person was away from it, whatever they did."""
    memory = run.memory
    if memory.away is None:
        memory.away = Away(since=ago(run.sight.stamp, slept_ms), why=Why.SLEPT)
    elif memory.away.why is not Why.SESSION:
        memory.away.why = Why.SLEPT
    memory.away.total_ms += slept_ms
    memory.away.hard_ms += slept_ms
    if run.breaks.on:
        spend(memory, Doing.AWAY, slept_ms, run.sight.stamp)


def _unwatched(run: Run, ms: int) -> None:
    """Nobody was watching: neither sitting nor a break. After long, everything begins anew."""
    memory = run.memory
    run.keep_quiet(Why.UNWATCHED)
    if ms < _FRESH_MS:
        return
    memory.counters.clear()
    memory.away = None
    memory.credit = None
    memory.standing = False
    run.end(BreakOutcome.EXPIRED, Why.UNWATCHED)


def _awake(run: Run, ms: int) -> None:
    """Count it; while breaks are off nothing is but a break that is taken by hand."""
    memory, stamp = run.memory, run.sight.stamp
    if run.in_break:
        spend(memory, Doing.MOVED, ms, stamp)
    elif not run.breaks.on:
        return
    elif memory.away is not None:
        memory.away.total_ms += ms
        in_session = memory.away.why is Why.SESSION
        if memory.locked or in_session:
            memory.away.hard_ms += ms
        spend(memory, Doing.MOVED if in_session else Doing.AWAY, ms, stamp)
    else:
        _at_the_desk(run, memory, ms)


def _at_the_desk(run: Run, memory: Memory, ms: int) -> None:
    for pace in run.paces if run.was_open else ():
        if pace.while_standing == memory.standing:
            memory.counters[pace.key] = memory.counters.get(pace.key, 0) + ms
    if memory.standing:
        spend(memory, Doing.STOOD, ms, run.sight.stamp)
        memory.stood_ms += ms
        if memory.stood_ms >= STAND_MOST_MS:
            memory.standing = False
        return
    in_a_call = not IN_A_CALL.isdisjoint(memory.busy)
    spend(memory, Doing.CALL if in_a_call else Doing.SAT, ms, run.sight.stamp)
