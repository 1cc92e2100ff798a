"""Where a hand or foot is told to be, as a point, a normal and directions in the world."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from coach.figure.names import SPINE
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.limbs import Foot, Hand
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Room, Surface
from coach.figure.pose.spots import spot
from coach.figure.rotation import Array, unit


class Target(NamedTuple):
    """A place to be at: (3,) point and outward normal, the direction of angle 0 in the surface and that of 90.

    `bone` carries it, "" for the room; `surface` is the flat thing it lies on, if any; `usual` is where fingers point there
    when nothing is told, in degrees.
    """

    point: Array
    normal: Array
    ahead: Array
    outwards: Array
    bone: str
    surface: Surface | None
    usual: float = 0.0

    def direction(self, degrees: float) -> Array:
        """Return the unit vector in the surface so many degrees from `ahead` to `outwards`."""
        angle = np.radians(degrees)
        return np.asarray(np.cos(angle) * self.ahead + np.sin(angle) * self.outwards)


def on_body(flesh: Flesh, rig: Rig, limb: Hand | Foot, side: str) -> Target | None:
    """Return the place on the body that a limb is told to touch; None when it is told something else.

    `LookupError` where there is no skin.
    """
    place = spot(limb.on or "", side)
    if place is None:
        return None
    along = place.along if limb.along is None else limb.along
    around = place.around if limb.around is None else limb.around
    anchor = flesh.anchor(place.bone, along, around, side)
    point, normal = flesh.place(anchor, rig)
    turned, _joint = rig.bone(place.bone)
    axis = flesh.axis(place.bone) * (-1 if place.bone in SPINE else 1)  # of the trunk, along is down
    ahead = turned @ axis
    ahead = unit(ahead - (ahead @ normal) * normal)
    own = place.bone[-1] if place.bone.endswith((".L", ".R")) else side
    outwards = np.cross(normal, ahead) * (-1 if own == "R" else 1)
    return Target(point, normal, ahead, outwards, place.bone, None, place.fingers)


def on_thing(room: Room, on: str, at: tuple[float, ...] | None, over: Array, side: str) -> Target | None:
    """Return the place on a thing, or on the floor; below the point `over` when nothing is told; None for no such thing."""
    if on == "floor":
        over = over if at is None else np.array([at[0], at[1], 0.0])
        surface = room.surface(on, over)
    else:
        surface = room.surface(on)
    if surface is None:
        return None
    point = over - surface.depth(over) * surface.normal if at is None or on == "floor" else surface.point(at)
    outwards = surface.left * (-1 if side == "R" else 1)
    return Target(point, surface.normal, surface.forward, outwards, "", surface)


def in_the_air(hand: Hand, side: str, at: Array | None) -> Target | None:
    """Return where a free hand is told to be, its palm at a point; None when its angles say it."""
    if at is None or len(hand.at or ()) != 3:
        return None
    outwards = np.array([0.0, -1.0 if side == "R" else 1.0, 0.0])
    normal = -unit(hand.palm if hand.palm is not None else -outwards)
    ahead = np.array([1.0, 0.0, 0.0]) if abs(normal[0]) < 0.9 else np.array([0.0, 0.0, 1.0])
    ahead = unit(ahead - (ahead @ normal) * normal)
    across = np.cross(normal, ahead)
    across = across if across @ outwards >= 0 else -across
    return Target(at, normal, ahead, across, "", None)


def seen_from(axes: Array, direction: tuple[float, float, float], side: str) -> Array:
    """Return [forward, outwards, up] of a bone with these axes as a direction in the world."""
    forward, outwards, up = direction
    return np.asarray(axes @ np.array([forward, outwards * (-1 if side == "R" else 1), up]))
