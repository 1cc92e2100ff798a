"""Here or away. Locked and asleep are away at once, untouched keys after five minutes, and never while one sits in a call."""

from __future__ import annotations

from typing import Final

from coach.content.vocabulary import BreakOutcome
from coach.reminders.crediting import come_back
from coach.reminders.events import Why
from coach.reminders.holding import busy_now
from coach.reminders.memory import Away, Doing
from coach.reminders.run import Run
from coach.reminders.sight import SITTING_STILL
from coach.reminders.spans import ago, spend, take_back

#: Untouched for so long is being away; reading takes less.
IDLE_AWAY_MS: Final = 5 * 60_000
#: Untouched for so long before the screen locked: it locked by itself, the person had left before.
_SELF_LOCK_MS: Final = 60_000
#: A break counts as over when the machine slept through so much of it.
_SHARE: Final = 0.9


def see_presence(run: Run) -> None:
    """Take in where the person is now."""
    memory, sight = run.memory, run.sight
    idle_ms = _idle(run)
    memory.locked, memory.blind = sight.locked, sight.idle_ms is None and not sight.looking
    if memory.away is not None and memory.away.why is Why.SESSION and not sight.in_session and not run.in_break:
        come_back(run)
    if sight.in_session:
        _leave(run, Why.SESSION, 0)
    elif run.in_break:
        _after_a_gap_in_a_break(run)
    elif sight.locked:
        _leave(run, Why.LOCKED, idle_ms if idle_ms >= _SELF_LOCK_MS else 0)
    elif idle_ms >= IDLE_AWAY_MS:
        _leave(run, Why.IDLE, idle_ms)
    elif memory.away is not None:
        come_back(run)


def _idle(run: Run) -> int:
    """How long nothing was touched, less what is known to be sitting."""
    memory, idle_ms = run.memory, run.sight.idle_ms
    if idle_ms is None:
        return 0
    if memory.away is None and not SITTING_STILL.isdisjoint(busy_now(run)):
        memory.idle_sat_ms = idle_ms
    elif idle_ms < memory.idle_sat_ms:
        memory.idle_sat_ms = 0
    return idle_ms - memory.idle_sat_ms


def _leave(run: Run, why: Why, before_ms: int) -> None:
    """The person is away, and has been for `before_ms` that counted as sitting so far."""
    memory = run.memory
    if memory.away is not None:
        if why is Why.SESSION or memory.away.why is Why.IDLE:
            memory.away.why = why
        return
    taken_ms = take_back(memory, before_ms)
    for pace in run.paces:
        if pace.while_standing == memory.standing:
            memory.counters[pace.key] = max(memory.counters.get(pace.key, 0) - taken_ms, 0)
    spend(memory, Doing.AWAY, taken_ms, run.sight.stamp)
    memory.away = Away(since=ago(run.sight.stamp, before_ms), why=why, total_ms=before_ms)
    run.withdraw()


def _after_a_gap_in_a_break(run: Run) -> None:
    """In a break nobody has to touch anything; only a machine that slept through most of it ends it."""
    memory, due = run.memory, run.memory.due
    away, memory.away = memory.away, None
    if away is None or due is None:
        return
    run.keep_quiet(Why.AWAY)
    if away.hard_ms >= _SHARE * due.length_ms:
        run.end(BreakOutcome.PARTLY, Why.SLEPT, done_ms=min(due.open_ms, due.length_ms))
