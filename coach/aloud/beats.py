"""Sounds that come by the clock: the last three seconds of a stretch, and the alarm until somebody answers."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from coach.plan.timeline import Segment, SegmentKind, Timeline
from coach.ports.sounds import Earcon
from coach.session.alarm import alarm_level
from coach.session.state import PackState, Phase, Snapshot

_SECOND_MS = 1_000
_LAST = 3
#: Stretches whose end is counted down, and from which length on.
_TICKED = {
    SegmentKind.PREPARE: 5_000,
    SegmentKind.SWITCH: 5_000,
    SegmentKind.HOLD: 10_000,
    SegmentKind.REST: 10_000,
    SegmentKind.BREATHE: 20_000,
}
#: How often the alarm calls once nobody answered (our own choice).
ALARM_EVERY_MS = 5_000


class Beat(NamedTuple):
    """A sound due in `in_ms` of session time; `mark` tells one beat from the next."""

    in_ms: int
    earcon: Earcon
    mark: tuple[int, int]


def next_beat(timeline: Timeline, snapshot: Snapshot, last: tuple[int, int] | None = None) -> Beat | None:
    """Return the next sound by the clock while nothing changes; `last` is the mark of the beat that was played."""
    pack = snapshot.pack
    if pack is not None:
        return _alarm(snapshot.segment, pack.on_ms, last) if alarm_level(snapshot) else None
    if snapshot.phase is Phase.RESUMING:
        return _tick(-1, snapshot.resuming_ms, last)
    counts = snapshot.phase is Phase.RUNNING and snapshot.segment >= 0 and bool(snapshot.remaining_ms)
    if counts and _counted(timeline.segments[snapshot.segment]):
        return _tick(snapshot.segment, snapshot.remaining_ms or 0, last)
    return None


def _counted(segment: Segment) -> bool:
    least = _TICKED.get(segment.kind)
    return least is not None and segment.mode is None and (segment.duration_ms or 0) >= least


def later(snapshot: Snapshot, gone_ms: int) -> Snapshot:
    """Return the snapshot as it will be when `gone_ms` of session time have passed and nothing else has happened."""
    pack, left_ms = snapshot.pack, snapshot.remaining_ms
    return msgspec.structs.replace(
        snapshot,
        remaining_ms=None if left_ms is None else max(left_ms - gone_ms, 0),
        resuming_ms=max(snapshot.resuming_ms - gone_ms, 0),
        session_ms=snapshot.session_ms + gone_ms,
        pack=None if pack is None else _worn_on(pack, gone_ms),
    )


def _worn_on(pack: PackState, gone_ms: int) -> PackState:
    asked_ms = pack.asked_ms + gone_ms if pack.asked_ms else 0
    return msgspec.structs.replace(pack, on_ms=pack.on_ms + gone_ms, asked_ms=asked_ms)


def _tick(segment: int, left_ms: int, last: tuple[int, int] | None) -> Beat | None:
    """Three, two, one: at the full seconds before the end."""
    most = _LAST
    if last is not None and last[0] == segment and left_ms <= (last[1] + 1) * _SECOND_MS:  # else it was gone back
        most = last[1] - 1
    second = min(most, left_ms // _SECOND_MS)
    return Beat(left_ms - second * _SECOND_MS, Earcon.TICK, (segment, second)) if second > 0 else None


def _alarm(segment: int, on_ms: int, last: tuple[int, int] | None) -> Beat:
    """Every few seconds of pack-on time."""
    number = on_ms // ALARM_EVERY_MS
    if on_ms - number * ALARM_EVERY_MS >= _SECOND_MS:
        number += 1
    if last is not None and last[0] == segment and number <= last[1] < number + 2:
        number = last[1] + 1
    return Beat(max(number * ALARM_EVERY_MS - on_ms, 0), Earcon.ALARM, (segment, number))
