"""Which creases are worth a line: long and clear ones, in one piece, without hairs."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from coach.figure.seen.cracks import Cracks, Flags, Floats, Ints, chains_of, some_of
from coach.figure.seen.creases import Edges, chosen
from coach.figure.seen.subject import Subject

#: A crease has to reach this strength somewhere.
_CLEAR: Final = 0.75
#: How long (metres) a crease has to be: cloth folds in many places that no illustrator would draw.
_CLOTH: Final = 0.05
_ELSE: Final = 0.014
#: A branch that ends in the open after fewer metres than this is a hair.
_HAIR: Final = 0.018
#: On cloth a crease counts from this strength on.
_FOLD: Final = 0.35
_CLOTHES: Final = frozenset({"shirt", "shorts"})


def tidied(edges: Edges, subject: Subject, corners: int, per_metre: float) -> Edges:
    """Return the edges without creases that are short, nowhere clear, or only hairs of others."""
    cloth = np.array([False, *(paint.material in _CLOTHES for paint in subject.paints)])[edges.near]
    crease = np.flatnonzero(~edges.between & (~cloth | (edges.strength >= _FOLD)))
    fixed = np.zeros(corners, bool)
    fixed[edges.cracks.start[edges.between]] = True
    fixed[edges.cracks.end[edges.between]] = True
    least = np.where(cloth[crease], _CLOTH, _ELSE).astype(np.float32) * np.float32(per_metre)
    cracks, used = _renumbered(some_of(edges.cracks, crease))
    kept = _judged(_Creases(cracks, edges.strength[crease], least, fixed[used]), _HAIR * per_metre)
    good = edges.between.copy()
    good[crease[kept]] = True
    return chosen(edges, good)


class _Creases(NamedTuple):
    """The creases of an image: n cracks between c corners, how strong each is, how long (pixels) its piece has to be.

    `fixed` (c,) marks the corners where a line between two things passes.
    """

    cracks: Cracks
    strength: Floats
    least: Floats
    fixed: Flags

    def only(self, kept: Ints) -> _Creases:
        """Return some of them."""
        return _Creases(some_of(self.cracks, kept), self.strength[kept], self.least[kept], self.fixed)


def _renumbered(cracks: Cracks) -> tuple[Cracks, Ints]:
    """Return the cracks with corners counted from 0 without gaps, and the corner that each number stands for."""
    count = len(cracks.start)
    used, number = np.unique(np.concatenate([cracks.start, cracks.end]), return_inverse=True)
    corner: Ints = number.astype(np.int32)
    return cracks._replace(start=corner[:count], end=corner[count:]), used.astype(np.int32)


def _judged(creases: _Creases, shortest: float) -> Ints:
    """Return which creases stay."""
    kept = np.arange(len(creases.strength), dtype=np.int32)
    for cut in (False, True, True):  # cutting a hair may leave a shorter one, or pieces that are worth nothing alone
        kept = kept[_worth(creases.only(kept))]
        if cut:
            kept = kept[~_hairs(creases.only(kept), shortest)]
    return np.asarray(kept[_worth(creases.only(kept))])


def _worth(creases: _Creases) -> Flags:
    """Return which cracks belong to a connected piece that is clear somewhere and long enough everywhere."""
    if not len(creases.strength):
        return np.zeros(0, bool)
    piece = _pieces(creases.cracks, len(creases.fixed))
    count = int(piece.max()) + 1
    clear = np.zeros(count, np.float32)
    np.maximum.at(clear, piece, creases.strength)
    wanted = np.zeros(count)
    np.maximum.at(wanted, piece, creases.least)
    return np.asarray(((clear >= _CLEAR) & (np.bincount(piece, minlength=count) >= wanted))[piece])


def _pieces(cracks: Cracks, corners: int) -> Ints:
    """Number the connected pieces; cracks of one piece get the same number."""
    name = np.arange(corners, dtype=np.int32)
    while True:  # corners point to lower ones of their piece, and at last to its lowest
        one, other = name[cracks.start], name[cracks.end]
        apart = one != other
        if not apart.any():
            break
        np.minimum.at(name, np.maximum(one, other)[apart], np.minimum(one, other)[apart])
        while not np.array_equal(shorter := name[name], name):
            name = shorter
    return np.unique(name[cracks.start], return_inverse=True)[1].astype(np.int32)


def _hairs(creases: _Creases, shortest: float) -> Flags:
    """Return which cracks are in short branches with a loose end; ends at `fixed` corners are not loose."""
    cracks, fixed = creases.cracks, creases.fixed
    if not len(cracks.start):
        return np.zeros(0, bool)
    chains = chains_of(cracks, len(fixed))
    degree = np.bincount(np.concatenate([cracks.start, cracks.end]), minlength=len(fixed))
    loose = [(degree[ends] == 1) & ~fixed[ends] for ends in (chains.tail, chains.head)]
    branch = [(degree[ends] > 2) | fixed[ends] for ends in (chains.tail, chains.head)]
    hair = ((loose[0] & branch[1]) | (loose[1] & branch[0])) & ~chains.closed
    length = np.diff(chains.first)
    hair &= length < shortest
    found = np.zeros(len(cracks.start), bool)
    found[chains.cracks[np.repeat(hair, length)]] = True
    return found
