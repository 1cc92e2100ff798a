"""The trunk: pelvis, waist and chest as one loft, with buttocks, shoulder blades, breast and the slope of the shoulders."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.sculpt.frames import Frames, both
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Loft, Section, Shape, Union, along

# Height above the floor, centre (forward, left), half depth, half width, exponent.
_TRUNK: Final = (
    Section(0.845, -0.012, 0, 0.094, 0.148, 2.3),
    Section(0.870, -0.012, 0, 0.100, 0.158, 2.35),
    Section(0.905, -0.009, 0, 0.101, 0.163, 2.35),
    Section(0.945, -0.004, 0, 0.097, 0.158, 2.35),
    Section(0.990, 0.002, 0, 0.091, 0.147, 2.3),
    Section(1.040, 0.006, 0, 0.087, 0.138, 2.25),
    Section(1.090, 0.006, 0, 0.087, 0.135, 2.25),
    Section(1.150, 0.003, 0, 0.093, 0.141, 2.3),
    Section(1.220, -0.002, 0, 0.103, 0.151, 2.4),
    Section(1.285, -0.006, 0, 0.106, 0.157, 2.45),
    Section(1.335, -0.012, 0, 0.100, 0.150, 2.4),
    Section(1.375, -0.020, 0, 0.085, 0.128, 2.3),
    Section(1.410, -0.026, 0, 0.067, 0.092, 2.2),
    Section(1.440, -0.028, 0, 0.055, 0.066, 2.1),
)
_LEVELS: Final = (0.90, 1.07, 1.28)  # hips, waist, chest


def trunk(frames: Frames) -> Shape:
    """Pelvis to the root of the neck, both sides."""
    build, scale = frames.build, frames.scale
    girths = along(_LEVELS, [[build.hips], [build.waist], [build.chest]], np.array([s.at for s in _TRUNK]))[:, 0]
    sections = [
        s._replace(a=s.a * (1 + (girth - 1) * 0.5), b=s.b * girth) for s, girth in zip(_TRUNK, girths, strict=True)
    ]
    loft = Loft((0, 0, 0), np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1.0]]), frames.sized(sections), caps=(0.05, 0.04))

    def lump(x: float, y: float, z: float, radii: tuple[float, float, float]) -> Shape:
        return both(Ellipsoid(np.array([x, y, z]) * scale, np.array(radii) * scale), 0.02)

    hips, chest = build.hips, build.chest
    neck_side, tip = (
        np.array([-0.034, 0.036, 1.424]) * scale,
        frames.joint("upperarm.L") + np.array([0, -0.014, -0.017]) * scale,
    )
    slope = Cone(neck_side, tip, 0.040 * scale, 0.034 * scale)
    collar_bone = Cone(
        np.array([0.026, 0.028, 1.386]) * scale, np.array([0.004, 0.118, 1.378]) * scale, 0.027 * scale, 0.030 * scale
    )
    return Union(
        (loft, 0),
        (lump(-0.056 - build.seat, 0.080 * hips, 0.875, (0.072, 0.080 * hips, 0.087)), 0.05),
        (lump(-0.074, 0.062 * hips, 0.838, (0.056, 0.050 * hips, 0.048)), 0.026),
        (lump(-0.068, 0.095 * chest, 1.310, (0.040, 0.062, 0.085)), 0.06),
        (lump(0.050 + build.bust, 0.070 * chest, 1.277 - build.bust, (0.050, 0.074, 0.062)), 0.06),
        (both(slope, 0.03), 0.07),
        (both(collar_bone, 0.03), 0.05),
    )
