"""What is stretched is marked in the picture, and so is the way that is gone."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.picture import Detail
from coach.figure.seen.plate import Shape
from tests.figure.shown import FIGURES, figures, picture

#: Square metres that have to be marked in view: three thumbs; or metres of line around it where the body hides it.
SEEN, AROUND = 0.0015, 0.1

#: As coarse as while a hand turns it, but with the line around what is hidden.
COARSE = Detail(240)


def area(shapes: list[Shape]) -> float:
    """Square metres of all polygons, holes taken off."""
    total = 0.0
    for polygons in (shape.polygons for shape in shapes):
        for begin, end in zip(polygons.first[:-1], polygons.first[1:], strict=True):
            x, y = polygons.points[begin:end].astype(float).T
            total += float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
    return abs(total)


def around(shapes: list[Shape]) -> float:
    """About how many metres of dashed line there are: half the way around each dash."""
    total = 0.0
    for polygons in (shape.polygons for shape in shapes):
        for begin, end in zip(polygons.first[:-1], polygons.first[1:], strict=True):
            points = polygons.points[begin:end]
            total += float(np.hypot(*(points - np.roll(points, 1, 0)).T).sum() / 2)
    return total


@pytest.mark.parametrize("name", [name for name in FIGURES if figures()[name].highlight is not None])
def test_what_is_stretched_is_marked(name: str) -> None:
    """In the pose that is held, seen as shipped: in colour where it is in view, by a dashed line where it is hidden."""
    shown = picture(name)
    shapes = shown.plate(shown.hold, detail=COARSE).shapes
    seen = area([shape for shape in shapes if shape.kind == "glow" and shape.level == 0])
    hidden = around([shape for shape in shapes if shape.kind == "hidden-glow"])
    assert seen >= SEEN or hidden >= AROUND, (
        f"{seen * 1e4:.0f} cm² in view, {hidden * 100:.0f} cm around what is hidden"
    )


@pytest.mark.parametrize("name", FIGURES)
def test_every_arrow_is_drawn(name: str) -> None:
    """In each key as many as its file tells; where it tells none there is none."""
    shown = picture(name)
    for number, key in enumerate(shown.figure.keys):
        told = sum(2 if arrow.both else 1 for arrow in key.arrows)
        if told or key.stage == "hold":
            shapes = shown.plate(float(number), detail=COARSE).shapes
            assert sum(shape.kind == "arrow" for shape in shapes) == told
            assert sum(shape.kind == "arrow-rim" for shape in shapes) == told
