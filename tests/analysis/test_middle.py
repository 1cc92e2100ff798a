"""The median and its interval: the same for any order, never narrower than honest, right 95 times of 100."""

from __future__ import annotations

import random
from statistics import median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.middle import middle

CHANGES = st.lists(st.integers(-10, 10), min_size=1, max_size=60)


@given(CHANGES, st.randoms())
def test_the_interval_holds_the_median_whatever_the_order(values: list[int], chance: random.Random) -> None:
    """And nothing in it depends on how the values were handed in."""
    found = middle(values)
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert middle(shuffled) == found
    assert found.n == len(values)
    assert found.median == median(values)
    assert found.low <= found.median <= found.high
    assert min(values) - 0.5 <= found.low
    assert found.high <= max(values) + 0.5


@given(CHANGES)
def test_turned_round_it_says_the_same_turned_round(values: list[int]) -> None:
    """Getting better and getting worse are treated alike."""
    found, turned = middle(values), middle([-value for value in values])
    assert turned.median == -found.median
    assert turned.low == pytest.approx(-found.high, abs=0.51)
    assert turned.high == pytest.approx(-found.low, abs=0.51)


def test_equal_numbers_still_have_an_interval() -> None:
    """Eight times "one less" is not known to the last digit: people answer in whole numbers."""
    found = middle([-1] * 8)
    assert (found.n, found.median) == (8, -1)
    assert -1.5 < found.low < -1.2
    assert -0.8 < found.high < -0.5


def test_it_is_the_bootstrap_that_one_could_draw() -> None:
    """Twenty thousand drawn samples of numbers without ties end at the same places."""
    chance = random.Random(5)
    values = [chance.gauss(-1, 1.3) for _number in range(25)]
    drawn = [median(chance.choices(values, k=25)) for _turn in range(20_000)]
    cut = quantiles(drawn, n=40)
    found = middle(values)
    spread = sorted(values)
    near = {value: number for number, value in enumerate(spread)}
    low, high = (min(near, key=lambda value: abs(value - end)) for end in (found.low, found.high))
    assert abs(near[low] - near[min(near, key=lambda value: abs(value - cut[0]))]) <= 1
    assert abs(near[high] - near[min(near, key=lambda value: abs(value - cut[-1]))]) <= 1


@pytest.mark.parametrize("size", [8, 20, 40])
def test_it_holds_the_true_median_95_times_of_100(size: int) -> None:
    """Changes as people report them: rounded to whole numbers. Two in a hundred less is within the error of 1000 people."""
    chance = random.Random(size)
    held = 0
    for _person in range(1000):
        true = chance.uniform(-2, 0)
        found = middle([round(chance.gauss(true, 1.3)) for _use in range(size)])
        held += found.low <= true <= found.high
    assert held >= 930


def test_thousands_of_values_take_no_time_and_keep_their_sense() -> None:
    """The binomial chances of a decade are summed without overflow."""
    found = middle([-1, 0, 0, -2, -1, -1, 1] * 500)
    assert found.median == -1
    assert -1.3 < found.low <= -1 <= found.high < -0.5


def test_nothing_has_no_middle() -> None:
    """Asking for it is a mistake of the caller."""
    with pytest.raises(ValueError, match="middle of nothing"):
        middle([])
