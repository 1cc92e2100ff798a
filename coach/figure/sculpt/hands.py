"""A left hand: palm, four joined fingers with scalloped tips, and a thumb of its own.

Drawn in the axes of the bone `hand.L`: x towards the thumb, y towards the back of the hand, fingers along -z.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from coach.figure.sculpt.frames import Frames
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Section, Shape, Union

#: From the wrist to the knuckles, in metres.
KNUCKLES: Final = 0.092


class Finger(NamedTuple):
    """A finger: its place across the palm, where its knuckle is and where it ends (from the wrist), its radius."""

    across: float
    knuckle: float
    end: float
    radius: float


#: First the one beside the thumb.
FINGERS: Final = (
    Finger(0.0278, 0.090, 0.1725, 0.0093),
    Finger(0.0095, KNUCKLES, 0.1840, 0.0097),
    Finger(-0.0087, 0.089, 0.1765, 0.0093),
    Finger(-0.0258, 0.083, 0.1550, 0.0083),
)
# The palm from the wrist: centre (thumb side, back of the hand), half width, half thickness.
_PALM: Final = (
    Section(-0.008, 0.000, 0.000, 0.0240, 0.0168, 2.2),
    Section(0.015, 0.001, 0.000, 0.0268, 0.0155, 2.3),
    Section(0.040, 0.002, -0.001, 0.0335, 0.0148, 2.5),
    Section(0.066, 0.002, 0.000, 0.0368, 0.0132, 2.6),
    Section(0.086, 0.001, 0.001, 0.0362, 0.0110, 2.6),
)
# The thumb: its root in the palm, its knuckle, its joint and its tip, with their radii.
_THUMB: Final = (
    ((0.0120, -0.0080, -0.0160), 0.0140),
    ((0.0370, -0.0120, -0.0500), 0.0122),
    ((0.0500, -0.0140, -0.0750), 0.0104),
    ((0.0560, -0.0142, -0.0945), 0.0086),
)


def slender(frames: Frames) -> float:
    """How slender the build's hands are against the drawn ones: more like the arms than like the stature."""
    return 1 - (1 - frames.build.arms) * 0.6


def palm(frames: Frames) -> Shape:
    """The hand without fingers and thumb."""
    return frames.limb("hand.L", _PALM, slender(frames), (0.02, 0.010))


def thumb(frames: Frames) -> Shape:
    """The thumb with its ball."""
    thick = slender(frames) * frames.scale
    points = [(frames.at("hand.L", *place), radius * thick) for place, radius in _THUMB]
    cones = [Cone(a, b, r, s) for (a, r), (b, s) in pairwise(points)]
    ball = Ellipsoid(
        frames.at("hand.L", 0.0185, -0.0085, -0.0360), np.array([0.0135, 0.0110, 0.0260]) * thick, frames.axes("hand.L")
    )
    return Union((cones[0], 0), *((cone, 0.006 * frames.scale) for cone in cones[1:]), (ball, 0.012 * frames.scale))


def fingers(frames: Frames) -> Shape:
    """The four fingers, close together, a little curled."""
    scale, narrow = frames.scale, slender(frames)
    whole: list[tuple[Shape, float]] = []
    for across, knuckle, end, radius in FINGERS:
        x, r, joint = across * narrow, radius * narrow * scale, knuckle + (end - knuckle) * 0.52
        root = frames.at("hand.L", x, 0.001, -knuckle + 0.010)
        middle = frames.at("hand.L", x * 1.01, 0.0015, -joint)
        tip = frames.at("hand.L", x * 0.985, -0.0025, -end + radius * 0.9)
        finger = Union((Cone(root, middle, r * 1.06, r), 0), (Cone(middle, tip, r, r * 0.84), 0.008 * scale))
        whole.append((finger, 0.0035 * scale))
    return Union(*whole)


def hand(frames: Frames) -> Shape:
    """The whole hand."""
    scale = frames.scale
    return Union((palm(frames), 0), (fingers(frames), 0.012 * scale), (thumb(frames), 0.014 * scale))
