"""Looks at a whole motion: how deep anything sinks, how fast any joint turns."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from coach.figure.bones import NAMES
from coach.figure.forward import Placed
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.motion import Motion
from coach.figure.pose.room import Room
from coach.figure.skin import skin

_EDGE = -0.03  # metres inside the edge: round edges give way


class Sinking(NamedTuple):
    """The deepest that skin sinks into something: metres, the moment, the bone and the thing; sole and seat flesh count."""

    depth: float
    u: float
    bone: str
    thing: str


class Speed(NamedTuple):
    """The fastest that a bone turns: degrees per unit of u, the moment and the bone."""

    degrees: float
    u: float
    bone: str


def moments(motion: Motion, steps: int) -> list[float]:
    """Return moments evenly through a motion, so many from key to key."""
    count = round(motion.length * steps)
    if not count:
        return [0.0]
    return [motion.length * step / count for step in range(count + 1)]


def sinking(flesh: Flesh, room: Room, placed: Placed, u: float = 0.0) -> Sinking:
    """Return how deep the skin sinks into floor, mat, seat or pillow at one moment."""
    vertices = skin(flesh.mesh, placed, draped=True)[0].astype(float)
    worst = Sinking(0.0, u, "", "")
    for surface in (room.floor, *room.lying):
        depth = -surface.depth(vertices)
        if surface.name == "mat":
            depth = np.where(surface.covers(vertices), depth, 0.0)
        elif surface is not room.floor:
            depth = np.where(surface.covers(vertices, _EDGE) & (depth <= surface.thick), depth, 0.0)
        deepest = int(depth.argmax())
        if depth[deepest] > worst.depth:
            worst = Sinking(float(depth[deepest]), u, NAMES[flesh.owner[deepest]], surface.name)
    return worst


def worst_sinking(flesh: Flesh, room: Room, motion: Motion, steps: int = 12) -> Sinking:
    """Return the deepest sinking of a whole motion."""
    return max((sinking(flesh, room, motion.at(u), u) for u in moments(motion, steps)), key=lambda each: each.depth)


def fastest(motion: Motion, steps: int = 24) -> Speed:
    """Return the fastest turn of any bone against the room, between moments so many to a key."""
    worst = Speed(0.0, 0.0, "")
    times = moments(motion, steps)
    before = motion.at(times[0]).turned
    for last, u in pairwise(times):
        now = motion.at(u).turned
        traces = np.einsum("nij,nij->n", before, now)
        turned = np.degrees(np.arccos(np.clip((traces - 1) / 2, -1, 1))) / (u - last)
        most = int(turned.argmax())
        if turned[most] > worst.degrees:
            worst = Speed(float(turned[most]), u, NAMES[most])
        before = now
    return worst
