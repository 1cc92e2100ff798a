"""The body's surface under a rig: parts of the mesh that move with it, and places on it found by casting rays.

Everything the solver asks of the mesh is asked here, of a few hundred vertices at a time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.bones import INDEX, NAMES
from coach.figure.forward import Placed
from coach.figure.mesh import Floats, Mesh
from coach.figure.names import SPINE, side_of
from coach.figure.pose.rig import Rig
from coach.figure.rotation import Array, unit
from coach.figure.skin import skin

Ids = npt.NDArray[np.intp]

_FARTHEST: Final = 0.32  # metres from a bone to its skin, at most
_HEAD: Final = 0.115  # of stature: from the joint of the skull to its top
_END: Final = (0.0, 0.0, -1.0)
#: Bones whose skin a ray from a bone of this kind may meet, beside its own.
_NEIGHBOURS: Final = {
    "pelvis": ("lumbar1", "lumbar2", "thigh.L", "thigh.R"),
    "thigh": ("shank", "pelvis"),
    "shank": ("thigh", "foot"),
    "foot": ("toes", "shank"),
    "toes": ("foot",),
    "upperarm": ("forearm", "clavicle"),
    "forearm": ("upperarm", "wrist"),
    "wrist": ("forearm", "hand"),
    "head": ("neck2",),
}


class Anchor(NamedTuple):
    """A place on the surface: three vertices and their shares."""

    corners: Ids
    shares: Array


class Flesh:
    """One body's mesh, asked in parts. Parts and places are kept once found."""

    def __init__(self, mesh: Mesh) -> None:
        self.mesh = mesh
        self.skeleton = mesh.skeleton
        self.scale = mesh.skeleton.proportions.stature / 1.70
        inside = [number for number, name in enumerate(mesh.pieces) if name.endswith(".inside")]
        self._outer = mesh.faces[~np.isin(mesh.piece, inside)]
        self.outer: Ids = np.unique(self._outer).astype(np.intp)
        self.owner = mesh.weights.argmax(1)
        self._parts: dict[tuple[tuple[str, ...], int], Mesh] = {}
        self._anchors: dict[tuple[str, float, float, int], Anchor] = {}

    def ids(self, bones: tuple[str, ...], most: int = 10_000) -> Ids:
        """Return the vertices that move mainly with these bones, thinned to about `most`."""
        wanted = self.outer[np.isin(self.owner[self.outer], [INDEX[bone] for bone in bones])]
        return wanted[:: max(1, len(wanted) // most)]

    def part(self, bones: tuple[str, ...], most: int = 240) -> Mesh:
        """Return those vertices as a mesh without faces, for `points`."""
        key = (bones, most)
        if key not in self._parts:
            self._parts[key] = self.only(self.ids(bones, most))
        return self._parts[key]

    def near(self, bones: tuple[str, ...], joints: tuple[str, ...], radius: float, most: int = 240) -> Mesh:
        """Return the part of these bones' skin that lies within `radius` metres of one of the joints, in the bind pose."""
        key = ((*bones, *joints), int(radius * -1000))
        if key not in self._parts:
            ids = self.ids(bones)
            centres = self.mesh.bind.joints[[INDEX[joint] for joint in joints]]
            away = np.linalg.norm(self.mesh.vertices[ids][:, None] - centres[None], axis=2).min(1)
            ids = ids[away < radius * self.scale]
            self._parts[key] = self.only(ids[:: max(1, len(ids) // most)])
        return self._parts[key]

    def only(self, ids: Ids) -> Mesh:
        """Return these vertices as a mesh without faces."""
        mesh = self.mesh
        return replace(mesh, vertices=mesh.vertices[ids], normals=mesh.normals[ids], weights=mesh.weights[ids])

    def points(self, part: Mesh, rig: Rig) -> tuple[Floats, Floats]:
        """Return vertices and normals of a part under a rig, both (n, 3)."""
        return skin(part, Placed(rig.turned, rig.joints))

    def anchor(self, bone: str, along: float, around: float, own_side: str = "R") -> Anchor:
        """Return the place `along` a bone (in its lengths) and `around` it (degrees: 0 front, 90 outwards, 180 back).

        Outwards of the trunk is towards `own_side`. `LookupError` where the ray from the bone meets no skin.
        """
        outwards = -1 if (side_of(bone) or own_side) == "R" else 1
        key = (bone, along, around, outwards)
        if key not in self._anchors:
            self._anchors[key] = self._cast(bone, along, around, outwards)
        return self._anchors[key]

    def place(self, anchor: Anchor, rig: Rig) -> tuple[Array, Array]:
        """Return where an anchor is under a rig, and the unit normal of the skin there; (3,) each."""
        vertices, normals = self.points(self.only(anchor.corners), rig)
        return anchor.shares @ vertices, unit(anchor.shares @ normals)

    def axis(self, bone: str) -> Array:
        """Return the (3,) vector from a bone's joint to its end, in the bone's own axes, in metres."""
        stem = bone.partition(".")[0]
        if stem in {"foot", "toes"}:
            return np.array([self.skeleton.length(bone), 0.0, 0.0])
        if stem == "head":
            return np.array([0.0, 0.0, _HEAD * self.skeleton.proportions.stature])
        if bone in SPINE:
            return np.asarray(self.skeleton.offsets[INDEX[SPINE[SPINE.index(bone) + 1]]])
        return np.array(_END) * self.skeleton.length(bone)

    def _cast(self, bone: str, along: float, around: float, outwards: int) -> Anchor:
        turned, joint = self.mesh.bind.turned[INDEX[bone]], self.mesh.bind.joints[INDEX[bone]]
        angle = np.radians(around)
        front = (0.0, 0.0, 1.0) if bone.startswith(("foot", "toes")) else (1.0, 0.0, 0.0)
        direction = turned @ (np.cos(angle) * np.array(front) + np.sin(angle) * np.array([0.0, outwards, 0.0]))
        start = joint + turned @ (along * self.axis(bone))
        faces = self._faces_near(bone)
        corners = self.mesh.vertices[faces].astype(float)
        distance, shares = _hits(start, direction, corners)
        distance[distance > _FARTHEST * self.scale] = -np.inf
        best = int(distance.argmax()) if len(distance) else -1
        if best < 0 or not np.isfinite(distance[best]):
            raise LookupError(bone)
        return Anchor(faces[best].astype(np.intp), shares[best])

    def _faces_near(self, bone: str) -> npt.NDArray[np.int32]:
        stem, _, side = bone.partition(".")
        if bone in SPINE and stem not in _NEIGHBOURS:
            names = [*SPINE, "clavicle.L", "clavicle.R"]
        else:
            names = [bone, *(name if name in INDEX else f"{name}.{side}" for name in _NEIGHBOURS.get(stem, ()))]
        mine = np.isin(self.owner, [INDEX[name] for name in names])
        return self._outer[mine[self._outer].all(1)]


def _hits(start: Array, direction: Array, corners: Array) -> tuple[Array, Array]:
    """Distances along a ray to triangles (n, 3, 3), -inf where missed, and barycentric shares (n, 3).

    Möller & Trumbore, Fast, minimum storage ray-triangle intersection, 1997.
    """
    edge1, edge2 = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    p = np.cross(direction, edge2)
    det = (edge1 * p).sum(1)
    safe = np.where(np.abs(det) < 1e-14, 1.0, det)
    t = start - corners[:, 0]
    u = (t * p).sum(1) / safe
    q = np.cross(t, edge1)
    v = q @ direction / safe
    distance = (q * edge2).sum(1) / safe
    slack = 1e-6
    met = (np.abs(det) >= 1e-14) & (u >= -slack) & (v >= -slack) & (u + v <= 1 + slack) & (distance > 0)
    return np.where(met, distance, -np.inf), np.stack([1 - u - v, u, v], 1)


def bones_of(side: str, *stems: str) -> tuple[str, ...]:
    """Return the names of these bones on a side: hand and fingers of "R" are hand.R and fingers.R."""
    return tuple(f"{stem}.{side}" for stem in stems)


#: Bones of the trunk and legs, which hands must not enter.
NOT_ARMS: Final = tuple(
    name
    for name in NAMES
    if name.partition(".")[0] not in {"upperarm", "forearm", "wrist", "hand", "fingers", "tips", "thumb"}
)
