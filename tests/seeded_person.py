"""One made-up person: how tight it feels where and when, and what befalls them. Everything follows from one seed."""

from __future__ import annotations

import math
import random
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import Area, MarkerKind, Side

Key = tuple[Area, Side | None]

BUTTOCK_LEFT: Key = (Area.BUTTOCK, Side.LEFT)
BUTTOCK_RIGHT: Key = (Area.BUTTOCK, Side.RIGHT)
LOW_BACK: Key = (Area.LOW_BACK, None)
HAMSTRING_LEFT: Key = (Area.HAMSTRING, Side.LEFT)
HAMSTRING_RIGHT: Key = (Area.HAMSTRING, Side.RIGHT)
CALF_LEFT: Key = (Area.CALF, Side.LEFT)
FOOT_LEFT: Key = (Area.FOOT, Side.LEFT)

#: How tight it is on an ordinary noon in the first week.
USUAL: dict[Key, float] = {
    BUTTOCK_LEFT: 5.6,
    BUTTOCK_RIGHT: 2.8,
    LOW_BACK: 4.6,
    HAMSTRING_LEFT: 4.4,
    HAMSTRING_RIGHT: 2.4,
    CALF_LEFT: 3.4,
    FOOT_LEFT: 1.6,
}

#: What one exercise does to the next rating: all the same, but for one that does a whole point more.
EFFECTS: dict[str, float] = {
    "piriformis_supine_figure_four": -1.2,
    "knee_to_chest_single": -0.2,
    "hamstring_supine_strap": -0.2,
    "lumbar_rotation": -0.2,
    "pelvic_tilt": -0.2,
}
THE_ONE_THAT_HELPS = "piriformis_supine_figure_four"

_WEEKDAY = (0.5, 0.3, 0.2, 0.3, 0.4, -0.5, -0.6)
_AWAY = timedelta(hours=-1)  # Lisbon, seen from Berlin


class Event(NamedTuple):
    """Something that happened on `day` and, if it lasted, until `last`."""

    kind: MarkerKind
    day: date
    last: date | None = None
    words: str = ""

    def holds(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.day <= day <= (self.last or self.day)


def events_of(last_day: date) -> tuple[Event, ...]:
    """What happened in the year that ends with `last_day`, oldest first; days before `last_day`."""

    def ago(days: int) -> date:
        return last_day - timedelta(days=days)

    return (
        Event(MarkerKind.REST, ago(331), ago(329), "Christmas: nothing planned"),
        Event(MarkerKind.FLARE, ago(284), ago(273), "After shovelling snow"),
        Event(MarkerKind.PHYSIO_VISIT, ago(262), None, "Dr. Öztürk-Weiß: longer holds, „ruhig atmen“"),
        Event(MarkerKind.NEW_CHAIR, ago(221), None, "=1+1 new chair; seat 2 cm higher"),
        Event(MarkerKind.REST, ago(203), ago(202)),
        Event(MarkerKind.TRAVEL, ago(165), ago(161), "Lisbon"),
        Event(MarkerKind.LONG_DRIVE, ago(118), None, "9 h on the motorway 🚗"),
        Event(MarkerKind.FLARE, ago(116), ago(108)),
        Event(MarkerKind.ILLNESS, ago(39), ago(37), "Flu"),
        Event(MarkerKind.OTHER, ago(20), None, "First time swimming 🏊‍♀️"),
    )


class Person:
    """Levels that wander from day to day, higher on desk days, in the morning and in a flare.

    `at(day, hour)` gives a stamp in Berlin, or in Lisbon while travelling. `level` is how tight it really is, before it is
    rated; `rate` is what the person says, a whole number. `begin_day` first, day after day.
    """

    def __init__(self, chance: random.Random, first_day: date, events: tuple[Event, ...]) -> None:
        self.chance = chance
        self.first_day = first_day
        self.events = events
        self.day = first_day
        self._wander = dict.fromkeys(USUAL, 0.0)

    def begin_day(self, day: date) -> None:
        """Go on to `day`; what the day brings is shared by all areas in part."""
        self.day = day
        shared = self.chance.gauss(0, 0.35)
        for key, held in self._wander.items():
            self._wander[key] = 0.7 * held + shared + self.chance.gauss(0, 0.35)

    def is_in(self, kind: MarkerKind) -> bool:
        """Whether today belongs to an event of this kind."""
        return any(event.kind is kind and event.holds(self.day) for event in self.events)

    def since(self, kind: MarkerKind) -> bool:
        """Whether something of this kind has happened by today."""
        return any(event.kind is kind and event.day <= self.day for event in self.events)

    def at(self, hour: float) -> Stamp:
        """The moment of today at a local hour (0 to 24)."""
        zone = timezone(timedelta(hours=2 if _is_summer(self.day) else 1))
        name = "Europe/Berlin"
        if self.is_in(MarkerKind.TRAVEL):
            zone, name = timezone((zone.utcoffset(None) or timedelta()) + _AWAY), "Europe/Lisbon"
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=zone)
        return stamp_of(midnight + timedelta(seconds=round(hour * 3600)), name)

    def level(self, key: Key, hour: float) -> float:
        """How tight it is there today at this local hour."""
        years = (self.day - self.first_day).days / 365
        felt = USUAL[key] - 1.3 * min(years, 1.5) + self._wander[key] + _WEEKDAY[self.day.weekday()]
        felt += 0.9 * max(0.0, (10 - hour) / 4) if hour < 10 else 0.5 * max(0.0, (hour - 13) / 5)
        felt -= 0.4 if self.since(MarkerKind.NEW_CHAIR) else 0
        return felt + (0.4 if key[1] is Side.RIGHT else 1.0) * self._flare()

    def rate(self, felt: float) -> int:
        """What the person says: nobody feels it exactly, and it is a whole number from 0 to 10."""
        return min(max(round(felt + self.chance.gauss(0, 0.45)), 0), 10)

    def _flare(self) -> float:
        """A flare comes up in a day and goes down by halves."""
        return sum(
            3.2 * math.pow(0.5, (self.day - event.day).days / 6)
            for event in self.events
            if event.kind is MarkerKind.FLARE and 0 <= (self.day - event.day).days <= 30
        )


def _is_summer(day: date) -> bool:
    """Summer time in Germany: from the last Sunday of March to the day before the last Sunday of October."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    last = datetime(year, month, 31, tzinfo=UTC).date()
    return last - timedelta(days=(last.weekday() + 1) % 7)
