"""Back again: was the absence long enough to count as a break? It is said, and it can be undone."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.events import Credited, CreditUndone, Why
from coach.reminders.memory import Away, Made, Stage
from coach.reminders.paces import Pace
from coach.reminders.run import Run
from coach.reminders.spans import call_it_sitting

#: Of a break's length, what an absence has to last.
SHARE: Final = 0.9
#: Idle alone counts from here on: reading is not a break.
IDLE_LEAST_MS: Final = 5 * 60_000
#: So long a credit can be undone.
UNDO_MS: Final = 30 * 60_000
#: An absence is worth a word when so much sitting had come together before it.
_WORTH_MS: Final = 5 * 60_000


def is_enough(pace: Pace, away: Away) -> bool:
    """Return whether an absence counts as this break. A nudge is never answered by not touching the keys."""
    least_ms = SHARE * pace.length_ms
    if away.hard_ms >= least_ms:
        return True
    return pace.kind is BreakKind.MOVE and away.total_ms >= max(least_ms, IDLE_LEAST_MS)


def come_back(run: Run) -> None:
    """The person is here again: nothing is asked for two minutes, and what the absence was worth is credited."""
    memory = run.memory
    away, memory.away = memory.away, None
    if away is None:
        return
    run.keep_quiet(Why.AWAY)
    memory.idle_sat_ms = 0
    run.withdraw()
    keys = tuple(pace.key for pace in run.paces if is_enough(pace, away))
    if not keys:
        return
    counters, due = dict(memory.counters), memory.due
    ended = None if due is None or due.stage is Stage.BREAK or due.lead not in keys else replace(due)
    if ended is not None:
        run.end(BreakOutcome.CREDITED, away.why, away_ms=away.total_ms)
    worth = any(counters.get(key, 0) >= _WORTH_MS for key in keys)
    for key in keys:
        memory.counters.pop(key, None)
    memory.standing = False
    if ended is not None or worth:
        memory.credit = Made(
            left_ms=UNDO_MS, away_ms=away.total_ms, why=away.why, since=away.since, counters=counters, due=ended
        )
        run.emit(
            Credited(
                at=run.sight.stamp,
                keys=keys,
                away_ms=away.total_ms,
                why=away.why,
                id=ended.id if ended is not None else None,
            )
        )


def undo_credit(run: Run) -> None:
    """The absence was none: the person sat all the while, and what was due before it is due again under a new id."""
    memory = run.memory
    made, memory.credit = memory.credit, None
    if made is None:
        return
    for pace in run.paces:
        before_ms = made.counters.get(pace.key, 0)
        more_ms = 0 if pace.while_standing else made.away_ms
        memory.counters[pace.key] = memory.counters.get(pace.key, 0) + before_ms + more_ms
    call_it_sitting(memory, made.since)
    run.emit(CreditUndone(at=run.sight.stamp, id=made.due.id if made.due is not None else None))
    if made.due is not None and memory.due is None:
        due = replace(made.due, id=run.new_id(run.sight.stamp.utc_us), stage=Stage.WAITING, waited_ms=0, silent=False)
        memory.due = due
        run.say_due(due)
