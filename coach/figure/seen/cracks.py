"""Cracks: the unit edges between pixels that show different things, and the chains they form.

A corner of the raster is the number y * (width + 1) + x of the point above and left of pixel (x, y). A crack runs between
two neighbouring corners; a chain is a run of cracks through corners where exactly two meet.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


class Cracks(NamedTuple):
    """n cracks of a raster `width` pixels wide.

    `start`, `end` (n,) corners, so that pixel `left` lies on the left hand and `right` on the right (y goes down);
    `upright` (n,) tells a crack between two pixels of a row. Pixels are numbers y * width + x.
    """

    width: int
    start: Ints
    end: Ints
    left: Ints
    right: Ints
    upright: Flags


class Chains(NamedTuple):
    """Cracks in order along their chains.

    `cracks` (n,) numbers of cracks; `along` (n,) whether the chain runs through it from start to end; `first` (c + 1,)
    where each chain begins, and n; `closed` (c,); `tail`, `head` (c,) the corners it begins and ends at.
    """

    cracks: Ints
    along: Flags
    first: Ints
    closed: Flags
    tail: Ints
    head: Ints


def cracks_of(beside: Places, below: Places, width: int) -> Cracks:
    """Return cracks right of the pixels `beside` and under the pixels `below`, in this order; `width` of the raster."""
    beside, below = beside.astype(np.int32), below.astype(np.int32)
    corner = beside + beside // width + 1
    under = below + below // width + width + 1
    return Cracks(
        width,
        np.concatenate([corner, under]),
        np.concatenate([corner + width + 1, under + 1]),
        np.concatenate([beside + 1, below]),  # on the way down the right pixel is on the left hand
        np.concatenate([beside, below + width]),
        np.concatenate([np.ones(len(beside), bool), np.zeros(len(below), bool)]),
    )


def some_of(cracks: Cracks, kept: npt.NDArray[np.generic]) -> Cracks:
    """Return the cracks that `kept` marks or numbers."""
    return Cracks(cracks.width, *(column[kept] for column in cracks[1:]))


def between(labels: npt.NDArray[np.generic]) -> tuple[Places, Places]:
    """Return the pixels of an image (h, w) that differ from the one to their right, and from the one under them."""
    width = labels.shape[1]
    flat = labels.ravel()
    beside = np.flatnonzero(flat[1:] != flat[:-1])
    return beside[beside % width != width - 1], np.flatnonzero(flat[width:] != flat[:-width])


def chains_of(cracks: Cracks, corners: int) -> Chains:
    """Put cracks in order along their chains; `corners` is how many corners the raster has."""
    count = len(cracks.start)
    follower = _followers(cracks, corners)
    last, steps = _walk(follower)
    ring: Places = np.flatnonzero(follower[last] != last)
    if len(ring):
        end, away = _walk(_opened(follower, ring))
        last[ring], steps[ring] = ring[end], away
    back = np.concatenate([last[count:], last[:count]])  # where the other direction of each half crack ends
    kept = np.flatnonzero(last < back)  # every chain was walked both ways: one of them is enough
    return _sorted(cracks, last, steps, kept, ring)


def _followers(cracks: Cracks, corners: int) -> Ints:
    """Return the half crack after each (itself at the end of a chain): the first n run from start to end, the rest back."""
    count = len(cracks.start)
    head = np.concatenate([cracks.end, cracks.start])
    degree = np.bincount(head, minlength=corners)
    total = np.zeros(corners, np.int64)  # two cracks meet: the sum of their numbers minus one is the other
    np.add.at(total, head, np.tile(np.arange(count), 2))
    own = np.tile(np.arange(count, dtype=np.int32), 2)
    partner = (total[head] - own).astype(np.int32)
    through = degree[head] == 2
    partner = np.where(through, partner, 0)
    leaves_from_start = cracks.start[partner] == head
    follower = np.where(leaves_from_start, partner, partner + count)
    return np.where(through, follower, np.arange(2 * count)).astype(np.int32)


def _walk(follower: Ints) -> tuple[Ints, Ints]:
    """Return where each half crack's chain ends and how many steps away; on rings, somewhere on the ring."""
    last = follower.copy()
    steps = (follower != np.arange(len(follower))).astype(np.int32)
    going = len(follower) + 1
    while True:
        steps += steps[last]
        last = last[last]
        still = int(np.count_nonzero(follower[last] != last))
        if still in {0, going}:  # on open chains there are fewer at every turn: what is left are rings
            return last, steps
        going = still


def _opened(follower: Ints, ring: Places) -> Ints:
    """Return the followers on the rings alone, counted from 0; each ring is cut before its lowest number, so that it has an end."""
    place = np.full(len(follower), -1, np.int32)
    place[ring] = np.arange(len(ring), dtype=np.int32)
    onward = place[follower[ring]]
    jump, lowest = onward, np.arange(len(ring), dtype=np.int32)
    while not np.array_equal(lower := np.minimum(lowest, lowest[jump]), lowest):
        lowest, jump = lower, jump[jump]
    ends = onward == lowest
    return np.where(ends, np.arange(len(ring), dtype=np.int32), onward)


def _sorted(
    cracks: Cracks, last: Ints, steps: Ints, kept: npt.NDArray[np.int64], ring: npt.NDArray[np.int64]
) -> Chains:
    order = kept[np.lexsort((-steps[kept], last[kept]))]
    name = last[order]
    fresh = np.flatnonzero(np.diff(name, prepend=-1))
    count = len(cracks.start)
    along = order < count
    number = np.where(along, order, order - count).astype(np.int32)
    tails = np.where(along, cracks.start[number], cracks.end[number])
    heads = np.where(along, cracks.end[number], cracks.start[number])
    first = np.append(fresh, len(order)).astype(np.int32)
    closed = np.isin(order[fresh], ring)
    return Chains(number, along, first, closed, tails[fresh].astype(np.int32), heads[first[1:] - 1].astype(np.int32))
