"""A session of a learning week: questions after each exercise, an order that changes where that is safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.shelf import library
from coach.content.routine import AskStep, BreatheStep, Group, HeatStep, HoldStep, RepsStep, RestStep, Routine, SayStep
from coach.content.vocabulary import Area, Mode, Side, When
from coach.plan.compile import compile as compile_routine
from coach.plan.identity import timeline_hash
from coach.plan.learning import exercise_before, to_learn
from coach.plan.timeline import Preferences, SegmentKind

SHELF = library()
SUPINE = ("knee_to_chest_single", "piriformis_supine_figure_four", "hamstring_supine_strap", "knee_to_chest_double")
BEFORE = AskStep(when=When.BEFORE, area=Area.BUTTOCK, side=Side.LEFT)
AFTER = AskStep(when=When.AFTER, area=Area.BUTTOCK, side=Side.LEFT)


def routine(*steps: object) -> Routine:
    """Return a routine of these steps; a text is a hold."""
    made = tuple(HoldStep(exercise=step) if isinstance(step, str) else step for step in steps)
    return Routine(id="r", name="R", summary="S", areas=(Area.HIP,), steps=made)  # type: ignore[arg-type]


def done(found: Routine) -> list[str]:
    """Return the exercises in their order, groups by their first."""
    steps = [step.steps[0] if isinstance(step, Group) else step for step in found.steps]
    return [step.exercise for step in steps if isinstance(step, HoldStep | RepsStep)]


def orders(one: Routine) -> set[tuple[str, ...]]:
    """Return every order that forty sessions bring."""
    return {tuple(done(to_learn(one, SHELF, f"seed {n}"))) for n in range(40)}


def test_outside_a_learning_week_nothing_changes() -> None:
    """No seed, the same routine."""
    one = routine(BEFORE, *SUPINE, AFTER)
    assert to_learn(one, SHELF, "") is one


def test_it_asks_after_each_exercise_and_only_once_at_the_end() -> None:
    """Where the routine asks before; the question after the session closes the last exercise."""
    found = to_learn(routine(BEFORE, *SUPINE, AFTER), SHELF, "s")
    kinds = [step.when if isinstance(step, AskStep) else None for step in found.steps]
    assert kinds == [When.BEFORE, None, When.DURING, None, When.DURING, None, When.DURING, None, When.AFTER]
    assert {(step.area, step.side) for step in found.steps if isinstance(step, AskStep)} == {(Area.BUTTOCK, Side.LEFT)}


def test_a_routine_that_asks_nothing_is_asked_where_it_works() -> None:
    """Before the first and after every exercise."""
    found = to_learn(routine("calf_wall"), SHELF, "s")
    assert [step.when for step in found.steps if isinstance(step, AskStep)] == [When.BEFORE, When.DURING]
    assert isinstance(found.steps[0], AskStep)
    assert found.steps[0].area is Area.HIP


def test_the_order_changes_from_session_to_session_and_not_within_one() -> None:
    """Four that begin lying on the back: many orders; the same seed, the same one."""
    one = routine(BEFORE, *SUPINE, AFTER)
    assert len(orders(one)) > 10
    assert to_learn(one, SHELF, "s") == to_learn(one, SHELF, "s")


def test_postures_stay_together() -> None:
    """Nobody gets up and down more often than before."""
    one = routine(BEFORE, "piriformis_seated_figure_four", "hamstring_seated", *SUPINE[:2], AFTER)
    found = orders(one)
    assert {frozenset(order[:2]) for order in found} == {
        frozenset({"piriformis_seated_figure_four", "hamstring_seated"})
    }
    assert len(found) == 4


def test_the_warm_up_stays_first_and_a_nerve_slider_where_it_was() -> None:
    """Mobility at the beginning, sliders after what warms them up; mobility later on may move."""
    assert {order[0] for order in orders(routine("pelvic_tilt", *SUPINE))} == {"pelvic_tilt"}
    sitting = ("hamstring_seated", "piriformis_seated_figure_four", "sciatic_slider_seated", "upper_trapezius")
    assert {order[2:] for order in orders(routine(*sitting))} == {("sciatic_slider_seated", "upper_trapezius")}
    assert len(orders(routine("knee_to_chest_single", "lumbar_rotation"))) == 2


@pytest.mark.parametrize(
    "wall",
    [
        HeatStep(area=Area.LOW_BACK),
        AskStep(when=When.DURING, area=Area.FOOT),
        SayStep(text="Now the other leg."),
        BreatheStep(duration_s=60),
        RestStep(duration_s=30, text="Roll on your side."),
    ],
)
def test_packs_questions_words_and_breathing_stay_where_they_are(wall: object) -> None:
    """Nothing moves past them."""
    for order in orders(routine(SUPINE[0], SUPINE[1], wall, SUPINE[2], SUPINE[3])):
        assert set(order[:2]) == set(SUPINE[:2])
    for seed in range(10):
        steps = to_learn(routine(SUPINE[0], SUPINE[1], wall, SUPINE[2]), SHELF, f"{seed}").steps
        assert sum(step == wall for step in steps) == 1


def test_rests_stay_between_the_same_places_and_groups_stay_whole() -> None:
    """Rounds and sides of a group are never torn apart; a plain rest does not keep its neighbours in order."""
    rest = RestStep(duration_s=20)
    group = Group(repeat=3, steps=(HoldStep(exercise=SUPINE[1]), HoldStep(exercise=SUPINE[2])))
    one = routine(SUPINE[0], rest, group, AFTER)
    found = [to_learn(one, SHELF, f"{seed}") for seed in range(20)]
    assert {tuple(done(each)) for each in found} == {(SUPINE[0], SUPINE[1]), (SUPINE[1], SUPINE[0])}
    assert all(group in each.steps and each.steps.count(rest) == 1 for each in found)


def test_an_exercise_that_comes_again_keeps_its_places() -> None:
    """So its own dose stays with it."""
    one = routine(SUPINE[0], SUPINE[1], SUPINE[0], SUPINE[2])
    assert {(order[0], order[2]) for order in orders(one)} == {(SUPINE[0], SUPINE[0])}


@given(st.sampled_from(sorted(SHELF.routines)), st.text(min_size=1, max_size=20))
def test_every_shipped_routine_can_be_learned_from(key: str, seed: str) -> None:
    """The same exercises and packs, as much of each, compiled twice to the same plan."""
    found = SHELF.routines[key]
    usual = compile_routine(found, SHELF)
    learning = compile_routine(found, SHELF, Preferences(learning=seed))
    assert timeline_hash(learning) == timeline_hash(compile_routine(found, SHELF, Preferences(learning=seed)))

    def worked(timeline: object) -> list[tuple[str, str, str, int, int]]:
        parts = timeline.parts  # type: ignore[attr-defined]
        kept = [part for part in parts if part.kind != "ask"]
        return sorted((p.kind, p.exercise or "", p.side or "", p.planned_ms, p.planned_reps) for p in kept)

    assert worked(usual) == worked(learning)
    assert [s.mode for s in usual.segments if s.mode is Mode.HEAT] == [
        s.mode for s in learning.segments if s.mode is Mode.HEAT
    ]


def test_a_rating_knows_the_exercise_it_is_about() -> None:
    """The one just done, on whichever side it ended; none before the session and none outside a learning week."""
    timeline = compile_routine(routine(BEFORE, SUPINE[0], SUPINE[1], AFTER), SHELF, Preferences(learning="s"))
    asks = [number for number, one in enumerate(timeline.segments) if one.kind is SegmentKind.ASK]
    order = [part.exercise for part in timeline.parts if part.exercise]
    assert [exercise_before(timeline, number) for number in asks] == [None, order[0], None]
    plain = compile_routine(routine(SUPINE[0], AskStep(when=When.DURING), SUPINE[1]), SHELF)
    assert all(exercise_before(plain, number) is None for number in range(len(plain.segments)))
