"""The body in a scene: what it is made of, how its surfaces are told apart, how it breathes and flattens on what it
rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure import regions
from coach.figure.bones import INDEX
from coach.figure.mesh import Floats, Mesh
from coach.figure.scene.parts import Support
from coach.figure.seen.subject import Paint

Places = npt.NDArray[np.intp]

#: Which limb a piece of the mesh belongs to; pieces that continue each other are painted as one.
_LIMBS: Final = {"head": "head", "hair": "head", "hand": "arm", "foot": "leg", "arm": "arm", "leg": "leg"}
#: How far (metres) flesh gives way where it rests on something; fingers hardly do.
_FLESH: Final = 0.07
_HAND: Final = 0.03
#: What lies on a support stays this far above it, so that the support never shows through.
_ABOVE: Final = 0.002
#: How much of a breath an arm takes up whose hand lies on belly or chest, by bone; and how near (metres) it lies then.
_RIDES: Final = (("hand", 1.0), ("fingers", 1.0), ("tips", 1.0), ("thumb", 1.0), ("wrist", 0.6), ("forearm", 0.2))
_LIES: Final = (0.02, 0.035)
#: Metres by which belly, ribs and back rise in a full breath.
_BREATH: Final = (("abdomen", 0.008), ("chest", 0.0065), ("mid-back", 0.0025))


@dataclass(frozen=True, eq=False)
class Body:
    """What never changes about a body in a scene.

    paint (m,) into `paints`; sheet (m, 3) metres; gives (n,) how deep flesh flattens; swells (n,) metres by which a
    full breath moves a vertex along its normal; rides (2, n) how much of that the left and the right arm take up.
    palms, rising: some vertices of each hand, and of what rises.
    """

    mesh: Mesh
    paint: npt.NDArray[np.uint8]
    paints: tuple[Paint, ...]
    sheet: Floats
    gives: Floats
    swells: Floats
    rides: Floats
    palms: tuple[Places, Places]
    rising: Places

    @classmethod
    def of(cls, mesh: Mesh) -> Body:
        """Prepare a mesh."""
        kinds = [_paint(piece) for piece in mesh.pieces]
        paints = tuple(dict.fromkeys(kinds))
        number = np.array([paints.index(kind) for kind in kinds], np.uint8)
        hands = sum(mesh.weights[:, _hand(side)].sum(1) for side in "LR")
        gives = np.where(hands > 0.5, _HAND, _FLESH).astype(np.float32)
        swells, rides = _swells(mesh), _rides(mesh)
        palms = [_some(np.flatnonzero(share > 0.99), 40) for share in rides]
        rising = _some(np.flatnonzero(swells > 0.4 * swells.max()), 400)
        return cls(mesh, number[mesh.piece], paints, _sheet(mesh), gives, swells, rides, (palms[0], palms[1]), rising)

    def breathe(self, vertices: Floats, normals: Floats, breath: float) -> None:
        """Move belly, ribs and back by a breath, 0 to 1, in place, and the hands that lie there."""
        if not breath:
            return
        moved = normals * (self.swells * np.float32(breath))[:, None]
        for share, palm in zip(self.rides, self.palms, strict=True):
            lifted = _lifted(vertices[palm], vertices[self.rising], moved[self.rising])
            if lifted is not None:
                moved += share[:, None] * lifted
        vertices += moved

    def press(self, vertices: Floats, supports: Sequence[Support]) -> npt.NDArray[np.bool_]:
        """Flatten what has sunk into a support, in place; return which vertices (n,) lie flat."""
        flat = np.zeros(len(vertices), bool)
        height = vertices[:, 2].copy()
        for support in supports:
            top = np.float32(support.top + _ABOVE)
            sunk = np.flatnonzero((height < top) & (height > top - np.minimum(self.gives, np.float32(support.deep))))
            sunk = sunk[support.covers(vertices[sunk])]
            vertices[sunk, 2] = np.maximum(vertices[sunk, 2], top)
            flat[sunk] = True
        return flat


def _paint(piece: str) -> Paint:
    stem, _, side = piece.partition(".")
    limb = _LIMBS.get(stem, "trunk")
    if limb in {"arm", "leg"}:
        return Paint("skin", f"{limb}.{side}", 1.0)
    return Paint("skin" if stem == "head" else piece, limb, 1.0)


def _hand(side: str) -> list[int]:
    return [INDEX[f"{bone}.{side}"] for bone in ("hand", "fingers", "tips", "thumb")]


def _some(of: Places, most: int) -> Places:
    return of[:: max(1, len(of) // most)]


def _lifted(palm: Floats, rising: Floats, moved: Floats) -> Floats | None:
    """How far (3,) a palm is lifted by what lies below it and moves so; None where it lies on nothing that does."""
    square = (palm**2).sum(1)[:, None] + (rising**2).sum(1) - 2 * palm @ rising.T
    away = np.sqrt(np.maximum(square.min(0), 0))
    near = np.clip((_LIES[1] - away) / np.float32(_LIES[1] - _LIES[0]), 0, 1)
    most = float(near.max())
    return None if most <= 0 else np.asarray(most * (near @ moved) / near.sum(), np.float32)


def _rides(mesh: Mesh) -> Floats:
    found = [sum(share * mesh.weights[:, INDEX[f"{bone}.{side}"]] for bone, share in _RIDES) for side in "LR"]
    return np.stack(found).astype(np.float32)


def _sheet(mesh: Mesh) -> Floats:
    """The bind pose with everything that may lie on each other moved apart: legs, hands, fingers and thumbs, head."""
    apart = mesh.vertices.astype(np.float32).copy()
    weights = mesh.weights
    for side, sign in (("L", 1), ("R", -1)):
        leg = [INDEX[f"{bone}.{side}"] for bone in ("thigh", "shank", "foot", "toes")]
        apart[:, 1] += np.float32(sign * 0.045) * weights[:, leg].sum(1)
        hand, turned = mesh.bind.joints[INDEX[f"hand.{side}"]], mesh.bind.turned[INDEX[f"hand.{side}"]]
        share = weights[:, _hand(side)].sum(1)[:, None]
        apart += share * np.float32(0.6) * (mesh.vertices - hand.astype(np.float32))
        thumb = weights[:, INDEX[f"thumb.{side}"]][:, None]
        apart += thumb * (turned @ (0.045, 0, 0.02)).astype(np.float32)
    apart[:, 2] += np.float32(0.04) * weights[:, INDEX["head"]]
    return np.asarray(apart[mesh.faces].mean(1), np.float32)


def _swells(mesh: Mesh) -> Floats:
    """How far a full breath moves each vertex; the inner side of a garment, whose normals look inwards, goes with its
    outside.
    """
    most = np.zeros(len(mesh.vertices), np.float32)
    for name, metres in _BREATH:
        share = np.clip((regions.field(mesh, [name]) + 0.8) / 1.6, 0, 1)
        np.maximum(most, metres * share**2 * (3 - 2 * share), out=most)
    inside = np.zeros(len(most), bool)
    inside[mesh.faces[mesh.faces_of(*(name for name in mesh.pieces if name.endswith(".inside")))]] = True
    inside[mesh.faces[mesh.faces_of(*(name for name in mesh.pieces if not name.endswith(".inside")))]] = False
    return np.where(inside, -most, most)
