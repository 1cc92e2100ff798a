"""Pieces of wall, in their own axes: the face looks along +x and lies in x = 0. Metres."""

from __future__ import annotations

from coach.figure.pose.props import Doorway, Wall
from coach.figure.rotation import Y, rot
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import slab

_SKIRTING = (0.075, 0.012)  # height, thickness
_CASING = (0.085, 0.016)  # width, how far it stands out from the wall
_SHARP = 0.0015  # the radius of a wall's edges: narrower than the line along them
_OVER = 0.012  # by how much it narrows the opening on either side


def wall(thing: Wall) -> list[Part]:
    """Return a piece of wall with its skirting board, the middle of its face at the origin."""
    return open_behind(wall_piece(thing.width, thing.height, thing.thick))


def wall_piece(width: float, height: float, thick: float, middle: float = 0.0) -> list[Part]:
    """Return a piece of wall; `middle` is where along y its face has its middle."""
    upright = rot(Y, 90)  # a slab's upper side looks forward then, its length runs down
    face = slab((height, width, thick), corner=_SHARP, edge=_SHARP).moved((-thick, middle, height / 2), upright)
    high, out = _SKIRTING
    board = slab((high, width, out + 0.004), corner=_SHARP, edge=_SHARP).moved((-0.004, middle, high / 2), upright)
    return [Part.edged(face, "wall"), Part.edged(board, "skirting")]


def open_behind(parts: list[Part]) -> list[Part]:
    """Return the parts shown from the front only: such a wall hides nobody from behind."""
    return [part._replace(front=(1.0, 0.0, 0.0)) for part in parts]


def doorway(thing: Doorway) -> list[Part]:
    """Return a piece of wall that ends at y = 0, and from there a wooden frame round the opening: two posts and what
    lies across them; the opening is left of someone who faces it.
    """
    wide, out = _CASING
    parts = wall_piece(thing.width, thing.height, thing.thick, thing.width / 2)
    deep = thing.thick + 2 * out
    turned = rot(2, 90)  # its length runs along y
    middle = -thing.thick / 2
    post = slab((wide, deep, thing.height + 0.01), corner=2 * _SHARP, edge=2 * _SHARP)
    lintel = slab((thing.opening, deep, wide), corner=2 * _SHARP, edge=2 * _SHARP)
    near, far = wide / 2 - _OVER, _OVER - thing.opening - wide / 2
    parts += [Part.edged(post.moved((middle, at, 0), turned), "wood") for at in (near, far)]
    across = lintel.moved((middle, (near + far) / 2, thing.height + 0.01 - wide), turned)
    return [*parts, Part.edged(across, "wood")]
