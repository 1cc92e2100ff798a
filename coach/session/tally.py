"""Which time of each segment was really spent; doing it twice counts once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from coach.plan.timeline import SegmentKind
from coach.session.course import Course
from coach.session.events import Outcome

_Span = tuple[int, int]
_COUNTED = frozenset({SegmentKind.HOLD, SegmentKind.REPS})


class Result(NamedTuple):
    """What came of a part so far, in milliseconds and repetitions."""

    outcome: Outcome
    done_ms: int
    done_reps: int


class Tally:
    """The stretches of each segment that were lived through, by segment number."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._spans: dict[int, list[_Span]] = {}
        #: Open segments that the person left by saying so (a move ended, a rating given).
        self.answered: set[int] = set()
        #: Segments that were lived through at the length they had then, before the dose was changed.
        self.whole: set[int] = set()

    def add(self, segment: int, start_ms: int, end_ms: int) -> None:
        """Count the time from `start_ms` to `end_ms` inside a segment, as far as the segment reaches."""
        limit = self._course.segments[segment].duration_ms
        end_ms = end_ms if limit is None else min(end_ms, limit)
        if end_ms > start_ms:
            self._spans[segment] = _joined([*self._spans.get(segment, []), (start_ms, end_ms)])

    def clear(self, segment: int) -> None:
        """Forget a segment: it is done again from its start."""
        self._spans.pop(segment, None)
        self.whole.discard(segment)

    def moved(self, course: Course, where: Mapping[int, int]) -> Tally:
        """Return the same times over another plan; `where` gives the new number of each segment that is still there."""
        made = Tally(course)
        made.answered = {where[index] for index in self.answered if index in where}
        for index, spans in self._spans.items():
            if index in where:
                made._spans[where[index]] = list(spans)
        timed = (index for index in where if self._course.segments[index].duration_ms is not None)
        made.whole = {where[index] for index in timed if self.is_full(index)}
        return made

    def done_ms(self, segment: int) -> int:
        """Return how much of a segment was lived through."""
        return sum(end - start for start, end in self._spans.get(segment, ()))

    def total_ms(self) -> int:
        """Return the time done of every segment that has a duration."""
        segments = self._course.segments
        return sum(self.done_ms(index) for index in self._spans if segments[index].duration_ms is not None)

    def as_dict(self) -> dict[int, int]:
        """Return the time done by segment, for a checkpoint."""
        return {index: self.done_ms(index) for index in sorted(self._spans)}

    def restore(self, done_ms: Mapping[int, int]) -> None:
        """Take over a checkpoint's times, as if spent from each segment's start on."""
        for segment, spent_ms in done_ms.items():
            self.add(segment, 0, spent_ms)

    def is_full(self, segment: int) -> bool:
        """Return whether a segment was lived through to the last millisecond, or an open one answered."""
        duration_ms = self._course.segments[segment].duration_ms
        if duration_ms is None:
            return segment in self.answered
        return segment in self.whole or self.done_ms(segment) >= duration_ms

    def result(self, part: int) -> Result:
        """Return what came of a part so far."""
        course, essential = self._course, self._course.essential(part)
        spent_ms = sum(self.done_ms(index) for index in essential)
        full = [index for index in essential if self.is_full(index)]
        if len(full) == len(essential) and essential:
            outcome = Outcome.DONE
        else:
            outcome = Outcome.PARTLY if spent_ms or full else Outcome.SKIPPED
        planned = course.parts[part]
        move = any(course.segments[index].duration_ms is None for index in essential)
        done_ms = spent_ms if move else min(spent_ms, planned.planned_ms)
        counted = sum(course.segments[index].kind in _COUNTED for index in full)
        if not any(course.segments[index].kind in _COUNTED for index in essential):
            counted = planned.planned_reps if outcome is Outcome.DONE else 0
        return Result(outcome, done_ms, min(counted, planned.planned_reps))


def _joined(spans: list[_Span]) -> list[_Span]:
    """Return the spans in order, those that touch made one."""
    kept: list[_Span] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
