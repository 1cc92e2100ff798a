"""A left arm with its hand: four joined fingers with scalloped tips, and a thumb of its own."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.bones import FOREARM, UPPER_ARM
from coach.figure.sculpt.frames import REFERENCE, Frames
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Section, Shape, Union

_UPPER: Final = UPPER_ARM * REFERENCE
_FOREARM: Final = FOREARM * REFERENCE

# Distance from the joint, centre (forward, outward), half depth, half width, exponent.
_UPPER_SECTIONS: Final = (
    Section(0.00, 0, 0.0, 0.046, 0.040, 2.1),
    Section(0.05, 0, 0.002, 0.049, 0.044, 2.1),
    Section(0.10, 0.001, 0, 0.048, 0.044, 2.1),
    Section(0.16, 0.002, 0, 0.046, 0.042, 2.05),
    Section(0.22, 0.002, 0, 0.042, 0.038, 2.0),
    Section(0.28, 0, 0, 0.0365, 0.035, 2.0),
    Section(_UPPER, -0.001, 0, 0.034, 0.033, 2.0),
)
_FOREARM_SECTIONS: Final = (
    Section(0.00, -0.001, 0, 0.034, 0.033, 2.0),
    Section(0.04, 0.002, 0, 0.041, 0.037, 2.05),
    Section(0.08, 0.002, 0, 0.041, 0.036, 2.05),
    Section(0.13, 0.001, 0, 0.036, 0.031, 2.05),
    Section(0.18, 0, 0, 0.031, 0.026, 2.05),
    Section(0.22, 0, 0, 0.0275, 0.0215, 2.1),
    Section(_FOREARM, 0, 0, 0.0265, 0.0195, 2.2),
)
# The palm from the wrist: centre (thumb side, back of the hand), half width, half thickness.
_PALM_SECTIONS: Final = (
    Section(-0.005, 0.000, 0.000, 0.0260, 0.0180, 2.3),
    Section(0.020, 0.002, -0.001, 0.0320, 0.0165, 2.5),
    Section(0.045, 0.003, -0.001, 0.0380, 0.0155, 2.6),
    Section(0.070, 0.002, 0.000, 0.0410, 0.0140, 2.7),
    Section(0.090, 0.001, 0.000, 0.0410, 0.0120, 2.7),
)
# Fingers, first the one beside the thumb: place across the palm, length from the knuckles, radius.
_FINGERS: Final = ((0.030, 0.075, 0.0100), (0.0105, 0.084, 0.0103), (-0.0090, 0.079, 0.0100), (-0.0275, 0.062, 0.0092))


def arm(frames: Frames) -> Shape:
    """The left arm from the shoulder to the finger tips."""
    girth = frames.build.arms
    upper = frames.limb("upperarm.L", _UPPER_SECTIONS, girth, (0.04, 0.034))
    lower = frames.limb("forearm.L", _FOREARM_SECTIONS, girth, (0.034, 0.02))
    return Union((upper, 0), (shoulder(frames), 0.06), (lower, 0.016), (hand(frames), 0.015))


def shoulder(frames: Frames) -> Shape:
    """The left deltoid."""
    radii = np.array([0.050, 0.043, 0.062]) * frames.scale * frames.build.arms
    return Ellipsoid(frames.at("upperarm.L", 0, 0.002, -0.024), radii, frames.axes("upperarm.L"))


def palm(frames: Frames) -> Shape:
    """The left hand without fingers."""
    return frames.limb("hand.L", _PALM_SECTIONS, _slender(frames), (0.02, 0.012))


def thumb(frames: Frames) -> Shape:
    """The left thumb with its ball."""
    scale, slender = frames.scale, _slender(frames) * frames.scale
    root, middle, tip = (
        frames.at("hand.L", x, y, z)
        for x, y, z in ((0.016, -0.006, -0.018), (0.042, -0.013, -0.056), (0.053, -0.016, -0.092))
    )
    return Union(
        (Cone(root, middle, 0.0165 * slender, 0.0128 * slender), 0),
        (Cone(middle, tip, 0.0124 * slender, 0.0095 * slender), 0.008 * scale),
    )


def hand(frames: Frames) -> Shape:
    """The whole left hand."""
    scale, slender = frames.scale, _slender(frames)
    joined: list[tuple[Shape, float]] = []
    for across, length, radius in _FINGERS:
        x, r = across * slender, radius * slender * scale
        knuckle = frames.at("hand.L", x, 0.001, -0.078)
        middle = frames.at("hand.L", x * 1.01, 0.001, -0.092 - length * 0.5)
        tip = frames.at("hand.L", x * 1.00, -0.003, -0.092 - length + radius)
        joined += [(Cone(knuckle, middle, r * 1.1, r), 0.012 * scale), (Cone(middle, tip, r, r * 0.88), 0.010 * scale)]
    return Union((palm(frames), 0), *joined, (thumb(frames), 0.018 * scale))


def _slender(frames: Frames) -> float:
    return 1 - (1 - frames.build.arms) * 0.6
