"""The head with its neck, and hair as a shell that dives under the skin at the hairline."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.rotation import Array, Y, Z, rot
from coach.figure.sculpt.frames import Frames, both
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Loft, Section, Shape, Union, along, blend, smoothstep

# The head is drawn around the head's joint for a person of 1.70 m and a little smaller than it is.
_LARGER: Final = 1.055
_CENTRE: Final = np.array([0.005, 0, -0.016])

_FACE: Final = (
    Section(-0.024, 0.0685, 0, 0.0265, 0.028, 2.3),
    Section(-0.004, 0.0585, 0, 0.0430, 0.043, 2.3),
    Section(0.024, 0.0475, 0, 0.0575, 0.056, 2.25),
    Section(0.054, 0.0410, 0, 0.0650, 0.063, 2.2),
    Section(0.084, 0.0365, 0, 0.0680, 0.066, 2.2),
    Section(0.114, 0.0300, 0, 0.0680, 0.066, 2.2),
)
# Height of the hairline above the joint by degrees from straight ahead.
_HAIRLINE: Final = (
    (-10, 0.144), (0, 0.144), (22, 0.142), (42, 0.134), (60, 0.102), (74, 0.068), (84, 0.058), (94, 0.084), (106, 0.090),
    (120, 0.054), (140, 0.016), (160, 0.008), (181, 0.006),
)  # fmt: skip


class Head:
    """Shapes of the head, called with points of the world."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        jaw = frames.build.jaw
        face = Loft(
            (0, 0, 0), np.eye(3), [s._replace(b=s.b * (jaw if s.at < 0.03 else 1)) for s in _FACE], caps=(0.014, 0.04)
        )
        self._cranium = Ellipsoid((0.012, 0, 0.096), (0.094, 0.076, 0.089))
        self._skull = Union((self._cranium, 0), (face, 0.05))
        nose = Cone((0.099, 0, 0.080), (0.116, 0, 0.047), 0.008, 0.0112)
        ear = Ellipsoid((0.016, 0.075, 0.062), (0.019, 0.009, 0.031), rot(Y, 12) @ rot(Z, -18))
        self._whole = Union((self._skull, 0), (nose, 0.014), (both(ear, 0), 0.010))

    def local(self, points: Array) -> Array:
        """Points of the world as the head is drawn."""
        local = self.frames.local("head", points)
        return np.asarray(_CENTRE + (local - _CENTRE) / _LARGER)

    def world(self, points: Array) -> Array:
        """And back."""
        local = _CENTRE + (points - _CENTRE) * _LARGER
        return np.asarray(self.frames.joint("head") + local * self.frames.scale)

    def _sized(self, distance: Array) -> Array:
        return distance * _LARGER * self.frames.scale

    def face(self, points: Array) -> Array:
        """The head without its neck."""
        return self._sized(self._whole(self.local(points)))

    def skull(self, points: Array) -> Array:
        """The head without nose and ears."""
        return self._sized(self._skull(self.local(points)))

    def above_hairline(self, points: Array) -> Array:
        """Metres, as drawn, above (or below, negative) the hairline."""
        local = self.local(points)
        azimuth = np.degrees(np.arctan2(np.abs(local[:, 1]), local[:, 0] - 0.012))
        line = np.array(_HAIRLINE)
        return np.asarray(local[:, 2] - along(line[:, 0], line[:, 1:], azimuth)[:, 0])

    def hair(self, points: Array) -> Array:
        """The hair, growing out of the skin at the hairline."""
        local, above = self.local(points), self.above_hairline(points)
        thick = (
            0.009
            + 0.009 * smoothstep(-0.02, 0.09, local[:, 2] - 0.096)
            + 0.004 * smoothstep(0, -0.09, local[:, 0] - 0.01)
        )
        offset = np.where(above > 0, thick * smoothstep(-0.006, 0.02, above), 0) - 0.006 * smoothstep(
            0.002, -0.008, above
        )
        shape = self._skull(local) - offset
        if self.frames.build.hair == "bun":
            shape = blend(shape, Ellipsoid((-0.092, 0, 0.062), (0.026, 0.032, 0.030))(local), 0.012)
        return self._sized(shape)


def neck(frames: Frames) -> Shape:
    """The neck, from between the shoulders into the head."""
    girth = frames.build.neck * frames.scale
    low, high = frames.at("neck1", 0.016, 0, -0.002), frames.at("head", 0.010, 0, 0.014)
    return Cone(low, high, 0.052 * girth, 0.049 * girth)


def head_and_neck(frames: Frames, trunk: Shape) -> Shape:
    """The head on its neck on the trunk."""
    head, column = Head(frames), neck(frames)

    def shape(points: Array) -> Array:
        below = blend(trunk(points), column(points), 0.05 * frames.scale)
        return blend(head.face(points), below, 0.04 * frames.scale)

    return shape
