"""Heat and cold packs: soft pads that lie on the skin or the clothes and go wherever these go.

A pack is a slab, bent. Every point of its plan belongs to a point of the body's surface, found once by casting rays in the
bind pose; at every moment the slab is laid onto those points, bridging small hollows as a filled bag does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.mesh import Floats, Indices, Mesh
from coach.figure.pose.props import Pack
from coach.figure.rotation import Array, Z, rot
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import slab
from coach.figure.scene.surface import cast, marks_on
from coach.figure.scene.worn import Dressed

_THICK: Final = 0.020
_SUNK: Final = 0.003  # metres by which its underside is pressed in
_BRIDGED: Final = 0.020  # the deepest hollow it spans, in metres
_STIFF: Final = 0.030  # hollows much narrower than this (metres) are spanned
_REFERENCE: Final = 1.70


class Lies(NamedTuple):
    """Where the pack of an area lies, for the left side and a stature of 1.70 m.

    Rays go out from an axis through `start`, in the axes of the bone: up for trunk and limbs, along the sole for a foot. `around`:
    degrees from front (or up) outwards. `size`: round and along; `radius`: metres from the axis at which that is measured.
    """

    bone: str
    start: tuple[float, float, float]
    around: float
    size: tuple[float, float]
    radius: float


PLACES: Final[dict[str, Lies]] = {
    "low-back": Lies("pelvis", (-0.01, 0.0, 0.150), 180, (0.29, 0.19), 0.120),
    "low-back-side": Lies("pelvis", (-0.01, 0.0, 0.145), 147, (0.19, 0.19), 0.120),
    "buttock": Lies("pelvis", (0.0, 0.02, -0.010), 150, (0.22, 0.19), 0.150),
    "hip": Lies("pelvis", (-0.005, 0.02, 0.000), 98, (0.20, 0.20), 0.150),
    "hamstring": Lies("thigh", (0.0, 0.0, -0.205), 180, (0.17, 0.24), 0.080),
    "calf": Lies("shank", (-0.01, 0.0, -0.135), 180, (0.14, 0.20), 0.055),
    "foot": Lies("foot", (0.100, 0.0, -0.048), 0, (0.12, 0.11), 0.045),
}
_OUTSIDE: Final = ("shirt", "shorts", "leg.L", "leg.R", "foot.L", "foot.R")


@dataclass(frozen=True, eq=False)
class Laid:
    """A pack on a body.

    corners (k, 3) vertices and shares (k, 3) of them: the point of the body under each of k points of the plan; spread (k, k)
    averages over the plan; of (n,) which point each vertex stands on; height (n,) how far above it.
    """

    part: Part
    corners: Indices
    shares: Floats
    spread: Floats
    of: Indices
    height: Floats

    def lay(self, body: Dressed) -> Array:
        """Return where its vertices are, (n, 3) metres."""
        ground = np.einsum("kc,kcx->kx", self.shares, body.vertices[self.corners])
        out = self.spread @ np.einsum("kc,kcx->kx", self.shares, body.normals[self.corners])
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        hollow = ((self.spread @ ground - ground) * out).sum(1)
        ground += out * np.clip(hollow, 0, _BRIDGED)[:, None]
        return np.asarray(ground[self.of] + out[self.of] * self.height[:, None], float)


def pack(mesh: Mesh, thing: Pack) -> Laid:
    """Return a pack as the figure tells it, on this body."""
    side = "L" if thing.side == "L" else "R"
    place = PLACES["low-back-side" if thing.area == "low-back" and thing.side != "middle" else thing.area]
    scale = mesh.skeleton.proportions.stature / _REFERENCE
    solid = slab((place.size[0] * scale, place.size[1] * scale, _THICK), corner=0.045, edge=_THICK * 0.48, step=0.022)
    flat, of = np.unique(np.round(solid.vertices[:, :2], 7), axis=0, return_inverse=True)
    corners, shares = _grounded(mesh, place, side, flat, scale)
    apart = ((flat[:, None] - flat[None]) ** 2).sum(-1)
    spread = np.exp(-apart / (2 * _STIFF**2))
    spread /= spread.sum(1, keepdims=True)
    marks = marks_on(solid, thing.mode, _ICONS[thing.mode](place.size), np.array([0, 0, -1.0]), 0.006)
    return Laid(
        Part(solid, thing.mode, marks=marks),
        corners,
        shares,
        spread.astype(np.float32),
        of.reshape(-1).astype(np.int32),
        (solid.vertices[:, 2] - _SUNK).astype(np.float32),
    )


def _grounded(mesh: Mesh, place: Lies, side: str, flat: Array, scale: float) -> tuple[Indices, Floats]:
    """The corners (k, 3) and shares (k, 3) of the body under points (k, 2) of the plan: round, along; metres."""
    bone = INDEX[place.bone if place.bone in INDEX else f"{place.bone}.{side}"]
    turned, joint = mesh.bind.turned[bone], mesh.bind.joints[bone]
    sign = 1 if side == "L" else -1
    angle = np.radians(sign * place.around) + flat[:, 0] / (place.radius * scale)
    zero = np.zeros(len(flat))
    out = np.stack([np.cos(angle), np.sin(angle), zero], 1)
    axis = np.stack([zero, zero, flat[:, 1]], 1)
    if place.bone == "foot":  # the axis runs along the sole, and 0 is up
        out, axis = out @ _FOOT.T, axis @ _FOOT.T
    start = (np.array(place.start) * (1, sign, 1)) * scale
    origins, directions = joint + (start + axis) @ turned.T, out @ turned.T
    near = _near(mesh, side, joint + turned @ start, (max(place.size) / 2 + 0.11) * scale)
    hits = cast(mesh.vertices, mesh.faces[near], origins, directions, last=True)
    met = np.flatnonzero(hits.faces >= 0)
    nearest = met[((flat[:, None] - flat[met][None]) ** 2).sum(-1).argmin(1)]  # past the body: as its neighbour
    return mesh.faces[near][hits.faces[nearest]], hits.weights[nearest]


#: Columns: where x (0 degrees), y (90 degrees) and z (along the axis) of a pack's rays are in the axes of a foot.
_FOOT: Final = np.array([[0, 0, 1.0], [0, -1.0, 0], [1.0, 0, 0]])


def _near(mesh: Mesh, side: str, middle: Array, reach: float) -> Indices:
    """The outermost faces around a point that a pack may lie on: clothes and bare legs, not the arms, not the other leg."""
    outside = mesh.faces_of(*_OUTSIDE)
    away = mesh.vertices[mesh.faces[outside]].mean(1) - middle
    outside = outside[np.linalg.norm(away, axis=1) < reach]
    others = [INDEX[f"{bone}.{'R' if side == 'L' else 'L'}"] for bone in ("thigh", "shank", "foot", "toes")]
    others += [INDEX[f"{bone}.{arm}"] for bone in ("upperarm", "forearm") for arm in "LR"]
    own = mesh.weights[:, others].sum(1) < 0.25
    return np.asarray(outside[own[mesh.faces[outside]].all(1)], np.int32)


def _waves(size: tuple[float, float]) -> list[Array]:
    """Three rising waves of warm air."""
    share = np.linspace(-1, 1, 17)
    reach = 0.52 * min(size) / 2
    return [
        np.stack([beside + 0.16 * reach * np.sin(share * 4.2), reach * share, np.full(17, 0.1)], 1)
        for beside in (-0.78 * reach, 0, 0.78 * reach)
    ]


def _flake(size: tuple[float, float]) -> list[Array]:
    """A snowflake: three bars, each with a small arrow at both ends."""
    reach = 0.60 * min(size) / 2
    lines = []
    for turn in np.radians([90, 30, 150]):
        along = np.array([np.cos(turn), np.sin(turn)])
        lines.append(np.outer([-reach, 0, reach], along))
        for end in (1, -1):
            tips = [end * turned @ along * 0.34 * reach for turned in (rot(Z, 42)[:2, :2], rot(Z, -42)[:2, :2])]
            middle = end * 0.56 * reach * along
            lines.append(np.stack([middle + tips[0], middle, middle + tips[1]]))
    return [np.column_stack([line, np.full(len(line), 0.1)]) for line in lines]


_ICONS: Final[dict[str, Callable[[tuple[float, float]], list[Array]]]] = {"heat": _waves, "cold": _flake}
