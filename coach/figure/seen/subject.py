"""What is drawn: the unchanging part of a scene, and one moment of it."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Mark
from coach.figure.seen.cracks import Floats, Ints


class Paint(NamedTuple):
    """What a face is made of, the limb or thing it belongs to, and how heavy its ink is (0 none, 1 the body's)."""

    material: str
    limb: str
    ink: float


#: A backdrop is shown up to edge-on.
_BEHIND: Final = -0.02


class Backdrop(NamedTuple):
    """Faces from number `first` up to `last` that are shown only to those who look at their front, (3,)."""

    first: int
    last: int
    front: tuple[float, float, float]


class Subject(NamedTuple):
    """The unchanging part: `faces` (m, 3) counter-clockwise from outside, `paint` (m,) into `paints`.

    `sheet` (m, 3) metres tells surfaces apart: where neighbouring pixels show faces whose sheets are far apart, one surface
    passes behind another. `field` (n,) is the highlight: outline at 0, 1 in its middle; None without one. `solid` (m,) are
    faces that a hidden highlight never shows through.
    """

    faces: Ints
    paint: npt.NDArray[np.uint8]
    paints: tuple[Paint, ...]
    sheet: Floats
    marks: tuple[Mark, ...] = ()
    field: Floats | None = None
    backdrops: tuple[Backdrop, ...] = ()
    solid: npt.NDArray[np.bool_] | None = None

    def unseen(self, towards: npt.NDArray[np.float64], pressed: npt.NDArray[np.bool_] | None) -> npt.NDArray[np.bool_]:
        """Return which faces (m,) are not shown: those pressed flat, and backdrops whose front is turned from the viewer."""
        hidden = np.zeros(len(self.faces), bool) if pressed is None else pressed.copy()
        for first, last, front in self.backdrops:
            if float(towards @ front) < _BEHIND:
                hidden[first:last] = True
        return hidden


class Moment(NamedTuple):
    """One moment: `vertices`, `normals` (n, 3) in metres; `pressed` (m,) faces that lie flat on what they rest on."""

    vertices: Floats
    normals: Floats
    pressed: npt.NDArray[np.bool_] | None = None
