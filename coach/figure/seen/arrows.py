"""An arrow along a way: thin where it starts, a head where it goes, a clear rim around it."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.rotation import Array
from coach.figure.seen.cracks import Floats
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons

_HEAD: Final = 0.062  # metres from the tip to the barbs
_BARBS: Final = 0.032  # metres from the middle to each barb
_SHAFT: Final = 0.0085  # half the width of the shaft at the head
_RIM: Final = 0.0045
_POINTS: Final = 24


def arrow_shapes(way: Floats, bold: float = 1.0) -> list[Shape]:
    """Return an arrow along `way` (n, 2) in metres of the picture plane, the rim first; [] where it would be a point.

    `bold`: so many times as wide as usual, its head with it.
    """
    track = np.asarray(way, np.float64)[:, :2] / bold
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(track, axis=0).T))])
    if run[-1] < 1.2 * _HEAD:
        return []
    at = np.linspace(0, run[-1], _POINTS)
    line = np.stack([np.interp(at, run, track[:, axis]) for axis in (0, 1)], 1)
    for _ in range(3):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    outlines = (_polygon(line, run[-1], more) for more in (_RIM, 0.0))
    rim, arrow = (each._replace(points=each.points * np.float32(bold)) for each in outlines)
    return [Shape("arrow-rim", "", rim), Shape("arrow", "", arrow)]


def _polygon(line: Array, length: float, more: float) -> Polygons:
    forward = np.gradient(line, axis=0)
    forward /= np.maximum(np.hypot(*forward.T), 1e-9)[:, None]
    across = np.stack([-forward[:, 1], forward[:, 0]], 1)
    at = np.linspace(0, length, len(line))
    body = at < length - 0.78 * _HEAD
    half = (_SHAFT * (0.35 + 0.65 * at / length) + more)[body, None]
    neck, way = line[body][-1], line[-1] - line[body][-1]
    way /= max(float(np.hypot(*way)), 1e-9)
    side = np.array([-way[1], way[0]])
    back = neck - way * (0.012 + more * 0.8)
    barbs = [
        back + side * (_BARBS + 1.6 * more),
        line[-1] + way * (0.004 + 2.0 * more),
        back - side * (_BARBS + 1.6 * more),
    ]
    tail = line[0] - forward[0] * more
    shape = np.concatenate([
        tail[None], line[body] + across[body] * half, np.array(barbs), (line[body] - across[body] * half)[::-1],
    ])  # fmt: skip
    return Polygons(shape.astype(np.float32), np.array([0, len(shape)], np.int32))
