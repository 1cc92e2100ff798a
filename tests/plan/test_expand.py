"""Groups, repeats and sides written out."""

from __future__ import annotations

import pytest

from coach.content.routine import ColdStep, Group, HeatStep, HoldStep, RestStep
from coach.content.vocabulary import Area, Order, Side, SidePlan
from coach.plan.expand import Contrast, Run, expand, sides_of
from coach.plan.timeline import CueKind, SegmentKind
from tests.plan.shelf import HUG, TILT, library, of_kind, outline, plan, routine, said

HEAT = HeatStep(area=Area.LOW_BACK, duration_s=240)
COLD = ColdStep(area=Area.LOW_BACK, duration_s=60)


def order_of(*groups: Group | HoldStep) -> list[tuple[str, Side | None]]:
    """The exercises in order, each with its side."""
    runs = expand(routine(*groups), library(), None)
    return [(run.exercise.id, run.side) for run in runs if isinstance(run, Run) and run.exercise]


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        (None, (Side.LEFT, Side.RIGHT)),
        (SidePlan.LEFT, (Side.LEFT,)),
        (SidePlan.RIGHT, (Side.RIGHT,)),
        (SidePlan.BOTH, (Side.BOTH,)),
        (SidePlan.LEFT_THEN_RIGHT, (Side.LEFT, Side.RIGHT)),
        (SidePlan.RIGHT_THEN_LEFT, (Side.RIGHT, Side.LEFT)),
        (SidePlan.WORSE_FIRST, (Side.RIGHT, Side.LEFT)),
    ],
)
def test_sides_come_as_asked(asked: SidePlan | None, sides: tuple[Side, ...]) -> None:
    """Each plan gives its sides in its order; here the right is the worse one."""
    assert sides_of(asked, HUG, Side.RIGHT) == sides
    assert sides_of(asked, TILT, Side.RIGHT) == (None,)


def test_sequential_does_all_sides_of_a_step_first() -> None:
    """One step's sides after each other, then the next step."""
    group = Group(steps=(HoldStep(exercise="hug"), HoldStep(exercise="four")))
    left, right = Side.LEFT, Side.RIGHT
    assert order_of(group) == [("hug", left), ("hug", right), ("four", left), ("four", right)]


def test_alternate_does_the_whole_group_on_one_side_first() -> None:
    """The whole group on the first side, then on the second, as often as asked."""
    group = Group(steps=(HoldStep(exercise="hug"), HoldStep(exercise="four")), order=Order.ALTERNATE, repeat=2)
    once = [("hug", Side.LEFT), ("four", Side.LEFT), ("hug", Side.RIGHT), ("four", Side.RIGHT)]
    assert order_of(group) == once * 2


def test_one_sided_steps_of_an_alternate_group_stay_on_their_side() -> None:
    """A step for the left only is not done in the right's turn; one without sides is done in both."""
    steps = (HoldStep(exercise="hug"), HoldStep(exercise="four", side=SidePlan.LEFT), HoldStep(exercise="tilt"))
    assert order_of(Group(steps=steps, order=Order.ALTERNATE)) == [
        ("hug", Side.LEFT),
        ("four", Side.LEFT),
        ("tilt", None),
        ("hug", Side.RIGHT),
        ("tilt", None),
    ]


def test_alternate_without_two_sides_is_plain() -> None:
    """Where no step has two sides there is nothing to alternate."""
    steps = (HoldStep(exercise="hug", side=SidePlan.RIGHT), HoldStep(exercise="tilt"))
    assert order_of(Group(steps=steps, order=Order.ALTERNATE)) == [("hug", Side.RIGHT), ("tilt", None)]


def test_rounds_of_one_exercise_are_its_repetitions() -> None:
    """One hug each side, three times: counted one to three, changing sides in between, the least reps shared out."""
    timeline = plan(Group(steps=(HoldStep(exercise="hug", reps=1),), order=Order.ALTERNATE, repeat=3))
    holds = of_kind(timeline, SegmentKind.HOLD)
    assert [(one.side, one.set, one.rep) for one in holds] == [
        (side, 1, rep) for rep in (1, 2, 3) for side in (Side.LEFT, Side.RIGHT)
    ]
    assert len(of_kind(timeline, SegmentKind.SWITCH)) == 5
    assert said(timeline, CueKind.NAME) == ["Hug, left side. Hold for 20 seconds, three times. Change sides each time."]
    assert said(timeline, CueKind.COUNT) == ["Begin.", "Begin.", "Two.", "Two.", "Last one.", "Last one."]


def test_rounds_of_several_exercises_are_announced() -> None:
    """A circuit says how many rounds it has, then which one begins; sets count on."""
    timeline = plan(Group(steps=(HoldStep(exercise="tilt", reps=5), HoldStep(exercise="hug", reps=2)), repeat=2))
    names = said(timeline, CueKind.NAME)
    assert names[0].startswith("2 rounds. Tilt.")
    assert names[2].startswith("Last round. Tilt.")
    assert {one.set for one in of_kind(timeline, SegmentKind.HOLD)} == {1, 2}


def test_the_same_side_again_gets_its_rest_while_getting_ready() -> None:
    """A group that comes back to the same side at once leaves at least the rest of the dose."""
    step = HoldStep(exercise="hug", side=SidePlan.LEFT, reps=1, prep_s=0)
    timeline = plan(Group(steps=(step,), repeat=3))
    assert [one.duration_ms for one in of_kind(timeline, SegmentKind.PREPARE)[1:]] == [10_000, 10_000]


def test_other_steps_of_a_group_come_with_it() -> None:
    """A rest inside a group is taken in every round."""
    group = Group(steps=(HoldStep(exercise="tilt", reps=5), RestStep(duration_s=20)), repeat=2)
    assert [line for line in outline(plan(group)) if line.startswith("rest")] == ["rest 20", "rest 20"]


def test_contrast_groups_that_follow_each_other_are_one() -> None:
    """Three rounds, then heat to end on: one exposure of seven packs."""
    rounds = Group(steps=(HEAT, COLD), repeat=3, exposure="contrast")
    (only,) = expand(routine(rounds, Group(steps=(HEAT,), exposure="contrast")), library(), None)
    assert isinstance(only, Contrast)
    assert [type(pack) for pack in only.packs] == [HeatStep, ColdStep] * 3 + [HeatStep]


@pytest.mark.parametrize(
    "steps",
    [
        (HEAT,),
        (HEAT, HEAT),
        (HEAT, RestStep(duration_s=20), COLD),
        (HEAT, ColdStep(area=Area.FOOT, duration_s=60)),
    ],
    ids=["one pack", "no turn", "a rest between", "two places"],
)
def test_what_is_not_heat_and_cold_in_turn_is_no_contrast_set(
    steps: tuple[HeatStep | ColdStep | RestStep, ...],
) -> None:
    """Such a group is taken apart: each pack is an exposure of its own."""
    runs = expand(routine(Group(steps=steps, exposure="contrast")), library(), None)
    assert [run.step for run in runs if isinstance(run, Run)] == list(steps)
