"""Today's timeline: what each stretch was spent with. Lengths are counted, moments are labels, so no clock step bends a sum."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from coach.clock import Stamp
from coach.reminders.memory import Doing, Memory, Span

#: Stretches kept; the oldest go first.
MOST: Final = 600
#: A hole in the day this long (microseconds, on the wall) begins a new stretch.
_HOLE_US: Final = 60_000_000
_DAY_MS: Final = 24 * 60 * 60_000
_MIN_MS: Final = 60_000
_SEATED: Final = frozenset({Doing.SAT, Doing.CALL})


def ago(now: Stamp, ms: int) -> Stamp:
    """Return the moment `ms` before, in the same zone; its local day stays that of `now`."""
    return now._replace(utc_us=now.utc_us - ms * 1000)


def spend(memory: Memory, doing: Doing, ms: int, now: Stamp) -> None:
    """Add `ms` that have just passed; what lies before midnight goes to the day before."""
    today_ms = (now.utc_us // 1000 + now.offset_min * 60_000) % _DAY_MS
    if ms > today_ms:
        before = ago(now, today_ms)
        yesterday = (date.fromisoformat(now.local_day) - timedelta(days=1)).isoformat()
        _spend(memory, doing, min(ms - today_ms, _DAY_MS), before._replace(local_day=yesterday))
    _spend(memory, doing, min(ms, today_ms), now)


def _spend(memory: Memory, doing: Doing, ms: int, now: Stamp) -> None:
    if ms <= 0:
        return
    last = memory.spans[-1] if memory.spans else None
    if last is not None and last.doing is doing and last.day == now.local_day:
        hole_us = now.utc_us - ms * 1000 - (last.begin.utc_us + last.ms * 1000)
        if -_HOLE_US <= hole_us <= _HOLE_US:
            last.ms += ms
            return
    memory.spans.append(Span(doing=doing, day=now.local_day, begin=ago(now, ms), ms=ms))
    if len(memory.spans) > MOST:
        del memory.spans[0]


def take_back(memory: Memory, ms: int) -> int:
    """Take the last `ms` at the desk out of the timeline, since they turn out to be an absence; return how many there were."""
    left = ms
    while left > 0 and memory.spans and memory.spans[-1].doing in {*_SEATED, Doing.STOOD}:
        last = memory.spans[-1]
        part = min(left, last.ms)
        last.ms -= part
        left -= part
        if last.ms == 0:
            memory.spans.pop()
    return ms - left


def not_moved(memory: Memory, ms: int, now: Stamp, *, sat: bool) -> None:
    """Of the break that is over now nothing was done for `ms`: that was sitting, or, unless `sat`, nothing at all."""
    last = memory.spans[-1] if memory.spans else None
    if last is None or last.doing is not Doing.MOVED or ms <= 0:
        return
    part = min(ms, last.ms)
    last.ms -= part
    if last.ms == 0:
        memory.spans.pop()
    if sat:
        spend(memory, Doing.SAT, part, now)


def call_it_sitting(memory: Memory, since: Stamp) -> None:
    """The absence that began at `since` was none: in the timeline it becomes sitting."""
    for span in reversed(memory.spans):
        if span.begin.utc_us + span.ms * 1000 <= since.utc_us:
            return
        if span.doing is Doing.AWAY:
            span.doing = Doing.SAT


def day_of(memory: Memory, day: str) -> tuple[Span, ...]:
    """Return the stretches of a local day, in order, as they are now."""
    return tuple(replace(span) for span in memory.spans if span.day == day)


def whole_minutes(ms: int) -> int:
    """Round to the nearest minute, as every length of a day is shown."""
    return (ms + _MIN_MS // 2) // _MIN_MS


def seated_ms(memory: Memory, day: str) -> int:
    """Return how long was sat on a local day, calls included: whole minutes, the sum of both as each is shown."""
    each = (sum(span.ms for span in memory.spans if span.day == day and span.doing is doing) for doing in _SEATED)
    return sum(whole_minutes(ms) * _MIN_MS for ms in each)
