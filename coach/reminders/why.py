"""Why now, why not: one sentence for everything. Looked up at run time, so they translate."""

from __future__ import annotations

from datetime import datetime, timedelta

from coach.clock import Stamp
from coach.content.vocabulary import BreakKind
from coach.i18n import _, ngettext
from coach.reminders.events import Why
from coach.reminders.hours import next_begin
from coach.reminders.memory import Made
from coach.reminders.run import APART_MS, Run
from coach.reminders.sight import Busy

_MIN = 60_000


def why_words(run: Run, state: str) -> str:
    """Return the sentence for a state (`coach.reminders.view.State`)."""
    told = {
        "off": _closed_words,
        "outside-hours": _closed_words,
        "quiet-day": _quiet_day_words,
        "paused": _paused_words,
        "away": _away_words,
        "session": lambda _run: _("An exercise session is running; it counts as a break."),
        "break": _break_words,
        "card": _card_words,
        "waiting": _waiting_words,
        "snoozed": _snoozed_words,
        "deferred": _deferred_words,
        "counting": _counting_words,
    }[state](run)
    if state not in {"card", "waiting", "counting"}:
        return told
    if run.sight.looking:
        return f"{told} {looking_words()}"
    return f"{told} {blind_words()}" if run.memory.blind else told


def busy_words(kind: Busy) -> str:
    """Name what keeps a person busy: "microphone in use"."""
    return {
        Busy.INHIBITOR: _("a program keeps the screen on"),
        Busy.DO_NOT_DISTURB: _("do not disturb is on"),
        Busy.MICROPHONE: _("microphone in use"),
        Busy.FULL_SCREEN: _("full screen"),
        Busy.MEETING: _("in a meeting"),
    }[kind]


def busy_since_words(kind: Busy, since: Stamp) -> str:
    """Say what keeps a person busy, and since when: "microphone in use since 14:05"."""
    words = {
        Busy.INHIBITOR: _("a program has kept the screen on since {time}"),
        Busy.DO_NOT_DISTURB: _("do not disturb has been on since {time}"),
        Busy.MICROPHONE: _("microphone in use since {time}"),
        Busy.FULL_SCREEN: _("full screen since {time}"),
        Busy.MEETING: _("in a meeting since {time}"),
    }[kind]
    return words.format(time=time_words(since))


def blind_words() -> str:
    """Say that this desktop does not tell whether the person is away."""
    return _("Limber cannot see whether you are away here, so breaks follow the clock.")


def looking_words() -> str:
    """Say that it is not known yet whether this desktop tells that."""
    return _("Limber is still finding out whether it can see that you are away.")


def pause_words(run: Run) -> str:
    """Say until when breaks are paused; '' when they are not."""
    return _paused_words(run) if run.memory.pause is not None else ""


def meeting_words(run: Run) -> str:
    """Say until when the person is in a meeting they told of; '' without one."""
    meeting = run.memory.meeting
    return "" if meeting is None else _("In a meeting until {time}.").format(time=_later(run, meeting.left_ms))


def credit_words(made: Made | None) -> str:
    """Say what was counted: "Away 12 min: counted as a break."; '' when nothing was."""
    if made is None:
        return ""
    length = minutes_words(made.away_ms)
    if made.why is Why.SESSION:
        return _("Exercise session, {length}: counted as a break.").format(length=length)
    return _("Away {length}: counted as a break.").format(length=length)


