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

    def only(self, kept: npt.NDArray[np.bool_]) -> Outlines:
        """Return the outlines that `kept` (c,) marks."""
        length = np.diff(self.first)
        first = np.concatenate([[0], np.cumsum(length[kept])]).astype(np.int32)
        return Outlines(self.points[np.repeat(kept, length)], first, self.label[kept])


class _Side(NamedTuple):
    """A line seen from one of its sides: where it begins and ends, the label it has on its left hand."""

    line: int
    forward: bool
    tail: int
    head: int
    label: int
    out: int  # the quarter turn in which it leaves its tail, 0 right, 1 down, 2 left, 3 up
    into: int


def outlines_of(cracks: Cracks, chains: Chains, lines: Lines, labels: Ints) -> Outlines:
    """Return the outline of every region that differs from 0.

    `labels` are those of the pixels, flat; the outermost pixels of the image have to be 0.
    """
    sides = _sides(cracks, chains, labels)
    ahead: dict[tuple[int, int], list[int]] = {}
    for number, side in enumerate(sides):
        if side.tail >= 0:
            ahead.setdefault((side.tail, side.label), []).append(number)
    pieces: list[Floats] = []
    sizes: list[int] = []
    names: list[int] = []
    used = bytearray(len(sides))
    for number, side in enumerate(sides):
        if used[number]:
            continue
        size = 0
        at = number
        while not used[at]:
            used[at] = 1
            piece = _points(lines, sides[at])
            pieces.append(piece)
            size += len(piece)
            if sides[at].tail < 0:
                break
            at = _next(sides, sides[at], ahead)
        sizes.append(size)
        names.append(side.label)
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    points = np.concatenate(pieces) if pieces else np.zeros((0, 2), np.float32)
    return Outlines(points, first, np.array(names, np.int32))


def _points(lines: Lines, side: _Side) -> Floats:
    piece = lines.points[lines.first[side.line] : lines.first[side.line + 1]]
    if not side.forward:
        piece = piece[::-1]
    return piece if side.tail < 0 else piece[:-1]  # the last corner is the first of what follows


def _next(sides: list[_Side], side: _Side, ahead: dict[tuple[int, int], list[int]]) -> int:
    """Return the side that goes on where this one ends; where two leave, the one that turns left most."""
    found = ahead[side.head, side.label]
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda number: (side.into - sides[number].out + 1) % 4)


def _sides(cracks: Cracks, chains: Chains, labels: Ints) -> list[_Side]:
    begin, end = chains.first[:-1], chains.first[1:] - 1
    left, right = labels[cracks.left[chains.cracks[begin]]], labels[cracks.right[chains.cracks[begin]]]
    with_it = chains.along[begin]
    left, right = np.where(with_it, left, right), np.where(with_it, right, left)
    out, into = _turn(cracks, chains, begin), _turn(cracks, chains, end)
    tails, heads = np.where(chains.closed, -1, chains.tail), np.where(chains.closed, -1, chains.head)
    columns = (left, right, tails, heads, out, into)
    sides = []
    for line, (on_left, on_right, tail, head, away, arrive) in enumerate(
        zip(*(c.tolist() for c in columns), strict=True)
    ):
        if on_left == on_right:
            continue
        if on_left:
            sides.append(_Side(line, True, tail, head, on_left, away, arrive))
        if on_right:
            sides.append(_Side(line, False, head, tail, on_right, (arrive + 2) % 4, (away + 2) % 4))
    return sides


def _turn(cracks: Cracks, chains: Chains, place: Ints) -> Ints:
    """Return the quarter in which the chain runs through the crack at that place."""
    number = chains.cracks[place]
    forward = np.where(cracks.upright[number], 1, 0)
    return np.asarray(np.where(chains.along[place], forward, (forward + 2) % 4), np.int32)
