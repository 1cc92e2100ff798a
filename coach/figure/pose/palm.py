"""A hand brought to where it should be: its frame, the arm behind it, and the most comfortable way to do so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.joints import rotation_of
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.limbs import Hand
from coach.figure.pose.reach import Reach, bend_arm
from coach.figure.pose.rig import Rig
from coach.figure.pose.strain import reading, strain
from coach.figure.pose.targets import Target, seen_from
from coach.figure.rotation import Array, X, Z, about, frame, rot, unit

_ELBOW: Final = (-0.5, 1.0, -0.6)  # where an elbow points when nothing is told: back, out and down
_PALM: Final = 0.6  # of the hand's length: where the middle of the palm is
_TURNS: Final = (0, -15, 15, -30, 30, -45, 45)
_SWIVELS: Final = (0, -25, 25, -50, 50, -75, 75)
_EASY: Final = 0.05  # a way with less strain than this is good enough
_FULL: Final = 0.82  # of the arm's length: from here on the shoulder girdle helps


@dataclass(frozen=True, slots=True)
class Grasp:
    """One hand's task: what it is told, where, and which girdle angles were told and are not for the reach to change."""

    hand: Hand
    side: str
    target: Target
    girdle_told: bool

    @property
    def sign(self) -> int:
        """1 on the left, -1 on the right."""
        return -1 if self.side == "R" else 1


def reach_for(rig: Rig, flesh: Flesh, grasp: Grasp, *, search: bool, lift: float) -> tuple[Reach, tuple[float, float]]:
    """Bring the hand to its target, `lift` metres above it; return the reach, and the turn and swivel chosen (degrees).

    The search tries turns of the hand in the surface and swivels of the elbow, and takes the least strain.
    """
    chosen = (0.0, 0.0)
    if search and not grasp.hand.exact:
        best = np.inf
        for turn in _TURNS:
            for swivel in _SWIVELS:
                cost = _cost(rig, flesh, grasp, lift, (turn, swivel))
                if cost < best - 1e-9:
                    best, chosen = cost, (float(turn), float(swivel))
            if best < _EASY:
                break
    return bring(rig, flesh, grasp, lift, chosen), chosen


def bring(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: tuple[float, float]) -> Reach:
    """Bring the hand there, turned and swivelled by these degrees, and place the arm."""
    reach = _bring(rig, flesh, grasp, lift, chosen)
    rig.settle(f"clavicle.{grasp.side}")
    return reach


def pin_hand(rig: Rig, side: str, turned: Array, wrist: Array, towards: Array) -> Reach:
    """Bring the hand's joint to `wrist` and the hand into the frame `turned`, the girdle as it is, and place the arm."""
    reach = bend_arm(rig, side, wrist, towards)
    _turn_hand(rig, side, turned)
    rig.settle(f"upperarm.{side}")
    return reach


def palm_centre(flesh: Flesh, side: str) -> Array:
    """Return the middle of the palm's skin seen from the hand's joint, in the hand's axes; (3,) metres."""
    bone = f"hand.{side}"
    anchor = flesh.anchor(bone, _PALM, -90.0)
    bind = flesh.mesh.bind
    point = anchor.shares @ flesh.mesh.vertices[anchor.corners]
    return np.asarray(bind.turned[INDEX[bone]].T @ (point - bind.joints[INDEX[bone]]))


def _cost(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: tuple[float, float]) -> float:
    reach = _bring(rig, flesh, grasp, lift, chosen)
    side = grasp.side
    total = 0.35 * (chosen[0] / 30) ** 2 + 0.35 * (chosen[1] / 50) ** 2 + (reach.missed * 30) ** 2
    for joint, bone in (("shoulder", "upperarm"), ("elbow", "forearm"), ("forearm", "wrist"), ("wrist", "hand")):
        name = f"{joint}.{side}"
        total += strain(name, reading(name, rig.local[INDEX[f"{bone}.{side}"]]))
    return total + _in_the_trunk(rig, flesh, reach.middle)


