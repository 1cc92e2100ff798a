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
    Section(0.078, 0.0360, 0, 0.0620, 0.0645, 2.25),
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
        self._hollows = both(
            Union(
                (Ellipsoid((0.110, 0.041, 0.080), (0.020, 0.021, 0.0130)), 0),
                (Ellipsoid((0.107, 0.036, 0.009), (0.016, 0.016, 0.0140)), 0),
            ),
            0,
        )
        eyeball = Ellipsoid((0.0826, 0.0330, 0.0785), (0.0116, 0.0125, 0.0115))
        nose = Union(
            (Cone((0.0905, 0, 0.083), (0.1125, 0, 0.0460), 0.0062, 0.0086), 0),
            (both(Ellipsoid((0.1015, 0.0088, 0.0415), (0.0105, 0.0074, 0.0068)), 0), 0.008),
        )
        upper, lower = (
            Ellipsoid((0.0955, 0, 0.0160), (0.0085, 0.0190, 0.0066)),
            Ellipsoid((0.0945, 0, 0.0035), (0.0085, 0.0175, 0.0068)),
        )
        chin = Ellipsoid((0.0885, 0, -0.0225), (0.0130, 0.0170, 0.0130))
        cheek = Ellipsoid((0.0640, 0.0400, 0.0480), (0.0290, 0.0230, 0.0230))
        ear = _ear()
        self._features: tuple[tuple[Shape, float], ...] = (
            (both(_jaw(jaw), 0), 0.020), (both(cheek, 0), 0.03), (both(eyeball, 0), 0.006), (upper, 0.010), (lower, 0.006), (chin, 0.018),
            (nose, 0.013), (both(ear, 0), 0.007),
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
        hollow = cut_smoothly(self._skull(local), -self._hollows(local), 0.022)
        return Union((lambda _: hollow, 0), *self._features)(local) * self.frames.scale


def _jaw(width: float) -> Shape:
    """The left edge of the jaw, from under the ear to the chin."""
    return Cone((0.0235, 0.0450 * width, 0.0060), (0.0740, 0.0180 * width, -0.0245), 0.0120, 0.0110)


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
        return blend(head.face(points), below, 0.025 * frames.scale)

    return shape
