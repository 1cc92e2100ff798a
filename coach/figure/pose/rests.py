"""What a body rests on: the tilt and the height of its hips, and how its head comes down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.mesh import Mesh
from coach.figure.names import SPINE
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.model import Lie, Part
from coach.figure.pose.resolve import Whole
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Room
from coach.figure.rotation import Array, X, Y, Z, about, rot

#: How the body's own axes (front, left, up along the trunk) lie in the room.
LIE: Final[Mapping[Lie, Array]] = {
    "standing": np.eye(3),
    "sitting": np.eye(3),
    "supine": rot(Y, -90),  # the front up, the head towards -x
    "prone": rot(Y, 90),  # the front down, the head towards +x
    "all-fours": rot(Y, 90),
    "side-right": np.array([[0, 0, -1.0], [-1, 0, 0], [0, 1, 0]]),  # on the right side, the head towards -x
    "side-left": np.array([[0, 0, -1.0], [1, 0, 0], [0, -1, 0]]),
}
#: The bones whose skin a part of the body rests with.
PARTS: Final[Mapping[Part, tuple[str, ...]]] = {
    "pelvis": ("pelvis", "lumbar1"),
    "buttocks": ("pelvis", "thigh.L", "thigh.R"),
    "back": ("thorax1", "thorax2", "thorax3", "clavicle.L", "clavicle.R"),
    "trunk": ("pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1", "thorax2", "thorax3"),
    "front": ("pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1", "thorax2"),
    "shoulders": ("thorax2", "thorax3", "clavicle.L", "clavicle.R"),
    "head": ("head",),
    "knees": ("shank.L", "shank.R", "thigh.L", "thigh.R"),
    "thighs": ("thigh.L", "thigh.R"),
    "shins": ("shank.L", "shank.R", "foot.L", "foot.R", "toes.L", "toes.R"),
    "feet": ("foot.L", "foot.R", "toes.L", "toes.R"),
    "hands": ("hand.L", "hand.R"),
    "forearms": ("forearm.L", "forearm.R", "wrist.L", "wrist.R"),
    "elbows": ("forearm.L", "forearm.R", "upperarm.L", "upperarm.R"),
    "hip.L": ("pelvis", "thigh.L"),
    "hip.R": ("pelvis", "thigh.R"),
    "shoulder.L": ("clavicle.L", "upperarm.L", "thorax3"),
    "shoulder.R": ("clavicle.R", "upperarm.R", "thorax3"),
}
#: Parts that are only the skin around some joints: those joints, and metres from them.
_AROUND: Final[Mapping[Part, tuple[tuple[str, ...], float]]] = {
    "knees": (("shank.L", "shank.R"), 0.11),
    "elbows": (("forearm.L", "forearm.R"), 0.08),
}
#: Parts that only rest once the legs have been brought to where the feet are.
ON_LEGS: Final = frozenset({"knees", "thighs", "shins", "feet"})
_NECK: Final = (("neck1", 0.38), ("neck2", 0.34), ("head", 0.28))


def orientation(pose: Whole) -> Array:
    """Return the axes of the pelvis in the room, before anything levels it; (3, 3)."""
    own = rot(Y, pose.pitch) @ rot(X, -pose.roll) @ rot(Z, pose.twist)
    return rot(Z, pose.yaw) @ LIE[pose.lie] @ own


class Bearing:
    """Brings a rig down onto the surface it rests on."""

    def __init__(self, rig: Rig, flesh: Flesh, room: Room, pose: Whole) -> None:
        self._rig = rig
        self._flesh = flesh
        self._pose = pose
        self._room = room
        self._groups = [_skin_of(flesh, part) for part in pose.rests]
        self.surface = room.surface(pose.on, rig.root) or room.floor

    def level(self) -> None:
        """Tip the body so that two parts reach the surface; along its length only, it never rolls."""
        if len(self._groups) != 2:
            return
        for _again in range(3):
            along = self._rig.root_turned[:, 2] * (1, 1, 0)
            length = float(np.linalg.norm(along))
            if length < 0.3:  # upright: nothing to level
                return
            along /= length
            one, other = (self._lowest(group) for group in self._groups)
            way = (other - one) @ along
            rise = float(other[2] - one[2])
            axis = np.cross(along, (0, 0, 1.0)) * np.sign(way)
            self._tip(axis, -float(np.degrees(np.arctan2(rise, abs(way)))))

    def gap(self) -> float:
        """Metres from the lowest skin of what rests to where it should be; positive above."""
        low = min(float(self._lowest(group)[2]) for group in self._groups)
        return low - float(self.surface.origin[2]) + self._pose.sink

    def lower(self, gap: float = 0.0) -> None:
        """Move the body up or down until what rests lies on the surface, or is so many metres from where it should be."""
        self._rig.shift(np.array([0, 0, gap - self.gap()]))

    def raise_bone(self, bone: str, height: float) -> None:
        """Tip the body about the hips until a bone's joint is at that height above the surface, in metres."""
        wanted = height + self.surface.origin[2]
        for _again in range(3):
            way = self._rig.bone(bone)[1] - self._rig.root
            level = way * (1, 1, 0)
            length = float(np.linalg.norm(level))
            if length < 1e-6:
                return
            rise = np.arcsin(np.clip((wanted - self._rig.root[2]) / np.linalg.norm(way), -1, 1))
            axis = np.cross(level / length, (0, 0, 1.0))
            self._tip(axis, float(np.degrees(rise - np.arctan2(way[2], length))))

    def _tip(self, axis: Array, degrees: float) -> None:
        self._rig.root_turned = about(axis, degrees) @ self._rig.root_turned
        self._rig.settle()

    def _lowest(self, part: Mesh) -> Array:
        vertices, _normals = self._flesh.points(part, self._rig)
        return np.asarray(vertices[vertices[:, 2].argmin()], float)


