"""The dose changes while the session runs: the same parts in another length, standing at the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coach.plan.timeline import Part, Segment, Timeline
from coach.session.course import Course
from coach.session.run import Run
from coach.session.state import Phase

_CAN = frozenset({Phase.RUNNING, Phase.PAUSED, Phase.RESUMING})
_Name = tuple[int, str, int | None, int | None, int]


def replan(run: Run, timeline: Timeline) -> bool:
    """Take over another plan of the same session; False, and nothing changed, where that is not possible.

    It is not while a pack is on, with other parts, or where the segment that the position is in would be gone.
    What was done stays done, at the length it had then.
    """
    old = run.course
    if run.phase not in _CAN or run.pack is not None or not _alike(old.parts, timeline.parts):
        return False
    course = Course(timeline, old.thermal)
    number = {name: index for index, name in enumerate(_names(course.segments))}
    where = {index: number[name] for index, name in enumerate(_names(old.segments)) if name in number}
    if run.segment not in where:
        return False
    here = run.here.part
    run.settled.update(part for part in run.ended if part != here)
    run.tally = run.tally.moved(course, where)
    run.course, run.segment = course, where[run.segment]
    run.tally.whole.discard(run.segment)
    _stand(run)
    return True


def _stand(run: Run) -> None:
    """Stand at the same moment, or at the end of a segment that has become shorter than that."""
    duration_ms, cues = run.here.duration_ms, run.course.cues[run.segment]
    if duration_ms is not None:
        run.waiting = run.waiting and run.elapsed_ms >= duration_ms
        run.elapsed_ms = min(run.elapsed_ms, duration_ms)
    if run.opened:
        run.cue = sum(offset_ms <= run.elapsed_ms for offset_ms, _cue in cues)


def _alike(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether two plans do the same things in the same order."""
    return [_what(part) for part in old] == [_what(part) for part in new]


def _what(part: Part) -> tuple[object, ...]:
    return part.step, part.kind, part.exercise, part.side, part.area


def _names(segments: Sequence[Segment]) -> list[_Name]:
    """Name every segment by what it is, so that it is found again in another plan."""
    seen: Counter[tuple[int, str, int | None, int | None]] = Counter()
    names = []
    for one in segments:
        plain = (one.part, one.kind.value, one.set, one.rep)
        seen[plain] += 1
        names.append((*plain, seen[plain]))
    return names
