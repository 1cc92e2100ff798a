"""What each local day held: its worst value, its sessions, and what happened on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from coach.analysis.series import Point, day_of
from coach.journal.records import Marker, SessionRecord

WEEKS_SHOWN = 53
_DAYS_PER_WEEK = 7


class CalendarDay(NamedTuple):
    """One day with something on it. `worst` is the entry with the highest value (the last of equals), None without
    entries; `entries` how many there were; sessions and markers by when they were begun or noted.
    """

    worst: Point | None
    entries: int
    sessions: tuple[SessionRecord, ...] = ()
    markers: tuple[Marker, ...] = ()


class Weeks(NamedTuple):
    """Whole weeks, one after the other: from the local day `first` (an ordinal) to `last`, of which `seen` is the last
    to be shown: days after today are not there yet.
    """

    first: int
    seen: int

    @property
    def columns(self) -> int:
        """How many weeks there are."""
        return (self.seen - self.first) // _DAYS_PER_WEEK + 1

    def place(self, day: int) -> tuple[int, int]:
        """Return the column (week) and the row (day of the week, 0 is its first) of a day."""
        return divmod(day - self.first, _DAYS_PER_WEEK)


def calendar_days(
    points: Iterable[Point], sessions: Iterable[SessionRecord], markers: Iterable[Marker], first_day: int, last_day: int
) -> Mapping[int, CalendarDay]:
    """Return the days from `first_day` to `last_day` (local, ordinals, both included) that hold something, by day.

    A session counts on the day it was begun, once something of it was done; a marker on each of its days. Rehearsals are
    left out. The order handed in does not matter. One pass, written for ten years.
    """
    worst, counts = _worst(points, first_day, last_day)
    done = _sessions(sessions, first_day, last_day)
    noted = _markers(markers, first_day, last_day)
    return {
        day: CalendarDay(worst.get(day), counts.get(day, 0), tuple(done.get(day, ())), tuple(noted.get(day, ())))
        for day in sorted(set(chain(worst, done, noted)))
    }


def weeks_until(today: int, first_weekday: int, pages_back: int = 0) -> Weeks:
    """Return the last 53 weeks, this one included, or as many before them for each page back.

    `first_weekday` 0 is Monday, 6 Sunday. Nothing is cut at New Year.
    """
    begun = today - (today - 1 - first_weekday) % _DAYS_PER_WEEK  # ordinal 1 was a Monday
    page = WEEKS_SHOWN * _DAYS_PER_WEEK
    first = begun - page + _DAYS_PER_WEEK - pages_back * page
    return Weeks(first, min(today, first + page - 1))


def _worst(points: Iterable[Point], first_day: int, last_day: int) -> tuple[dict[int, Point], dict[int, int]]:
    worst: dict[int, Point] = {}
    counts: dict[int, int] = {}
    for point in points:
        day = int(point.x)
        if not first_day <= day <= last_day or point.entry.rehearsal:
            continue
        counts[day] = counts.get(day, 0) + 1
        if day not in worst or _rank(point) > _rank(worst[day]):
            worst[day] = point
    return worst, counts


def _rank(point: Point) -> tuple[int, int, str]:
    return point.entry.tightness, point.entry.at.utc_us, point.entry.id


def _sessions(sessions: Iterable[SessionRecord], first_day: int, last_day: int) -> dict[int, list[SessionRecord]]:
    first, last = date.fromordinal(first_day).isoformat(), date.fromordinal(last_day).isoformat()
    found: dict[int, list[SessionRecord]] = {}
    for one in sorted(sessions, key=lambda one: (one.started.utc_us, one.id)):
        if not one.rehearsal and one.done_ms > 0 and first <= one.started.local_day <= last:
            found.setdefault(day_of(one.started), []).append(one)
    return found


def _markers(markers: Iterable[Marker], first_day: int, last_day: int) -> dict[int, list[Marker]]:
    found: dict[int, list[Marker]] = {}
    for one in sorted(markers, key=lambda one: (one.at.utc_us, one.id)):
        for day in marked_days(one, first_day, last_day):
            found.setdefault(day, []).append(one)
    return found


def marked_days(marker: Marker, first_day: int, last_day: int) -> range:
    """Return the days of a marker that lie between two days (ordinals, both included)."""
    begun = day_of(marker.at)
    ended = date.fromisoformat(marker.last_day).toordinal() if marker.last_day else begun
    return range(max(begun, first_day), min(max(ended, begun), last_day) + 1)
