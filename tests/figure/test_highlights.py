"""What is stretched is marked in the picture, and so is the way that is gone."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.picture import Detail, View
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


def test_nothing_is_drawn_over_a_face() -> None:
    """From the front, what is stretched in the neck is marked on the throat, below the chin, and not over mouth and nose."""
    shown = picture("chin_tuck")
    shapes = shown.plate(shown.hold, View(0, 5), detail=COARSE).shapes
    mouth = min(
        shape.polygons.points[:, 1].max() for shape in shapes if shape.kind == "mark" and shape.material == "mouth"
    )
    marked = [shape for shape in shapes if shape.kind.startswith("hidden") and len(shape.polygons.points)]
    assert all(shape.polygons.points[:, 1].min() > mouth for shape in marked)


def test_an_arrow_lies_over_everything_or_is_left_out() -> None:
    """At home and from beside it is over the body; from the head's side, where the body covers it, no scrap of it looks out."""
    shown = picture("bridge")
    found = {}
    for name, view in (("home", None), ("head", View(180, 12)), ("beside", View(shown.home().azimuth + 20, 10))):
        kinds = [shape.kind for shape in shown.plate(shown.hold, view, detail=COARSE).shapes]
        found[name] = "arrow" in kinds and kinds.index("arrow") > kinds.index("under")
        assert ("arrow" in kinds) == (name != "head")
    assert found == {"home": True, "head": False, "beside": True}
