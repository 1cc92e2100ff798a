"""Skinning: the mesh follows its bones, blended as dual quaternions so that bent joints keep their volume.

After Kavan, Collins, Zara & O'Sullivan, Geometric skinning with approximate dual quaternion blending, ACM Trans.
Graph. 27(4), 2008.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.bones import INDEX, PARENTS
from coach.figure.drape import drape
from coach.figure.forward import Placed
from coach.figure.mesh import Floats, Mesh
from coach.figure.rotation import Array, product, quaternions

#: Where pelvis and thigh share a vertex by halves, it takes this share of what plain matrices give, which cut the corner.
_FLAT: Final = 0.6
_LEAST: Final = 1e-3  # products of two weights below are left alone
_THIGHS: Final = (INDEX["thigh.L"], INDEX["thigh.R"])
_PELVIS: Final = (INDEX["pelvis"], INDEX["lumbar1"])


def skin(mesh: Mesh, placed: Placed, *, draped: bool = False) -> tuple[Floats, Floats]:
    """Return (n, 3) vertices and unit normals of the mesh with its bones so placed; `draped`: the shirt hangs, as it is seen."""
    turned = placed.turned @ np.swapaxes(mesh.bind.turned, 1, 2)
    moved = placed.joints - np.einsum("nij,nj->ni", turned, mesh.bind.joints)
    real, dual = _motions(turned, moved)
    blended = np.concatenate([real, dual], 1).astype(np.float32).T @ mesh.weights.T  # (8, n)
    blended *= 1 / np.sqrt((blended[:4] ** 2).sum(0))
    w, x, y, z, dw, dx, dy, dz = blended
    shift = (
        2 * (w * dx - dw * x + y * dz - z * dy),
        2 * (w * dy - dw * y + z * dx - x * dz),
        2 * (w * dz - dw * z + x * dy - y * dx),
    )
    turn = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )
    vertices, normals = np.empty_like(mesh.vertices), np.empty_like(mesh.normals)
    v, n = mesh.vertices.T, mesh.normals.T
    for axis, (row, further) in enumerate(zip(turn, shift, strict=True)):
        vertices[:, axis] = row[0] * v[0] + row[1] * v[1] + row[2] * v[2] + further
        normals[:, axis] = row[0] * n[0] + row[1] * n[1] + row[2] * n[2]
    _flatten_seat(vertices, mesh, turned, moved)
    if draped:
        drape(mesh).hang(vertices, turn)
    return vertices, normals


def _flatten_seat(vertices: Floats, mesh: Mesh, turned: Array, moved: Array) -> None:
    """Draw in what lies between pelvis and a bent thigh, in place: buttock and groin flatten as the hip flexes.

    Dual quaternions alone would keep their distance from the hip and make a ball of them.
    """
    weights = mesh.weights
    shared = weights[:, _THIGHS].sum(1) * weights[:, _PELVIS].sum(1)
    of = np.flatnonzero(shared > _LEAST)
    matrices = np.concatenate([turned, moved[:, :, None]], 2).astype(np.float32)
    blended = (weights[of] @ matrices.reshape(len(matrices), 12)).reshape(-1, 3, 4)
    straight = np.einsum("nij,nj->ni", blended[:, :, :3], mesh.vertices[of]) + blended[:, :, 3]
    vertices[of] += np.float32(4 * _FLAT) * shared[of, None] * (straight - vertices[of])


def _motions(turned: Array, moved: Array) -> tuple[Array, Array]:
    """How each bone moved since the bind pose, as real and dual parts, (COUNT, 4) each.

    q and -q are the same turn: each bone takes the sign nearer to its parent's, so that blends go the short way.
    """
    real = quaternions(turned)
    for bone, parent in enumerate(PARENTS):
        if parent >= 0 and real[bone] @ real[parent] < 0:
            real[bone] *= -1
    translation = np.concatenate([np.zeros((len(moved), 1)), moved], 1)
    return real, product(translation, real) / 2
