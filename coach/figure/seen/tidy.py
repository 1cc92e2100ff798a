"""Which creases are worth a line: long and clear ones, in one piece, without hairs."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.seen.cracks import Cracks, Flags, Floats, Ints, chains_of
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
    crease = ~edges.between & (~cloth | (edges.strength >= _FOLD))
    least = np.where(cloth, _CLOTH, _ELSE).astype(np.float32) * np.float32(per_metre)
    fixed = np.zeros(corners, bool)
    fixed[edges.cracks.start[edges.between]] = True
    fixed[edges.cracks.end[edges.between]] = True
    for cut in (False, True, True):  # cutting a hair may leave a shorter one, or pieces that are worth nothing alone
        some = np.flatnonzero(crease)
        if not len(some):
            break
        alone = chosen(edges, crease)
        crease[some[~_worth(alone.cracks, alone.strength, least[some], corners)]] = False
        if cut:
            some = np.flatnonzero(crease)
            crease[some[_hairs(chosen(edges, crease).cracks, fixed, _HAIR * per_metre)]] = False
    some = np.flatnonzero(crease)
    alone = chosen(edges, crease)
    crease[some[~_worth(alone.cracks, alone.strength, least[some], corners)]] = False
    return chosen(edges, edges.between | crease)


def _worth(cracks: Cracks, strength: Floats, least: Floats, corners: int) -> Flags:
    """Return which cracks belong to a connected piece that is clear somewhere and long enough everywhere."""
    if not len(strength):
        return np.zeros(0, bool)
    piece = _pieces(cracks, corners)
    count = int(piece.max()) + 1
    clear = np.zeros(count, np.float32)
    np.maximum.at(clear, piece, strength)
    wanted = np.zeros(count)
    np.maximum.at(wanted, piece, least)
    return np.asarray(((clear >= _CLEAR) & (np.bincount(piece, minlength=count) >= wanted))[piece])


def _pieces(cracks: Cracks, corners: int) -> Ints:
    """Number the connected pieces; cracks of one piece get the same number."""
    name = np.arange(corners, dtype=np.int32)
    while True:
        low = np.minimum(name[cracks.start], name[cracks.end])
        before = name.copy()
        np.minimum.at(name, cracks.start, low)
        np.minimum.at(name, cracks.end, low)
        name = np.minimum(name, name[name])
        if np.array_equal(name, before):
            break
    return np.unique(name[cracks.start], return_inverse=True)[1].astype(np.int32)


def _hairs(cracks: Cracks, fixed: Flags, shortest: float) -> Flags:
    """Return which cracks are in short branches with a loose end; ends at `fixed` corners are not loose."""
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
