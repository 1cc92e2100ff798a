"""When "this one seems to help you most" may be said about an exercise; docs/statistics.md has it in plain words.

Each exercise with at least 8 uses is compared with the mean of all others that have as many, by least squares: change =
exercise + circumstances + slope x start. Circumstances are whether it was rated between exercises or on its own, whether it came
first, and where it was rated: only like is compared with like. The start is in it because from a high number there is further to fall: without it, an
exercise one reaches for on bad days looks good whatever it does (analysis of covariance; Vickers and Altman, BMJ 323, 2001).

A claim needs all of this: the exercise does at least half a point better than the others, the difference is at least
`least_z` times its standard error, and everything compared has 8 uses. 2.64 would do for a single look (two-sided 5 % shared by
the comparisons of five exercises). But people look whenever they like, and the first look that succeeds is the one that is
remembered, so the bar is 3.4: see tests/analysis/test_false_claims.py and docs/decisions/0070.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple, TypeVar

from coach.analysis.least_squares import Sums, fit
from coach.analysis.piecewise import Pieces, batches, whole
from coach.analysis.uses import Like, Use

_Name = TypeVar("_Name", bound=Hashable)
_Like = TypeVar("_Like", bound=Hashable)

LEAST_USES = 8
LEAST_EFFECT = 0.5
LEAST_Z = 3.4
#: What would do for somebody who looks once only, at a time chosen beforehand.
SINGLE_LOOK_Z = 2.64
_COMPARED_AT_LEAST_Z = 5
#: Numbers are whole: the difference of two of them has at least this variance, even if all of them were equal.
_LEAST_VARIANCE = 1 / 6


class Claim(NamedTuple):
    """How an exercise compares with the others, from the same start.

    `effect` in points (negative: it falls further than with the others), `z` how many standard errors that is (positive: in favour
    of it), `least_z` the bar, `compared` how many exercises were compared, this one included.
    """

    effect: float
    z: float
    least_z: float
    compared: int

    @property
    def holds(self) -> bool:
        """Whether the claim may be made."""
        return self.effect <= -LEAST_EFFECT and self.z > self.least_z


def least_z(compared: int) -> float:
    """Return the bar: 3.4 up to five exercises, and higher with more, so that all of them together stay as rarely wrong."""
    if compared <= _COMPARED_AT_LEAST_Z:
        return LEAST_Z
    share = (1 - NormalDist().cdf(LEAST_Z)) * _COMPARED_AT_LEAST_Z
    return NormalDist().inv_cdf(1 - share / compared)


def claims(uses: Iterable[Use]) -> dict[str, Claim]:
    """Return a claim, held or not, for each exercise that can be compared; empty with fewer than two of them."""
    return whole(claims_in_pieces(uses))


def claims_in_pieces(uses: Iterable[Use]) -> Pieces[dict[str, Claim]]:
    """Do the same piece by piece."""
    held = list(uses)
    counts: dict[Like, Counter[str]] = {}
    for some in batches(held):
        for use in some:
            counts.setdefault(use.like, Counter())[use.exercise] += 1
        yield
    names = sorted(comparable(counts))
    numbers = {name: number for number, name in enumerate(names)}
    strata: dict[Like, Sums] = {}
    for some in batches(held):
        for use in some:
            if use.exercise in numbers:
                strata.setdefault(use.like, Sums(len(names))).add(numbers[use.exercise], use.start, use.change)
        yield
    return dict(zip(names, compared(strata.values(), len(names)), strict=False))


def comparable(counts: Mapping[_Like, Counter[_Name]]) -> frozenset[_Name]:
    """Return the exercises that can be compared with each other, by how often each was used in which circumstances.

    Only circumstances shared with another exercise tell anything; in those each needs 8 uses. Where exercises fall apart
    into groups that share nothing, the group with the most uses is compared.
    """
    kept = frozenset(name for count in counts.values() for name in count)
    while True:
        shared = [{name: count[name] for name in count if name in kept} for count in counts.values()]
        shared = [count for count in shared if len(count) > 1]
        linked = _linked(shared)
        often = frozenset(name for name in linked if sum(count.get(name, 0) for count in shared) >= LEAST_USES)
        if often == kept:
            return kept
        kept = often


def _linked(shared: Sequence[Mapping[_Name, int]]) -> frozenset[_Name]:
    """Return the names that hang together by what they share; of several such groups the one with the most uses."""
    groups: list[tuple[frozenset[_Name], int]] = []
    for count in shared:
        names, uses = frozenset(count), sum(count.values())
        for group in [group for group in groups if group[0] & names]:
            groups.remove(group)
            names, uses = names | group[0], uses + group[1]
        groups.append((names, uses))
    return max(groups, key=lambda group: group[1])[0] if groups else frozenset()


def compared(strata: Iterable[Sums], exercises: int) -> list[Claim]:
    """Compare so many exercises by their sums: a claim each, or none at all where there is nothing to compare."""
    found = fit(strata, exercises) if exercises > 1 else None
    if found is None:
        return []
    rows = [sum(row) for row in found.spread]
    whole = sum(rows)
    noise = max(found.variance, _LEAST_VARIANCE)
    level = sum(found.means)
    made = []
    for number, mean in enumerate(found.means):
        effect = (exercises * mean - level) / (exercises - 1)  # against the mean of the others
        spread = exercises**2 * found.spread[number][number] - 2 * exercises * rows[number] + whole
        error = sqrt(noise * spread) / (exercises - 1)
        made.append(Claim(effect, -effect / error, least_z(exercises), exercises))
    return made
