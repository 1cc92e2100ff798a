"""Entries to tightness over time, one series per area and side.

A point stands at the local day and time its entry was written with; travelling never moves it. Entries from
rehearsals are left out here; deleted and damaged ones never leave the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from coach.clock import Stamp
from coach.content.vocabulary import SIDED_AREAS, Area, Quality, Side
from coach.journal.records import Entry

_US_PER_MIN = 60_000_000
_US_PER_DAY = 86_400_000_000


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
        return max(self.points, key=_written)

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
    return day_of(stamp) + _day_fraction(stamp)


def tightness_series(entries: Iterable[Entry]) -> tuple[Series, ...]:
    """Return one series per area and side, the one written to last first.

    Handed in any order the entries give the same answer.
    """
    days: dict[str, int] = {}
    groups: dict[tuple[Area, Side | None], list[Point]] = {}
    for entry in entries:
        if entry.rehearsal:
            continue
        stamp = entry.at
        text = stamp.local_day
        day = days.get(text)
        if day is None:
            day = days[text] = day_of(stamp)
        point = Point(day + _day_fraction(stamp), entry)
        groups.setdefault((entry.area, entry.side), []).append(point)
    merged = _merge(groups)
    found = [Series(key, tuple(sorted(points, key=_by_day))) for key, points in merged.items()]
    return tuple(sorted(found, key=_last_written, reverse=True))


def _merge(groups: dict[tuple[Area, Side | None], list[Point]]) -> dict[Key, list[Point]]:
    merged: dict[Key, list[Point]] = {}
    for (area, side), points in groups.items():
        merged.setdefault(key_of(area, side), []).extend(points)
    return merged


def _day_fraction(stamp: Stamp) -> float:
    return (stamp.utc_us + stamp.offset_min * _US_PER_MIN) % _US_PER_DAY / _US_PER_DAY


def _by_day(point: Point) -> tuple[int, int, str]:
    return int(point.x), point.entry.at.utc_us, point.entry.id


def _written(point: Point) -> tuple[int, str]:
    return point.entry.at.utc_us, point.entry.id


def _last_written(series: Series) -> tuple[int, str]:
    return _written(series.latest)


def within(points: Sequence[Point], first_day: int, last_day: int) -> tuple[Point, ...]:
    """Return the points of these local days, both included."""
    return tuple(point for point in points if first_day <= int(point.x) <= last_day)
