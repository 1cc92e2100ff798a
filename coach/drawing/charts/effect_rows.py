"""What the chart of change per exercise is given: numbers and words. No Qt, no pyqtgraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One exercise: the median change and its interval in points, negative when it is less tight afterwards.

    `uses` says how many times and what follows from that. `value` and `interval` are the change in words. `enough` False greys
    it. `words` say all of it.
    """

    name: str
    uses: str
    median: float
    low: float
    high: float
    value: str
    interval: str
    enough: bool
    claimed: bool
    words: str


@dataclass(frozen=True, slots=True)
class EffectsState:
    """The rows from the top. `low` and `high` are the whole points at the ends of the axis, `ticks` their words from left to
    right; `less` and `more` say which way is which, `rule` stands beneath.
    """

    title: str
    subtitle: str
    rows: tuple[EffectRow, ...]
    low: int
    high: int
    ticks: tuple[str, ...]
    less: str
    more: str
    rule: str
