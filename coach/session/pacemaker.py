"""Brings time to an engine: reads the clocks, tells gaps from time, runs at another speed if asked. No Qt."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from coach.clock import Clock, Moment
from coach.session.events import Event, GapKind
from coach.session.gaps import Gap, classify

_NS_PER_MS = 1_000_000
_FINEST_SPEED = 1_000


class Paced(Protocol):
    """The engine as the pacemaker needs it."""

    @property
    def ticking(self) -> bool:
        """Whether time passing changes anything besides the length of the session."""
        ...

    @property
    def session_ms(self) -> int:
        """Session time so far."""
        ...

    def advance(self, elapsed_ms: int) -> list[Event]:
        """Let time pass."""
        ...

    def gap(self, kind: GapKind, lost_awake_ms: int, lost_boot_ms: int) -> list[Event]:
        """Tell of time gone by unseen."""
        ...


class Pacemaker:
    """Call `beat` before every input and at every deadline. `speed` 20 means ten minutes in thirty seconds.

    Gap thresholds are in real time whatever the speed; fractions of a millisecond are carried over, never lost.
    """

    def __init__(self, clock: Clock, speed: float = 1.0) -> None:
        self._clock = clock
        self._speed = Fraction(speed).limit_denominator(_FINEST_SPEED)
        self._ms_units = _NS_PER_MS * self._speed.denominator
        self._last: Moment | None = None
        self._session_ms = 0
        self._owed_units = 0  # session time not handed over yet: ns times the speed's denominator

    def beat(self, engine: Paced) -> list[Event]:
        """Give the engine the time since the last beat; the first beat only looks at the clocks.

        While nothing ticks (a pause, a question), long silence is no gap: nobody was watching, on purpose.
        """
        now = self._clock.now()
        last, self._last = self._last, now
        events = [] if last is None else self._pass(engine, last, now)
        self._session_ms = engine.session_ms
        return events

    def deadline_ns(self, due_ms: int) -> int:
        """Return the awake time (ns) at which session time `due_ms` is reached; before the first beat, now."""
        if self._last is None:
            return self._clock.now().awake_ns
        missing_units = (due_ms - self._session_ms) * self._ms_units - self._owed_units
        return self._last.awake_ns + max(0, -(-missing_units // self._speed.numerator))

    def _pass(self, engine: Paced, last: Moment, now: Moment) -> list[Event]:
        found = classify(last, now)
        if not engine.ticking:
            return engine.advance(self._scaled_ms(max(now.awake_ns - last.awake_ns, 0)))
        if not isinstance(found, Gap):
            return engine.advance(self._scaled_ms(found.active_ns))
        lost_ms, lost_boot_ms = self._scaled_ms(found.awake_ns), found.boot_ns // _NS_PER_MS
        if found.kind is not GapKind.CLOCK:
            return engine.gap(found.kind, lost_ms, lost_boot_ms)
        # Somebody was watching all along; only the calendar jumped.
        return [*engine.advance(lost_ms), *engine.gap(found.kind, 0, lost_boot_ms)]

    def _scaled_ms(self, real_ns: int) -> int:
        """Return whole milliseconds of session time, the rest carried over."""
        self._owed_units += real_ns * self._speed.numerator
        whole_ms, self._owed_units = divmod(self._owed_units, self._ms_units)
        return whole_ms
