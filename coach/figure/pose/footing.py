"""A foot brought to where it should be, and the leg behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.joints import rotation_of
from coach.figure.pose.flesh import Flesh, bones_of
from coach.figure.pose.limbs import Foot
from coach.figure.pose.reach import Reach, bend_leg
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Surface
from coach.figure.pose.strain import reading, strain
from coach.figure.pose.targets import Target, seen_from
from coach.figure.pose.touch import patch
from coach.figure.rotation import Array, X, Y, about, frame, rot, unit

_KNEE: Final = (1.0, 0.06, 0.0)  # where a knee points when nothing is told: forward
_CROSSED: Final = (0.3, 1.0, 0.0)  # the knee of a leg that lies across the other
_BALL: Final = np.array([0.132, 0.0, -0.048])  # from the ankle to the ball of the foot, for a stature of 1.70 m
_SWIVELS: Final = tuple(range(-60, 61, 10))
_PRESSED: Final = 0.004  # metres by which an ankle sinks into the thigh it lies on
_FIRST_GUESS: Final = 0.04  # metres from a joint to the skin


class Stand(NamedTuple):
    """One foot's task: what it is told, which foot, and the place."""

    foot: Foot
    side: str
    target: Target


class Leg:
    """One leg of a rig, and the angles of its ankle where nothing else says how the foot is turned."""

    def __init__(self, rig: Rig, side: str, ankle: Mapping[str, float]) -> None:
        self.rig = rig
        self.side = side
        self._ankle = ankle

    def bring(self, ankle_at: Array, towards: Array, turned: Array | None = None) -> Reach:
        """Bring the ankle there and turn the foot into the frame `turned`, or by its angles; and place the leg."""
        reach = bend_leg(self.rig, self.side, ankle_at, towards)
        self.turn_foot(turned)
        self.rig.settle(f"thigh.{self.side}")
        return reach

    def towards(self, foot: Foot, otherwise: tuple[float, float, float] = _KNEE) -> Array:
        """Return where the knee points, in the world."""
        return seen_from(self.rig.bone("pelvis")[0], foot.knee or otherwise, self.side)

    def turn_foot(self, turned: Array | None) -> None:
        """Turn the foot into this frame, or by its angles; hip and knee are bent already."""
        name, number = f"ankle.{self.side}", INDEX[f"foot.{self.side}"]
        local = self.rig.local
        if turned is None:
            local[number] = rotation_of(name, self._ankle)
            return
        thigh = self.rig.turned[INDEX["pelvis"]] @ local[INDEX[f"thigh.{self.side}"]]
        shank = thigh @ local[INDEX[f"shank.{self.side}"]]
        local[number] = shank.T @ turned

    def bend_toes(self, degrees: float) -> None:
        """Bend the toes up."""
        name = f"toes.{self.side}"
        self.rig.local[INDEX[name]] = rotation_of(name, {"extension": min(degrees, 60.0)})


def plant(leg: Leg, flesh: Flesh, stand: Stand, surface: Surface) -> Reach:
    """Stand a foot on a flat surface: on the sole, the heel, the ball or the back of the foot."""
    foot, target = stand.foot, stand.target
    touch = foot.touch or "sole"
    turned = _flat(leg.rig, stand, surface) if touch in {"sole", "ball"} else None
    lift, tilt = foot.lift or 0.0, foot.tilt or 0.0
    point = target.point + target.normal * lift
    if turned is not None and tilt:  # the ball of the foot stays where it is
        moved = (turned @ rot(Y, -tilt) - turned) @ _BALL * flesh.scale
        point += moved - target.normal * (moved @ target.normal)
    if tilt > 0:
        leg.bend_toes(tilt)
    part = flesh.part(bones_of(stand.side, "foot", "toes"), 400)
    height = _FIRST_GUESS
    for _again in range(2 if turned is not None else 4):
        leg.bring(point + target.normal * height, leg.towards(foot), turned)
        lowest = float(surface.depth(flesh.points(part, leg.rig)[0].astype(float)).min())
        height = float(surface.depth(leg.rig.bone(f"foot.{stand.side}")[1])) - lowest
    return leg.bring(point + target.normal * height, leg.towards(foot), turned)


def cross(leg: Leg, flesh: Flesh, stand: Stand) -> tuple[Reach, float]:
    """Lay the outer ankle on a limb; return the reach and the gap between the two skins, in metres."""
    foot, side, target = stand
    other = "L" if target.bone.endswith("L") else "R"
    held = patch(flesh, leg.rig, bones_of(other, "thigh", "shank"), target.point, 0.14)
    part = flesh.part(bones_of(side, "shank", "foot"), 500)
    base = target.point + target.outwards * (foot.past or 0.0)
    towards = leg.towards(foot, _CROSSED)
    lift = _FIRST_GUESS
    if not foot.exact:
        towards = _easiest(leg.rig, side, base + target.normal * lift, towards)
    reach = leg.bring(base + target.normal * lift, towards)
    for _again in range(4):
        gap = float(held.gap(flesh.points(part, leg.rig)[0]).min()) + _PRESSED
        if abs(gap) < 0.0015:
            break
        lift -= 0.8 * gap
        reach = leg.bring(base + target.normal * lift, towards)
    return reach, float(held.gap(flesh.points(part, leg.rig)[0]).min()) + _PRESSED


def _easiest(rig: Rig, side: str, ankle_at: Array, towards: Array) -> Array:
    """The direction of the knee, near the one told, that strains the hip least."""
    best, found = np.inf, towards
    start = rig.bone(f"thigh.{side}")[1]
    for swivel in _SWIVELS:
        tried = about(ankle_at - start, swivel) @ towards
        bend_leg(rig, side, ankle_at, tried)
        name = f"hip.{side}"
        cost = 0.4 * (swivel / 60) ** 2 + 2 * strain(name, reading(name, rig.local[INDEX[f"thigh.{side}"]]))
        if cost < best:
            best, found = cost, tried
    return found


def _flat(rig: Rig, stand: Stand, surface: Surface) -> Array:
    """The frame of a foot whose sole lies on the surface, its heel raised by the tilt."""
    foot, side, target = stand
    ahead = heading(rig, surface) if surface.normal[2] > 0.9 else surface.forward
    outwards = np.cross(target.normal, ahead) * (-1 if side == "R" else 1)
    angle = np.radians(foot.toe if foot.toe is not None else 4.0)
    toes = np.cos(angle) * ahead + np.sin(angle) * outwards
    return frame(z=target.normal, x=toes) @ rot(Y, foot.tilt or 0.0)


def heading(rig: Rig, surface: Surface) -> Array:
    """Where toes point on a lying surface: to the front of someone upright, away from the head of someone lying."""
    axes = rig.bone("pelvis")[0]
    front, down = axes[:, X], -axes[:, 2]
    level = [vector - (vector @ surface.normal) * surface.normal for vector in (front, down)]
    return unit(level[0] if np.linalg.norm(level[0]) > 0.6 else level[1])
