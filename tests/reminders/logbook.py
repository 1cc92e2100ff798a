"""What the engine says, as lines of a logbook."""

from __future__ import annotations

from datetime import date, timedelta

from coach.clock import Stamp
from coach.reminders.events import (
    BreakDue,
    BreakEnded,
    Credited,
    CreditUndone,
    Deferred,
    Event,
    Opened,
    PauseOver,
    Prompted,
    ShorterOffered,
    Snoozed,
    WhyAnswered,
    WhyAsked,
    Withdrawn,
)

_FIRST = date(2026, 5, 4)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment(stamp: Stamp, first: date = _FIRST) -> str:
    """Return `09:30:00`, with the weekday in front after the first day."""
    local = stamp.local()
    day = "" if local.date() == first else f"{_DAYS[local.weekday()]} "
    return f"{day}{local:%H:%M:%S}"


def length(ms: int) -> str:
    """Return `2:30`, or `8:00:00`."""
    return str(timedelta(milliseconds=ms - ms % 1000)).removeprefix("0:").removeprefix("0") or "0:00"


def words(event: Event) -> str:  # noqa: PLR0911 - one line per kind of event
    """Return one event in words."""
    match event:
        case BreakDue():
            also = [key for key in event.stands_for if key != event.lead]
            return f"{event.id} due: {event.lead}{' with ' + ' and '.join(also) if also else ''}, {length(event.length_ms)}"
        case Prompted():
            return f"{event.id} card{', silent' if event.silent else ''}"
        case Withdrawn():
            return f"{event.id} card gone: {event.why}"
        case Deferred():
            return f"{event.id} deferred: {event.why}"
        case Snoozed():
            return f"{event.id} snoozed {length(event.for_ms)}, {event.nth}"
        case ShorterOffered():
            return f"{event.id} shorter? {length(event.length_ms)}"
        case Opened():
            return f"{event.id} opens{'' if event.asked_for else ' by itself'}, {length(event.length_ms)}"
        case BreakEnded():
            return _ended(event)
        case _:
            return _rest(event)


def _ended(event: BreakEnded) -> str:
    done = f", {length(event.done_ms)} of {length(event.length_ms)}" if event.done_ms else ""
    away = f", away {length(event.away_ms)}" if event.away_ms else ""
    given = " (given)" if event.given else ""
    return f"{event.id} {event.outcome}: {event.why}{done}{away}{given}"


def _rest(event: Event) -> str:
    match event:
        case Credited():
            return f"counted as {' and '.join(event.keys)}: {event.why} {length(event.away_ms)}"
        case CreditUndone():
            return f"not counted: {event.id}" if event.id else "not counted"
        case WhyAsked():
            return "asks why"
        case WhyAnswered():
            return f"hears why: {event.reason}"
        case PauseOver():
            return "meeting over" if event.meeting else "pause over"
    raise AssertionError(event)
