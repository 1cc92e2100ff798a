"""Small chart states made by hand, and looks that need no theme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import (
    BeforeAfterState,
    Dumbbell,
    Happening,
    Legend,
    Line,
    OverTimeState,
    Scale,
    Shape,
    Turn,
)
from coach.ui import tokens

LIGHT = Look(
    surface="#ffffff",
    ink="#1f2d2b",
    muted="#566562",
    line="#dad5c9",
    focus="#125449",
    series=("#1f7a6d", "#7a4e9c", "#8f5a26", "#4a5c7f"),
    ramp=tokens.RAMP_LIGHT,
    on_ramp=tokens.ON_RAMP,
    family="Inter",
    title_px=18,
    small_px=13,
)
DARK = Look(
    surface="#1d2524",
    ink="#ecf1ef",
    muted="#9db0ac",
    line="#2f3a38",
    focus="#8ed8ca",
    series=("#5bc0ae", "#c9a0ea", "#dfaf7e", "#a9bee3"),
    ramp=tokens.RAMP_DARK,
    on_ramp=tokens.ON_RAMP,
    family="Inter",
    title_px=18,
    small_px=13,
)
TODAY = date(2025, 5, 20).toordinal()
LEFT = ((0.3, 7), (2.4, 6), (2.8, 8), (5.5, 5), (9.2, 5), (10.6, 4), (12.4, 3))
RIGHT = ((1.4, 4), (3.3, 3), (6.1, 2), (11.5, 0), (12.6, 1))


def line(name: str, shape: Shape, slot: int, marks: tuple[tuple[float, float], ...]) -> Line:
    """Return a line whose mean is a plain stretch and one lone day."""
    start = TODAY - 13
    xs = tuple(start + x for x, _y in marks)
    ys = tuple(y for _x, y in marks)
    runs = (tuple((int(x) + 0.5, y + 0.25) for x, y in zip(xs[:-1], ys, strict=False)), ((TODAY + 0.5, 2.5),))
    return Line(name, shape, slot, xs, ys, tuple(n == 1 for n in range(len(xs))), runs, lambda n: f"{name}: {ys[n]}")


def tightness(*lines: Line) -> OverTimeState:
    """Return two weeks of these lines."""
    return OverTimeState(
        title="Tightness over time",
        subtitle="Markers: entries. Line: mean.",
        top="worst imaginable",
        bottom="none",
        lines=lines or (line("Buttock, left", Shape.LEFT, 0, LEFT), line("Buttock, right", Shape.RIGHT, 1, RIGHT)),
        first=TODAY - 40.5,
        last=TODAY + 1.5,
        start=TODAY - 13.5,
        end=TODAY + 1.5,
    )


def eventful() -> OverTimeState:
    """Return two weeks of two banded sides with a flare, a chair close to it, a drive, and two changes of routine."""
    left, right = tightness().lines
    lines = tuple(
        replace(one, band=tuple(tuple((x, max(y - 1.5, 0), min(y + 1, 10)) for x, y in run) for run in one.runs))
        for one in (left, right)
    )
    start = TODAY - 13
    return replace(
        tightness(*lines),
        happenings=(
            Happening(start + 2.0, start + 5.0, "Flare", "Flare: after the garden", lasting=True),
            Happening(start + 4.0, start + 5.0, "New chair", "New chair", lasting=False),
            Happening(start + 10.0, start + 11.0, "Long drive", "Long drive: nine hours", lasting=False),
        ),
        turns=(Turn(start + 2.0, "Another routine: Gentle start"), Turn(start + 6.0, "Another routine: Morning ease")),
    )


def difference() -> OverTimeState:
    """Return two weeks of left minus right of two areas, around a middle line."""
    marks = ((0.5, 2.0), (2.5, 3.5), (5.5, 1.0), (9.5, -0.5), (12.5, 0.0)), ((1.5, -1.0), (6.5, -2.5), (11.5, -2.0))
    shapes = (("Buttock", Shape.LEFT, 0), ("Calf", Shape.RIGHT, 1))
    lines = [line(*shape, found) for shape, found in zip(shapes, marks, strict=True)]
    labels = tuple((value, str(abs(value))) for value in range(-4, 5, 2))
    plain = (replace(one, hollow=(False,) * len(one.xs), runs=one.runs[:1]) for one in lines)
    return replace(
        tightness(*plain),
        title="Left and right",
        subtitle="Marker: left minus right.",
        top="left tighter",
        bottom="right tighter",
        scale=Scale(-4, 4, labels, strong=0),
    )


def before_after() -> BeforeAfterState:
    """Return four sessions: down by two, the same, up by one, down by four."""
    ends = ((6, 4), (5, 5), (3, 4), (8, 4))
    left = [Dumbbell(n, 0, Shape.LEFT, a, b, f"session {n}: {a} before, {b} after") for n, (a, b) in enumerate(ends)]
    right = [Dumbbell(1, 1, Shape.RIGHT, 2, 1, "right: 2 before, 1 after")]
    return BeforeAfterState(
        title="Before and after",
        subtitle="Hollow: before. Filled: after.",
        top="worst imaginable",
        bottom="none",
        legend=(Legend("Buttock, left", Shape.LEFT, 0), Legend("Buttock, right", Shape.RIGHT, 1)),
        days=(TODAY - 140, TODAY - 139, TODAY - 2, TODAY),
        dumbbells=(*left, *right),
    )
