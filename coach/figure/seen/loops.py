"""Regions as closed outlines, put together from the lines around them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Chains, Cracks, Floats, Ints
from coach.figure.seen.smooth import Lines


class Outlines(NamedTuple):
    """Closed outlines of regions: `points` (n, 2); outline i is points[first[i]:first[i + 1]] and bounds region `label[i]`.

    Holes are outlines that run the other way round: filled by winding, an outline and its holes leave the holes empty.
    """

    points: Floats
    first: Ints
    label: Ints

    def areas(self) -> Floats:
        """Return the signed area of each outline in square pixels; holes have the other sign."""
        if not len(self.label):
            return np.zeros(0, np.float32)
        onward = np.arange(1, len(self.points) + 1)
        onward[self.first[1:] - 1] = self.first[:-1]
        x, y = self.points.astype(float).T
        return np.asarray(np.add.reduceat(x * y[onward] - x[onward] * y, self.first[:-1]) / 2, np.float32)

    def lengths(self) -> Floats:
        """Return how long each outline is, in pixels."""
        if not len(self.label):
            return np.zeros(0, np.float32)
        onward = np.arange(1, len(self.points) + 1)
        onward[self.first[1:] - 1] = self.first[:-1]
        steps = np.hypot(*(self.points[onward] - self.points).T)
        return np.asarray(np.add.reduceat(steps, self.first[:-1]), np.float32)

    def only(self, kept: npt.NDArray[np.bool_]) -> Outlines:
        """Return the outlines that `kept` (c,) marks."""
        length = np.diff(self.first)
        first = np.concatenate([[0], np.cumsum(length[kept])]).astype(np.int32)
        return Outlines(self.points[np.repeat(kept, length)], first, self.label[kept])


class _Sides(NamedTuple):
    """Lines seen from their sides, (n,) each: which, from its tail or its head, the corners it begins and ends at (-1: a ring).

    `label` lies on the left hand; `out` is the quarter turn in which a side leaves its tail, 0 right, 1 down, 2 left, 3 up,
    `into` the one in which it comes to its head.
    """

    line: Ints
    forward: npt.NDArray[np.bool_]
    tail: Ints
    head: Ints
    label: Ints
    out: Ints
    into: Ints


def outlines_of(cracks: Cracks, chains: Chains, lines: Lines, labels: Ints) -> Outlines:
    """Return the outline of every region that differs from 0.

    `labels` are those of the pixels, flat; the outermost pixels of the image have to be 0.
    """
    sides = _sides(cracks, chains, labels)
    order, begins = _walked(_following(sides))
    if not len(order):
        return Outlines(np.zeros((0, 2), np.float32), np.zeros(1, np.int32), np.zeros(0, np.int32))
    line, forward = sides.line[order], sides.forward[order]
    begin, end = lines.first[line], lines.first[line + 1]
    size = end - begin - (sides.tail[order] >= 0)  # the last corner is the first of what follows
    stop = np.cumsum(size)
    place = np.arange(stop[-1]) - np.repeat(stop - size, size)
    at = np.where(np.repeat(forward, size), np.repeat(begin, size) + place, np.repeat(end, size) - 1 - place)
    first = np.append((stop - size)[begins], stop[-1]).astype(np.int32)
    return Outlines(lines.points[at], first, sides.label[order[begins]])


def _walked(follower: list[int]) -> tuple[Ints, Ints]:
    """Return all sides, loop after loop, and where in them each loop begins."""
    used = bytearray(len(follower))
    order: list[int] = []
    begins = []
    for number in range(len(follower)):
        if used[number]:
            continue
        begins.append(len(order))
        at = number
        while not used[at]:
            used[at] = 1
            order.append(at)
            at = follower[at]
    return np.array(order, np.int32), np.array(begins, np.int32)


def _following(sides: _Sides) -> list[int]:
    """Return the side that goes on where each one ends; where several leave, the one that turns left most."""
    count = len(sides.line)
    wide = int(sides.label.max(initial=0)) + 1
    leaves = np.where(sides.tail >= 0, sides.tail.astype(np.int64) * wide + sides.label, -1)
    wanted = sides.head.astype(np.int64) * wide + sides.label
    order = np.argsort(leaves, kind="stable")
    sorted_ = leaves[order]
    first, last = np.searchsorted(sorted_, wanted, "left"), np.searchsorted(sorted_, wanted, "right")
    best = order[np.minimum(first, count - 1)] if count else order
    turn = (sides.into - sides.out[best] + 1) % 4
    for step in range(1, int((last - first)[sides.tail >= 0].max(initial=1))):
        there = first + step < last
        other = order[np.where(there, first + step, 0)]
        further = (sides.into - sides.out[other] + 1) % 4
        better = there & (further > turn)
        best, turn = np.where(better, other, best), np.where(better, further, turn)
    ring = sides.tail < 0
    return np.where(ring, np.arange(count), best).tolist()  # type: ignore[no-any-return]


def _sides(cracks: Cracks, chains: Chains, labels: Ints) -> _Sides:
    begin, end = chains.first[:-1], chains.first[1:] - 1
    left, right = labels[cracks.left[chains.cracks[begin]]], labels[cracks.right[chains.cracks[begin]]]
    with_it = chains.along[begin]
    left, right = np.where(with_it, left, right), np.where(with_it, right, left)
    away, arrive = _turn(cracks, chains, begin), _turn(cracks, chains, end)
    tails, heads = np.where(chains.closed, -1, chains.tail), np.where(chains.closed, -1, chains.head)
    line = np.arange(len(begin))
    yes, no = np.ones(len(begin), bool), np.zeros(len(begin), bool)
    pairs = (
        (line, line), (yes, no), (tails, heads), (heads, tails), (left, right),
        (away, (arrive + 2) % 4), (arrive, (away + 2) % 4),
    )  # fmt: skip
    seen = (np.stack([left, right], 1) != 0) & (left != right)[:, None]
    line, forward, tail, head, label, out, into = (np.stack(pair, 1)[seen] for pair in pairs)
    whole = (each.astype(np.int32) for each in (tail, head, label, out, into))
    return _Sides(line.astype(np.int32), forward.astype(bool), *whole)


def _turn(cracks: Cracks, chains: Chains, place: Ints) -> Ints:
    """Return the quarter in which the chain runs through the crack at that place."""
    number = chains.cracks[place]
    forward = np.where(cracks.upright[number], 1, 0)
    return np.asarray(np.where(chains.along[place], forward, (forward + 2) % 4), np.int32)
