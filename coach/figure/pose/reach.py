"""Two bones that reach for a point: the closed form by the law of cosines, for arms and for legs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.pose.rig import Rig
from coach.figure.rotation import Array, Y, frame, rot, unit

#: Of the length of two straight bones: a limb never quite straightens, so that its bend keeps a direction.
_STRAIGHT = 0.9992
_LEAST = 1e-3


class Reach(NamedTuple):
    """The middle joint, the end and the side the bend points to, (3,) each; the end wanted, and metres it was missed by."""

    middle: Array
    end: Array
    side: Array
    wanted: Array
    missed: float


def two_bones(start: Array, target: Array, upper: float, lower: float, towards: Array) -> Reach:
    """Bend two bones of these lengths so that they end at the target, the middle joint pointing `towards`."""
    way = target - start
    wanted = float(np.sqrt(way @ way))
    along = way / max(wanted, 1e-9)
    distance = min(max(wanted, abs(upper - lower) + _LEAST), (upper + lower) * _STRAIGHT)
    share = (upper * upper - lower * lower + distance * distance) / (2 * distance)
    height = np.sqrt(max(upper * upper - share * share, 0.0))
    side = towards - (towards @ along) * along
    if side @ side < 1e-10:
        side = np.cross(along, (0.3, 0.2, 0.9))
    side = unit(side)
    return Reach(start + share * along + height * side, start + distance * along, side, target, abs(wanted - distance))


def bend_arm(rig: Rig, side: str, wrist: Array, towards: Array) -> Reach:
    """Turn shoulder and elbow so that the hand's joint is at `wrist`, the elbow pointing `towards`; world axes."""
    upper, lower = rig.skeleton.length("upperarm"), rig.skeleton.length("forearm")
    arm, forearm = INDEX[f"upperarm.{side}"], INDEX[f"forearm.{side}"]
    start = rig.joints[arm]
    reach = two_bones(start, wrist, upper, lower, towards)
    up, fore = unit(start - reach.middle), unit(reach.end - reach.middle)
    turned = frame(z=up, x=-reach.side if fore @ up < -0.9998 else fore)
    bent = rot(Y, -_angle(-up, fore))
    rig.local[arm] = rig.turned[INDEX[f"clavicle.{side}"]].T @ turned
    rig.local[forearm] = bent
    return reach


def bend_leg(rig: Rig, side: str, ankle: Array, towards: Array) -> Reach:
    """Turn hip and knee so that the foot's joint is at `ankle`, the knee pointing `towards`; world axes."""
    upper, lower = rig.skeleton.length("thigh"), rig.skeleton.length("shank")
    thigh, shank = INDEX[f"thigh.{side}"], INDEX[f"shank.{side}"]
    start = rig.joints[thigh]
    reach = two_bones(start, ankle, upper, lower, towards)
    up, fore = unit(start - reach.middle), unit(reach.end - reach.middle)
    turned = frame(z=up, x=reach.side if fore @ up < -0.9998 else -fore)
    rig.local[thigh] = rig.turned[INDEX["pelvis"]].T @ turned
    rig.local[shank] = rot(Y, _angle(-up, fore))
    return reach


def _angle(one: Array, other: Array) -> float:
    """Degrees between two unit vectors."""
    return float(np.degrees(np.arccos(min(max(float(one @ other), -1.0), 1.0))))
