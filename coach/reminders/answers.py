"""What the person says, on the card, in the break, from the tray, the page or a terminal. What makes no sense now changes nothing."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from msgspec.structs import replace

from coach.clock import Stamp, at_wall_time
from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.asking import due_of, open_break
from coach.reminders.events import Reason, ShorterOffered, Snoozed, Why, WhyAnswered
from coach.reminders.memory import LONG_AGO_MS, Hold, Stage
from coach.reminders.paces import Pace, shorter_ms
from coach.reminders.run import Run
from coach.reminders.spans import not_moved
from coach.settings.breaks import MOVE

_MIN: Final = 60_000
#: A break can be snoozed so often.
SNOOZES: Final = 2
#: The pauses that are offered, in minutes; *until tomorrow* comes after them.
PAUSES_MIN: Final = (30, 60, 120, 240)
#: A pause or a meeting lasts at most this long: there is no *forever* but the switch.
PAUSE_MOST_MIN: Final = 36 * 60
#: *Until tomorrow* ends at this hour.
MORNING: Final = 5
#: What was done for less than this was not begun.
BEGUN_MS: Final = 10_000
_WHOLE: Final = 0.9
_USUAL = Pace(MOVE, BreakKind.MOVE, 60 * _MIN, 150_000)
_ON_THE_WAY: Final = frozenset({Stage.WAITING, Stage.CARD, Stage.SNOOZED, Stage.DEFERRED})


def take(run: Run, *, shorter: bool) -> None:
    """Yes, on the card: the break window opens; a nudge is done, and who is asked to stand stands."""
    due = run.due
    if due is None or due.stage not in _ON_THE_WAY:
        return
    if due.kind is not BreakKind.MOVE:
        run.end(BreakOutcome.DONE, Why.ANSWERED)
        return
    due.shorter = due.shorter or shorter
    open_break(run, due, asked_for=True)


def now(run: Run, *, shorter: bool) -> None:
    """A movement break now, asked for: at any time of the week, however busy or paused."""
    due = run.due
    if due is not None and due.stage is Stage.BREAK:
        return
    if due is None or due.kind is not BreakKind.MOVE:
        pace = max((pace for pace in run.paces if pace.kind is BreakKind.MOVE), key=_is_usual, default=_USUAL)
        given = due_of(run, pace, (pace.key, *(due.stands_for if due is not None else ())), given=True)
        run.memory.due = given if due is None else replace(given, id=due.id, at=due.at)
        run.say_due(run.memory.due)
    take(run, shorter=shorter)


def snooze(run: Run) -> None:
    """In some minutes; twice for one break."""
    due = run.due
    if due is None or due.stage is not Stage.CARD or due.snoozes >= SNOOZES:
        return
    due.snoozes += 1
    due.stage, due.left_ms, due.shown_ms, due.silent = Stage.SNOOZED, run.breaks.snooze_min * _MIN, 0, False
    run.emit(Snoozed(at=run.sight.stamp, id=due.id, for_ms=due.left_ms, nth=due.snoozes))


def skip(run: Run, *, sure: bool) -> None:
    """Not this time. Unless `sure`, a shorter one is offered first; a strict card is only left by holding Esc."""
    due = run.due
    if due is None:
        return
    if due.stage is Stage.BREAK:
        leave(run)
        return
    moves = due.kind is BreakKind.MOVE
    if moves and run.mode == "strict":
        return
    shorter = shorter_ms(due.length_ms)
    if moves and not sure and not due.offered and not due.shorter and shorter < due.length_ms:
        due.offered = True
        due.shown_ms = 0
        run.emit(ShorterOffered(at=run.sight.stamp, id=due.id, length_ms=shorter))
        return
    run.end(BreakOutcome.SKIPPED, Why.ANSWERED)


def leave(run: Run, done_ms: int | None = None) -> None:
    """Esc was held, or the window closed: away with it at once, in every mode. `done_ms`: what the window counted."""
    due = run.due
    if due is None or due.stage not in {Stage.CARD, Stage.BREAK}:
        return
    if due.stage is Stage.CARD:
        run.end(BreakOutcome.SKIPPED, Why.ANSWERED)
    else:
        finish(run, min(due.open_ms, due.length_ms) if done_ms is None else done_ms)


def finish(run: Run, done_ms: int, *, whole: bool = False, why: Why = Why.ANSWERED) -> None:
    """The break window is through, or was left, after `done_ms` of what it had to offer; `whole`: all of it.

    `why` SESSION: it made room for a session, so nobody skipped it.
    """
    due = run.due
    if due is None or due.stage is not Stage.BREAK:
        return
    if whole or done_ms >= _WHOLE * due.length_ms:
        outcome = BreakOutcome.DONE
    else:
        outcome = BreakOutcome.PARTLY if done_ms >= BEGUN_MS else BreakOutcome.SKIPPED
        not_moved(run.memory, due.open_ms - done_ms, run.sight.stamp, sat=run.breaks.on)
    run.end(outcome, why, done_ms=done_ms)


def pause(run: Run, minutes: int) -> None:
    """Ask nothing for some minutes."""
    run.memory.pause = Hold(left_ms=min(max(minutes, 1), PAUSE_MOST_MIN) * _MIN)


def pause_until_tomorrow(run: Run) -> None:
    """Ask nothing until five in the morning."""
    local = run.sight.stamp.local()
    morning = datetime.combine(local.date(), time(MORNING))
    if local.hour >= MORNING:
        morning += timedelta(days=1)
    run.memory.pause = _until(run, morning)


def meeting(run: Run, wall: time) -> None:
    """In a meeting until a time of day, today or, when that is past, tomorrow."""
    local = run.sight.stamp.local()
    end = datetime.combine(local.date(), wall.replace(tzinfo=None))
    if end <= local.replace(tzinfo=None):
        end += timedelta(days=1)
    run.memory.meeting = _until(run, end)


def resume(run: Run) -> None:
    """Pause and meeting are over now: the person wants to be asked again."""
    run.memory.pause = run.memory.meeting = None


def ask_anyway(run: Run) -> None:
    """The person is not busy, whatever the machine says: what it says now is not heeded until it has ended once."""
    run.memory.ignored = tuple(sorted({*run.memory.ignored, *run.sight.busy}))
    run.memory.meeting = None
    run.memory.busy = {}
    run.memory.calm_ms = LONG_AGO_MS
    if run.due is not None:
        run.due.held_by, run.due.seated_ms = (), run.memory.counters.get(run.due.lead, run.due.seated_ms)


def stands(run: Run, *, standing: bool) -> None:
    """The person says that they stand, or sit, at the desk now."""
    run.memory.standing, run.memory.stood_ms = standing, 0


def say_why(run: Run, reason: Reason | None) -> None:
    """Answer why breaks were skipped; None: no answer, and it is not asked again for a week."""
    memory = run.memory
    if not memory.asks_why:
        return
    memory.asks_why = False
    if reason is None:
        return
    if reason is Reason.HURTS:
        memory.gentle_day = run.sight.stamp.local_day
    run.emit(WhyAnswered(at=run.sight.stamp, reason=reason))


def gentle_today(run: Run, *, on: bool) -> None:
    """Today goes as in a flare-up, or not: gentler, shorter, nothing stretched."""
    run.memory.gentle_day = run.sight.stamp.local_day if on else ""


def _is_usual(pace: Pace) -> bool:
    return pace.key == MOVE


def _until(run: Run, local: datetime) -> Hold:
    end: Stamp = at_wall_time(run.sight.stamp, local)
    left_ms = max((end.utc_us - run.sight.stamp.utc_us) // 1000, 0)
    return Hold(left_ms=min(left_ms, PAUSE_MOST_MIN * _MIN), until_us=end.utc_us)
