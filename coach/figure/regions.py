"""The parts of the body that are stretched or worked, as smooth fields over the mesh.

A field is 1 in the middle of its region, 0 on its outline and negative outside. It is told by place, not by material,
so a region runs on from the skin to the clothes over it without a seam. Extents after the surface anatomy in Gray's
Anatomy for Students (Drake, Vogl & Mitchell); the numbers, for a stature of 1.70 m, are ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from coach.figure.bones import INDEX, NAMES
from coach.figure.mesh import Floats, Mesh
from coach.figure.rotation import Array, Y, Z, rot

Side = Literal["L", "R"]
_REFERENCE: Final = 1.70
_OUTSIDE: Final = -1.0

_SPINE: Final = tuple(name for name in NAMES if "." not in name)
_TRUNK: Final = (*_SPINE, "clavicle")
_LEG: Final = ("pelvis", "lumbar1", "thigh", "shank", "foot")


@dataclass(frozen=True, slots=True)
class Patch:
    """A round patch, seen straight from outside. Metres and degrees, for the left side.

    `around`: the direction it faces, 0 front, 90 outwards, 180 back; `tilt`: of its height, its upper end inwards;
    `up`: how far it faces upwards. `half`: half its width and height; `taper`: by which share it is less high at its
    outer end, and higher at its inner one. `deep`: how far behind its middle the surface may lie.
    """

    bone: str
    middle: tuple[float, float, float]
    around: float
    half: tuple[float, float]
    tilt: float = 0.0
    taper: float = 0.0
    up: float = 0.0
    deep: float = 0.09
    roundness: float = 2.4
    bones: tuple[str, ...] = _TRUNK

    def field(self, points: Array) -> Array:
        """Return the field at points (n, 3) in the axes of the bone on the left side."""
        axes = rot(Z, self.around) @ rot(Y, -self.up)  # x outwards, y to the left of that, z up
        away = (points - self.middle) @ axes
        turn = np.radians(self.tilt)
        across = np.cos(turn) * away[:, 1] + np.sin(turn) * away[:, 2]
        along = -np.sin(turn) * away[:, 1] + np.cos(turn) * away[:, 2]
        out = across / self.half[0]
        high = self.half[1] * (1 - self.taper * np.clip(out, -1, 1))
        ring = _ring(out, along / high, self.roundness)
        return np.asarray(np.minimum(1 - ring, (away[:, 0] + self.deep) / 0.03))


@dataclass(frozen=True, slots=True)
class Band:
    """A patch that lies round a bone. `along`: from where to where, in lengths of the bone; `around` and `half` in
    degrees.

    `turn` is by how many degrees its lower end lies further outwards than its middle.
    """

    bone: str
    along: tuple[float, float]
    around: float
    half: float
    turn: float = 0.0
    roundness: float = 2.4
    bones: tuple[str, ...] = _LEG

    def field(self, points: Array, length: float) -> Array:
        """Return the field at points (n, 3) in the axes of the bone on the left side, which is so many metres long."""
        place = (-points[:, 2] / length - sum(self.along) / 2) / ((self.along[1] - self.along[0]) / 2)
        direction = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
        off = (direction - self.around - self.turn * np.clip(place, -1, 1) + 180) % 360 - 180
        return np.asarray(1 - _ring(off / self.half, place, self.roundness))


def _ring(one: Array, other: Array, roundness: float) -> Array:
    return np.asarray((abs(one) ** roundness + abs(other) ** roundness) ** (1 / roundness))


Shape = Patch | Band
_WIDE: Final = (*_TRUNK, "thigh")
#: Every region by its name in a figure's `highlight`.
REGIONS: Final[dict[str, tuple[Shape, ...]]] = {
    "glute": (Patch("pelvis", (-0.10, 0.086, -0.024), 168, (0.084, 0.104), tilt=14, deep=0.11, bones=_WIDE),),
    "piriformis": (Patch("pelvis", (-0.085, 0.118, -0.015), 134, (0.084, 0.098), tilt=16, deep=0.11, bones=_WIDE),),
    "hip-side": (Patch("pelvis", (-0.005, 0.15, 0.035), 95, (0.062, 0.078), deep=0.08, bones=_WIDE),),
    "hamstring": (Band("thigh", (0.13, 0.96), 180, 72),),
    "quadriceps": (Band("thigh", (0.08, 0.64), 2, 58),),
    "adductors": (Band("thigh", (0.10, 0.66), -82, 48),),
    "hip-flexor": (Band("thigh", (-0.18, 0.50), 8, 50, turn=2, roundness=2.2),),
    "calf": (Band("shank", (0.01, 0.68), 180, 80, bones=("thigh", "shank", "foot")),),
    "sciatic": (
        Patch("pelvis", (-0.112, 0.084, -0.030), 166, (0.042, 0.084), tilt=12, deep=0.12, bones=_WIDE),
        Band("thigh", (-0.02, 1.12), 166, 54, roundness=6),
        Band("shank", (-0.18, 0.88), 160, 54, turn=-8, roundness=6),
    ),
    "low-back": (Patch("pelvis", (-0.10, 0.0, 0.140), 180, (0.094, 0.082), roundness=2.8),),
    "waist": (Patch("pelvis", (0.04, 0.115, 0.118), 64, (0.088, 0.118), deep=0.11, roundness=2.3, bones=_WIDE),),
    "mid-back": (Patch("thorax1", (-0.11, 0.0, 0.085), 180, (0.105, 0.105), roundness=2.8),),
    "shoulder-blades": (Patch("thorax2", (-0.11, 0.052, 0.060), 176, (0.035, 0.088), tilt=-9),),
    "chest": (Patch("thorax2", (0.10, 0.106, 0.064), 29, (0.096, 0.058), tilt=24, taper=0.32, roundness=2.4),),
    "abdomen": (Patch("lumbar1", (0.09, 0.0, 0.078), 0, (0.126, 0.102), deep=0.10, roundness=2.5),),
    "neck-back": (
        Patch("neck1", (-0.04, 0.0, 0.041), 180, (0.044, 0.058), deep=0.07),
        Patch("neck1", (-0.04, 0.025, 0.043), 149, (0.051, 0.054), deep=0.07),
    ),
    "upper-trapezius": (
        Patch("neck1", (-0.008, 0.076, 0.012), 92, (0.052, 0.104), tilt=8, up=44, deep=0.07, roundness=2.4),
    ),
}


def field(mesh: Mesh, names: Iterable[str], sides: Iterable[Side] = ("L", "R")) -> Floats:
    """Return the field (n,) of several regions together on these sides, over the mesh in its bind pose.

    `KeyError` for a region there is not.
    """
    whole = np.full(len(mesh.vertices), _OUTSIDE)
    for name in names:
        for shape in REGIONS[name]:
            for side in sides:
                np.maximum(whole, _one(mesh, shape, side), out=whole)
    hair = mesh.faces[mesh.faces_of("hair")]
    whole[hair.ravel()] = _OUTSIDE
    return np.asarray(np.maximum(whole, _OUTSIDE), np.float32)


def _one(mesh: Mesh, shape: Shape, side: Side) -> Array:
    """One shape on one side; the right side is computed on the mirrored mesh, so both are exactly alike."""
    scale = mesh.skeleton.proportions.stature / _REFERENCE
    bone = INDEX[shape.bone if shape.bone in INDEX else f"{shape.bone}.{side}"]
    mirror = np.array([1, -1 if side == "R" else 1, 1])
    turned = mirror[:, None] * mesh.bind.turned[bone] * mirror
    points = (mesh.vertices.astype(float) - mesh.bind.joints[bone]) * mirror @ turned
    if isinstance(shape, Band):
        found = shape.field(points, mesh.skeleton.length(shape.bone))
    else:
        found = shape.field(points / scale)
    own = [INDEX[name] for name in (each if each in INDEX else f"{each}.{side}" for each in shape.bones)]
    share = mesh.weights[:, own].sum(1).astype(float)
    return np.asarray(np.minimum(found, 4 * share - 1.5))
