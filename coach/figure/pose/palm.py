"""A hand brought to where it should be: its frame, the arm behind it, and the most comfortable way to do so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.limbs import Hand
from coach.figure.pose.reach import Reach, bend_arm
from coach.figure.pose.rig import Rig
from coach.figure.pose.strain import reading, strain
from coach.figure.pose.targets import Target, seen_from
from coach.figure.rotation import Array, X, Z, about, frame, quaternions, rot, unit

_ELBOW: Final = (-0.5, 1.0, -0.6)  # where an elbow points when nothing is told: back, out and down
_ELBOW_ROOM: Final = 0.045  # metres from the joint to the skin
_PALM: Final = 0.6  # of the hand's length: where the middle of the palm is
_TURNS: Final = (0.0, -15.0, 15.0, -30.0, 30.0, -45.0, 45.0)
_SWIVELS: Final = (-20.0, 20.0, -40.0, 40.0, -60.0, 60.0, -80.0, 80.0)
_FINALISTS: Final = 3  # turns of the hand that are tried with all swivels
_EASY: Final = 0.05  # a way with less strain than this is good enough
_FULL: Final = 0.82  # of the arm's length: from here on the shoulder girdle helps


class Chosen(NamedTuple):
    """How a hand is brought to its place: degrees it turns in the surface, the elbow swivels, and it tips off its fingers."""

    turn: float = 0.0
    swivel: float = 0.0
    tip: float = 0.0


@dataclass(frozen=True, slots=True)
class Grasp:
    """One hand's task: what it is told, and where; whether girdle angles were told, which then stay; the floor's height."""

    hand: Hand
    side: str
    target: Target
    girdle_told: bool
    floor: float

    @property
    def sign(self) -> int:
        """1 on the left, -1 on the right."""
        return -1 if self.side == "R" else 1


def reach_for(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, tip: float = 0.0) -> tuple[Reach, Chosen]:
    """Bring the hand to its target, `lift` metres above it, in the way that strains least of those tried."""
    chosen = Chosen(tip=tip)
    if not grasp.hand.exact:
        turns = [_tried(rig, flesh, grasp, lift, Chosen(turn, tip=tip)) for turn in _TURNS]
        best = min(turns)
        for _strain, _size, way in sorted(turns)[:_FINALISTS]:
            if best[0] < _EASY:
                break
            best = min(best, *(_tried(rig, flesh, grasp, lift, way._replace(swivel=each)) for each in _SWIVELS))
        chosen = best[2]
    return bring(rig, flesh, grasp, lift, chosen), chosen


def bring(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: Chosen) -> Reach:
    """Bring the hand there in that way, and place the arm."""
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


def _tried(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: Chosen) -> tuple[float, float, Chosen]:
    """What a way costs, how far it is from what was told, and the way itself: the least of these is taken."""
    reach = _bring(rig, flesh, grasp, lift, chosen)
    side = grasp.side
    total = 0.35 * (chosen.turn / 30) ** 2 + 0.35 * (chosen.swivel / 50) ** 2 + (reach.missed * 30) ** 2
    for joint, bone in (("shoulder", "upperarm"), ("elbow", "forearm"), ("forearm", "wrist"), ("wrist", "hand")):
        name = f"{joint}.{side}"
        total += strain(name, reading(name, rig.local[INDEX[f"{bone}.{side}"]]))
    total += _awkward(rig, flesh, grasp, reach.middle)
    return total, abs(chosen.turn) + abs(chosen.swivel), chosen


def _awkward(rig: Rig, flesh: Flesh, grasp: Grasp, elbow: Array) -> float:
    """A cost for an elbow in the ribs or in the floor, or one that goes behind the back to the other side."""
    turned, joint = rig.bone("thorax2")
    x, y, z = turned.T @ (elbow - joint) / flesh.scale
    inside = 1 - (x / 0.15) ** 2 - (y / 0.21) ** 2
    ribs = max(inside, 0.0) * 4 if -0.25 < z < 0.2 else 0.0
    behind = max(0.20 - y * grasp.sign, 0.0) * 12 if x < 0 else 0.0
    return ribs + behind + max(grasp.floor + _ELBOW_ROOM - float(elbow[2]), 0.0) * 60


def _bring(rig: Rig, flesh: Flesh, grasp: Grasp, lift: float, chosen: Chosen) -> Reach:
    """Turn girdle, arm and hand; of the world only the upper arm's joint is placed anew."""
    hand, target, side = grasp.hand, grasp.target, grasp.side
    fingers = target.direction(target.usual if hand.fingers is None else hand.fingers)
    if chosen.turn:
        fingers = about(target.normal, chosen.turn * -grasp.sign) @ fingers
    if chosen.tip:
        fingers = np.cos(np.radians(chosen.tip)) * fingers + np.sin(np.radians(chosen.tip)) * target.normal
    turned = frame(z=-fingers, y=grasp.sign * target.normal)
    wrist = target.point + target.normal * lift - turned @ palm_centre(flesh, side)
    if not grasp.girdle_told:
        follow(rig, side, wrist)
    chest = rig.bone("thorax3")[0]
    towards = seen_from(chest, hand.elbow or _ELBOW, side)
    if chosen.swivel:
        towards = about(wrist - rig.bone(f"upperarm.{side}")[1], chosen.swivel * -grasp.sign) @ towards
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
    protraction = 4 + 16 * max(forward, 0.0) * (0.35 + stretched) - 22 * max(-forward, 0.0)
    elevation = min(20.8 * max(up + 0.35, 0.0), 32.0) + 6 * stretched * max(up, 0.0)
    local = rot(X, sign * elevation) @ rot(Z, -sign * protraction)
    rig.local[collar] = local
    rig.turned[collar] = chest @ local
    rig.joints[collar] = collar_joint
    rig.joints[arm] = collar_joint + rig.turned[collar] @ rig.skeleton.offsets[arm]


def _turn_hand(rig: Rig, side: str, turned: Array) -> None:
    """Turn forearm and wrist so that the hand is in this frame; the rest of the arm is bent already.

    The forearm takes the twist about its length, the wrist the swing that is left: unlike three angles one after the other
    this never flips, not with the wrist at a right angle either.
    """
    arm, fore = INDEX[f"upperarm.{side}"], INDEX[f"forearm.{side}"]
    forearm = rig.turned[INDEX[f"clavicle.{side}"]] @ rig.local[arm] @ rig.local[fore]
    whole = forearm.T @ turned
    w, _x, _y, z = quaternions(whole[None])[0]
    twist = rot(Z, float(np.degrees(2 * np.arctan2(z, w))))
    rig.local[INDEX[f"wrist.{side}"]] = twist
    rig.local[INDEX[f"hand.{side}"]] = twist.T @ whole
