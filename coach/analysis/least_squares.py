"""Least squares for a handful of groups with one slope, within strata. Pure Python: no more than some dozen unknowns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

#: Added to the diagonal: what cannot be told apart gets an enormous error instead of a division by zero.
_RIDGE = 1e-6

Matrix = list[list[float]]


class Fit(NamedTuple):
    """`means`: one per group, at the same start and in the same stratum, up to a constant they share.

    `variance` is that of one value around the fit, `spread` x `variance` the covariance of the means.
    """

    means: list[float]
    spread: Matrix
    variance: float


class Sums:
    """The sums of one stratum: counts, starts and values per group."""

    def __init__(self, groups: int) -> None:
        self.count = [0] * groups
        self.start = [0.0] * groups
        self.value = [0.0] * groups
        self.squares = [0.0, 0.0, 0.0]  # start x start, start x value, value x value

    def add(self, group: int, start: float, value: float) -> None:
        """Take in one value of a group, numbered from 0, and where it started from."""
        self.count[group] += 1
        self.start[group] += start
        self.value[group] += value
        self.squares[0] += start * start
        self.squares[1] += start * value
        self.squares[2] += value * value


def fit(strata: Iterable[Sums], groups: int) -> Fit | None:
    """Fit the sums of all strata; None when nothing is left to judge noise by.

    Strata that hold only one group compare nothing and are left out.
    """
    kept = [sums for sums in strata if sum(count > 0 for count in sums.count) > 1]
    total = sum(sum(sums.count) for sums in kept)
    free = total - groups - len(kept)  # groups - 1 contrasts, one mean per stratum, one slope
    if free < 1:
        return None
    matrix, right, square = _normal_equations(kept, groups)
    inverse = inverted(matrix)
    found = [sum(one * other for one, other in zip(row, right, strict=True)) for row in inverse]
    rest = square - sum(one * other for one, other in zip(found, right, strict=True))
    spread = [row[:groups] for row in inverse[:groups]]
    return Fit(found[:groups], spread, max(rest, 0.0) / free)


def _normal_equations(strata: Sequence[Sums], groups: int) -> tuple[Matrix, list[float], float]:
    """Sum over strata, each taken from its own mean: groups first, the start last."""
    size = groups + 1
    matrix = [[_RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
    right = [0.0] * size
    square = 0.0
    for sums in strata:
        total = sum(sums.count)
        start, value = sum(sums.start) / total, sum(sums.value) / total
        for row, count in enumerate(sums.count):
            if not count:
                continue
            matrix[row][row] += count
            for column, other in enumerate(sums.count):
                matrix[row][column] -= count * other / total
            matrix[row][groups] += sums.start[row] - count * start
            right[row] += sums.value[row] - count * value
        matrix[groups][groups] += sums.squares[0] - total * start * start
        right[groups] += sums.squares[1] - total * start * value
        square += sums.squares[2] - total * value * value
    for row in range(groups):
        matrix[groups][row] = matrix[row][groups]
    return matrix, right, square


def inverted(matrix: Sequence[Sequence[float]]) -> Matrix:
    """Return the inverse of a positive definite matrix (swept in place: Goodnight, The American Statistician 33, 1979)."""
    work = [list(row) for row in matrix]
    for pivot in range(len(work)):
        top = work[pivot]
        head = 1 / top[pivot]
        for number, row in enumerate(work):
            if number != pivot and row[pivot]:
                factor = row[pivot] * head
                swept = [value - factor * above for value, above in zip(row, top, strict=True)]
                swept[pivot] = -factor
                work[number] = swept
        work[pivot] = [value * head for value in top]
        work[pivot][pivot] = head
    return work
