"""What a figure does while one looks: stays, goes somewhere, or loops gently. No Qt."""

from __future__ import annotations

from typing import Final, Protocol

from coach.figure.pose.model import Figure
from coach.figure.reel import Span, grain_of
from coach.figure.tempo import Loop, Moment, hold_of, length_of

_MS: Final = 1000


class Course(Protocol):
    """Moments by the time since it began. `ends_ms`: from then on nothing moves; None where it goes on and on."""

    @property
    def span(self) -> Span:
        """Return the part of the movement that it shows."""
        ...

    @property
    def ends_ms(self) -> float | None:
        """Return when it comes to rest."""
        ...

    def at(self, elapsed_ms: float) -> Moment:
        """Return where the figure is."""
        ...


class Staying:
    """One place, breath held; `grain` pictures from key to key, where it is not one of the keys."""

    def __init__(self, u: float, grain: int = 1) -> None:
        self._moment = Moment(u)
        self.span = Span(u, u, grain)
        self.ends_ms: float | None = 0.0

    def at(self, elapsed_ms: float) -> Moment:
        """Return the place."""
        del elapsed_ms
        return self._moment


class Looping:
    """The way there and back, again and again; `begin` is the place on the way that it starts from."""

    def __init__(self, figure: Figure, begin: float = 0.0) -> None:
        self._loop = Loop(figure)
        self._ahead_ms = self._loop.begin_of(begin)
        self.ends_ms: float | None = None
        around = length_of(figure) if figure.loop == "cycle" else None
        if self._loop.still:
            at = float(hold_of(figure))
            self.span = Span(at, at, rests=self._loop.rests)
        else:
            self.span = Span(0.0, length_of(figure), grain_of(figure), self._loop.rests, around)

    def at(self, elapsed_ms: float) -> Moment:
        """Return where it is."""
        return self._loop.at(elapsed_ms + self._ahead_ms)


class Going:
    """From a place to a key, and staying there."""

    def __init__(self, figure: Figure, start: float, key: int) -> None:
        self._start, self._end = start, float(key)
        self.ends_ms: float | None = max(0.6 * _MS, abs(key - start) * 0.5 * (figure.keys[key].move_s + 1.0) * _MS)
        around = length_of(figure) if figure.loop == "cycle" else None
        low, high = min(start, self._end), max(start, self._end)
        self.span = Span(low, high, grain_of(figure), round_at=around)

    def at(self, elapsed_ms: float) -> Moment:
        """Return where it is on its way."""
        share = min(elapsed_ms / (self.ends_ms or 1.0), 1.0)
        return Moment(self._start + (self._end - self._start) * share, moving=share < 1.0)


class Stepped:
    """Key poses only, without breath: for those who asked that nothing moves."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self.ends_ms = course.ends_ms
        low, high = round(course.span.low), round(course.span.high)
        self.span = Span(float(low), float(high), round_at=course.span.round_at)

    def at(self, elapsed_ms: float) -> Moment:
        """Return the key that is nearest."""
        return Moment(float(round(self._course.at(elapsed_ms).u)))
