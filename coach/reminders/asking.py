"""When a break becomes due, and how it goes on to the card, the break window or its end by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.events import Opened, Prompted, Why
from coach.reminders.holding import CALM_MS, close, is_open, put_off
from coach.reminders.memory import Due, Stage
from coach.reminders.paces import Pace, shorter_ms
from coach.reminders.run import APART_MS, OPEN_PATIENCE_MS, Run, covers, length_of
from coach.reminders.sight import Busy
from coach.reminders.spans import not_moved

_MIN: Final = 60_000
#: Two that come due within this are asked once.
MERGE_MS: Final = APART_MS
#: So long a pause in typing is waited for.
TYPING_PATIENCE_MS: Final = 2 * _MIN
#: So long a card waits for an answer: a nudge is read, a break is thought over.
NUDGE_PATIENCE_MS: Final = _MIN
CARD_PATIENCE_MS: Final = 5 * _MIN


def go_on(run: Run) -> None:
    """Move the break that is due, and let one become due."""
    memory = run.memory
    run.was_open = is_open(run)
    if not run.was_open:
        close(run)
    elif memory.pause is None and memory.away is None and not run.in_break:
        _find_due(run)
    due = memory.due
    if due is None:
        return
    if due.stage is Stage.BREAK:
        if due.open_ms >= due.length_ms + OPEN_PATIENCE_MS:
            not_moved(memory, due.open_ms - due.length_ms, run.sight.stamp, sat=run.breaks.on)
            run.end(BreakOutcome.EXPIRED, Why.LEFT_OPEN)
    elif memory.pause is not None:
        put_off(run, due, Why.PAUSE)
    elif memory.away is None:
        _move(run, due)


def open_break(run: Run, due: Due, *, asked_for: bool) -> None:
    """Open the break window."""
    due.stage, due.open_ms, due.silent = Stage.BREAK, 0, False
    if due.shorter:
        due.length_ms = shorter_ms(due.length_ms)
    run.emit(Opened(at=run.sight.stamp, id=due.id, length_ms=due.length_ms, asked_for=asked_for))


def opens_by_itself(run: Run, due: Due) -> bool:
    """Whether the break window opens when nobody answers the card; never after the silent question."""
    return due.kind is BreakKind.MOVE and run.mode != "soft" and not due.silent


def answer_by_ms(run: Run, due: Due) -> int:
    """Return how long the card waits for an answer."""
    if opens_by_itself(run, due):
        return run.breaks.firm_after_s * 1000
    return NUDGE_PATIENCE_MS if due.kind is BreakKind.NUDGE and not due.silent else CARD_PATIENCE_MS


def due_of(run: Run, pace: Pace, stands_for: tuple[str, ...], *, given: bool = False) -> Due:
    """Return a break of this pace that is due now."""
    return Due(
        id=run.new_id(run.sight.stamp.utc_us),
        kind=pace.kind,
        lead=pace.key,
        stands_for=_keys(run, (*stands_for, *covers(pace))) or (pace.key,),
        length_ms=length_of(run, pace.kind, pace.length_ms),
        at=run.sight.stamp,
        seated_ms=run.memory.counters.get(pace.key, 0),
        given=given,
    )


def _find_due(run: Run) -> None:
    """Let the greatest break that has come to its time be due; what comes within five minutes is taken in."""
    counters = run.memory.counters
    near = [(pace, pace.every_ms - counters.get(pace.key, 0)) for pace in run.paces]
    near = [(pace, left_ms) for pace, left_ms in near if left_ms <= MERGE_MS and _counts(run, pace)]
    if not any(left_ms <= 0 for _pace, left_ms in near):
        return
    lead, left_ms = max(near, key=lambda one: (one[0].weight, -one[1]))
    if left_ms > 0 and run.memory.due is None:
        return  # a greater one is at hand: this one waits for it
    ready = tuple(pace for pace, left in near if left <= 0)
    taken = [key for pace, _left in near for key in covers(pace)]
    if run.memory.due is not None:
        _take_in(run, run.memory.due, ready)
        return
    run.memory.due = due_of(run, lead, (lead.key, *covers(lead), *taken))
    run.say_due(run.memory.due)


def _keys(run: Run, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the cadences that run, each once."""
    return tuple(dict.fromkeys(key for key in keys if run.pace(key) is not None))


