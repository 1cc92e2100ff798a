"""A left leg with its foot: thigh, knee, calf, ankle bones, heel, arch and five toes."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import ANKLE, THIGH
from coach.figure.rotation import Array
from coach.figure.sculpt.frames import REFERENCE, Frames
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Loft, Section, Shape, Union, blend, cut_smoothly

_THIGH: Final = THIGH * REFERENCE
#: From the ankle's joint down to the floor.
SOLE: Final = ANKLE * REFERENCE

# Distance from the joint, centre (forward, outward), half depth, half width, exponent.
_THIGH_SECTIONS: Final = (
    Section(0.00, -0.008, 0.000, 0.083, 0.078, 2.1),
    Section(0.05, -0.003, -0.003, 0.085, 0.080, 2.1),
    Section(0.10, 0.004, -0.006, 0.083, 0.078, 2.1),
    Section(0.17, 0.010, -0.006, 0.077, 0.072, 2.1),
    Section(0.24, 0.011, -0.004, 0.0695, 0.064, 2.1),
    Section(0.31, 0.008, -0.001, 0.060, 0.055, 2.1),
    Section(0.36, 0.006, 0, 0.0540, 0.0495, 2.15),
    Section(_THIGH, 0.003, 0, 0.0465, 0.0445, 2.2),
)
_SHANK_SECTIONS: Final = (
    Section(0.00, 0.000, 0, 0.0455, 0.0440, 2.2),
    Section(0.04, -0.004, 0.002, 0.0485, 0.0455, 2.15),
    Section(0.085, -0.011, 0.004, 0.0540, 0.0490, 2.1),
    Section(0.125, -0.014, 0.001, 0.0560, 0.0510, 2.1),
    Section(0.165, -0.013, -0.003, 0.0530, 0.0480, 2.05),
    Section(0.22, -0.009, -0.002, 0.0450, 0.0405, 2.0),
    Section(0.29, -0.005, 0, 0.0355, 0.0320, 2.0),
    Section(0.35, -0.007, 0, 0.0320, 0.0275, 2.0),
    Section(0.405, -0.008, 0, 0.0335, 0.0285, 2.0),
)
# Along the foot from the ankle; centre (outward, up), half width, half height.
_FOOT_SECTIONS: Final = (
    Section(-0.024, 0.000, -0.031, 0.0285, 0.0290, 2.0),
    Section(-0.006, 0.000, -0.028, 0.0315, 0.0375, 2.2),
    Section(0.010, 0.000, -0.025, 0.0325, 0.0410, 2.3),
    Section(0.035, -0.001, -0.029, 0.034, 0.037, 2.3),
    Section(0.065, -0.002, -0.036, 0.038, 0.030, 2.35),
    Section(0.095, -0.002, -0.043, 0.042, 0.0235, 2.4),
    Section(0.118, -0.001, -0.048, 0.0435, 0.0175, 2.4),
    Section(0.128, -0.004, -0.050, 0.0400, 0.0150, 2.3),
)


class Toe(NamedTuple):
    """A toe: where it begins and ends (forward, outward), and its radii there."""

    root: tuple[float, float]
    tip: tuple[float, float]
    thick: float
    thin: float


#: The big toe first.
TOES: Final = (
    Toe((0.126, -0.0285), (0.186, -0.0305), 0.0135, 0.0130),
    Toe((0.130, -0.0085), (0.187, -0.0075), 0.0095, 0.0092),
    Toe((0.125, 0.0070), (0.177, 0.0095), 0.0092, 0.0087),
    Toe((0.117, 0.0210), (0.164, 0.0250), 0.0090, 0.0083),
    Toe((0.106, 0.0330), (0.147, 0.0390), 0.0088, 0.0081),
)


def thigh(frames: Frames) -> Shape:
    """The left thigh."""
    return frames.limb("thigh.L", _THIGH_SECTIONS, frames.build.legs, (0.06, 0.042))


def leg(frames: Frames) -> Shape:
    """The whole left leg with its foot."""
    shank = frames.limb("shank.L", _SHANK_SECTIONS, frames.build.legs, (0.045, 0.03))
    kneecap = Ellipsoid(
        frames.at("shank.L", 0.026, 0, 0.010), np.array([0.024, 0.028, 0.036]) * frames.scale, frames.axes("shank.L")
    )
    return Union((thigh(frames), 0), (shank, 0.03), (kneecap, 0.03), (foot(frames), 0.035))


def foot(frames: Frames) -> Shape:
    """The left foot: heel, arch, ball, ankle bones and toes, flat on the floor."""
    scale, axes = frames.scale, frames.axes("foot.L")
    forward = np.stack([axes[:, 1], axes[:, 2], axes[:, 0]], 1)
    loft = Loft(frames.joint("foot.L"), forward, frames.sized(_FOOT_SECTIONS), caps=(0.0295 * scale, 0.010 * scale))

    def lump(x: float, y: float, z: float, radii: tuple[float, float, float]) -> Ellipsoid:
        return Ellipsoid(frames.at("foot.L", x, y, z), np.array(radii) * scale, axes)

    toes = _toes(frames)
    arch = lump(0.052, -0.046, -0.076, (0.060, 0.030, 0.026))
    inner, outer = (
        lump(0.005, -0.0245, 0.006, (0.015, 0.010, 0.018)),
        lump(-0.006, 0.0255, -0.002, (0.014, 0.010, 0.018)),
    )

    def shape(points: Array) -> Array:
        distance = cut_smoothly(loft(points), -arch(points), 0.02 * scale)
        distance = blend(distance, toes(points), 0.009 * scale)
        distance = blend(blend(distance, inner(points), 0.024 * scale), outer(points), 0.024 * scale)
        sole = -SOLE * scale - (points - frames.joint("foot.L")) @ axes[:, 2]
        return cut_smoothly(distance, sole, 0.008 * scale)

    return shape


def _toes(frames: Frames) -> Shape:
    scale, joined = frames.scale, []
    for number, ((x, y), (tip_x, tip_y), root, tip) in enumerate(TOES):
        knuckle = frames.at("foot.L", (x + 2 * tip_x) / 3, (y + 2 * tip_y) / 3, -SOLE + tip * 1.5)
        end = frames.at("foot.L", tip_x, tip_y, -SOLE + tip)
        back = frames.at("foot.L", x, y, -SOLE + root * 1.3)
        joined += [
            (Cone(back, knuckle, root * scale, tip * scale), 0.003 * scale if number else 0.0),
            (Cone(knuckle, end, tip * scale, tip * scale * 0.97), 0.003 * scale),
        ]
    return Union(*joined)