def _in_the_trunk(rig: Rig, flesh: Flesh, elbow: Array) -> float:
    """A cost for an elbow that the ribs leave no room for."""
    turned, joint = rig.bone("thorax2")
    x, y, z = turned.T @ (elbow - joint) / flesh.scale
    inside = 1 - (x / 0.15) ** 2 - (y / 0.21) ** 2
    return max(inside, 0.0) * 4 if -0.25 < z < 0.2 else 0.0


def _bring(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: tuple[float, float]) -> Reach:
    """Turn girdle, arm and hand; of the world only the upper arm's joint is placed anew."""
    hand, target, side = grasp.hand, grasp.target, grasp.side
    fingers = target.direction(hand.fingers or 0.0)
    if chosen[0]:
        fingers = about(target.normal, chosen[0]) @ fingers
    turned = frame(z=-fingers, y=grasp.sign * target.normal)
    wrist = target.point + target.normal * lift - turned @ palm_centre(flesh, side)
    if not grasp.girdle_told:
        follow(rig, side, wrist)
    chest = rig.bone("thorax3")[0]
    towards = seen_from(chest, hand.elbow or _ELBOW, side)
    if chosen[1]:
        towards = about(wrist - rig.bone(f"upperarm.{side}")[1], chosen[1] * -grasp.sign) @ towards
    reach = bend_arm(rig, side, wrist, towards)
    _turn_hand(rig, side, turned)
    return reach


def follow(rig: Rig, side: str, wrist: Array) -> None:
    """Let the shoulder girdle follow a reach: forwards with a long arm, up with a high one."""
    sign = -1 if side == "R" else 1
    collar, arm = INDEX[f"clavicle.{side}"], INDEX[f"upperarm.{side}"]
    chest, top = rig.bone("thorax3")
    rig.local[collar] = np.eye(3)
    rig.turned[collar] = chest
    collar_joint = top + chest @ rig.skeleton.offsets[collar]
    way = chest.T @ (wrist - collar_joint - chest @ rig.skeleton.offsets[arm])
    distance = float(np.sqrt(way @ way))
    forward, _left, up = unit(way)
    length = rig.skeleton.length("upperarm") + rig.skeleton.length("forearm")
    stretched = min(max((distance - _FULL * length) / ((1 - _FULL) * length), 0.0), 1.3)
    protraction = 4 + 16 * max(forward, 0.0) * (0.35 + stretched) - 12 * max(-forward, 0.0)
    elevation = min(20.8 * max(up + 0.35, 0.0), 32.0) + 6 * stretched * max(up, 0.0)
    local = rot(X, sign * elevation) @ rot(Z, -sign * protraction)
    rig.local[collar] = local
    rig.turned[collar] = chest @ local
    rig.joints[collar] = collar_joint
    rig.joints[arm] = collar_joint + rig.turned[collar] @ rig.skeleton.offsets[arm]


def _turn_hand(rig: Rig, side: str, turned: Array) -> None:
    """Turn forearm and wrist so that the hand is in this frame; the rest of the arm is bent already."""
    arm, fore = INDEX[f"upperarm.{side}"], INDEX[f"forearm.{side}"]
    forearm = rig.turned[INDEX[f"clavicle.{side}"]] @ rig.local[arm] @ rig.local[fore]
    m = forearm.T @ turned
    sign = -1 if side == "R" else 1
    pronation = np.degrees(np.arctan2(m[0, 1], m[1, 1])) * sign
    flexion = -np.degrees(np.arcsin(np.clip(m[2, 1], -1, 1))) * sign
    deviation = np.degrees(np.arctan2(m[2, 0], m[2, 2]))
    rig.local[INDEX[f"wrist.{side}"]] = rotation_of(f"forearm.{side}", {"pronation": pronation})
    wrist = {"flexion": flexion, "deviation": deviation}
    rig.local[INDEX[f"hand.{side}"]] = rotation_of(f"wrist.{side}", wrist)
