"""Where the figure is at a moment of a session: its hold holds, its release releases, its breath keeps the pacer's time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from coach.content.library import Library
from coach.content.pictures import Seen, exercise_seen, pack_seen, rest_seen
from coach.content.vocabulary import Posture
from coach.figure.pose.model import Figure
from coach.figure.tempo import IN_MS, OUT_MS, Loop, Moment, breath_at, hold_of, length_of, softly, way
from coach.plan.timeline import Segment, SegmentKind, Timeline

#: The last breath of a hold ebbs away in this time, so that nothing twitches when the release begins.
_EBB_MS: Final = 1_000
#: Where no pace is given, a repetition goes there and back in these shares of its time.
_PACE: Final = (0.4, 0.1, 0.4, 0.1)


def moment_of(segment: Segment, figure: Figure, elapsed_ms: float) -> Moment:
    """Return where the figure is so many milliseconds into a segment."""
    match segment.kind:
        case SegmentKind.ENTER if segment.duration_ms:
            return _moving(way(figure, 0, hold_of(figure), elapsed_ms / segment.duration_ms), segment, elapsed_ms)
        case SegmentKind.HOLD if segment.duration_ms:
            return Moment(float(hold_of(figure)), _ebbing(segment, elapsed_ms))
        case SegmentKind.RELEASE if segment.duration_ms and segment.exposure is None:
            return _moving(_back(figure, elapsed_ms / segment.duration_ms), segment, elapsed_ms)
        case SegmentKind.REPS:
            return _repetition(segment, figure, elapsed_ms)
        case SegmentKind.MOVE:
            return Loop(figure).at(elapsed_ms)
        case _:
            return Moment(_rests_at(figure), _ebbing(segment, elapsed_ms))


def ahead(segment: Segment, figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest `u` that a segment goes through."""
    hold = float(hold_of(figure))
    match segment.kind:
        case SegmentKind.HOLD:
            return hold, hold
        case SegmentKind.ENTER:
            return 0.0, hold
        case SegmentKind.RELEASE if segment.exposure is None:
            return (hold, length_of(figure)) if _has_way_back(figure) else (0.0, hold)
        case SegmentKind.REPS | SegmentKind.MOVE:
            return 0.0, length_of(figure)
        case _:
            rest = _rests_at(figure)
            return rest, rest


def _moving(u: float, segment: Segment, elapsed_ms: float) -> Moment:
    return Moment(u, moving=elapsed_ms < (segment.duration_ms or 0))


def _rests_at(figure: Figure) -> float:
    """Return where it waits: at its start; a figure that only lies there has its one key."""
    return float(hold_of(figure)) if figure.loop == "still" else 0.0


def _has_way_back(figure: Figure) -> bool:
    """Say whether its keys go on after the one that is held."""
    return figure.loop == "cycle" or figure.keys[-1].stage == "back"


def _back(figure: Figure, share: float) -> float:
    hold = hold_of(figure)
    return way(figure, hold, round(length_of(figure)) if _has_way_back(figure) else 0, share)


def _ebbing(segment: Segment, elapsed_ms: float) -> float:
    paced = segment.kind is SegmentKind.BREATHE and len(segment.pace_ms) == 2
    full = breath_at(elapsed_ms, *(segment.pace_ms if paced else (IN_MS, OUT_MS)))
    if segment.duration_ms is None or paced:
        return full
    return full * min(max((segment.duration_ms - elapsed_ms) / _EBB_MS, 0.0), 1.0)


class Breath(NamedTuple):
    """How full the lungs are, 0 to 1, and whether they are filling."""

    full: float
    inwards: bool


def breath_of(segment: Segment, elapsed_ms: float) -> Breath | None:
    """Return the breath to breathe with, in step with the figure's chest; None where there is no room for a whole one."""
    breathes = segment.kind in {SegmentKind.HOLD, SegmentKind.BREATHE} and segment.exposure is None
    if not breathes or (segment.kind is SegmentKind.HOLD and (segment.duration_ms or 0) < IN_MS + OUT_MS):
        return None
    paced = segment.kind is SegmentKind.BREATHE and len(segment.pace_ms) == 2
    in_ms, out_ms = segment.pace_ms if paced else (IN_MS, OUT_MS)
    ending = segment.duration_ms is not None and segment.duration_ms - elapsed_ms <= _EBB_MS
    return Breath(_ebbing(segment, elapsed_ms), elapsed_ms % (in_ms + out_ms) < in_ms and not ending)


def _repetition(segment: Segment, figure: Figure, elapsed_ms: float) -> Moment:
    """Return where it is: out, held there, back, and the pause before the next."""
    whole = segment.duration_ms or 1
    pace = segment.pace_ms if len(segment.pace_ms) == 4 else tuple(share * whole for share in _PACE)
    out, hold, back, _pause = pace
    top = _turning_point(figure)
    soft = softly if figure.loop == "cycle" else float  # any other way is eased from key to key
    if elapsed_ms < out:
        return Moment(way(figure, 0, top, soft(elapsed_ms / out)), moving=True)
    if elapsed_ms < out + hold:
        return Moment(float(top))
    if elapsed_ms < out + hold + back:
        end = round(length_of(figure)) if _has_way_back(figure) else 0
        return Moment(way(figure, top, end, soft((elapsed_ms - out - hold) / back)), moving=True)
    return Moment(0.0)


def _turning_point(figure: Figure) -> int:
    """Return the key that a repetition goes to: the held one, or half-way round a cycle that holds none."""
    if figure.loop == "cycle" and all(key.stage != "hold" for key in figure.keys):
        return len(figure.keys) // 2
    return hold_of(figure)


def seen(timeline: Timeline, index: int, library: Library) -> Seen | None:
    """Return the figure that a segment shows: of its exercise, of its pack, or of somebody who rests; None for none."""
    segment = timeline.segments[index]
    if segment.exercise is not None:
        return exercise_seen(library, segment.exercise, segment.side)
    if segment.mode is not None and segment.area is not None:
        return pack_seen(library, segment.mode, segment.area, segment.side)
    if segment.kind is SegmentKind.OFF:
        worn = _around(timeline, index, lambda one: one.mode is not None)
        if worn is not None and worn.area is not None:
            return pack_seen(library, None, worn.area, worn.side)
    near = _around(timeline, index, lambda one: one.exercise is not None)
    if near is None or near.exercise is None:
        return rest_seen(library, Posture.SITTING)
    breathing = segment.kind is SegmentKind.BREATHE
    return rest_seen(library, library.exercises[near.exercise].posture, breathing=breathing)


def coming(timeline: Timeline, index: int) -> int | None:
    """Return the first segment of what comes after this part: what can be made ready meanwhile."""
    here = timeline.segments[index].part
    return next((n for n in range(index + 1, len(timeline.segments)) if timeline.segments[n].part != here), None)


def _around(timeline: Timeline, index: int, fits: Callable[[Segment], bool]) -> Segment | None:
    """Return the nearest segment before this one that fits, else the first one after it."""
    before = (timeline.segments[n] for n in range(index - 1, -1, -1))
    after = (timeline.segments[n] for n in range(index + 1, len(timeline.segments)))
    return next((one for one in (*before, *after) if fits(one)), None)
