"""The lines drawn on the skin: eyes, brows, nose, mouth, ears, fingers and toes."""

from __future__ import annotations

import numpy as np

from coach.figure.rotation import Array
from coach.figure.sculpt.assemble import Line
from coach.figure.sculpt.frames import Frames
from coach.figure.sculpt.shapes import Shape, along


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
    half = np.linspace(0, 1, 7)
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    eye, lid = 0.0315, 0.0805
    iris = lid + np.minimum(0.0032 - 0.0050 * (1 - np.sin(turn)), 0.0026)
    return (
        Line("eye", on(eye + 0.0125 * t, lid + 0.0040 * (1 - t * t) - 0.0008 * t)),
        Line("eye", on(eye - 0.001 + 0.0043 * np.cos(turn), iris), closed=True),
        Line("brow", on(eye + 0.0020 + 0.0155 * t, 0.0985 + 0.0035 * (1 - t * t) - 0.0015 * t)),
        Line("nose", on(0.0090 * half, 0.0345 + 0.0035 * half**2), middle=True),
        *_ears(frames, head),
        Line("mouth", on(0.0190 * half, 0.0105 + 0.0032 * half**2), middle=True),
    )


def _ears(frames: Frames, head: Shape) -> tuple[Line, ...]:
    """The rim of the ear, and the fold inside it, seen from the side."""
    inward = np.array([0, -1.0, 0])
    rim = ((0.0150, 0.0790), (0.0150, 0.0890), (0.0080, 0.0950), (-0.0030, 0.0940), (-0.0105, 0.0850), (-0.0110, 0.0710),
           (-0.0060, 0.0560), (0.0010, 0.0440), (0.0080, 0.0360), (0.0140, 0.0370))  # fmt: skip
    fold = ((0.0080, 0.0830), (0.0020, 0.0850), (-0.0030, 0.0780), (-0.0020, 0.0660), (0.0040, 0.0560))
    lines = []
    for way in (rim, fold):
        starts = np.array([(x, 0.14, z) for x, z in way]) * frames.scale + frames.joint("head")
        lines.append(Line("ear", _ahead(head, _curve(starts), inward)))
    return tuple(lines)


def _curve(points: Array) -> Array:
    """More points, on a smooth curve through these."""
    at = np.arange(len(points))
    return along(at, points, np.linspace(0, len(points) - 1, 3 * len(points)))


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
