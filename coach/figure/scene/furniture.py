"""Chair, stool and desk, in their own axes: x forward, the middle of seat or top above the origin. Metres."""

from __future__ import annotations

import numpy as np

from coach.figure.mesh import Mark
from coach.figure.pose.props import Chair, Desk, Stool
from coach.figure.rotation import Array, Y, rot
from coach.figure.scene.parts import Part
from coach.figure.scene.room import open_behind, wall_piece
from coach.figure.scene.solids import slab, tube
from coach.figure.scene.surface import marks_on

_PAD = 0.048  # the upholstery's thickness
_RAIL = 0.045  # the height of the wooden frame below
_RAKE = np.radians(11)  # how far the back leans
_WALL_GAP = 0.02
_FOOT = 0.022  # from the rear edge of the seat to where the posts of the back begin
_BACK = 0.036  # thickness of the padded back


def chair(thing: Chair) -> list[Part]:
    """Return a wooden chair: a padded seat, four slim legs, a padded back between two posts."""
    depth, width = thing.size
    parts = [*_seat(thing.size, thing.seat), *_legs(thing.size, thing.seat)]
    foot, reach = -depth / 2 + _FOOT, thing.back
    for side in (1, -1):
        up = np.linspace(-0.012, reach - 0.03, 7)  # its lower end hidden in the pad
        line = np.stack([foot + _lean(up), np.full(7, side * (width / 2 - 0.045)), thing.seat - 0.02 + up], 1)
        parts.append(Part(tube(line, np.linspace(0.017, 0.012, 7), sides=10), "wood"))
    high = _pad_height(thing)
    pad = slab((high, width - 0.03, _BACK), corner=0.045, edge=0.014, step=0.12)
    vertices = pad.vertices.copy()
    vertices[:, 2] += 0.5 * vertices[:, 1] ** 2  # hollow, for the back that leans there
    middle = reach - high / 2
    turned = rot(Y, 90 - np.degrees(_RAKE))
    at = (foot + float(_lean(np.array([middle]))[0]) - 0.002, 0, thing.seat - 0.02 + middle)
    parts.append(Part(pad._replace(vertices=vertices).moved(at, turned), "seat"))
    if thing.by_the_wall:
        back = foot + float(_lean(np.array([reach]))[0]) - _WALL_GAP - 0.02
        parts += [
            part._replace(solid=part.solid.moved((back, 0, 0))) for part in open_behind(wall_piece(1.2, 1.75, 0.04))
        ]
    return parts


def _pad_height(thing: Chair) -> float:
    return min(0.72 * thing.back, 0.34)


def back_rest(thing: Chair, up: float) -> float:
    """How far forward of the middle of the seat the back's padded face is, `up` metres above the seat."""
    return float(-thing.size[0] / 2 + _FOOT + _lean(np.array([up + 0.02]))[0] + _BACK / np.cos(_RAKE) - 0.002)


def _lean(up: Array) -> Array:
    """How far forward a post of the back is so high above the seat: it bends backwards."""
    return np.asarray(-np.tan(_RAKE) * np.maximum(up, 0) ** 1.25 / 0.3**0.25)


def stool(thing: Stool) -> list[Part]:
    """Return a padded stool on four legs."""
    return [*_seat(thing.size, thing.seat), *_legs(thing.size, thing.seat)]


def _seat(size: tuple[float, float], height: float) -> list[Part]:
    """The pad, whose upper side is level and so high, on its frame."""
    depth, width = size
    pad = slab((depth, width, _PAD), corner=0.05, edge=0.02)
    frame = slab((depth - 0.03, width - 0.03, _RAIL), corner=0.012, edge=0.004)
    return [
        Part(pad.moved((0, 0, height - _PAD)), "seat"),
        Part(frame.moved((0, 0, height - _PAD - _RAIL + 0.004)), "wood"),
    ]


def _legs(size: tuple[float, float], height: float) -> list[Part]:
    depth, width = size
    parts = []
    for ahead in (1, -1):
        for side in (1, -1):
            top = np.array([ahead * (depth / 2 - 0.042), side * (width / 2 - 0.042), height - _PAD - 0.01])
            foot = np.array([top[0] + ahead * 0.022, top[1] + side * 0.014, 0])
            share = np.linspace(0, 1, 4)[:, None]
            parts.append(Part(tube(foot + share * (top - foot), np.linspace(0.0115, 0.018, 4), sides=10), "wood"))
    return parts


_TOP = 0.028  # thickness of a desk's top


def desk(thing: Desk) -> list[Part]:
    """Return a desk that stands before somebody who looks along +x: its screen looks back at them."""
    depth, width = thing.size
    under = thing.height - _TOP
    parts = [Part(slab((depth, width, _TOP), corner=0.02, edge=0.006).moved((0, 0, under)), "desk")]
    for ahead in (1, -1):
        for side in (1, -1):
            x, y = ahead * (depth / 2 - 0.055), side * (width / 2 - 0.055)
            share = np.linspace(0, 1, 5)[:, None]
            line = (
                np.array([x + ahead * 0.02, y + side * 0.02, 0]) * (1 - share) + np.array([x, y, under + 0.004]) * share
            )
            parts.append(Part(tube(line, np.linspace(0.013, 0.02, 5), sides=10), "metal"))
    if thing.screen:
        parts += _screen(depth, thing.height, thing.screen_top)
    if thing.keyboard:
        parts.append(_keyboard(-depth / 2 + 0.16, thing.height))
    return parts


def _screen(depth: float, top: float, upper: float) -> list[Part]:
    """A screen with a thin frame, tilted a little upwards, on a slim stand."""
    wide, high, thick = 0.56, 0.335, 0.022
    x, middle = depth / 2 - 0.16, upper - high / 2
    turned = rot(Y, -90 + 8)  # its upper side looks back along -x and a little up
    body = slab((high, wide, thick), corner=0.014, edge=0.004).moved((0, 0, -thick)).moved((x, 0, middle), turned)
    glow = (
        slab((high - 0.026, wide - 0.026, 0.003), corner=0.006, edge=0.001)
        .moved((0, 0, -0.0015))
        .moved((x, 0, middle), turned)
    )
    foot = slab((0.17, 0.24, 0.012), corner=0.03, edge=0.004).moved((x + 0.035, 0, top))
    neck = tube(
        [(x + 0.045, 0, top + 0.004), (x + 0.04, 0, middle - 0.1), (x + 0.012, 0, middle)], [0.017, 0.017, 0.015]
    )
    ends = enumerate((0.02, 0.16, 0.12, 0.15, -0.02))
    rows = [np.array([(0.1 - 0.042 * row, 0.2, 0.05), (0.1 - 0.042 * row, -end, 0.05)]) for row, end in ends]
    text = [row @ turned.T + (x, 0, middle) for row in rows]
    return [
        Part(body, "screen"),
        Part(glow, "screen.glow", 0.4, marks_on(glow, "text", text, turned @ (0, 0, -1.0))),
        Part(neck, "metal"),
        Part(foot, "metal"),
    ]


def _keyboard(x: float, top: float) -> Part:
    """A flat keyboard with three lines between its rows of keys."""
    solid = slab((0.135, 0.42, 0.017), corner=0.012, edge=0.004)
    rows = [np.array([(row, 0.19, 0.05), (row, -0.19, 0.05)]) for row in (-0.034, 0.0, 0.034)]
    marks: tuple[Mark, ...] = marks_on(solid, "keys", rows, np.array([0, 0, -1.0]))
    return Part(solid.moved((x, 0, top)), "keys", 0.55, marks)
