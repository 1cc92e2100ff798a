"""Where a line belongs: between things, and where one part of the body passes before another."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Cracks, Flags, Floats, Ints, Places, between, cracks_of, some_of
from coach.figure.seen.subject import Subject
from coach.figure.seen.zbuffer import Seen

#: Sheets this far apart (metres) begin to show a crease; that much further it is a full line.
_SHEET: Final = (0.012, 0.018)
#: The same for a step in depth that the slopes on both sides do not explain.
_STEP: Final = (0.006, 0.008)
_STEEPEST: Final = 4.0


class Edges(NamedTuple):
    """Cracks between visible pixels, with what is on both sides.

    `labels` (h * w,): 0 nothing, else 1 + paint. `strength` (n,) 1 between things and at full creases; `drop` (n,) how far
    (metres) the farther side lies behind; `near` (n,) the paint of the nearer side.
    """

    cracks: Cracks
    labels: Ints
    strength: Floats
    drop: Floats
    near: Ints
    between: Flags


def edges_of(seen: Seen, subject: Subject, pixel: float) -> Edges:
    """Return every edge of what is seen; a pixel is `pixel` metres wide."""
    face = np.full(seen.width * seen.height, -1, np.int32)
    face[seen.pixels] = seen.faces
    place = np.full(seen.width * seen.height, -1, np.int32)
    place[seen.pixels] = np.arange(len(seen.pixels), dtype=np.int32)
    beside, below = between(face.reshape(seen.height, seen.width))
    paint = np.append(subject.paint.astype(np.int32) + 1, 0)  # face -1: nothing
    parts = [_judge(seen, subject, pixel, (place, paint), pair) for pair in ((beside, 1), (below, seen.width))]
    kept = [part[0] for part in parts]
    cracks = cracks_of(beside[kept[0]], below[kept[1]], seen.width)
    columns = [np.concatenate([part[k][part[0]] for part in parts]) for k in range(1, 5)]
    return Edges(cracks, paint[face], columns[0], columns[1], columns[2].astype(np.int32), columns[3].astype(bool))


def _judge(
    seen: Seen, subject: Subject, size: float, tables: tuple[Ints, Ints], pair: tuple[Places, int]
) -> tuple[Flags, Floats, Floats, Ints, Flags]:
    """Judge the pairs (pixel, pixel + step): is there an edge, how strong, how deep, whose, between what."""
    (place, paint), (pixel, step) = tables, pair
    a, b = place[pixel], place[pixel + step]
    both = (a >= 0) & (b >= 0)
    face_a, face_b = np.where(a >= 0, seen.faces[a], -1), np.where(b >= 0, seen.faces[b], -1)
    label_a, label_b = paint[face_a], paint[face_b]
    differ = label_a != label_b
    depth_a = np.where(a >= 0, seen.depth[a], -9)
    depth_b = np.where(b >= 0, seen.depth[b], -9)
    strength = differ.astype(np.float32)
    same = np.flatnonzero(both & ~differ)
    strength[same] = _crease(seen, subject, size, (a[same], b[same]), 0 if step == 1 else 1)
    near = np.where(depth_a >= depth_b, label_a, label_b)
    return strength > 0, strength, np.abs(depth_a - depth_b).astype(np.float32), near, differ


def _crease(seen: Seen, subject: Subject, size: float, pair: tuple[Ints, Ints], axis: int) -> Floats:
    """Return how strong (0 to 1) a crease is between two pixels of the same paint."""
    a, b = pair
    step = seen.depth[b] - seen.depth[a]
    left, right = seen.slope[axis][a], seen.slope[axis][b]
    # one surface seen edge-on: it falls away as steeply on both sides, and neighbours are far from each other on it
    falls = np.where(left * right > 0, np.minimum(np.abs(left), np.abs(right)), 0)
    apart = subject.sheet[seen.faces[a]] - subject.sheet[seen.faces[b]]
    sheets = np.sqrt(np.einsum("kc,kc->k", apart, apart)) - np.maximum(np.minimum(np.abs(step), falls) - size, 0)
    sheets = (sheets - _SHEET[0]) / _SHEET[1]
    most = np.maximum(_STEEPEST * size, falls)
    left, right = np.clip(left, -most, most), np.clip(right, -most, most)
    jump = (np.minimum(np.abs(step - left), np.abs(step - right)) - _STEP[0]) / _STEP[1]
    return np.asarray(np.clip(np.maximum(sheets, jump), 0, 1), np.float32)


def chosen(edges: Edges, kept: npt.NDArray[np.bool_]) -> Edges:
    """Return the edges that `kept` marks."""
    return edges._replace(
        cracks=some_of(edges.cracks, kept),
        strength=edges.strength[kept],
        drop=edges.drop[kept],
        near=edges.near[kept],
        between=edges.between[kept],
    )
