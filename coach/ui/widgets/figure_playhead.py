"""Where a figure is in what it does, by a clock that is read elsewhere, and when to look again. No Qt."""

from __future__ import annotations

from typing import Final

from coach.figure.tempo import Moment
from coach.ui.widgets.figure_course import Course, Looping, Staying, Stepped

#: Milliseconds between two looks: while something moves, while only the breath does, and where only keys are shown.
MOVING_MS: Final = 50
RESTING_MS: Final = 83
STEPPED_MS: Final = 500
_NS_PER_MS: Final = 1_000_000


class Playhead:
    """Goes along a course. `moment` is where it was when it was last looked at."""

    def __init__(self) -> None:
        self.course: Course = Staying(0.0)
        self.moment = Moment(0.0)
        self._began_ns, self._gone_ms, self._speed, self._most_ms = 0, 0.0, 0.0, 0.0
        self._over = True

    @property
    def looping(self) -> bool:
        """Whether it goes there and back by itself."""
        return isinstance(self.course, Looping)

    @property
    def pace_ms(self) -> int:
        """How long until the next look; 0 when nothing moves any more."""
        if self._over:
            return 0
        if isinstance(self.course, Stepped):
            return STEPPED_MS
        return MOVING_MS if self.moment.moving else RESTING_MS

    def start(self, course: Course, now_ns: int, *, gone_ms: float, speed: float, most_ms: float) -> None:
        """Be so far into a course now, and go on so fast; after `most_ms` without another word it stands still."""
        self.course, self._began_ns = course, now_ns
        self._gone_ms, self._speed, self._most_ms = gone_ms, speed, most_ms

    def look(self, now_ns: int) -> Moment:
        """Return where the figure is now."""
        since_ms = min((now_ns - self._began_ns) / _NS_PER_MS, self._most_ms)
        gone_ms = self._gone_ms + since_ms * self._speed
        self.moment = self.course.at(gone_ms)
        ended = self.course.ends_ms is not None and gone_ms >= self.course.ends_ms
        self._over = ended or self._speed == 0 or since_ms >= self._most_ms
        return self.moment
