"""What can be done to a triangle mesh: neighbours, smoothing, normals, cutting along a line, mirroring."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.rotation import Array

Ints = npt.NDArray[np.int64]


class Surface(NamedTuple):
    """Vertices (n, 3) in metres and counter-clockwise faces (m, 3)."""

    vertices: Array
    faces: Ints


class Ring(NamedTuple):
    """Neighbouring vertices, sorted by the first: pairs (i, j), where each i begins, how many neighbours it has."""

    i: Ints
    j: Ints
    starts: Ints
    degree: Array


def ring(faces: Ints, count: int) -> Ring:
    """Every vertex's neighbours; each of `count` vertices must be used by a face."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = np.concatenate([edges, edges[:, ::-1]])
    key = np.unique(edges[:, 0] * count + edges[:, 1])
    i, j = key // count, key % count
    degree = np.bincount(i, minlength=count)
    if not degree.all():
        raise ValueError("a vertex belongs to no face")
    return Ring(i, j, np.concatenate([[0], np.cumsum(degree)[:-1]]), degree.astype(float))


def average(around: Ring, values: Array) -> Array:
    """The mean of every vertex's neighbours, (n, k)."""
    return np.asarray(np.add.reduceat(values[around.j], around.starts) / around.degree[:, None])


def diffuse(surface: Surface, values: Array, spread: Array | float) -> Array:
    """Values (n, k) smeared over the surface as if by a Gaussian of `spread` metres (a number or one per vertex)."""
    around = ring(surface.faces, len(surface.vertices))
    square = ((surface.vertices[around.i] - surface.vertices[around.j]) ** 2).sum(1)
    local = np.add.reduceat(square, around.starts) / around.degree
    wanted = 2 * np.broadcast_to(np.asarray(spread, float), local.shape) ** 2 / local
    steps = max(int(np.ceil(wanted.max() / 0.5)), 1)
    pace = (wanted / steps)[:, None]
    for _step in range(steps):
        values = values + pace * (average(around, values) - values)
    return values


def face_normals(surface: Surface) -> Array:
    """(m, 3), as long as twice the face's area."""
    a, b, c = (surface.vertices[surface.faces[:, k]] for k in range(3))
    return np.cross(b - a, c - a)


def normals(surface: Surface) -> Array:
    """Unit normals of the vertices, faces weighted by area."""
    flat = face_normals(surface)
    total = np.zeros_like(surface.vertices)
    for corner in range(3):
        np.add.at(total, surface.faces[:, corner], flat)
    return np.asarray(total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-15))


def compact(surface: Surface, *values: Array) -> tuple[Surface, tuple[Array, ...]]:
    """The surface without vertices that no face uses, and the values of those that remain."""
    used, faces = np.unique(surface.faces, return_inverse=True)
    return Surface(surface.vertices[used], faces.reshape(surface.faces.shape)), tuple(value[used] for value in values)