def minutes_words(ms: int) -> str:
    """Write a length: "12 min", "1 h 5 min", "50 s" below a minute."""
    if ms < _MIN:
        return _("{seconds} s").format(seconds=max(ms, 0) // 1000)
    hours, minutes = divmod(ms // _MIN, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def time_words(stamp: Stamp) -> str:
    """Write a time of day, 24 hours."""
    return f"{stamp.local():%H:%M}"


def _closed_words(run: Run) -> str:
    if not run.breaks.on:
        return _("Break reminders are off.")
    local = run.sight.stamp.local().replace(tzinfo=None)
    begin = next_begin(run.breaks, local)
    if begin is None:
        return _("There are no hours in which Limber may ask; set them on the Breaks page.")
    return _("Outside your hours. Limber asks again from {when}.").format(when=_when(begin, local))


def _quiet_day_words(run: Run) -> str:
    local = run.sight.stamp.local().replace(tzinfo=None)
    begin = next_begin(run.breaks, local)
    if begin is None:
        return _("Today is a quiet day.")
    return _("Today is a quiet day. Limber asks again from {when}.").format(when=_when(begin, local))


def _when(begin: datetime, local: datetime) -> str:
    time = f"{begin:%H:%M}"
    if begin.date() == local.date():
        return time
    if begin.date() == local.date() + timedelta(days=1):
        return _("{time} tomorrow").format(time=time)
    return _("{time} on {day}").format(time=time, day=_weekday(begin.weekday()))


def _weekday(number: int) -> str:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[number]


def _paused_words(run: Run) -> str:
    pause = run.memory.pause
    return _("Paused until {time}.").format(time=_later(run, pause.left_ms if pause is not None else 0))


def _later(run: Run, ms: int) -> str:
    stamp = run.sight.stamp
    # A second on top: fractions of milliseconds are left out on the way, and 15:30 must not be read as 15:29.
    then = stamp._replace(utc_us=stamp.utc_us + ms * 1000 + 1_000_000)
    local = stamp.local().replace(tzinfo=None)
    return _when(then.local().replace(tzinfo=None), local)


def _away_words(run: Run) -> str:
    away = run.memory.away
    if away is None:
        return ""
    since = time_words(away.since)
    if away.why is Why.LOCKED:
        return _("You have been away since {time}: the screen is locked.").format(time=since)
    if away.why is Why.SLEPT:
        return _("You have been away since {time}: the computer slept.").format(time=since)
    return _("You have been away since {time}: nothing was touched.").format(time=since)


def _break_words(run: Run) -> str:
    due = run.due
    if due is not None and due.given:
        return _("You asked for this break.")
    return _card_words(run)


def _card_words(run: Run) -> str:
    due = run.due
    if due is None:
        return ""
    if due.silent:
        return _("Asked once, quietly: a break has been due for {length} ({reason}).").format(
            reason=_reasons(run), length=minutes_words(due.deferred_ms)
        )
    if due.held_by:
        return _("Now, because the reason to wait is over: {reason}. It was due at {time}.").format(
            reason=", ".join(busy_words(kind) for kind in due.held_by), time=time_words(due.at)
        )
    if due.snoozes:
        return _("Now, because you put it off; it was due at {time}.").format(time=time_words(due.at))
    if due.kind is BreakKind.MOVE and run.breaks.rotation.on:
        return _("Now, because you have stood for {length}. Move, then sit.").format(
            length=minutes_words(due.seated_ms)
        )
    return _("Now, because you have sat for {length}.").format(length=minutes_words(due.seated_ms))


def _waiting_words(run: Run) -> str:
    memory = run.memory
    if memory.quiet_ms:
        return {
            Why.PAUSE: _("A break is due; nothing is asked in the first two minutes after a pause."),
            Why.UNWATCHED: _("A break is due; nothing is asked in the first two minutes after a start."),
        }.get(memory.quiet_for, _("A break is due; nothing is asked in the first two minutes after you come back."))
    if memory.since_prompt_ms < APART_MS:
        return _("A break is due; it waits until five minutes after the last prompt.")
    if memory.busy or memory.calm_ms < APART_MS:
        return _("A break is due; it waits a moment, because you were busy just now.")
    return _("A break is due; it waits for a pause in your typing.")


def _snoozed_words(run: Run) -> str:
    due = run.due
    left_ms, times = (due.left_ms, due.snoozes) if due is not None else (0, 0)
    words = ngettext(
        "Put off until {time}, for the first time.", "Put off until {time}, for the second and last time.", times
    )
    return words.format(time=_later(run, left_ms))


def _deferred_words(run: Run) -> str:
    due = run.due
    if due is None:
        return ""
    if due.deferred_for is Why.PAUSE:
        return _("A break is due; it comes after the pause.")
    if not run.memory.busy:
        return _("Nothing keeps you busy any more; the break that was due follows in a moment.")
    return _("Waiting: {reason}. The break follows when it is over.").format(reason=_reasons(run))


def _reasons(run: Run) -> str:
    return ", ".join(
        _meeting(run) if kind is Busy.MEETING else busy_since_words(kind, stamp)
        for kind, stamp in run.memory.busy.items()
    )


def _meeting(run: Run) -> str:
    meeting = run.memory.meeting
    return _("in a meeting until {time}").format(time=_later(run, meeting.left_ms if meeting is not None else 0))


def _counting_words(run: Run) -> str:
    if run.memory.busy:
        return _("Nothing is due. You are busy: {reason}.").format(reason=_reasons(run))
    left = [
        (pace.every_ms - run.memory.counters.get(pace.key, 0), pace)
        for pace in run.paces
        if pace.while_standing == run.memory.standing
    ]
    if not left:
        return _("No reminder is switched on.") if not run.paces else _("Nothing is counted while you stand.")
    ms, pace = min(left, key=lambda one: (one[0], -one[1].weight))
    more = minutes_words(max(ms, 0) + _MIN - 1)
    name = next((cadence.name for cadence in run.breaks.cadences if cadence.key == pace.key), "")
    if name and not pace.while_standing:
        return _("Next: {name}, after {length} more of sitting.").format(name=name, length=more)
    if pace.while_standing:
        return _("Next: move, then sit, after {length} more of standing.").format(length=more)
    return {
        BreakKind.MOVE: _("Next: a movement break, after {length} more of sitting."),
        BreakKind.STAND: _("Next: stand up, after {length} more of sitting."),
        BreakKind.NUDGE: _("Next: a look at how you sit, after {length} more of sitting."),
    }[pace.kind].format(length=more)
