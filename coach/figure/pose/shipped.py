"""Solved key poses in a file, so that nothing is solved while somebody waits; found again by what they were solved from."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from coach.figure.bones import COUNT, INDEX, NAMES
from coach.figure.mesh import Mesh
from coach.figure.pose.props import Cushion, Pack, Strap
from coach.figure.pose.resolve import Complete
from coach.figure.pose.solved import ENDS, Pin, Solved
from coach.figure.rotation import matrices, quaternions

#: Goes up with every change of the solver that gives other numbers.
VERSION: Final = 1
_UNIT: Final = 32767  # a component of a quaternion is so many parts
_STRUCK: Final = 16  # hex digits of a key are enough
_ROOM: Final = -1  # the carrier of what is pinned to the room

Poses = Mapping[str, tuple[Solved, ...]]


def mark_of(mesh: Mesh) -> str:
    """Return a short text that is another one for another body."""
    found = 0
    for array in (mesh.vertices, mesh.faces, mesh.weights, mesh.bind.turned, mesh.bind.joints):
        found = zlib.crc32(np.ascontiguousarray(array).data, found)
    return f"{found:08x}"


def key_of(complete: Complete, body: str) -> str:
    """Return what a figure's solution is known by, for the body with that mark."""
    things = [
        prop for prop in complete.figure.props if not isinstance(prop, Pack | Strap | Cushion)
    ]  # they follow the body
    told = msgspec.json.encode((VERSION, body, things, complete.poses))
    return hashlib.sha256(told).hexdigest()[:_STRUCK]


def save(poses: Poses, path: Path) -> None:
    """Write solutions; the same ones always give the same bytes."""
    names = sorted(poses)
    rows = [solved for name in names for solved in poses[name]]
    pins = [(row, limb, pin) for row, solved in enumerate(rows) for limb, pin in sorted(solved.pins.items())]
    np.savez_compressed(
        path,
        names=np.array(names, f"<U{_STRUCK}"),
        counts=np.array([len(poses[name]) for name in names], np.uint8),
        turns=_packed([np.concatenate([each.local, each.root_turned[None]]) for each in rows], COUNT + 1),
        roots=np.array([each.root for each in rows], np.float32).reshape(-1, 3),
        pinned=np.array([(row, ENDS.index(limb), _carrier(pin)) for row, limb, pin in pins], np.int16).reshape(-1, 3),
        pin_turns=_packed([pin.turned[None] for _row, _limb, pin in pins], 1),
        pin_at=np.array([pin.at for _row, _limb, pin in pins], np.float32).reshape(-1, 3),
    )


def load(path: Path) -> Poses:
    """Read solutions; an empty mapping when the file is missing or damaged: everything can be solved anew."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            held = {name: archive[name] for name in archive.files}
        return dict(_read(held))
    except (OSError, EOFError, ValueError, KeyError, IndexError, TypeError, zipfile.BadZipFile, zlib.error):
        return {}


def _read(held: Mapping[str, npt.NDArray[Any]]) -> Iterator[tuple[str, tuple[Solved, ...]]]:
    turns = _unpacked(held["turns"])
    pins: list[dict[str, Pin]] = [{} for _row in turns]
    pin_turns = _unpacked(held["pin_turns"])[:, 0]
    for (row, limb, carrier), turned, at in zip(held["pinned"].tolist(), pin_turns, held["pin_at"], strict=True):
        name = "" if carrier == _ROOM else NAMES[carrier]
        pins[row][ENDS[limb]] = Pin(name, turned, at.astype(float))
    rows = [
        Solved(local=turned[:COUNT], root_turned=turned[COUNT], root=root.astype(float), pins=own)
        for turned, root, own in zip(turns, held["roots"], pins, strict=True)
    ]
    start = 0
    for name, count in zip(held["names"], held["counts"], strict=True):
        yield str(name), tuple(rows[start : start + int(count)])
        start += int(count)


def _carrier(pin: Pin) -> int:
    return INDEX[pin.carrier] if pin.carrier else _ROOM


def _packed(turned: Sequence[npt.NDArray[np.float64]], each: int) -> npt.NDArray[np.int16]:
    """Rotations (n, each, 3, 3) as (n, each, 4) whole numbers, with the sign that makes the first component positive."""
    if not turned:
        return np.zeros((0, each, 4), np.int16)
    found = quaternions(np.concatenate(turned))
    found = np.where(found[:, :1] < 0, -found, found)
    return np.rint(found * _UNIT).astype(np.int16).reshape(-1, each, 4)


def _unpacked(packed: npt.NDArray[np.int16]) -> npt.NDArray[np.float64]:
    """(n, each, 4) whole numbers as rotations (n, each, 3, 3)."""
    q = packed.reshape(-1, 4).astype(float)
    found = matrices(q / np.linalg.norm(q, axis=1, keepdims=True))
    return np.ascontiguousarray(found).reshape(*packed.shape[:2], 3, 3)
