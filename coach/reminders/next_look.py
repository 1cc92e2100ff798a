"""When to look again: soon while something is about to happen, once a minute while nothing is."""

from __future__ import annotations

from typing import Final

from coach.reminders.asking import TYPING_PATIENCE_MS, answer_by_ms
from coach.reminders.events import Why
from coach.reminders.holding import CALM_MS
from coach.reminders.memory import Due, Stage
from coach.reminders.run import APART_MS, Run

#: At least this often, so that a stretch of nobody watching is told from time at the desk.
LONGEST_MS: Final = 60_000
_MINUTE_MS: Final = 60_000
_AWAY_MS: Final = 5_000


def next_look_ms(run: Run) -> int:
    """Return after how many milliseconds at the latest to look again: a fifth of a second at least, to the minute for the hours."""
    memory = run.memory
    waits = [LONGEST_MS]
    if run.hours is None or run.hours_us[1] - run.sight.stamp.utc_us < LONGEST_MS * 1000:
        waits.append(_MINUTE_MS - run.sight.stamp.utc_us // 1000 % _MINUTE_MS)  # hours begin and end with a minute
    waits += [hold.left_ms for hold in (memory.pause, memory.meeting) if hold is not None]
    if memory.away is not None:
        waits.append(
            LONGEST_MS if memory.locked or memory.away.why is Why.SESSION else _AWAY_MS
        )  # those tell their end
    elif memory.due is not None:
        waits.append(_of_due(run, memory.due))
    else:
        counting = (pace for pace in run.paces if pace.while_standing == memory.standing)
        waits += [pace.every_ms - memory.counters.get(pace.key, 0) for pace in counting]
    return max(min(waits), 200)


def _of_due(run: Run, due: Due) -> int:
    memory = run.memory
    if due.stage is Stage.CARD:
        return min(answer_by_ms(run, due) - due.shown_ms, _AWAY_MS)
    if due.stage is Stage.BREAK:
        return _AWAY_MS
    if due.stage is Stage.SNOOZED and due.left_ms > 0:
        return due.left_ms
    if due.stage is Stage.DEFERRED and memory.busy:
        return max(run.breaks.cap_min * 60_000 - due.deferred_ms, _AWAY_MS)
    held = max(memory.quiet_ms, APART_MS - memory.since_prompt_ms, CALM_MS - memory.calm_ms)
    if held > 0:
        return held
    rested_ms = run.sight.idle_ms or 0
    return min(round(run.breaks.typing_pause_s * 1000) - rested_ms, TYPING_PATIENCE_MS - due.waited_ms)
