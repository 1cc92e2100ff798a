"""The lines drawn on the skin: eyes, brows, nose, mouth, ears, fingers and toes."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from coach.figure.rotation import Array
from coach.figure.sculpt import hands, legs
from coach.figure.sculpt.assemble import Line
from coach.figure.sculpt.frames import Frames
from coach.figure.sculpt.shapes import Shape, along


def _ahead(shape: Shape, starts: Array, direction: Array) -> Array:
    """Where points that fly along `direction` (3,), or (k, 3), first meet the surface."""
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

    t = np.linspace(-1, 1, 13)
    half = np.linspace(0, 1, 9)
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    eye, lid = 0.0330, 0.0800
    iris = lid + np.minimum(0.0036 - 0.0056 * (1 - np.sin(turn)), 0.0030)
    outer = np.maximum(t, 0) ** 2  # lid, brow and mouth reach round to where the profile shows them
    return (
        Line("eye", on(eye + 0.0140 * t + 0.0030 * outer, lid + 0.0046 * (1 - t * t) - 0.0008 * t - 0.0014 * outer)),
        Line("eye", on(eye + 0.0050 + 0.0115 * half, lid - 0.0062 + 0.0042 * half**2)),
        Line("eye", on(eye + 0.0005 + 0.0050 * np.cos(turn), iris), closed=True),
        Line(
            "brow",
            on(eye + 0.0025 + 0.0175 * t + 0.0030 * outer, 0.0985 + 0.0036 * (1 - t * t) - 0.0020 * t - 0.002 * outer),
        ),
        Line("nose", on(0.0085 * half, 0.0345 + 0.0030 * half**2), middle=True),
        Line("nose", on(0.0172 - 0.0044 * t * t, 0.0425 + 0.0066 * t)),
        *_ears(frames, head),
        _jaw_line(frames, head),
        Line("mouth", on(0.0250 * half, 0.0098 + 0.0036 * half**2), middle=True),
    )


def _ears(frames: Frames, head: Shape) -> tuple[Line, ...]:
    """The rim of the ear, and the fold inside it, seen from the side."""
    inward = np.array([0, -1.0, 0])
    rim = ((0.0120, 0.0600), (0.0155, 0.0690), (0.0150, 0.0790), (0.0150, 0.0890), (0.0080, 0.0950), (-0.0030, 0.0940),
           (-0.0105, 0.0850), (-0.0110, 0.0710), (-0.0060, 0.0560), (0.0010, 0.0440), (0.0080, 0.0360), (0.0150, 0.0385),
           (0.0165, 0.0470), (0.0150, 0.0560))  # fmt: skip
    fold = ((0.0080, 0.0830), (0.0020, 0.0850), (-0.0030, 0.0780), (-0.0020, 0.0660), (0.0040, 0.0560))
    lines = []
    for way in (rim, fold):
        starts = np.array([(x, 0.14, z) for x, z in way]) * frames.scale + frames.joint("head")
        lines.append(Line("ear", _ahead(head, _curve(starts), inward)))
    return tuple(lines)


def _jaw_line(frames: Frames, head: Shape) -> Line:
    """The edge of the jaw, seen from the side: short, so that the face stays soft."""
    way = ((0.0235, 0.0050), (0.0262, -0.0025), (0.0320, -0.0088), (0.0410, -0.0142), (0.0530, -0.0198))
    starts = np.array([(x, 0.14, z) for x, z in way]) * frames.scale + frames.joint("head")
    return Line("jaw", _ahead(head, _curve(starts), np.array([0, -1.0, 0])))


def _curve(points: Array) -> Array:
    """More points, on a smooth curve through these."""
    at = np.arange(len(points))
    return along(at, points, np.linspace(0, len(points) - 1, 3 * len(points)))


#: Strands of hair, as ways over the head: degrees from straight ahead and from straight up, where they begin and end.
_STRANDS: Final = {
    "short": (((24, 40), (75, 30)), ((42, 52), (86, 43))),
    "bob": (((62, 32), (77, 82)), ((80, 38), (90, 96)), ((108, 48), (114, 102)), ((140, 56), (146, 104))),
}


def hair_lines(frames: Frames, hair: Shape) -> tuple[Line, ...]:
    """A few strands on each side, following how the hair falls."""
    centre = frames.at("head", -0.005, 0, 0.085)
    lines = []
    for start, end in _STRANDS[frames.build.hair]:
        azimuth, polar = np.radians(np.linspace(start, end, 14)).T
        out = np.stack([np.cos(azimuth) * np.sin(polar), np.sin(azimuth) * np.sin(polar), np.cos(polar)], 1)
        lines.append(Line("hair", _ahead(hair, centre + 0.2 * frames.scale * out, -out)))
    return tuple(lines)


#: A line between fingers ends where it would lie deeper in the hand than this (metres from its middle plane).
_CLEFT: Final = -0.002


def hand_lines(frames: Frames, hand: Shape) -> tuple[Line, ...]:
    """Between the fingers, on the back of the hand from the knuckles on and on the palm from where the fingers begin."""
    lines, narrow = [], hands.slender(frames)
    across = frames.axes("hand.L")[:, 1]
    for one, other in pairwise(hands.FINGERS):
        x, end = (one.across + other.across) / 2 * narrow, min(one.end, other.end) - 0.006
        for begin, y in ((one.knuckle + 0.006, 0.05), (one.knuckle + 0.012, -0.05)):
            starts = np.array([frames.at("hand.L", x, y, -z) for z in np.linspace(begin, end, 14)])
            met = _ahead(hand, starts, -np.sign(y) * across)
            beyond = frames.local("hand.L", met)[:, 1] * np.sign(y) < _CLEFT  # flown through between the tips
            lines.append(Line("finger", met[: int(beyond.argmax()) if beyond.any() else len(met)]))
    return tuple(lines)


def foot_lines(frames: Frames, foot: Shape) -> tuple[Line, ...]:
    """Between the toes: from above and over their tips, and on the sole."""
    lines, axes = [], frames.axes("foot.L")
    for one, other in pairwise(legs.TOES):
        y, tip_y = (one.root[1] + other.root[1]) / 2, (one.tip[1] + other.tip[1]) / 2
        end, low = min(one.tip[0], other.tip[0]), -legs.SOLE + 0.006
        back, turn = np.linspace(0.016, 0, 8), np.radians(np.linspace(80, 10, 5))
        top = [((end - d, y + (tip_y - y) * (1 - d / 0.05), low + 0.05), (0, 0, -1.0)) for d in back]
        over = [((end + 0.04 * np.cos(a), tip_y, low + 0.04 * np.sin(a)), (-np.cos(a), 0, -np.sin(a))) for a in turn]
        under = [((end + 0.002 - d, y + (tip_y - y) * (1 - d / 0.05), low - 0.04), (0, 0, 1.0)) for d in back[4:]]
        for way in (top + over, under):
            starts = np.array([frames.at("foot.L", *place) for place, _way in way])
            met = _ahead(foot, starts, np.array([direction for _place, direction in way]) @ axes.T)
            missed = np.abs(foot(met)) > 0.002 * frames.scale
            lines.append(Line("toe", met[: int(missed.argmax()) if missed.any() else len(met)]))
    return tuple(lines)
