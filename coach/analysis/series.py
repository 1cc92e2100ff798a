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
    return day_of(stamp) + (stamp.utc_us + stamp.offset_min * _US_PER_MIN) % _US_PER_DAY / _US_PER_DAY


def tightness_series(entries: Iterable[Entry]) -> tuple[Series, ...]:
    """Return one series per area and side, the one written to last first.

    Handed in any order the entries give the same answer. Written for a hundred thousand of them.
    """
    days: dict[str, int] = {}
    groups: dict[tuple[Area, Side | None], list[_Marked]] = {}
    for number, entry in enumerate(entries):
        if entry.rehearsal:
            continue
        stamp = entry.at
        text = stamp.local_day
        day = days.get(text)
        if day is None:
            day = days[text] = day_of(stamp)
        written = stamp.utc_us
        fraction = (written + stamp.offset_min * _US_PER_MIN) % _US_PER_DAY / _US_PER_DAY
        place = (entry.area, entry.side)
        marked = (day, written, entry.id, number, day + fraction, entry)
        if place in groups:
            groups[place].append(marked)
        else:
            groups[place] = [marked]
    found = [(max([(one[1], one[2]) for one in held]), _series(key, held)) for key, held in _merge(groups).items()]
    return tuple(series for _last, series in sorted(found, key=lambda pair: pair[0], reverse=True))


#: Sorted as it stands: local day, moment, id, place in the list (so that entries are never compared), x, entry.
_Marked = tuple[int, int, str, int, float, Entry]


def _merge(groups: dict[tuple[Area, Side | None], list[_Marked]]) -> dict[Key, list[_Marked]]:
    merged: dict[Key, list[_Marked]] = {}
    for (area, side), held in groups.items():
        merged.setdefault(key_of(area, side), []).extend(held)
    return merged


def _series(key: Key, held: list[_Marked]) -> Series:
    held.sort()
    return Series(key, tuple([Point(one[4], one[5]) for one in held]))


def _written(point: Point) -> tuple[int, str]:
    return point.entry.at.utc_us, point.entry.id


def within(points: Sequence[Point], first_day: int, last_day: int) -> tuple[Point, ...]:
    """Return the points of these local days, both included."""
    return tuple(point for point in points if first_day <= int(point.x) <= last_day)
