"""Entries to tightness over time, one series per area and side.

A point stands at the local day and time its entry was written with; travelling never moves it. Entries from
rehearsals are left out here; deleted and damaged ones never leave the journal.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from operator import attrgetter, ge
from typing import NamedTuple

from coach.analysis.piecewise import Pieces, batches, whole
from coach.clock import Stamp
from coach.content.vocabulary import SIDED_AREAS, Area, Quality, Side
from coach.journal.records import Entry

_US_PER_MIN = 60_000_000
_US_PER_DAY = 86_400_000_000
#: A moment in microseconds stays below this for the next thirty thousand years.
_BITS_OF_A_MOMENT = 60
_DAY = attrgetter("day")


class Key(NamedTuple):
    """What a series is about. `side` None: the area as a whole (or no side was named)."""

    area: Area
    side: Side | None


class Point(NamedTuple):
    """One entry on the chart.

    `x` is the local day as a proleptic ordinal (`date.toordinal`) plus the local time as a fraction of a day.
    """

    x: float
    entry: Entry

    @property
    def day(self) -> int:
        """The local day as an ordinal."""
        return int(self.x)


class Series(NamedTuple):
    """All points of one area and side: by local day, within a day in the order they were written."""

    key: Key
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """The entry written last, wherever the person was then."""
        last = max([point.entry.at.utc_us for point in self.points])
        return max((point for point in self.points if point.entry.at.utc_us == last), key=_written)

    def of_quality(self, quality: Quality | None) -> Series:
        """Return the series with entries of one quality only (None: all)."""
        if quality is None:
            return self
        return Series(self.key, tuple(point for point in self.points if point.entry.quality is quality))


def key_of(area: Area, side: Side | None) -> Key:
    """Return the series an area and side belong to: both sides of the low back are the low back."""
    if side is Side.BOTH and area not in SIDED_AREAS:
        return Key(area, None)
    return Key(area, side)


def day_of(stamp: Stamp) -> int:
    """Return the stored local day as an ordinal; the offset is not asked."""
    return date.fromisoformat(stamp.local_day).toordinal()


def x_of(stamp: Stamp) -> float:
    """Return local day and local time as days, as the stamp was written."""
    return day_of(stamp) + (stamp.utc_us + stamp.offset_min * _US_PER_MIN) % _US_PER_DAY / _US_PER_DAY


def tightness_series(entries: Iterable[Entry]) -> tuple[Series, ...]:
    """Return one series per area and side, the one written to last first.

    Handed in any order the entries give the same answer. Written for a hundred thousand of them.
    """
    return whole(series_in_pieces(entries))


def series_in_pieces(entries: Iterable[Entry]) -> Pieces[tuple[Series, ...]]:
    """Do the same piece by piece."""
    days: dict[str, int] = {}
    groups: dict[tuple[Area, Side | None], list[Point]] = {}
    for some in batches(entries):
        _sort_in(some, groups, days)
        yield
    found = []
    for key, points in _merge(groups).items():
        series = Series(key, _in_order(points))
        yield
        found.append((_written(series.latest), series))
        yield
    return tuple(series for _latest, series in sorted(found, key=lambda one: one[0], reverse=True))


def _sort_in(
    entries: Iterable[Entry], groups: dict[tuple[Area, Side | None], list[Point]], days: dict[str, int]
) -> None:
    """Put entries to those of their area and side."""
    for entry in entries:
        if entry.rehearsal:
            continue
        utc_us, offset_min, _tz, text = entry.at
        day = days.get(text)
        if day is None:
            day = days[text] = day_of(entry.at)
        point = Point(day + (utc_us + offset_min * _US_PER_MIN) % _US_PER_DAY / _US_PER_DAY, entry)
        place = (entry.area, entry.side)
        if place in groups:
            groups[place].append(point)
        else:
            groups[place] = [point]


def _merge(groups: dict[tuple[Area, Side | None], list[Point]]) -> dict[Key, list[Point]]:
    merged: dict[Key, list[Point]] = {}
    for (area, side), points in groups.items():
        merged.setdefault(key_of(area, side), []).extend(points)
    return merged


def _in_order(points: list[Point]) -> tuple[Point, ...]:
    """Sort by local day, then moment, then id; the journal hands them over in order, so look before sorting."""
    keys = [(int(point.x) << _BITS_OF_A_MOMENT) + point.entry.at.utc_us for point in points]
    if any(map(ge, keys, islice(keys, 1, None))):
        points = sorted(points, key=lambda point: (int(point.x), *_written(point)))
    return tuple(points)


def _written(point: Point) -> tuple[int, str]:
    return point.entry.at.utc_us, point.entry.id


def within(points: Sequence[Point], first_day: int, last_day: int) -> tuple[Point, ...]:
    """Return the points of these local days, both included; `points` stand by local day, as those of a series do."""
    first = bisect_left(points, first_day, key=_DAY)
    return tuple(points[first : bisect_right(points, last_day, lo=first, key=_DAY)])
