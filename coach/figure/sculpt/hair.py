"""Hair as a solid that dives under the skin at the hairline, so that its edge is one clean line."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.rotation import Array
from coach.figure.sculpt.head import Head
from coach.figure.sculpt.shapes import Ellipsoid, Shape, along, blend, cut_smoothly, smoothstep

# Height of the hairline above the head's joint by degrees from straight ahead: short hair, free ears.
_SHORT: Final = (
    (-10, 0.1500), (0, 0.1500), (25, 0.1515), (42, 0.1460), (54, 0.1310), (63, 0.1090), (70, 0.0830), (75, 0.0710), (79, 0.0720),
    (84, 0.0880), (93, 0.1000), (104, 0.0940), (114, 0.0640), (126, 0.0280), (145, 0.0040), (165, -0.0040), (181, -0.0050),
)  # fmt: skip


def hair(head: Head) -> Shape:
    """The hair of a head's build."""
    return {"short": _short, "bob": _bob}[head.frames.build.hair](head)


def _short(head: Head) -> Shape:
    """A short cut, a little fuller on top."""
    scale = head.frames.scale

    def shape(points: Array) -> Array:
        local = head.local(points)
        above = _above(local)
        front = smoothstep(0.0, 0.09, local[:, 0]) * smoothstep(0.12, 0.17, local[:, 2])
        thick = 0.008 + 0.0085 * smoothstep(0.07, 0.18, local[:, 2])
        offset = thick * smoothstep(-0.004, 0.016 + 0.02 * front, above) - 0.008 * smoothstep(0.0, -0.010, above)
        return np.asarray(head.skull(points) - offset * scale)

    return shape


def _above(local: Array) -> Array:
    """Metres above the hairline of short hair, below it negative."""
    azimuth = np.degrees(np.arctan2(np.abs(local[:, 1]), local[:, 0] - 0.004))
    table = np.array(_SHORT)
    return np.asarray(local[:, 2] - along(table[:, 0], table[:, 1:], azimuth)[:, 0])


def _bob(head: Head) -> Shape:
    """To the jaw, over the ears, framing the face."""
    scale = head.frames.scale
    fall = Ellipsoid((-0.014, 0, 0.030), (0.0900, 0.0860, 0.0800))

    def shape(points: Array) -> Array:
        local = head.local(points)
        crown = head.skull(points) / scale - 0.015
        ends = -0.024 + 0.022 * smoothstep(-0.07, 0.06, local[:, 0]) - local[:, 2]
        whole = cut_smoothly(blend(crown, fall(local), 0.05), ends, 0.018) * scale
        under = head.skull(points) + 0.008 * scale
        brow = 0.018 * smoothstep(0.02, 0.08, local[:, 0]) * smoothstep(0.10, 0.15, local[:, 2])  # it begins thin there
        return np.asarray(under + (whole - under) * smoothstep(-0.006, 0.012 + brow, _beside_face(local)))

    return shape


def _beside_face(local: Array) -> Array:
    """Metres outside the window in which the face is seen, inside it negative."""
    across = np.arctan2(np.abs(local[:, 1]), local[:, 0] + 0.01) / np.radians(60)
    parting = 0.010 * np.exp(-((local[:, 1] / 0.022) ** 2))
    up = np.abs(local[:, 2] - 0.035) / (0.103 + parting)
    return np.asarray(((across**2.6 + up**2.6) ** (1 / 2.6) - 1) * 0.1)
