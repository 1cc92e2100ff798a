"""Today at the desk, as it is drawn and as it is said. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.clock import Stamp
from coach.i18n import _
from coach.reminders.memory import Doing, Span
from coach.reminders.spans import whole_minutes
from coach.reminders.why import minutes_words
from coach.settings.breaks import Range

_MIN_MS = 60_000
_DAY_MIN = 24 * 60
#: Two stretches of the same closer than this (minutes) are one.
_HOLE_MIN = 1.0
#: So many hours are shown at least.
_LEAST_HOURS = 4
#: In this order they are named.
ORDER = (Doing.SAT, Doing.CALL, Doing.STOOD, Doing.MOVED, Doing.AWAY)


class Part(NamedTuple):
    """One stretch: minutes since midnight on the person's own clock, and the same in words."""

    doing: Doing
    begin_min: float
    end_min: float
    words: str


class Total(NamedTuple):
    """How long something was done today: "Sat", "3 h 12 min"."""

    doing: Doing
    name: str
    length: str


class Day(NamedTuple):
    """A day: its stretches in order, the hours (0 to 24) it is drawn from and to, now, and the hours of breaks in minutes.

    `words`: all of it in one sentence.
    """

    parts: tuple[Part, ...]
    totals: tuple[Total, ...]
    first_hour: int
    last_hour: int
    now_min: float
    hours: tuple[tuple[float, float], ...]
    words: str


def day_of(spans: Iterable[Span], now: Stamp, ranges: Sequence[Range] = ()) -> Day:
    """Return a day as it is shown; `ranges` are its hours of breaks."""
    held = [span for span in spans if span.ms > 0]
    parts = _parts(held)
    local = now.local()
    now_min = local.hour * 60 + local.minute + local.second / 60
    hours = tuple((float(one.begin_min), float(_end(one))) for one in ranges)
    first, last = _bounds(parts, now_min, hours)
    totals = _totals(held)
    return Day(parts, totals, first, last, now_min, hours, _said(totals))


def doing_word(doing: Doing) -> str:
    """Name what a stretch was spent with, as the head of a line."""
    return {
        Doing.SAT: _("Sat"),
        Doing.CALL: _("In calls"),
        Doing.STOOD: _("Stood"),
        Doing.MOVED: _("Moved"),
        Doing.AWAY: _("Away"),
    }[doing]


def clock_words(minute: float) -> str:
    """Write minutes since midnight as a time of day; the end of the day is 24:00."""
    hours, minutes = divmod(int(minute), 60)
    return f"{hours:02}:{minutes:02}"


def _parts(spans: Sequence[Span]) -> tuple[Part, ...]:
    """Return stretches in the order of the day, each with the same beside it as one, none over another."""
    found: list[tuple[Doing, float, float, int]] = []
    for span in sorted(spans, key=lambda one: one.begin.utc_us):
        local = span.begin.local()
        begin = local.hour * 60 + local.minute + local.second / 60
        end = min(begin + span.ms / _MIN_MS, float(_DAY_MIN))
        if found:
            doing, first, last, ms = found[-1]
            if doing is span.doing and abs(begin - last) <= _HOLE_MIN:
                found[-1] = (doing, first, max(last, end), ms + span.ms)
                continue
        found.append((span.doing, begin, end, span.ms))
    return tuple(Part(doing, begin, end, _part_words(doing, begin, end, ms)) for doing, begin, end, ms in found)


def _part_words(doing: Doing, begin: float, end: float, ms: int) -> str:
    return _("{begin} to {end}: {doing}, {length}").format(
        begin=clock_words(begin),
        end=clock_words(end),
        doing=_during(doing),
        length=minutes_words(whole_minutes(ms) * _MIN_MS if ms >= _MIN_MS else ms),
    )


def _during(doing: Doing) -> str:
    """Name it in the middle of a sentence."""
    return {
        Doing.SAT: _("sat"),
        Doing.CALL: _("in a call"),
        Doing.STOOD: _("stood"),
        Doing.MOVED: _("moved"),
        Doing.AWAY: _("away"),
    }[doing]


def _totals(spans: Sequence[Span]) -> tuple[Total, ...]:
    lengths: Counter[Doing] = Counter()
    for span in spans:
        lengths[span.doing] += span.ms
    return tuple(Total(doing, doing_word(doing), _total_words(lengths[doing])) for doing in ORDER if lengths[doing])


def _total_words(ms: int) -> str:
    """Write a length to the nearest minute."""
    minutes = whole_minutes(ms)
    return minutes_words(minutes * _MIN_MS) if minutes else _("less than a minute")


def _said(totals: Sequence[Total]) -> str:
    if not totals:
        return _("Nothing has been seen today yet.")
    each = (_("{doing} {length}").format(doing=total.name, length=total.length) for total in totals)
    return _("Today: {all}.").format(all=", ".join(each))


def _bounds(parts: Sequence[Part], now_min: float, hours: Sequence[tuple[float, float]]) -> tuple[int, int]:
    begins = [now_min, *(part.begin_min for part in parts), *(begin for begin, _e in hours)]
    ends = [now_min, *(part.end_min for part in parts), *(end for _b, end in hours)]
    first, last = int(min(begins) // 60), -int(-min(max(ends), _DAY_MIN) // 60)
    last = max(last, min(first + _LEAST_HOURS, 24))
    return min(first, last - _LEAST_HOURS), last


def _end(hours: Range) -> int:
    """Return where hours end on this day; those past midnight end with it."""
    return hours.end_min if hours.end_min > hours.begin_min else _DAY_MIN
