"""The head with its neck: skull, face, nose, ears. Drawn around the head's joint, in metres of a person of 1.70 m."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.rotation import Array, X, Y, Z, rot
from coach.figure.sculpt.frames import Frames, both
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Loft, Section, Shape, Union, blend, cut_smoothly

# Face from chin to forehead: height, centre (forward, left), half depth, half width, exponent.
_FACE: Final = (
    Section(-0.030, 0.0690, 0, 0.0235, 0.0230, 2.2),
    Section(-0.010, 0.0575, 0, 0.0405, 0.0395, 2.2),
    Section(0.016, 0.0470, 0, 0.0530, 0.0520, 2.15),
    Section(0.046, 0.0410, 0, 0.0605, 0.0590, 2.15),
    Section(0.078, 0.0360, 0, 0.0640, 0.0645, 2.3),
    Section(0.110, 0.0290, 0, 0.0650, 0.0650, 2.3),
)
_JAW_TOP: Final = 0.03


class Head:
    """Shapes of the head, called with points of the world."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        jaw = frames.build.jaw
        sections = [s._replace(b=s.b * jaw) if s.at < _JAW_TOP else s for s in _FACE]
        face = Loft((0, 0, 0), np.eye(3), sections, caps=(0.012, 0.04))
        self._skull = Union((Ellipsoid((0.004, 0, 0.094), (0.0955, 0.0755, 0.089)), 0), (face, 0.045))
        self._sockets = both(Ellipsoid((0.112, 0.034, 0.080), (0.017, 0.017, 0.012)), 0)
        nose = Union(
            (Cone((0.0915, 0, 0.080), (0.1110, 0, 0.0465), 0.0066, 0.0086), 0),
            (both(Ellipsoid((0.1010, 0.0085, 0.0420), (0.0100, 0.0072, 0.0066)), 0), 0.008),
        )
        lips = Ellipsoid((0.0940, 0, 0.0110), (0.0085, 0.0200, 0.0110))
        chin = Ellipsoid((0.0875, 0, -0.0240), (0.0125, 0.0165, 0.0130))
        cheek = Ellipsoid((0.0640, 0.0400, 0.0480), (0.0290, 0.0230, 0.0230))
        ear = _ear()
        self._features: tuple[tuple[Shape, float], ...] = (
            (both(cheek, 0), 0.03), (lips, 0.014), (chin, 0.018), (nose, 0.013), (both(ear, 0), 0.007),
        )  # fmt: skip

    def local(self, points: Array) -> Array:
        """Points of the world as the head is drawn."""
        return self.frames.local("head", points)

    def skull(self, points: Array) -> Array:
        """The head without eyes, nose, mouth and ears."""
        return self._skull(self.local(points)) * self.frames.scale

    def face(self, points: Array) -> Array:
        """The head without its neck."""
        local = self.local(points)
        hollow = cut_smoothly(self._skull(local), -self._sockets(local), 0.022)
        return Union((lambda _: hollow, 0), *self._features)(local) * self.frames.scale


def _ear() -> Shape:
    """A left ear: a thin bowl, leaning back and standing off the head."""
    axes = rot(Z, 20) @ rot(Y, -10) @ rot(X, 8)
    rim = Ellipsoid((0.004, 0.0765, 0.0660), (0.0165, 0.0070, 0.0290), axes)
    bowl = Ellipsoid((0.010, 0.0850, 0.0690), (0.0105, 0.0060, 0.0180), axes)
    lobe = Ellipsoid((0.0105, 0.0735, 0.0430), (0.0090, 0.0055, 0.0100), axes)
    return lambda points: blend(cut_smoothly(rim(points), -bowl(points), 0.004), lobe(points), 0.008)


def neck(frames: Frames) -> Shape:
    """The neck, from between the shoulders into the head."""
    girth = frames.build.neck * frames.scale
    low, high = frames.at("neck1", 0.016, 0, -0.006), frames.at("head", 0.004, 0, 0.014)
    return Cone(low, high, 0.0515 * girth, 0.0465 * girth)


def head_and_neck(frames: Frames, trunk: Shape) -> Shape:
    """The head on its neck on the trunk."""
    head, column = Head(frames), neck(frames)

    def shape(points: Array) -> Array:
        below = blend(trunk(points), column(points), 0.05 * frames.scale)
        return blend(head.face(points), below, 0.030 * frames.scale)

    return shape
