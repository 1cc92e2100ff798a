"""Made-up people who try five stretches, look at what the program says after every session, and remember if it ever claims.

`python -m tests.benchmarks.false_claims` prints the tables of docs/statistics.md (some minutes).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from coach.analysis import claims as rule
from coach.analysis.claims import Claim, comparable, compared
from coach.analysis.least_squares import Sums

EXERCISES = 5


@dataclass(frozen=True, slots=True)
class Life:
    """How a made-up person does it.

    `noise` is what a session brings beside the exercise (points, standard deviation), `better` what the first exercise does more
    than the others. `worst_first`: on bad days they mostly reach for the first one. `learning`: all five in each session, in a
    random order, rated after each; otherwise one exercise a session. `warm_up`: the first one always comes first in it.
    `begin` is what whatever comes first changes more.
    """

    noise: float = 0.7
    better: float = 0.0
    worst_first: bool = False
    learning: bool = False
    warm_up: bool = False
    begin: float = 0.3
    sessions: int = 150


class Made(NamedTuple):
    """One use: which exercise, the number before, the change, and what it is compared with (rated in between, first)."""

    exercise: int
    start: int
    change: int
    like: tuple[bool, bool]


def lived(chance: random.Random, life: Life) -> Iterator[list[Made]]:
    """Yield, session by session, what was rated: levels wander from day to day, numbers are whole."""
    level = 0.0
    for _session in range(life.sessions):
        level = 0.7 * level + chance.gauss(0, 0.9)
        felt = 5.0 + level
        start = _said(chance, felt)
        order = _order(chance, life, start)
        found: list[Made] = []
        for place, exercise in enumerate(order):
            felt -= 0.3 + (life.better if exercise == 0 else 0) + (life.begin if place == 0 else 0)
            felt += chance.gauss(0, life.noise) - (0.3 * level if place == 0 else 0)
            rated = _said(chance, felt)
            found.append(Made(exercise, start, rated - start, (life.learning, place == 0)))
            start = rated
        yield found


def _order(chance: random.Random, life: Life, start: int) -> list[int]:
    """Return the exercises of one session."""
    if life.warm_up:
        return [0, *chance.sample(range(1, EXERCISES), EXERCISES - 1)]
    if life.learning:
        return chance.sample(range(EXERCISES), EXERCISES)
    if life.worst_first and start >= 6 and chance.random() < 0.7:
        return [0]
    return [chance.randrange(EXERCISES)]


def _said(chance: random.Random, felt: float) -> int:
    return min(max(round(felt + chance.gauss(0, 0.45)), 0), 10)


def looks(chance: random.Random, life: Life, every: int = 1) -> Iterator[list[Claim | None]]:
    """Yield what the program would say of each exercise after every session, or every so many."""
    counts: dict[tuple[bool, bool], Counter[int]] = {}
    made: list[Made] = []
    strata: dict[tuple[bool, bool], Sums] = {}
    able: list[int] = []
    for number, session in enumerate(lived(chance, life), start=1):
        made += session
        for one in session:
            counts.setdefault(one.like, Counter())[one.exercise] += 1
        now = sorted(comparable(counts))
        fresh = session
        if now != able:
            able, strata, fresh = now, {}, made
        for one in fresh:
            if one.exercise in able:
                sums = strata.setdefault(one.like, Sums(len(able)))
                sums.add(able.index(one.exercise), one.start, one.change)
        if number % every:
            continue
        said = dict(zip(able, compared(strata.values(), len(able)), strict=False))
        yield [said.get(which) for which in range(EXERCISES)]


def ever_claimed(chance: random.Random, life: Life, *, every: int = 1, bar: float | None = None) -> bool:
    """Whether any claim about any exercise was made at any look; `bar` instead of the rule's own z."""
    return any(claim is not None and _holds(claim, bar) for said in looks(chance, life, every) for claim in said)


def claimed_after(chance: random.Random, life: Life, uses: int) -> bool:
    """Whether the first exercise is claimed to help most by somebody who looks once, after so many uses each."""
    life = replace(life, sessions=uses if life.learning else uses * EXERCISES)
    said = list(looks(chance, life, life.sessions))[-1][0]
    return said is not None and said.holds


def _holds(claim: Claim, bar: float | None) -> bool:
    return claim.holds if bar is None else claim.effect <= -rule.LEAST_EFFECT and claim.z > bar


def wilson(hits: int, tries: int, confidence: float = 0.95) -> tuple[float, float]:
    """The interval of a share (Wilson 1927)."""
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share = hits / tries
    middle = (share + z * z / (2 * tries)) / (1 + z * z / tries)
    reach = z * sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries)) / (1 + z * z / tries)
    return middle - reach, middle + reach


LIVES = {
    "one exercise a session, noise 0.7": Life(),
    "one exercise a session, noise 1.2": Life(noise=1.2),
    "on bad days mostly the same one": Life(worst_first=True),
    "learning weeks, noise 0.7": Life(learning=True, sessions=30),
    "learning weeks, noise 1.2": Life(learning=True, sessions=30, noise=1.2),
    "learning weeks, one always first": Life(learning=True, sessions=30, warm_up=True, begin=1.0),
}