def _skin_of(flesh: Flesh, part: Part) -> Mesh:
    if part in _AROUND:
        return flesh.near(PARTS[part], *_AROUND[part], most=400)
    return flesh.part(PARTS[part], 400)


def rest_head(rig: Rig, flesh: Flesh, room: Room) -> tuple[dict[str, float], float]:
    """Bend the neck until the head lies on what is below it; return the angles added to the neck and metres of gap left.

    It bends forwards or back, or, of someone on their side, sideways: whichever lowers the head.
    """
    part = flesh.part(("head",), 500)
    gap, bent = 0.0, {"flexion": 0.0, "side": 0.0}
    for _again in range(8):
        vertices = flesh.points(part, rig)[0]
        low = np.asarray(vertices[vertices[:, 2].argmin()], float)
        surface = room.under_head(low)
        gap = float(low[2] - surface.origin[2]) + 0.003  # hair gives a little
        if abs(gap) < 0.001:
            break
        arm = low - rig.bone("neck1")[1]
        chest = rig.bone("thorax3")[0]
        falls = {"flexion": chest[:, Y], "side": -chest[:, X]}
        name = max(falls, key=lambda each: abs(float(np.cross(falls[each], arm)[2])))
        fall = float(np.cross(falls[name], arm)[2])  # metres of height a radian brings
        if abs(fall) < 0.02:
            break
        degrees = float(np.clip(np.degrees(-gap / fall), -20, 20))
        _nod(rig, "thorax3", Y if name == "flexion" else X, degrees if name == "flexion" else -degrees)
        bent[name] += degrees
    return {name: degrees for name, degrees in bent.items() if degrees}, gap


def _nod(rig: Rig, chest: str, axis: int, degrees: float) -> None:
    """Bend the neck about an axis of the chest, whatever way the face is turned."""
    for bone, share in _NECK:
        number, above = INDEX[bone], INDEX[SPINE[SPINE.index(bone) - 1]]
        across = rig.turned[above].T @ rig.bone(chest)[0][:, axis]
        rig.local[number] = about(across, degrees * share) @ rig.local[number]
    rig.settle("neck1")