def _counts(run: Run, pace: Pace) -> bool:
    """Whether its time goes on now: the rotation's move only while standing, all others only while seated."""
    return pace.while_standing == run.memory.standing


def _take_in(run: Run, due: Due, ready: tuple[Pace, ...]) -> None:
    """One break at most is owed: a greater one that comes due meanwhile takes the place of the smaller, under its id."""
    new = [pace for pace in ready if pace.key not in due.stands_for]
    greatest = max(new, key=lambda pace: pace.weight, default=None)
    if greatest is None or due.stage is Stage.CARD:
        return
    keys = (key for pace in new for key in covers(pace))
    pace = run.pace(due.lead)
    if pace is None or greatest.weight > pace.weight:
        due.kind, due.lead, due.length_ms = greatest.kind, greatest.key, greatest.length_ms
        due.seated_ms, due.shorter, due.offered = run.memory.counters.get(greatest.key, 0), False, False
        due.stands_for = _keys(run, (greatest.key, *due.stands_for, *keys))
        run.say_due(due)
    else:
        due.stands_for = _keys(run, (*due.stands_for, *keys))


def _move(run: Run, due: Due) -> None:
    """The person is here and may be asked: hold back while busy, else on towards the card."""
    if due.stage is Stage.SNOOZED:
        if due.left_ms > 0:
            return
        due.stage, due.waited_ms = Stage.WAITING, 0
    if run.memory.busy:
        _while_busy(run, due)
        return
    if due.stage is Stage.CARD:
        due.silent = False
        _on_the_card(run, due)
        return
    if run.memory.calm_ms < CALM_MS:
        return
    if due.stage is Stage.DEFERRED:
        due.stage, due.waited_ms = Stage.WAITING, 0
    if not _may_show(run):
        due.waited_ms = 0
    elif _pauses(run) or due.waited_ms >= TYPING_PATIENCE_MS:
        _show(run, due, silent=False)


def _while_busy(run: Run, due: Due) -> None:
    if due.stage is Stage.CARD and due.silent:
        if due.shown_ms >= CARD_PATIENCE_MS:
            put_off(run, due, Why.BUSY)
        return
    put_off(run, due, Why.BUSY)
    long_enough = due.deferred_ms >= run.breaks.cap_min * _MIN and Busy.MEETING not in run.memory.busy
    if long_enough and not due.capped and _may_show(run):
        due.capped = True
        _show(run, due, silent=True)


def _may_show(run: Run) -> bool:
    return run.memory.quiet_ms == 0 and run.memory.since_prompt_ms >= APART_MS


def _pauses(run: Run) -> bool:
    """Whether the hands rest; where nothing tells, nothing is waited for."""
    idle_ms = run.sight.idle_ms
    return idle_ms is None or idle_ms >= run.breaks.typing_pause_s * 1000


def _show(run: Run, due: Due, *, silent: bool) -> None:
    due.stage, due.shown_ms, due.silent = Stage.CARD, 0, silent
    run.memory.since_prompt_ms = 0
    run.emit(Prompted(at=run.sight.stamp, id=due.id, silent=silent))


def _on_the_card(run: Run, due: Due) -> None:
    """Nobody has answered yet: a firm one opens by itself, any other is let pass in the end."""
    if due.shown_ms < answer_by_ms(run, due):
        return
    if opens_by_itself(run, due):
        open_break(run, due, asked_for=False)
    else:
        run.end(BreakOutcome.EXPIRED, Why.IGNORED)
