"""A plate: one picture as filled shapes in the order they are painted. No colours yet, no pixels any more."""

from __future__ import annotations

from typing import NamedTuple

from coach.figure.camera import View
from coach.figure.seen.ribbons import Polygons

#: What a shape is for; a theme knows a colour for each, most of them by material.
KINDS = (
    "ground", "shadow", "ghost", "under", "fill", "shade", "light", "glow", "glow-line", "hatch", "hidden-hatch", "hidden-glow", "ink", "mark",
    "arrow-rim", "arrow",
)  # fmt: skip


class Shape(NamedTuple):
    """Polygons of one colour.

    `kind` is one of KINDS; `material` what it is made of ("" where that does not matter); `level` counts nested shapes of
    one kind from 0; `far` 0 to 1 says how far behind its twin a limb lies, and how much of a hidden highlight is in view anyway.
    """

    kind: str
    material: str
    polygons: Polygons
    level: int = 0
    far: float = 0.0


class Plate(NamedTuple):
    """One picture: shapes in painting order, in metres of the picture plane, and the piece of it to be shown."""

    shapes: tuple[Shape, ...]
    view: View
