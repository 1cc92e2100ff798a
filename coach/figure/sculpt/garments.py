"""T-shirt and shorts: the body's shape grown by some millimetres, cut at clean hems, with an inner side near the openings.

The inner side runs from the hem back to the skin, so that nobody looks through a sleeve into nothing.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.rotation import Array
from coach.figure.sculpt.frames import Frames, folded
from coach.figure.sculpt.shapes import Shape, slope, smoothstep
from coach.figure.sculpt.topology import Surface, compact

SLEEVE: Final = 0.172  # down the arm from its joint
SHIRT_HEM: Final = 0.974  # above the floor
WAIST: Final = 1.024
SHORTS_HEM: Final = 0.300  # down the thigh from its joint
INSIDE: Final = 0.055  # how far in the inner side is seen


class Garments:
    """Offsets and cuts of the clothes; heights in metres of a person of 1.70 m."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames

    def _height(self, points: Array) -> Array:
        return np.asarray(points[:, 2] / self.frames.scale)

    def down_arm(self, points: Array) -> Array:
        """How far down the arm of its side a point lies; far up where it is no arm."""
        local = self.frames.local("upperarm.L", folded(points))
        return np.where(np.hypot(local[:, 0], local[:, 1]) < 0.12, -local[:, 2], -1)

    def down_leg(self, points: Array) -> Array:
        """How far down the thigh of its side a point lies."""
        return np.asarray(-self.frames.local("thigh.L", folded(points))[:, 2])

    def shirt_offset(self, points: Array) -> Array:
        """How far the shirt stands off the skin: loose at its hem, close and even round the arm."""
        height = self._height(points)
        sleeve = -0.0025 * smoothstep(0.03, 0.13, self.down_arm(points))
        hem = 0.0048 * smoothstep(1.06, 0.96, height)
        collar = 0.006 * smoothstep(0.05, 0.0, self._below_collar(points))
        return (0.009 + sleeve + hem - collar) * self.frames.scale

    def shirt_cut(self, points: Array) -> Array:
        """Negative where there is shirt: distance to the nearest of its hems."""
        hem = SHIRT_HEM - self._height(points)
        cuts = [self.down_arm(points) - SLEEVE, hem, -self._below_collar(points)]
        return np.asarray(np.max(cuts, axis=0) * self.frames.scale)

    def _below_collar(self, points: Array) -> Array:
        """How far below the round collar a point lies, which sinks from the nape to the pit of the throat."""
        x, y, z = points.T / self.frames.scale
        return np.asarray((1.436 - 0.40 * (x + 0.02) + 5.0 * y * y - z) * 0.9)

    def neck_cut(self, points: Array) -> Array:
        """Negative where skin of neck and head is needed: down to a little under the collar."""
        return (self._below_collar(points) - 0.035) * self.frames.scale

    def shorts_offset(self, points: Array) -> Array:
        """How far the shorts stand off the skin."""
        down = np.where(self._height(points) < 0.88, self.down_leg(points), 0)
        return (0.006 + 0.009 * smoothstep(0.03, 0.26, down)) * self.frames.scale

    def shorts_cut(self, points: Array) -> Array:
        """Negative where there are shorts."""
        height = self._height(points)
        leg = np.where(height < 0.86, self.down_leg(points) - SHORTS_HEM, -1)
        return np.maximum(height - WAIST, leg) * self.frames.scale


def grown(shape: Shape, offset: Shape) -> Shape:
    """The shape grown by an offset that may vary from place to place."""
    return lambda points: shape(points) - offset(points)


def lining(surface: Surface, edge: Array, skin: Shape, thin: float, deep: float) -> tuple[Surface, Array]:
    """The inner side: the garment within `deep` of its hems (`edge`: metres, negative inside), turned over.

    It leaves the garment at the hem and reaches `thin` under the skin at its far end. Returns the place on the outside of
    every vertex as well.
    """
    faces = surface.faces[(edge[surface.faces] > -deep).all(1)]
    part, (level,) = compact(Surface(surface.vertices, faces), edge)
    inward = slope(skin, part.vertices)
    inward /= np.linalg.norm(inward, axis=1, keepdims=True)
    depth = (skin(part.vertices) + thin) * smoothstep(0, 1, -level / deep)
    return Surface(part.vertices - inward * depth[:, None], part.faces[:, ::-1]), part.vertices
