"""A left arm: shoulder, upper arm, elbow and forearm, and the hand at its end."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.bones import FOREARM, UPPER_ARM
from coach.figure.sculpt.frames import REFERENCE, Frames
from coach.figure.sculpt.hands import hand
from coach.figure.sculpt.shapes import Ellipsoid, Section, Shape, Union

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


def arm(frames: Frames) -> Shape:
    """The left arm from the shoulder to the finger tips."""
    girth = frames.build.arms
    upper = frames.limb("upperarm.L", _UPPER_SECTIONS, girth, (0.04, 0.034))
    lower = frames.limb("forearm.L", _FOREARM_SECTIONS, girth, (0.034, 0.02))
    return Union((upper, 0), (shoulder(frames), 0.06), (lower, 0.016), (hand(frames), 0.015))


def shoulder(frames: Frames) -> Shape:
    """The left deltoid."""
    radii = np.array([0.048, 0.041, 0.064]) * frames.scale * frames.build.arms
    return Ellipsoid(frames.at("upperarm.L", 0, 0.002, -0.028), radii, frames.axes("upperarm.L"))
