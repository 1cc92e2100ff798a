"""What the tests of meshes share: open edges, and the volume a surface encloses."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt


def directed_edges(faces: npt.NDArray[np.integer]) -> Counter[tuple[int, int]]:
    """Return how often each edge is used in each direction."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    return Counter((int(a), int(b)) for a, b in edges)


def rims(faces: npt.NDArray[np.integer]) -> list[list[int]]:
    """Return the open edges as closed rings of vertices; `ValueError` where a surface is more than a sheet."""
    edges = directed_edges(faces)
    if max(edges.values()) > 1:
        raise ValueError("two faces use an edge in the same direction")
    following: dict[int, int] = {}
    for a, b in edges:
        if (b, a) not in edges:
            if b in following:
                raise ValueError("two openings touch")
            following[b] = a
    rings = []
    while following:
        ring = [next(iter(following))]
        while (after := following.pop(ring[-1])) != ring[0]:
            ring.append(after)
        rings.append(ring)
    return rings


def volume(vertices: npt.NDArray[np.floating], faces: npt.NDArray[np.integer]) -> float:
    """Return the litres enclosed, each opening closed by a fan."""
    points = np.asarray(vertices, float)
    a, b, c = (points[faces[:, k]] for k in range(3))
    total = float(np.einsum("ij,ij->", a, np.cross(b, c)))
    for ring in rims(faces):
        rim = points[ring]
        total += float(rim.mean(0) @ np.cross(rim, np.roll(rim, -1, 0)).sum(0))
    return total / 6 * 1000
