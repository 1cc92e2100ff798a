"""The figure's course through one segment of a session. No Qt."""

from __future__ import annotations

from functools import cached_property

from coach.figure.pose.model import Figure
from coach.figure.reel import Span, grain_of
from coach.figure.tempo import IN_MS, Moment, length_of
from coach.plan.figures import ahead, moment_of
from coach.plan.timeline import Segment, SegmentKind
from coach.ui.widgets.figure_course import Course, Looping


class SegmentCourse:
    """Where the figure is by the milliseconds into a segment; it is known for as long as the segment may last."""

    ends_ms: float | None = None

    def __init__(self, segment: Segment, figure: Figure) -> None:
        self._segment, self._figure = segment, figure

    def at(self, elapsed_ms: float) -> Moment:
        """Return where the figure is."""
        return moment_of(self._segment, self._figure, elapsed_ms)

    @cached_property
    def span(self) -> Span:
        """The part of the movement that the segment shows; the breath where it rests long enough for one."""
        low, high = ahead(self._segment, self._figure)
        around = length_of(self._figure) if self._figure.loop == "cycle" else None
        if low != high:
            return Span(low, high, grain_of(self._figure), round_at=around)
        breathes = self._segment.duration_ms is None or self._segment.duration_ms >= IN_MS
        return Span(low, high, rests=(low,) if breathes else (), round_at=around)


def course_of(segment: Segment, figure: Figure) -> Course:
    """Return the course through a segment; a movement that goes on until told is the figure's own loop."""
    return Looping(figure) if segment.kind is SegmentKind.MOVE else SegmentCourse(segment, figure)
