"""What one kind of chart brings along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.drawing.charts.axes import TickMaker
from coach.drawing.charts.header import Header
from coach.drawing.charts.model import TIGHTNESS_SCALE, Scale
from coach.drawing.charts.spots import Spots


@dataclass(frozen=True, slots=True)
class Parts:
    """What one kind of chart brings along.

    `first` and `last` are the ends of *Show all*, `narrowest` the closest zoom, in units of the x axis.
    `more_above` is room above the scale that the chart needs for itself, in heights of the small text.
    """

    title: str
    header: Header
    ticks: TickMaker
    spots: Spots
    ends: tuple[str, str]
    first: float
    last: float
    narrowest: float
    range_words: Callable[[float, float], str]
    scale: Scale = TIGHTNESS_SCALE
    more_above: float = 0.0
