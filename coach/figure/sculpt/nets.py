"""From a shape to a mesh: naive surface nets (after S. Gibson, 1998) on a grid that may be bent and graded.

The grid is given by the places of its nodes, so cells can be small where a hand is and large along the thigh, and one
closed mesh comes out.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from coach.figure.rotation import Array
from coach.figure.sculpt.shapes import Shape, onto
from coach.figure.sculpt.topology import Ints, Surface, average, face_normals, normals, ring, split_pinches

#: A face is folded when the cosine between it and what lies around is below this.
_FOLDED = 0.3
_CORNERS = np.array(list(np.ndindex(2, 2, 2)))


def even(low: npt.ArrayLike, high: npt.ArrayLike, cell: float) -> Array:
    """Nodes (a, b, c, 3) of an even grid over a box; symmetric boxes get cells whose middle lies on 0."""
    axes = []
    for start, end in zip(np.asarray(low, float), np.asarray(high, float), strict=True):
        count = int(np.ceil((end - start) / cell))
        count += count % 2 == 0
        axes.append((start + end) / 2 + cell * (np.arange(count + 1) - count / 2))
    return np.stack(np.meshgrid(*axes, indexing="ij"), -1)


def mesh(shape: Shape, nodes: Array, rounds: int = 3) -> Surface:
    """The surface of a shape inside a grid of nodes, evened out in `rounds` and then put exactly onto the shape."""
    values = np.stack([shape(slab.reshape(-1, 3)).reshape(slab.shape[:2]) for slab in nodes])
    _fill_pinches(values)
    surface = _net(values, nodes)
    around = ring(surface.faces, len(surface.vertices))
    vertices = surface.vertices
    edges = np.linalg.norm(vertices[around.i] - vertices[around.j], axis=1)
    most = 0.3 * np.add.reduceat(edges, around.starts) / around.degree  # a longer step would leave the neighbourhood
    for _round in range(rounds):
        vertices = onto(shape, (vertices + average(around, vertices)) / 2, 2, most)
    return _unfolded(Surface(onto(shape, vertices, 4, most), surface.faces))


def _unfolded(surface: Surface) -> Surface:
    """The surface with the corners of faces that fold over their neighbours, in sharp creases, evened out."""
    around, vertices = ring(surface.faces, len(surface.vertices)), surface.vertices
    for _round in range(12):
        flat = face_normals(Surface(vertices, surface.faces))
        flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-15
        mean = normals(Surface(vertices, surface.faces))[surface.faces].mean(1)
        folded = np.unique(surface.faces[np.einsum("ij,ij->i", flat, mean) < _FOLDED])
        if not len(folded):
            break
        vertices = vertices.copy()
        vertices[folded] = average(around, vertices)[folded]
    return Surface(vertices, surface.faces)


def _fill_pinches(values: Array) -> None:
    """Put nodes inside where else two sheets would share an edge: where a cell's side is inside at two opposite corners only."""
    found = True
    while found:
        found = False
        for axis in range(3):
            side = np.moveaxis(values, axis, 0)  # a view: the loop fills `values`
            corners = side[:, :-1, :-1], side[:, 1:, :-1], side[:, 1:, 1:], side[:, :-1, 1:]
            a, b, c, d = (corner < 0 for corner in corners)
            pinched = (a == c) & (b == d) & (a != b)
            for one, other, outside in ((corners[0], corners[2], ~a), (corners[1], corners[3], ~b)):
                chosen = pinched & outside
                nearer = chosen & (one <= other)
                one[nearer] = -1e-6
                other[chosen & ~nearer] = -1e-6
                found = found or bool(chosen.any())


def _net(values: Array, nodes: Array) -> Surface:
    inside = values < 0
    vertices, number = _vertices(values, inside, nodes)
    quads = np.concatenate([_quads(inside, number, axis) for axis in range(3)])
    if _left_handed(nodes):
        quads = quads[:, ::-1]
    first = np.linalg.norm(vertices[quads[:, 0]] - vertices[quads[:, 2]], axis=1)
    second = np.linalg.norm(vertices[quads[:, 1]] - vertices[quads[:, 3]], axis=1)
    swap = (second < first)[:, None]
    one = np.where(swap, quads[:, [0, 1, 3]], quads[:, [0, 1, 2]])
    other = np.where(swap, quads[:, [1, 2, 3]], quads[:, [0, 2, 3]])
    return split_pinches(Surface(vertices, np.concatenate([one, other])))


def _left_handed(nodes: Array) -> bool:
    a, b, c = (np.array(nodes.shape[:3]) // 2).tolist()
    here = nodes[a, b, c]
    return bool(np.linalg.det([nodes[a + 1, b, c] - here, nodes[a, b + 1, c] - here, nodes[a, b, c + 1] - here]) < 0)


def _vertices(values: Array, inside: npt.NDArray[np.bool_], nodes: Array) -> tuple[Array, Ints]:
    """One vertex in each cell the surface passes, at the mean of where it crosses the cell's edges."""
    cells = np.array(inside.shape) - 1
    count = np.zeros(cells, int)
    for a, b, c in _CORNERS.tolist():
        count += inside[a : cells[0] + a, b : cells[1] + b, c : cells[2] + c]
    active = (count > 0) & (count < len(_CORNERS))
    number = np.full(cells, -1)
    number[active] = np.arange(active.sum())
    cell = np.argwhere(active)
    total, crossings = np.zeros((len(cell), 3)), np.zeros(len(cell))
    for axis in range(3):
        ahead = np.eye(3, dtype=int)[axis]
        for corner in _CORNERS[_CORNERS[:, axis] == 0]:
            start, end = tuple((cell + corner).T), tuple((cell + corner + ahead).T)
            crossed = inside[start] != inside[end]
            one, other = values[start][crossed], values[end][crossed]
            share = (one / (one - other))[:, None]
            total[crossed] += nodes[start][crossed] * (1 - share) + nodes[end][crossed] * share
            crossings[crossed] += 1
    return total / crossings[:, None], number


def _quads(inside: npt.NDArray[np.bool_], number: Ints, axis: int) -> Ints:
    """For each grid edge along `axis` that the surface crosses: the four cells around it, seen from outside."""
    second, third = (axis + 1) % 3, (axis + 2) % 3
    low = [slice(1, size - 1) for size in inside.shape]
    low[axis] = slice(0, inside.shape[axis] - 1)
    high = low.copy()
    high[axis] = slice(1, inside.shape[axis])
    start, end = inside[tuple(low)], inside[tuple(high)]
    edge = np.argwhere(start != end)
    outwards = start[start != end]
    edge[:, second] += 1
    edge[:, third] += 1

    def cell(back_second: int, back_third: int) -> Ints:
        at = edge.copy()
        at[:, second] -= back_second
        at[:, third] -= back_third
        return np.asarray(number[tuple(at.T)])

    quads = np.stack([cell(1, 1), cell(0, 1), cell(0, 0), cell(1, 0)], 1)
    quads[~outwards] = quads[~outwards][:, ::-1]
    return quads
