"""When "this one seems to help you most" may be said, and when not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.claims import LEAST_USES, LEAST_Z, claims, least_z
from coach.analysis.effects import effects
from coach.analysis.series import Key
from coach.analysis.uses import Change, Use, uses
from coach.content.vocabulary import Area, Side
from tests.analysis.simulated import Life, lived, looks
from tests.seeded_person import THE_ONE_THAT_HELPS
from tests.seeded_year import first_week, seeded_year

PLACE = Key(Area.BUTTOCK, Side.LEFT)


def use(exercise: str, change: int, start: int = 6, *, between: bool = False, place: Key = PLACE) -> Use:
    """Return one use."""
    return Use(exercise, "s", between, False, (Change(place, start, start + change),))


def some(exercise: str, changes: list[int], *, between: bool = False) -> list[Use]:
    """Return a use for each change."""
    return [use(exercise, change, between=between) for change in changes]


FALLS = [-3, -2, -2, -3, -2, -3, -2, -2] * 2
FLAT = [0, -1, 0, 1, 0, -1, 0, 0] * 2


def test_the_made_up_year_finds_the_one_real_effect_and_only_that() -> None:
    """A whole point more than the others, in a year of noise."""
    year = seeded_year()
    found = effects(uses(year.entries, year.sessions))
    assert [effect.exercise for effect in found if effect.claimed] == [THE_ONE_THAT_HELPS]
    assert found[0].exercise == THE_ONE_THAT_HELPS
    assert found[0].claim is not None
    assert found[0].claim.effect == pytest.approx(-1, abs=0.35)


def test_a_first_week_claims_nothing() -> None:
    """Whatever the numbers look like."""
    week = first_week()
    found = effects(uses(week.entries, week.sessions))
    assert not any(effect.claimed or effect.enough for effect in found)


def test_seven_uses_are_not_enough_however_clear_they_look() -> None:
    """The eighth is what it takes, of both."""
    seven = [*some("good", [-4] * 7), *some("flat", [0, 1] * 8)]
    assert claims(seven) == {}
    assert claims([*seven, use("good", -4)])["good"].holds


def test_one_exercise_alone_is_not_the_best_of_anything() -> None:
    """There is nothing to compare it with."""
    (found,) = effects(some("only", FALLS))
    assert found.enough
    assert found.claim is None


def test_less_than_half_a_point_is_no_claim_however_certain() -> None:
    """Four hundred uses each, a difference of 0.4."""
    small = [*some("a", [-1, -1, 0, 0, 0] * 80), *some("b", [0] * 400)]
    found = claims(small)["a"]
    assert found.z > least_z(2)
    assert found.effect == pytest.approx(-0.4, abs=0.01)
    assert not found.holds


def test_numbers_that_are_all_equal_are_not_infinitely_certain() -> None:
    """Whole numbers hide what is between them."""
    found = claims([*some("a", [-1] * 8), *some("b", [0] * 8)])["a"]
    assert found.z == pytest.approx(1 / (2 / 8 / 6) ** 0.5, rel=0.01)


def test_only_like_is_compared_with_like() -> None:
    """One is done on its own, where every session helps; the other only in learning weeks: nothing can be told."""
    apart = [*some("alone", FALLS), *some("between", FLAT, between=True)]
    assert claims(apart) == {}
    together = [*apart, *some("between", FALLS)]
    assert abs(claims(together)["alone"].effect) < 0.3


def test_always_being_first_does_not_make_it_look_good() -> None:
    """A warm-up that never changes its place: what comes first changes more, whatever it is."""
    warm = [one._replace(first=True) for one in some("warm-up", FALLS, between=True)]
    others = [*some("a", FLAT, between=True), *some("b", FLAT, between=True)]
    assert "warm-up" not in claims([*warm, *others])
    turns = [one._replace(first=True) for one in some("a", FLAT, between=True)]
    assert claims([*warm, *others, *turns])["warm-up"].holds


def test_one_that_cannot_be_compared_does_not_keep_the_others_from_it() -> None:
    """A warm-up that is always first stands apart; among the others one is still found."""
    warm = [one._replace(first=True) for one in some("warm-up", FLAT, between=True)]
    found = claims([*warm, *some("good", FALLS, between=True), *some("flat", FLAT, between=True)])
    assert set(found) == {"good", "flat"}
    assert found["good"].holds


def test_groups_that_share_nothing_are_not_compared_with_each_other() -> None:
    """Two tried alone, three in learning weeks: the larger group is compared."""
    alone = [*some("a", FALLS), *some("b", FLAT)]
    between = [one for name in "cde" for one in some(name, FLAT, between=True)]
    assert set(claims([*alone, *between])) == {"c", "d", "e"}
    assert set(claims([*alone, *some("c", FLAT, between=True)])) == {"a", "b"}
    bridge = some("c", [0], between=False)
    assert set(claims([*alone, *between, *bridge])) == {"a", "b", "c", "d", "e"}


def test_eight_uses_count_where_they_can_be_compared() -> None:
    """Seven among others and many alone are not enough."""
    lonely = [one._replace(first=True) for one in some("a", FALLS)]
    assert claims([*lonely, *some("a", FALLS[:7]), *some("b", FLAT)]) == {}
    assert set(claims([*lonely, *some("a", FALLS[:8]), *some("b", FLAT)])) == {"a", "b"}


def test_reaching_for_one_on_bad_days_does_not_make_it_look_good() -> None:
    """From 9 it falls by itself, from 3 it does not: the start is allowed for."""
    chance = random.Random(3)
    made = []
    for _number in range(60):
        start = chance.randint(2, 9)
        name = "favourite" if start > 5 else "other"
        made.append(use(name if chance.random() < 0.8 else "other", round(chance.gauss(2.5 - start / 2, 0.7)), start))
    means = {name: [use.change for use in made if use.exercise == name] for name in ("favourite", "other")}
    assert sum(means["favourite"]) / len(means["favourite"]) < sum(means["other"]) / len(means["other"]) - 1
    assert not claims(made)["favourite"].holds


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(-6, 4), st.integers(0, 10)), max_size=120), st.randoms())
def test_no_order_and_no_name_changes_a_claim(made: list[tuple[str, int, int]], chance: random.Random) -> None:
    """Every claim has its uses, its half point and its z, and at most half of what is compared can be the best."""
    held = [use(*one) for one in made]
    found = claims(held)
    chance.shuffle(held)
    again = claims(held)
    assert found.keys() == again.keys()
    for name, claim in found.items():
        assert again[name].effect == pytest.approx(claim.effect, abs=1e-3)
        assert sum(one.exercise == name for one in held) >= LEAST_USES
        assert not claim.holds or (claim.effect <= -0.5 and claim.z > LEAST_Z)
    assert sum(claim.effect for claim in found.values()) == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("life", [Life(sessions=60), Life(sessions=12, learning=True)])
def test_what_is_simulated_is_the_rule_itself(life: Life) -> None:
    """The sums that the simulation keeps lead to the same claims as the uses of a journal."""
    made = list(lived(random.Random(1), life))
    *_earlier, said = looks(random.Random(1), life)
    held = [
        use(str(one.exercise), one.change, one.start)._replace(between=one.like[0], first=one.like[1])
        for session in made
        for one in session
    ]
    found = claims(held)
    assert found
    for number, claim in enumerate(said):
        assert (claim is None) == (str(number) not in found)
        if claim is not None:
            assert found[str(number)].effect == pytest.approx(claim.effect, abs=1e-3)
            assert found[str(number)].z == pytest.approx(claim.z, abs=1e-2)


def test_the_bar_rises_with_what_is_compared() -> None:
    """With a dozen exercises one of them looks best by luck more easily."""
    assert least_z(2) == least_z(5) == LEAST_Z
    assert LEAST_Z < least_z(12) < least_z(25) < 4
