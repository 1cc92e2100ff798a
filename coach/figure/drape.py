"""How the shirt hangs: where shoulders and chest bend, cloth spans the folds that skinning makes.

After Mancewicz, Derksen, Rijpkema & Wilson, Delta Mush: smoothing deformations while preserving detail, DigiPro 2014: the
posed shirt is smoothed, and what smoothing took from it in the bind pose is put back on, turned as the bones turn it there.
Bones that move together thus move the shirt as they would without it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.bones import INDEX
from coach.figure.mesh import Floats, Mesh

#: Rounds of smoothing; with cells of 14 mm they span about 4 cm. Twice as many draw the sleeve into a raised arm.
_ROUNDS: Final = 16
_CHEST: Final = tuple(
    INDEX[bone] for bone in (
        "lumbar3", "thorax1", "thorax2", "thorax3", "clavicle.L", "clavicle.R", "upperarm.L", "upperarm.R",
    )
)  # fmt: skip
_SHIRT: Final = ("shirt", "shirt.inside")
_WELD: Final = 2.0**14  # places nearer than one part in so many of a metre are one


class Drape:
    """Smooths the shirt of one mesh; neck and waist, where it lies close, stay as they are."""

    def __init__(self, mesh: Mesh) -> None:
        loose = np.clip(mesh.weights[:, _CHEST].sum(1) * 2 - 1, 0, 1)
        loose = loose * loose * (3 - 2 * loose)
        faces = mesh.faces[mesh.faces_of(*_SHIRT)]
        faces = faces[(loose[faces] > 0).any(1)]
        self._own = np.unique(faces)
        # shirt and lining are one cloth: they meet at the hems
        places = np.rint(mesh.vertices[self._own] * _WELD).astype(np.int64)
        _, first, number = np.unique(places, axis=0, return_index=True, return_inverse=True)
        of = np.zeros(len(mesh.vertices), np.int64)
        of[self._own] = number.reshape(-1)
        edges = _edges(of[faces])
        degree = np.bincount(edges[:, 0], minlength=len(first))
        order = np.argsort(-degree, kind="stable")  # those with most neighbours first
        rank = np.argsort(order)
        self._cloth, self._number = self._own[first[order]], rank[of[self._own]]
        self._beside = _beside(rank[edges], degree[order])
        self._pull = (0.5 / degree[order, None]).astype(np.float32)
        self._loose = loose[self._cloth, None]
        bind = mesh.vertices[self._cloth]
        self._form = bind - self._smoothed(bind)

    def hang(self, vertices: Floats, turn: tuple[tuple[Floats, ...], ...]) -> None:
        """Smooth the shirt among the posed `vertices` (n, 3), in place; `turn` holds the rows of the (n,) rotations."""
        posed, (x, y, z) = vertices[self._cloth], self._form.T
        hung = self._smoothed(posed)
        for axis, row in enumerate(turn):
            a, b, c = (part[self._cloth] for part in row)
            hung[:, axis] += a * x + b * y + c * z
        vertices[self._own] += (self._loose * (hung - posed))[self._number]

    def _smoothed(self, points: Floats) -> Floats:
        """Every vertex goes half the way to the mean of its neighbours, `_ROUNDS` times."""
        for _round in range(_ROUNDS):
            around = points.take(self._beside[0], 0)
            for more in self._beside[1:]:
                around[: len(more)] += points.take(more, 0)
            points = points * np.float32(0.5) + around * self._pull
        return points


def _edges(faces: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the edges of faces in both directions, each once, in the order of where they start."""
    edges = np.concatenate([faces[:, pair] for pair in ([0, 1], [1, 2], [2, 0], [1, 0], [2, 1], [0, 2])])
    edges = np.unique(edges, axis=0)
    return np.asarray(edges[edges[:, 0] != edges[:, 1]])


def _beside(edges: npt.NDArray[np.int64], degree: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """Return the first neighbour of each vertex, the second of those that have two, and so on; `degree` falls."""
    edges = edges[np.argsort(edges[:, 0], kind="stable")]
    start = np.cumsum(degree) - degree
    return [edges[start[degree > k] + k, 1] for k in range(int(degree.max()))]


@lru_cache(maxsize=4)
def drape(mesh: Mesh) -> Drape:
    """Return the drape of a mesh; the last ones are kept."""
    return Drape(mesh)
