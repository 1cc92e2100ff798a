"""Working hours on the person's own clock: is it inside now, until when, and when does the next stretch begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from coach.clock import Stamp
from coach.settings.breaks import Breaks, Range

_DAY_MIN = 24 * 60
#: So many days ahead the next stretch is looked for.
_AHEAD = 60
#: A meeting may be said to end at one of so many half hours, the first at least five minutes away.
_ENDS, _STEP, _SOONEST = 6, timedelta(minutes=30), timedelta(minutes=5)


class Closed(StrEnum):
    """Why nothing is asked at a time of day."""

    HOURS = "hours"
    QUIET_DAY = "quiet-day"


class Stretch(NamedTuple):
    """One stretch of hours: naive local begin and end."""

    begin: datetime
    end: datetime


def stretch_at(breaks: Breaks, local: datetime) -> Stretch | None:
    """Return the stretch that `local` (naive) lies in, the one that ends last; a night's hours belong to the day they begin."""
    found = [
        stretch
        for day in (local.date(), local.date() - timedelta(days=1))
        for stretch in _stretches(breaks, day)
        if stretch.begin <= local < stretch.end
    ]
    return max(found, key=lambda stretch: stretch.end, default=None)


def why_closed(breaks: Breaks, local: datetime) -> Closed:
    """Return why `local` (naive), which lies in no stretch, lies in none."""
    quiet = is_quiet(breaks, local.date()) and bool(breaks.hours[local.weekday()])
    return Closed.QUIET_DAY if quiet else Closed.HOURS


def next_begin(breaks: Breaks, local: datetime) -> datetime | None:
    """Return when the next stretch begins after `local` (naive); None when there is none in sixty days."""
    days = (local.date() + timedelta(days=ahead) for ahead in range(_AHEAD))
    begins = (stretch.begin for day in days for stretch in _stretches(breaks, day))
    return next((begin for begin in begins if begin > local), None)


def meeting_ends(now: Stamp) -> tuple[time, ...]:
    """Return until when a meeting may be given, soonest first; what is past midnight counts as tomorrow."""
    soonest = now.local().replace(tzinfo=None) + _SOONEST
    first = soonest.replace(minute=0, second=0, microsecond=0)
    while first < soonest:
        first += _STEP
    return tuple((first + step * _STEP).time() for step in range(_ENDS))


def is_quiet(breaks: Breaks, day: date) -> bool:
    """Return whether nothing is asked on that day at all; ISO dates compare as text."""
    iso = day.isoformat()
    return any(quiet.first <= iso <= quiet.last for quiet in breaks.quiet_days)


def _stretches(breaks: Breaks, day: date) -> Iterator[Stretch]:
    """Yield the stretches that begin on a day, earliest first."""
    if is_quiet(breaks, day):
        return
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - hours are the person's own clock
    for hours in sorted(breaks.hours[day.weekday()], key=lambda one: one.begin_min):
        yield Stretch(
            midnight + timedelta(minutes=hours.begin_min),
            midnight + timedelta(minutes=hours.begin_min + _length(hours)),
        )


def _length(hours: Range) -> int:
    """Minutes of a range; an end that is not after its begin is on the next day."""
    return (hours.end_min - hours.begin_min) % _DAY_MIN or _DAY_MIN
