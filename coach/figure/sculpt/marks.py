"""The lines drawn on the skin: eyes, brows, nose, mouth, ears, fingers and toes."""

from __future__ import annotations

import numpy as np

from coach.figure.rotation import Array
from coach.figure.sculpt.assemble import Line
from coach.figure.sculpt.frames import Frames
from coach.figure.sculpt.shapes import Shape


def _ahead(shape: Shape, starts: Array, direction: Array) -> Array:
    """Where points that fly along `direction` (3,) first meet the surface."""
    points = starts.copy()
    for _step in range(80):
        points = points + np.clip(shape(points) * 0.8, -0.01, 0.02)[:, None] * direction
    return points


def face_lines(frames: Frames, head: Shape) -> tuple[Line, ...]:
    """The face, seen from straight ahead: calm, looking a little down."""
    back = np.array([-1.0, 0, 0])

    def on(y: Array, z: Array) -> Array:
        starts = np.stack([np.full(y.shape, 0.15), y, z], 1) * frames.scale + frames.joint("head")
        return _ahead(head, starts, back)

    t = np.linspace(-1, 1, 9)
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    half = np.linspace(0, 1, 7)
    return (
        Line("eye", on(0.0325 + 0.0115 * t, 0.0860 + 0.0045 * (1 - t * t))),
        Line("eye", on(0.0325 + 0.0042 * np.cos(turn), 0.0845 + 0.0052 * np.sin(turn)), closed=True),
        Line("brow", on(0.0340 + 0.0150 * t, 0.1075 + 0.0035 * (1 - t * t) - 0.002 * t)),
        Line("nose", on(0.0095 * half, 0.0425 + 0.003 * half**2), middle=True),
        Line("mouth", on(0.0185 * half, 0.0215 + 0.0045 * half**2), middle=True),
    )


def hand_lines(frames: Frames, hand: Shape) -> tuple[Line, ...]:
    """Between the fingers, on the back of the hand."""
    lines = []
    for x, end in ((0.0205, 0.158), (0.0008, 0.166), (-0.0185, 0.156)):
        starts = np.array([frames.at("hand.L", x, 0.05, -z) for z in np.linspace(0.100, end, 7)])
        lines.append(Line("finger", _ahead(hand, starts, -frames.axes("hand.L")[:, 1])))
    return tuple(lines)


def foot_lines(frames: Frames, foot: Shape) -> tuple[Line, ...]:
    """Between the toes, from above."""
    lines = []
    for y, start, end in (
        (-0.0175, 0.146, 0.182),
        (-0.0005, 0.146, 0.180),
        (0.0145, 0.138, 0.168),
        (0.0290, 0.126, 0.150),
    ):
        starts = np.array([frames.at("foot.L", x, y, 0.03) for x in np.linspace(start, end, 6)])
        lines.append(Line("toe", _ahead(foot, starts, -frames.axes("foot.L")[:, 2])))
    return tuple(lines)
