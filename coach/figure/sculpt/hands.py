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
    """A finger: its place across the palm, its length from the knuckle, its radius."""

    across: float
    length: float
    radius: float


#: First the one beside the thumb.
FINGERS: Final = (
    Finger(0.0300, 0.0760, 0.0098),
    Finger(0.0104, 0.0850, 0.0101),
    Finger(-0.0090, 0.0800, 0.0098),
    Finger(-0.0272, 0.0640, 0.0090),
)
# The palm from the wrist: centre (thumb side, back of the hand), half width, half thickness.
_PALM: Final = (
    Section(-0.008, 0.000, 0.000, 0.0255, 0.0180, 2.3),
    Section(0.018, 0.001, -0.001, 0.0300, 0.0165, 2.5),
    Section(0.045, 0.002, -0.001, 0.0370, 0.0155, 2.6),
    Section(0.070, 0.002, 0.000, 0.0405, 0.0140, 2.7),
    Section(0.090, 0.001, 0.000, 0.0405, 0.0118, 2.7),
)
# The thumb: its root in the palm, its knuckle, its joint and its tip, with their radii.
_THUMB: Final = (
    ((0.0130, -0.0080, -0.0160), 0.0150),
    ((0.0395, -0.0120, -0.0530), 0.0130),
    ((0.0520, -0.0140, -0.0790), 0.0110),
    ((0.0590, -0.0145, -0.1010), 0.0088),
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
        frames.at("hand.L", 0.0200, -0.0090, -0.0360), np.array([0.0150, 0.0115, 0.0270]) * thick, frames.axes("hand.L")
    )
    return Union((cones[0], 0), *((cone, 0.006 * frames.scale) for cone in cones[1:]), (ball, 0.012 * frames.scale))


def fingers(frames: Frames) -> Shape:
    """The four fingers, joined, a little curled."""
    scale, narrow = frames.scale, slender(frames)
    joined: list[tuple[Shape, float]] = []
    for across, length, radius in FINGERS:
        x, r = across * narrow, radius * narrow * scale
        knuckle = frames.at("hand.L", x, 0.001, -KNUCKLES + 0.014)
        middle = frames.at("hand.L", x * 1.01, 0.001, -KNUCKLES - length * 0.5)
        tip = frames.at("hand.L", x, -0.003, -KNUCKLES - length + radius)
        joined += [(Cone(knuckle, middle, r * 1.08, r), 0.010 * scale), (Cone(middle, tip, r, r * 0.86), 0.008 * scale)]
    return Union(*joined)


def hand(frames: Frames) -> Shape:
    """The whole hand."""
    scale = frames.scale
    return Union((palm(frames), 0), (fingers(frames), 0.012 * scale), (thumb(frames), 0.014 * scale))
