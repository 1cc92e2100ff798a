"""Heat and cold packs: soft pads that lie on the skin or the clothes and go wherever these go.

A pack is a slab, bent. Where it lies is found once, in the bind pose; at every moment it is carried along by the skin
around it, keeping its size, and laid onto what is below it then, spanning small folds as a filled bag does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.figure.mesh import Floats, Indices, Mesh
from coach.figure.pose.props import Pack
from coach.figure.rotation import Array, Z, rot
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import slab
from coach.figure.scene.surface import marks_on
from coach.figure.scene.under import Lies, grounded
from coach.figure.scene.worn import Dressed

_THICK: Final = 0.020
_SUNK: Final = 0.003  # metres by which its underside is pressed in
_SOFT: Final = 0.45  # share of what its own shape misses by which it follows the skin
_GIVES: Final = 0.012  # and how far at most, in metres
_ORDER: Final = 3  # of the polynomials that are its own shape
_NEAR: Final = 0.095  # of its size: the skin so near a point of the pack decides how high that lies
_AROUND: Final = 1.35  # how much larger than the pack the skin is that is looked at
_LOOKED: Final = (15, 13)  # at how many points of that, round and along
_MIDDLE: Final = 0.35  # of its size: around its middle the skin decides where the pack is
_DOWN: Final = np.array([0, 0, -1.0])
_REFERENCE: Final = 1.70


PLACES: Final[dict[str, Lies]] = {
    "low-back": Lies("pelvis", (-0.01, 0.0, 0.150), 180, (0.29, 0.19), 0.120),
    "low-back-side": Lies("pelvis", (-0.01, 0.0, 0.145), 147, (0.19, 0.19), 0.120),
    "buttock": Lies("pelvis", (0.0, 0.02, -0.010), 150, (0.22, 0.19), 0.150),
    "hip": Lies("pelvis", (-0.005, 0.02, 0.000), 104, (0.18, 0.19), 0.150),
    "hamstring": Lies("thigh", (0.0, 0.0, -0.205), 180, (0.17, 0.24), 0.080),
    "calf": Lies("shank", (-0.01, 0.0, -0.135), 180, (0.14, 0.20), 0.055),
    "foot": Lies("foot", (0.088, 0.0, -0.048), 0, (0.135, 0.13), 0.045),
}


@dataclass(frozen=True, eq=False)
class Laid:
    """A pack on a body.

    corners (a, 3) vertices and shares (a, 3) of them: points of the body's surface under and around it; at (a, 3)
    where those are in the bind pose, counts (a,) how much each says about where the pack is. rest (k, 3): the pack's
    own points in the bind pose; near: metres around each in which skin decides how high it lies; spread (k, k) gives
    them a smooth shape; of (n,) which point each vertex stands on; height (n,) how far above it.
    """

    part: Part
    corners: Indices
    shares: Floats
    at: Floats
    counts: Floats
    rest: Floats
    near: float
    spread: Floats
    of: Indices
    height: Floats

    def lay(self, body: Dressed) -> Array:
        """Return where its vertices are, (n, 3) metres: carried along unstretched, then laid onto the skin."""
        skin, facing = (
            np.einsum("kc,kcx->kx", self.shares, table[self.corners]) for table in (body.vertices, body.normals)
        )
        carried = _carried(self.rest, self.at, skin, self.counts)
        away = (carried**2).sum(1)[:, None] + (skin**2).sum(1) - 2 * carried @ skin.T
        near = np.exp(away * np.float32(-0.5 / self.near**2)) + np.float32(1e-12)
        near /= near.sum(1, keepdims=True)
        out = near @ facing
        above = (carried * out).sum(1) - near @ (skin * facing).sum(1)
        ground = carried - out * (above / (out * out).sum(1))[:, None]
        out = self.spread @ out
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        smooth = self.spread @ ground
        beyond = np.clip(_SOFT * ((ground - smooth) * out).sum(1), -_GIVES, _GIVES)
        ground = smooth + out * beyond[:, None]
        return np.asarray(ground[self.of] + out[self.of] * self.height[:, None], float)


def pack(mesh: Mesh, thing: Pack) -> Laid:
    """Return a pack as the figure tells it, on this body."""
    side = "L" if thing.side == "L" else "R"
    place = PLACES["low-back-side" if thing.area == "low-back" and thing.side != "middle" else thing.area]
    scale = mesh.skeleton.proportions.stature / _REFERENCE
    size = np.array(place.size) * scale
    solid = slab((size[0], size[1], _THICK), corner=0.22 * float(size.min()), edge=_THICK * 0.48, step=0.022)
    flat, of = np.unique(np.round(solid.vertices[:, :2], 7), axis=0, return_inverse=True)
    x, y = np.meshgrid(
        *(np.linspace(-0.5, 0.5, count) * length * _AROUND for count, length in zip(_LOOKED, size, strict=True))
    )
    wide = np.stack([x.ravel(), y.ravel()], 1)
    corners, shares = grounded(mesh, place, side, np.concatenate([flat, wide]), scale)
    at = np.einsum("kc,kcx->kx", shares, mesh.vertices[corners])
    under, around = slice(0, len(flat)), slice(len(flat), None)
    return Laid(
        Part(solid, thing.mode, marks=marks_on(solid, thing.mode, _ICONS[thing.mode](place.size), _DOWN, 0.006)),
        corners[around],
        shares[around],
        at[around],
        np.exp(-(((wide / size) ** 2).sum(1)) / (2 * _MIDDLE**2)).astype(np.float32),
        at[under],
        _NEAR * float(size.min()),
        _stiff(flat / (size / 2)),
        of.reshape(-1).astype(np.int32),
        (solid.vertices[:, 2] - _SUNK).astype(np.float32),
    )


def _carried(points: Floats, before: Floats, after: Floats, counts: Floats) -> Floats:
    """Points moved as others moved, without being bent (Kabsch, A solution for the best rotation, Acta Cryst. A32,
    1976).
    """
    share = (counts / counts.sum())[:, None]
    one, other = (share * before).sum(0), (share * after).sum(0)
    u, _, v = np.linalg.svd((share * (before - one)).T @ (after - other))
    flip = np.diag([1, 1, np.sign(np.linalg.det(u @ v))]).astype(np.float32)
    return np.asarray((points - one) @ (u @ flip @ v) + other, np.float32)


def _stiff(place: Array) -> Floats:
    """The matrix (k, k) that fits a smooth shape of its own to values at places (k, 2), both numbers from -1 to 1.

    Least squares with polynomials: the pack bends with the body, but spans its folds, and keeps its edges where they
    are.
    """
    x, y = place.T
    terms = np.stack([x**i * y**j for i in range(_ORDER + 1) for j in range(_ORDER + 1 - i)], 1)
    return np.asarray(terms @ np.linalg.pinv(terms), np.float32)


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
