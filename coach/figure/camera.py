"""Where a figure is seen from, and which piece of the picture plane it fills. There is no perspective.

Azimuth 0 sees from +x (the front of someone standing), 90 from +y (their left); elevation + sees from above. The
picture plane has x to the right and y DOWN, in metres; the third number is the depth, growing towards the viewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.rotation import Array, Z, rot

#: Nothing is shown smaller than this piece of the room, in metres.
_SMALLEST: Final = 0.3


class View(NamedTuple):
    """A piece of the picture plane in metres: its left upper corner (y goes down) and its size."""

    left: float
    top: float
    width: float
    height: float

    def zoomed(self, factor: float) -> View:
        """Return the view seen `factor` times as large, about its middle."""
        width, height = self.width / factor, self.height / factor
        return View(self.left + (self.width - width) / 2, self.top + (self.height - height) / 2, width, height)


@dataclass(frozen=True)
class Camera:
    """An orthographic camera; degrees. `roll` turns the picture clockwise."""

    azimuth: float
    elevation: float
    roll: float = 0.0

    @cached_property
    def axes(self) -> Array:
        """Rows of the world's axes seen by the camera: to the right, down, towards the viewer; (3, 3)."""
        a, e = np.radians(self.azimuth), np.radians(self.elevation)
        towards = np.array([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)])
        right = np.array([-np.sin(a), np.cos(a), 0.0])
        rows = np.stack([right, -np.cross(towards, right), towards])
        return np.asarray(rot(Z, self.roll) @ rows)

    @property
    def towards(self) -> Array:
        """The direction towards the viewer, in the world; (3,)."""
        return np.asarray(self.axes[2])

    @cached_property
    def light(self) -> Array:
        """Where the light comes from, in the world: from above, over the viewer's left shoulder; (3,)."""
        right, down, towards = self.axes
        light = np.array([0, 0, 0.55]) - 0.35 * down + 0.45 * towards - 0.45 * right
        return np.asarray(light / np.linalg.norm(light))

    def project(self, points: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
        """Return (n, 3): metres to the right, metres down, depth towards the viewer."""
        return np.asarray(points @ self.axes.T.astype(np.float32), np.float32)

    def mirrored(self) -> Camera:
        """Return the camera that sees the mirrored world (y to -y) as this one sees it, left and right exchanged."""
        return Camera(-self.azimuth, self.elevation, -self.roll)

    def fit(self, points: Sequence[npt.NDArray[np.floating]], margin: float = 0.06) -> View:
        """Return the view that holds all points (arrays of (n, 3)) with a margin, as a share of the larger side.

        Give it the points of every key and every arrow: then it stays the same while the figure moves.
        """
        flat = [self.project(each)[:, :2] for each in points if len(each)]
        low = np.min([each.min(0) for each in flat], axis=0)
        high = np.max([each.max(0) for each in flat], axis=0)
        return _around(low, high, margin)

    def fit_ball(self, middle: Array, radius: float, margin: float = 0.06) -> View:
        """Return the view that just holds a ball, with a margin; `middle` (3,).

        For turning by hand: it is as large from every side, its middle stays where it is, and nothing pulses.
        """
        centre = self.project(middle[None])[0, :2]
        return _around(centre - radius, centre + radius, margin)


def ball(points: Sequence[npt.NDArray[np.floating]]) -> tuple[Array, float]:
    """Return the middle (3,) and the radius of a ball around all points: that of their box."""
    low = np.min([each.min(0) for each in points if len(each)], axis=0)
    high = np.max([each.max(0) for each in points if len(each)], axis=0)
    middle = np.asarray((low + high) / 2, float)
    farthest = max(float(np.linalg.norm(each - middle, axis=1).max()) for each in points if len(each))
    return middle, farthest


def _around(low: npt.NDArray[np.floating], high: npt.NDArray[np.floating], margin: float) -> View:
    size = np.maximum(high - low, _SMALLEST)
    middle = (low + high) / 2
    room = margin * float(size.max())
    width, height = (float(each) + 2 * room for each in size)
    return View(float(middle[0]) - width / 2, float(middle[1]) - height / 2, width, height)
