"""Mat, pillow, block and towel, in their own axes. Metres."""

from __future__ import annotations

import numpy as np

from coach.figure.pose.props import Block, Mat, Pillow
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import slab

#: How much higher than where it is pressed a pillow swells beside the head.
_SWELL = 0.014


def mat(thing: Mat) -> list[Part]:
    """Return an exercise mat: thin, with round corners and a soft edge."""
    return [Part(slab((*thing.size, thing.thick), corner=0.035, edge=thing.thick * 0.45), "mat", 0.7)]


def pillow(thing: Pillow, floor: float) -> list[Part]:
    """Return a pillow that lies on something `floor` metres high and is `thick` where something lies on it."""
    thick = thing.thick + _SWELL
    solid = slab((*thing.size, thick * 0.72), corner=0.07, edge=thick * 0.33, crown=thick * 0.28, step=0.045)
    vertices = solid.vertices.copy()
    half = np.array(thing.size) / 2
    pinch = 1 - 0.07 * np.prod((vertices[:, :2] / half) ** 2, axis=1, keepdims=True)  # its corners are drawn in
    waist = 1 - 0.035 * (1 - (vertices[:, :2] / half)[:, ::-1] ** 2)
    vertices[:, :2] *= pinch * waist
    return [Part(solid._replace(vertices=vertices).moved((0, 0, floor)), "pillow")]


def block(thing: Block) -> list[Part]:
    """Return a block, a book, a folded towel or a cushion with its underside `above` the floor."""
    depth, width, height = thing.size
    if thing.look == "towel":
        layers = max(round(height / 0.022), 1)
        each = height / layers
        fold = slab((depth, width, each * 1.04), corner=min(0.02, depth / 4, width / 4), edge=each * 0.46)
        return [Part(fold.moved((0, 0, thing.above + level * each)), "towel", 0.6) for level in range(layers)]
    if thing.look == "pillow":
        edge = min(0.42 * height, depth / 4, width / 4)
        solid = slab(thing.size, corner=edge * 1.3, edge=edge, step=0.06)
        return [Part(solid.moved((0, 0, thing.above)), "pillow")]
    if thing.look == "book":
        return _book(depth, width, height, thing.above)
    return [Part(slab(thing.size, corner=0.008, edge=0.006).moved((0, 0, thing.above)), "wood")]


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
