"""Mat, pillow, block and towel, in their own axes. Metres."""

from __future__ import annotations

import numpy as np

from coach.figure.pose.props import Block, Mat, Pillow
from coach.figure.rotation import Array, Z, rot
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import slab

#: The radius of a mat's corners.
_ROUND = 0.035
#: How much higher than where it is pressed a pillow swells beside the head.
_SWELL = 0.014
#: A towel is folded so many times at most, however thick the pile is to be.
_LAYERS = 12


def mat(thing: Mat) -> list[Part]:
    """Return an exercise mat: thin, with round corners and a soft edge."""
    return [Part(slab((*thing.size, thing.thick), corner=_ROUND, edge=thing.thick * 0.45), "mat", 0.7)]


def mat_outline(thing: Mat) -> Array:
    """Return the outline of a mat where it lies, (n, 2) on the floor, counter-clockwise."""
    half = np.array(thing.size) / 2 - _ROUND
    angle = np.radians(np.arange(0, 360, 18) + 9)
    arc = np.stack([np.cos(angle), np.sin(angle)], 1)
    own = np.sign(arc) * half + _ROUND * arc
    return np.asarray(own @ rot(Z, thing.turn)[:2, :2].T + thing.at)


def pillow(thing: Pillow, floor: float) -> list[Part]:
    """Return a pillow that lies on something `floor` metres high and is `thick` where something lies on it."""
    thick = thing.thick + _SWELL
    rim = 0.6 * thick
    solid = slab((*thing.size, rim), corner=0.055, edge=rim * 0.49, crown=thick - rim, step=0.04)
    vertices = solid.vertices.copy()
    place = vertices[:, :2] / (np.array(thing.size) / 2)
    waist = 1 - 0.05 * (1 - place[:, ::-1] ** 2) * abs(place)  # between its corners its sides are drawn in
    vertices[:, :2] *= waist
    corner = np.prod(abs(place), axis=1) ** 3
    vertices[:, 2] *= 1 - 0.25 * corner  # and its corners are thin
    return [Part(solid._replace(vertices=vertices).moved((0, 0, floor)), "pillow")]


def block(thing: Block) -> list[Part]:
    """Return a block, a book, a folded towel or a cushion with its underside `above` the floor."""
    depth, width, height = thing.size
    if thing.look == "towel":
        layers = min(max(round(height / 0.022), 1), _LAYERS)
        each = height / layers
        fold = slab((depth, width, each * 1.04), corner=min(0.02, depth / 4, width / 4), edge=each * 0.46)
        return [Part(fold.moved((0, 0, thing.above + level * each)), "towel", 0.6) for level in range(layers)]
    if thing.look == "pillow":
        edge = min(0.42 * height, depth / 4, width / 4)
        solid = slab(thing.size, corner=edge * 1.3, edge=edge, step=0.06)
        return [Part(solid.moved((0, 0, thing.above)), "pillow")]
    if thing.look == "book":
        return _book(depth, width, height, thing.above)
    return [Part.edged(slab(thing.size, corner=0.004, edge=0.004).moved((0, 0, thing.above)), "wood")]


def _book(depth: float, width: float, height: float, above: float) -> list[Part]:
    """Two covers and the pages between them."""
    cover = min(0.005, height / 4)
    pages = slab((depth - 0.012, width - 0.012, height - 2 * cover), corner=0.002, edge=0.002)
    board = slab((depth, width, cover), corner=0.003, edge=cover * 0.4)
    return [
        Part(board.moved((0, 0, above)), "book"),
        Part(pages.moved((0, 0, above + cover)), "pages", 0.4),
        Part(board.moved((0, 0, above + height - cover)), "book"),
    ]
