"""Left halves and left limbs become one symmetric mesh, with calm normals and marks that lie on its faces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from coach.figure.mesh import PIECES, Mark, Mesh
from coach.figure.rotation import Array
from coach.figure.sculpt.frames import MIRROR, Frames
from coach.figure.sculpt.topology import Ints, Surface, diffuse, normals
from coach.figure.sculpt.weights import swapped

_NEAR = 24  # faces looked at for each point of a mark
_LIGHTEST = 0.003  # weights below are dropped


class Line(NamedTuple):
    """A line to be drawn on a part: left points (k, 3); `middle`: the first lies on y = 0 and the right half is joined on."""

    kind: str
    points: Array
    closed: bool = False
    middle: bool = False


class Part(NamedTuple):
    """The left half of a piece, or a left limb.

    labels: the piece of each face, of its left side. calm: metres over which normals are averaged, one or per vertex.
    """

    surface: Surface
    weights: Array
    labels: Sequence[str]
    calm: Array | float
    lines: tuple[Line, ...] = ()


class _Whole(NamedTuple):
    surface: Surface
    weights: Array
    normals: Array


def assemble(frames: Frames, parts: Sequence[Part]) -> Mesh:
    """The parts and their mirror images as one mesh."""
    wholes = [_whole(part) for part in parts]
    starts = np.cumsum([0, *(len(whole.surface.vertices) for whole in wholes)])
    first_faces = np.cumsum([0, *(len(whole.surface.faces) for whole in wholes)])
    labels = [label for part in parts for label in (*part.labels, *(_opposite(label) for label in part.labels))]
    marks = [
        mark
        for part, start in zip(parts, first_faces, strict=False)
        for line in part.lines
        for mark in _marks(part, line, int(start))
    ]
    return Mesh(
        vertices=np.concatenate([whole.surface.vertices for whole in wholes]).astype(np.float32),
        normals=np.concatenate([whole.normals for whole in wholes]).astype(np.float32),
        weights=np.concatenate([whole.weights for whole in wholes]).astype(np.float32),
        faces=np.concatenate(
            [whole.surface.faces + start for whole, start in zip(wholes, starts, strict=False)]
        ).astype(np.int32),
        piece=np.array([PIECES.index(label) for label in labels], np.uint8),
        pieces=PIECES,
        bind=frames.bind,
        skeleton=frames.skeleton,
        marks=tuple(marks),
    )


def _whole(part: Part) -> _Whole:
    """The part with its mirror image; what lies on y = 0 is shared."""
    vertices, faces = part.surface
    middle = vertices[:, 1] == 0
    weights = np.where(middle[:, None], (part.weights + swapped(part.weights)) / 2, part.weights)
    weights = np.where(weights < _LIGHTEST, 0, weights)
    weights /= weights.sum(1, keepdims=True)
    own = np.flatnonzero(~middle)
    number = np.arange(len(vertices))
    number[own] = len(vertices) + np.arange(len(own))
    both = Surface(
        np.concatenate([vertices, vertices[own] * MIRROR]), np.concatenate([faces, number[faces][:, [0, 2, 1]]])
    )
    calm = np.broadcast_to(np.asarray(part.calm, float), len(vertices))
    calm = np.concatenate([calm, calm[own]])
    soft = diffuse(both, normals(both), calm)
    left = soft[: len(vertices)]
    left = np.where(middle[:, None], left * (1, 0, 1), left)
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    return _Whole(both, np.concatenate([weights, swapped(weights[own])]), np.concatenate([left, left[own] * MIRROR]))


def _opposite(label: str) -> str:
    return label[:-1] + "R" if label.endswith(".L") else label


def _marks(part: Part, line: Line, start: int) -> list[Mark]:
    """A line and its mirror image, or the whole line where it crosses the middle."""
    faces, weights = _on(part.surface, line.points)
    other, other_weights = faces + len(part.surface.faces), weights[:, [0, 2, 1]]
    if line.middle:
        faces, weights = np.concatenate([other[:0:-1], faces]), np.concatenate([other_weights[:0:-1], weights])
    left = Mark(line.kind, (faces + start).astype(np.int32), weights.astype(np.float32), line.closed)
    if line.middle:
        return [left]
    return [left, Mark(line.kind, (other + start).astype(np.int32), other_weights.astype(np.float32), line.closed)]


def _on(surface: Surface, points: Array) -> tuple[Ints, Array]:
    """For each point the face it lies nearest to, and its barycentric weights there."""
    corners = surface.vertices[surface.faces]
    centres = corners.mean(1)
    faces, weights = np.zeros(len(points), int), np.zeros((len(points), 3))
    for row, point in enumerate(points):
        near = np.argsort(((centres - point) ** 2).sum(1), kind="stable")[:_NEAR]
        share = _barycentric(corners[near], point)
        distance = ((np.einsum("fc,fcx->fx", share, corners[near]) - point) ** 2).sum(1)
        best = int(distance.argmin())
        faces[row], weights[row] = near[best], share[best]
    return faces, weights


def _barycentric(corners: Array, point: Array) -> Array:
    """Weights of the point's foot in each triangle (f, 3, 3), clipped into it."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    ab, ac, ap = b - a, c - a, point - a
    d00, d01, d11 = (ab * ab).sum(1), (ab * ac).sum(1), (ac * ac).sum(1)
    d20, d21 = (ap * ab).sum(1), (ap * ac).sum(1)
    area = d00 * d11 - d01 * d01
    v, w = (d11 * d20 - d01 * d21) / area, (d00 * d21 - d01 * d20) / area
    share = np.clip(np.stack([1 - v - w, v, w], 1), 0, 1)
    return np.asarray(share / share.sum(1, keepdims=True))
