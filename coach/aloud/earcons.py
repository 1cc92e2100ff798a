"""Which sound goes with the beginning of which stretch of time."""

from __future__ import annotations

from coach.plan.timeline import Segment, SegmentKind
from coach.ports.sounds import Earcon

_WORN = frozenset({SegmentKind.HEAT, SegmentKind.COLD})
_STARTED = frozenset({SegmentKind.HOLD, SegmentKind.MOVE, SegmentKind.BREATHE})


def earcon_of(segment: Segment, before: Segment | None) -> Earcon | None:
    """Return the sound with which `segment` begins after `before`, None when it begins without one.

    *switch* is a change that asks for the person: sides, packs, a look at the skin.
    """
    kind, was = segment.kind, before.kind if before is not None else None
    if kind in _STARTED or (kind is SegmentKind.REPS and not _same_set(segment, before)):
        return Earcon.START
    if kind in _WORN:
        return None if was is SegmentKind.CHECK else Earcon.START
    if kind in {SegmentKind.SWITCH, SegmentKind.CHECK}:
        return Earcon.SWITCH
    if kind is SegmentKind.RELEASE:
        return Earcon.REST if segment.mode is None else None  # a pack that comes off has the alarm
    if kind in {SegmentKind.REST, SegmentKind.OFF}:
        return None if was is SegmentKind.RELEASE and before is not None and before.mode is None else Earcon.REST
    return None


def _same_set(segment: Segment, before: Segment | None) -> bool:
    if before is None or before.kind is not SegmentKind.REPS:
        return False
    return (before.part, before.set) == (segment.part, segment.set)
