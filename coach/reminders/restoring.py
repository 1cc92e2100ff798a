"""Taking up again after a restart: what was on the screen is not, and the time between counts by what it was."""

from __future__ import annotations

from typing import Final

from coach.content.vocabulary import BreakOutcome
from coach.reminders.events import Why
from coach.reminders.memory import Stage
from coach.reminders.passing import pass_time
from coach.reminders.run import Run
from coach.reminders.sight import passed_while_closed

_BEGUN_MS: Final = 10_000


def restore(run: Run) -> None:
    """Take up what was remembered, at the moment of `run.sight`; the next look says what became of it."""
    memory, due = run.memory, run.memory.due
    memory.locked, memory.busy = False, {}
    if due is not None and due.stage is Stage.BREAK:
        begun = due.open_ms >= _BEGUN_MS
        outcome = BreakOutcome.PARTLY if begun else BreakOutcome.SKIPPED
        run.end(outcome, Why.UNWATCHED, done_ms=min(due.open_ms, due.length_ms))
    elif due is not None and due.stage is Stage.CARD:
        due.stage, due.shown_ms, due.waited_ms, due.silent = Stage.WAITING, 0, 0, False
    run.keep_quiet(Why.UNWATCHED)
    if memory.moment is not None:
        pass_time(run, passed_while_closed(memory.moment, memory.boot_id, run.sight))
