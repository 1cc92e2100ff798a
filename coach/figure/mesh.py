"""The body as a mesh in its bind pose, with skinning weights and the lines drawn on it; how it is read and written.

`python -m coach.figure.sculpt` makes the files `assets/figure/body-*.npz`. They hold whole numbers (a vertex is a multiple of
2^-14 m = 0.06 mm), because those compress well and mirror exactly.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.errors import DataError
from coach.figure import bones
from coach.figure.forward import Placed
from coach.i18n import _

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int32]

#: What the skin and the clothes are made of; "*.inside" is the inner side of a garment near its openings.
PIECES: Final = (
    "head", "hair", "shirt", "shirt.inside", "shorts", "shorts.inside",
    "arm.L", "arm.R", "hand.L", "hand.R", "leg.L", "leg.R", "foot.L", "foot.R",
)  # fmt: skip

_STEP: Final = 2.0**-14  # metres
_SHARES: Final = 65535  # a weight is so many parts of one
_UNIT: Final = 32767  # so is a component of a normal
_FORMAT: Final = 1
_MOST: Final = 65536  # vertices a file can number
_ARRAYS: Final = (
    "format", "proportions", "turned", "joints", "vertices", "normals", "weights", "faces", "piece", "pieces",
    "mark_kinds", "mark_closed", "mark_lengths", "mark_faces", "mark_weights",
)  # fmt: skip


class Mark(NamedTuple):
    """A line drawn on the surface: points inside faces, (k,) faces and (k, 3) barycentric weights.

    Kinds: "eye" (open: the lid's edge; closed: the iris), "brow", "nose", "mouth", "ear", "hair" (a strand), "finger", "toe".
    """

    kind: str
    faces: Indices
    weights: Floats
    closed: bool

    def points(self, vertices: Floats, faces: Indices) -> Floats:
        """Return the (k, 3) points of the line on a mesh with these `vertices` and `faces`."""
        corners = vertices[faces[self.faces]]
        return np.asarray(np.einsum("kc,kcx->kx", self.weights, corners), np.float32)


@dataclass(frozen=True, eq=False)
class Mesh:
    """One body. Metres; faces counter-clockwise seen from outside; left and right are exact mirrors.

    vertices, normals (n, 3): the bind pose; the normals are low-passed so that tones lie calm. weights (n, bones.COUNT):
    rows sum to 1. faces (m, 3), piece (m,): index into `pieces`. bind: where the bones are in the bind pose.
    """

    vertices: Floats
    normals: Floats
    weights: Floats
    faces: Indices
    piece: npt.NDArray[np.uint8]
    pieces: tuple[str, ...]
    bind: Placed
    skeleton: bones.Skeleton
    marks: tuple[Mark, ...]

    def faces_of(self, *names: str) -> Indices:
        """Return the numbers of the faces that belong to these pieces; `ValueError` for a piece there is not."""
        wanted = [self.pieces.index(name) for name in names]
        return np.flatnonzero(np.isin(self.piece, wanted)).astype(np.int32)


def save(mesh: Mesh, path: Path) -> None:
    """Write a mesh; the same mesh always gives the same bytes."""
    if len(mesh.vertices) >= _MOST:
        raise ValueError(f"a body of {len(mesh.vertices)} vertices does not fit the file format")
    shape = mesh.skeleton.proportions
    np.savez_compressed(
        path,
        format=np.array(_FORMAT),
        proportions=np.array([shape.stature, shape.hip, shape.shoulder]),
        turned=mesh.bind.turned,
        joints=mesh.bind.joints,
        vertices=np.rint(mesh.vertices / _STEP).astype(np.int16).T,
        normals=np.rint(mesh.normals * _UNIT).astype(np.int16).T,
        weights=np.rint(mesh.weights * _SHARES).astype(np.uint16).T,
        faces=mesh.faces.astype(np.uint16).T,
        piece=mesh.piece,
        pieces=np.array(mesh.pieces),
        mark_kinds=np.array([mark.kind for mark in mesh.marks]),
        mark_closed=np.array([mark.closed for mark in mesh.marks]),
        mark_lengths=np.array([len(mark.faces) for mark in mesh.marks]),
        mark_faces=np.concatenate([mark.faces for mark in mesh.marks]),
        mark_weights=np.concatenate([mark.weights for mark in mesh.marks]),
    )


def load(path: Path) -> Mesh:
    """Read a body; a `DataError` with a sentence when the file is missing, damaged or of another version."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            held = {name: archive[name] for name in _ARRAYS}
        return _mesh(held)
    except FileNotFoundError as error:
        raise DataError(_("The body {path} is not there. Install Limber again.").format(path=path)) from error
    except _Version as error:
        sentence = _("The body {path} is of another version (format {found}). Install Limber again.")
        raise DataError(sentence.format(path=path, found=error)) from error
    except (OSError, EOFError, ValueError, KeyError, IndexError, TypeError, zipfile.BadZipFile, zlib.error) as error:
        sentence = _("The body {path} is damaged ({reason}). Install Limber again.")
        raise DataError(sentence.format(path=path, reason=str(error).strip() or type(error).__name__)) from error


class _Version(Exception):  # noqa: N818 - never leaves this module
    """A file of a format we do not know."""


def _mesh(held: Mapping[str, npt.NDArray[Any]]) -> Mesh:
    """The arrays of a file as a mesh; `ValueError` where they do not fit each other."""
    if int(held["format"]) != _FORMAT:
        raise _Version(str(held["format"]))
    vertices = np.ascontiguousarray(held["vertices"].T, np.float32) * np.float32(_STEP)
    normals = np.ascontiguousarray(held["normals"].T, np.float32) / np.float32(_UNIT)
    weights = np.ascontiguousarray(held["weights"].T, np.float32)
    total = weights.sum(1, keepdims=True)
    if not total.all():
        raise ValueError("a vertex moves with no bone")
    weights /= total
    faces = np.ascontiguousarray(held["faces"].T, np.int32)
    pieces = tuple(str(name) for name in held["pieces"])
    stature, hip, shoulder = (float(number) for number in held["proportions"])
    mesh = Mesh(
        vertices=vertices,
        normals=normals,
        weights=weights,
        faces=faces,
        piece=held["piece"],
        pieces=pieces,
        bind=Placed(held["turned"], held["joints"]),
        skeleton=bones.skeleton(bones.Proportions(stature, hip, shoulder)),
        marks=tuple(_marks(held, len(faces))),
    )
    _check(mesh)
    return mesh


def _marks(held: Mapping[str, npt.NDArray[Any]], count: int) -> list[Mark]:
    faces = held["mark_faces"].astype(np.int32)
    if len(faces) and not 0 <= faces.min() <= faces.max() < count:
        raise ValueError("a line lies on a face that is not there")
    ends = np.cumsum(held["mark_lengths"])[:-1]
    rows = zip(
        held["mark_kinds"],
        held["mark_closed"],
        np.split(faces, ends),
        np.split(held["mark_weights"].astype(np.float32), ends),
        strict=True,
    )
    return [Mark(str(kind), on, weights, bool(closed)) for kind, closed, on, weights in rows]


def _check(mesh: Mesh) -> None:
    """Raise `ValueError` unless shapes and numbers fit each other."""
    count, faces = len(mesh.vertices), len(mesh.faces)
    shapes = {
        "vertices": (mesh.vertices.shape, (count, 3)),
        "normals": (mesh.normals.shape, (count, 3)),
        "weights": (mesh.weights.shape, (count, bones.COUNT)),
        "faces": (mesh.faces.shape, (faces, 3)),
        "piece": (mesh.piece.shape, (faces,)),
        "turned": (mesh.bind.turned.shape, (bones.COUNT, 3, 3)),
        "joints": (mesh.bind.joints.shape, (bones.COUNT, 3)),
    }
    for name, (found, wanted) in shapes.items():
        if found != wanted:
            raise ValueError(f"{name} is {found}, not {wanted}")
    if not count or mesh.faces.max(initial=0) >= count:
        raise ValueError("a face has a corner that is not there")
    if mesh.piece.max(initial=0) >= len(mesh.pieces):
        raise ValueError("a face belongs to a piece that is not there")
