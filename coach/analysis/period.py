"""What one period of the journal comes to: per place, per feeling, per exercise, per pack. Facts, never a verdict.

Rehearsals count nowhere. A day is the local day as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import fmean
from typing import NamedTuple

from coach.analysis.before_after import before_after
from coach.analysis.mean import DAYS, LEAST_ENTRIES
from coach.analysis.middle import Middle, middle
from coach.analysis.series import Key, Point, day_of, tightness_series, within
from coach.content.vocabulary import Quality
from coach.journal.records import Entry

_EVERY = 1_000_000


class Span(NamedTuple):
    """A period of local days, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, local_day: str) -> bool:
        """Say whether an ISO day lies in it."""
        return self.first.isoformat() <= local_day <= self.last.isoformat()


class PlaceFacts(NamedTuple):
    """How tight one place felt (entries of tightness only), oldest first.

    `begin` and `end` are the means of the first and the last seven days of the period, None with fewer than two
    entries there or when the two would share a day. `change` is the median of after minus before a session over as many
    sessions as have both, with its interval; None without any.
    """

    key: Key
    points: tuple[Point, ...]
    mean: float
    lowest: int
    highest: int
    begin: float | None
    end: float | None
    change: Middle | None


class FeelingFacts(NamedTuple):
    """Another feeling than tightness at one place: how often it was noted, how strong (mean and most), when last."""

    quality: Quality
    key: Key
    entries: int
    mean: float
    highest: int
    last_day: str


def place_facts(entries: Iterable[Entry], span: Span) -> tuple[PlaceFacts, ...]:
    """Return what was noted of each place in the period, the one with most entries first."""
    told = [entry for entry in entries if span.holds(entry.at.local_day) and entry.quality is Quality.TIGHTNESS]
    changes = {key: [pair.change for pair in found.pairs] for key, found in before_after(told, _EVERY).items()}
    facts = [_place(one.key, one.points, changes.get(one.key, []), span) for one in tightness_series(told)]
    return tuple(sorted(facts, key=lambda fact: -len(fact.points)))


def feeling_facts(entries: Iterable[Entry], span: Span) -> tuple[FeelingFacts, ...]:
    """Return what else was felt in the period, in the order of the vocabulary, the place noted most first."""
    groups: dict[tuple[Quality, Key], list[Point]] = {}
    told = [entry for entry in entries if span.holds(entry.at.local_day) and entry.quality is not Quality.TIGHTNESS]
    for series in tightness_series(told):
        for point in series.points:
            groups.setdefault((point.entry.quality, series.key), []).append(point)
    order = list(Quality)
    found = [_feeling(quality, key, points) for (quality, key), points in groups.items()]
    return tuple(sorted(found, key=lambda fact: (order.index(fact.quality), -fact.entries)))


def noted(entries: Iterable[Entry], span: Span) -> tuple[Entry, ...]:
    """Return the entries of the period that carry a note, oldest first; entries saved together only once."""
    seen: set[str] = set()
    found = []
    for entry in sorted(entries, key=lambda one: (one.at.utc_us, one.id)):
        if entry.rehearsal or not entry.note or not span.holds(entry.at.local_day):
            continue
        if entry.together is None or entry.together not in seen:
            found.append(entry)
            seen.add(entry.together or entry.id)
    return tuple(found)


def _place(key: Key, points: tuple[Point, ...], changes: Sequence[int], span: Span) -> PlaceFacts:
    values = [point.entry.tightness for point in points]
    begin, end = _ends(points, span)
    return PlaceFacts(
        key=key,
        points=points,
        mean=fmean(values),
        lowest=min(values),
        highest=max(values),
        begin=begin,
        end=end,
        change=middle(changes) if changes else None,
    )


def _ends(points: Sequence[Point], span: Span) -> tuple[float | None, float | None]:
    """Return the means of the first and the last seven days, where the period is long enough to compare them."""
    first, last = span.first.toordinal(), span.last.toordinal()
    if span.days < 2 * DAYS:
        return None, None
    return _mean(within(points, first, first + DAYS - 1)), _mean(within(points, last - DAYS + 1, last))


def _mean(points: Sequence[Point]) -> float | None:
    return fmean(point.entry.tightness for point in points) if len(points) >= LEAST_ENTRIES else None


def _feeling(quality: Quality, key: Key, points: Sequence[Point]) -> FeelingFacts:
    values = [point.entry.tightness for point in points]
    last = max(points, key=lambda point: day_of(point.entry.at)).entry.at.local_day
    return FeelingFacts(quality, key, len(values), fmean(values), max(values), last)