def cut(surface: Surface, level: Array, snap: float = 0.3) -> Surface:
    """Keep the part where `level` (n,) is negative, its edge running exactly along level 0.

    Vertices nearer to the line than the share `snap` of an edge move onto it, so that no sliver is left.
    """
    vertices, level = _snapped(surface, level, snap)
    side = np.sign(level).astype(int)[surface.faces]
    keep = surface.faces[(side <= 0).all(1) & (side < 0).any(1)]
    crossed = (side < 0).any(1) & (side > 0).any(1)
    faces, side = surface.faces[crossed], side[crossed]
    points, cells = [vertices], [keep]
    edges: dict[tuple[int, int], int] = {}
    made: list[Array] = []

    def between(a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        if key not in edges:
            edges[key] = len(vertices) + len(made)
            share = level[key[0]] / (level[key[0]] - level[key[1]])
            made.append(vertices[key[0]] + share * (vertices[key[1]] - vertices[key[0]]))
        return edges[key]

    for corners, signs in zip(faces.tolist(), side.tolist(), strict=True):
        loop: list[int] = []
        for k in range(3):
            here, there = corners[k], corners[(k + 1) % 3]
            if signs[k] <= 0:
                loop.append(here)
            if signs[k] * signs[(k + 1) % 3] < 0:
                loop.append(between(here, there))
        cells.append(np.array([[loop[0], loop[n], loop[n + 1]] for n in range(1, len(loop) - 1)]))
    if made:
        points.append(np.array(made))
    return compact(Surface(np.concatenate(points), np.concatenate(cells)))[0]


def _snapped(surface: Surface, level: Array, snap: float) -> tuple[Array, Array]:
    """Vertices moved onto the line where it passes close by, and their levels; what lies on y = 0 stays there."""
    edges = np.concatenate([surface.faces[:, [0, 1]], surface.faces[:, [1, 2]], surface.faces[:, [2, 0]]])
    edges = np.concatenate([edges, edges[:, ::-1]])
    one, other = level[edges[:, 0]], level[edges[:, 1]]
    stays = (surface.vertices[edges[:, 0], 1] != 0) | (surface.vertices[edges[:, 1], 1] == 0)
    crossing = ((one < 0) != (other < 0)) & stays
    edges, share = edges[crossing], (one / (one - other + (one == other)))[crossing]
    order = np.lexsort((edges[:, 1], share))[::-1]  # the nearest crossing is written last
    nearest, target = np.full(len(level), np.inf), np.zeros(len(level), int)
    nearest[edges[order, 0]], target[edges[order, 0]] = share[order], edges[order, 1]
    move = np.flatnonzero(nearest < snap)
    vertices, level = surface.vertices.copy(), level.copy()
    vertices[move] += nearest[move, None] * (surface.vertices[target[move]] - surface.vertices[move])
    level[move] = 0
    return vertices, level


def components(count: int, one: Ints, other: Ints) -> Ints:
    """(count,) the least number each thing is connected with, directly or not, by the pairs (one, other)."""
    least = np.arange(count)
    while True:
        joined = np.minimum(least[one], least[other])
        after = least.copy()
        np.minimum.at(after, one, joined)
        np.minimum.at(after, other, joined)
        after = after[after]
        if (after == least).all():
            return least
        least = after


def largest(surface: Surface) -> Surface:
    """The connected part with the most vertices."""
    faces = surface.faces
    part = components(len(surface.vertices), faces[:, [0, 1]].ravel(), faces[:, [1, 2]].ravel())
    return compact(Surface(surface.vertices, faces[part[faces[:, 0]] == np.bincount(part).argmax()]))[0]


def split_pinches(surface: Surface) -> Surface:
    """A vertex in which two sheets only touch becomes two, one for each."""
    faces, count = surface.faces, len(surface.vertices)
    corners = np.arange(faces.size).reshape(faces.shape)
    following = [1, 2, 0]
    start, end = faces.ravel(), faces[:, following].ravel()
    here, there = corners.ravel(), corners[:, following].ravel()  # corners at both ends of each directed edge
    order = np.argsort(start * count + end)
    place = np.searchsorted((start * count + end)[order], end * count + start)
    twin = order[np.minimum(place, len(order) - 1)]
    found = (start[twin] == end) & (end[twin] == start)
    one, other = here[found], there[twin[found]]
    fan = components(faces.size, one, other)
    _, first, number = np.unique(fan, return_index=True, return_inverse=True)
    return Surface(surface.vertices[faces.ravel()[first]], number.reshape(faces.shape))


def left_half(surface: Surface) -> Surface:
    """The half with y >= 0 of a surface that is symmetric but for rounding, its middle exactly on y = 0."""
    edge = np.linalg.norm(surface.vertices[surface.faces[:, 0]] - surface.vertices[surface.faces[:, 1]], axis=1).mean()
    vertices = surface.vertices.copy()
    vertices[np.abs(vertices[:, 1]) < 0.05 * edge, 1] = 0
    faces = surface.faces[(vertices[surface.faces][:, :, 1] >= 0).all(1)]
    return compact(Surface(vertices, faces))[0]
