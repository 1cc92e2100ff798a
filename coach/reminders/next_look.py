"""When to look again: soon while something is about to happen, once a minute while nothing is."""

from __future__ import annotations

from typing import Final

from coach.reminders.asking import TYPING_PATIENCE_MS, answer_by_ms
from coach.reminders.holding import CALM_MS
from coach.reminders.memory import Due, Stage
from coach.reminders.run import APART_MS, Run

#: At least this often, so that a stretch of nobody watching is told from time at the desk.
LONGEST_MS: Final = 60_000
_MINUTE_MS: Final = 60_000
_SOON_MS: Final = 5_000


def next_look_ms(run: Run) -> int:
    """Return after how many milliseconds at the latest to look again: a fifth of a second at least, to the minute for the hours."""
    memory = run.memory
    waits = [LONGEST_MS]
    if run.hours is None or run.hours_us[1] - run.sight.stamp.utc_us < LONGEST_MS * 1000:
        waits.append(_MINUTE_MS - run.sight.stamp.utc_us // 1000 % _MINUTE_MS)  # hours begin and end with a minute
    waits += [hold.left_ms for hold in (memory.pause, memory.meeting) if hold is not None]
    if memory.due is not None:
        waits.append(_of_due(run, memory.due))
    elif memory.pause is None and memory.away is None and run.was_open:
        counting = [pace for pace in run.paces if pace.while_standing == memory.standing]
        left = (pace.every_ms - memory.counters.get(pace.key, 0) for pace in counting)
        waits += [left_ms for left_ms in left if left_ms > 0]
    return max(min(waits), 200)


def _of_due(run: Run, due: Due) -> int:
    memory = run.memory
    if due.stage is Stage.BREAK:
        return _SOON_MS
    if memory.pause is not None or memory.away is not None:
        return LONGEST_MS  # coming back is told by whoever sees it
    if due.stage is Stage.CARD:
        return min(answer_by_ms(run, due) - due.shown_ms, _SOON_MS)
    if due.stage is Stage.SNOOZED and due.left_ms > 0:
        return due.left_ms
    return _until_the_card(run, due)


def _until_the_card(run: Run, due: Due) -> int:
    """What it waits for: the cap while busy, two or five minutes, a pause in typing."""
    memory = run.memory
    if memory.busy:
        return LONGEST_MS if due.capped else max(run.breaks.cap_min * 60_000 - due.deferred_ms, _SOON_MS)
    held = max(memory.quiet_ms, APART_MS - memory.since_prompt_ms, CALM_MS - memory.calm_ms)
    if held > 0:
        return held
    rested_ms = run.sight.idle_ms or 0
    return min(round(run.breaks.typing_pause_s * 1000) - rested_ms, TYPING_PATIENCE_MS - due.waited_ms)
