"""Compiling a routine: readable examples of what comes when."""

from __future__ import annotations

import pytest

from coach.content.library import RoutineFile
from coach.content.routine import (
    AskStep,
    BreatheStep,
    HoldStep,
    MoveStep,
    RepsStep,
    RestStep,
    SayStep,
)
from coach.content.vocabulary import Advance, Area, Side, SidePlan, When
from coach.errors import DataError
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import CueKind, Preferences, SegmentKind
from tests.plan.shelf import library, of_kind, outline, plan, routine, said


def test_a_hold_on_both_sides() -> None:
    """Get ready, then each side with its holds, a rest between them, a switch instead of a rest at the change."""
    assert outline(plan(HoldStep(exercise="hug", reps=2))) == [
        "prepare left",
        "enter left 4",
        "hold left 20",
        "release left 3",
        "rest left 10",
        "enter left 4",
        "hold left 20",
        "release left 3",
        "switch right 5",
        "enter right 4",
        "hold right 20",
        "release right 3",
        "rest right 10",
        "enter right 4",
        "hold right 20",
        "release right 3",
    ]


def test_an_exercise_without_sides_ignores_the_side() -> None:
    """A side makes no difference to an exercise that has none."""
    timeline = plan(HoldStep(exercise="tilt", reps=5, side=SidePlan.LEFT))
    assert {segment.side for segment in timeline.segments} == {None}


def test_both_sides_at_once_is_one_run() -> None:
    """`both` means at the same time: one run, no switch."""
    timeline = plan(HoldStep(exercise="hug", reps=2, side=SidePlan.BOTH))
    assert {segment.side for segment in timeline.segments} == {Side.BOTH}
    assert of_kind(timeline, SegmentKind.SWITCH) == []


@pytest.mark.parametrize(
    ("worse", "order"),
    [
        (None, ["left", "right"]),
        (Side.BOTH, ["left", "right"]),
        (Side.LEFT, ["left", "right"]),
        (Side.RIGHT, ["right", "left"]),
    ],
)
def test_the_worse_side_comes_first(worse: Side | None, order: list[str]) -> None:
    """`worse-first` takes the side that is handed in, left when it is not known."""
    timeline = plan(HoldStep(exercise="hug", side=SidePlan.WORSE_FIRST), worse_side=worse)
    assert [part.side for part in timeline.parts] == order


def test_there_is_no_rest_when_the_dose_has_none() -> None:
    """Ten small tilts follow each other without a rest."""
    timeline = plan(HoldStep(exercise="tilt"))
    assert len(of_kind(timeline, SegmentKind.HOLD)) == 10
    assert of_kind(timeline, SegmentKind.REST) == []


def test_short_holds_have_short_ways_in_and_out() -> None:
    """Up to ten seconds of hold: two seconds in, two seconds out."""
    timeline = plan(HoldStep(exercise="tilt"))
    assert {segment.duration_ms for segment in of_kind(timeline, SegmentKind.ENTER, SegmentKind.RELEASE)} == {2000}


def test_sets_have_a_rest_between_and_none_behind() -> None:
    """Two sets of two: rests after one, two and three, the middle one announcing the second set."""
    timeline = plan(HoldStep(exercise="hug", side=SidePlan.LEFT, reps=2, sets=2))
    assert [(one.set, one.rep) for one in of_kind(timeline, SegmentKind.HOLD)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert len(of_kind(timeline, SegmentKind.REST)) == 3
    assert "Rest. Then set 2." in said(timeline, CueKind.REST)


def test_repetitions_are_one_segment_each_and_counted() -> None:
    """A movement has one segment per repetition, counted aloud, the last one announced."""
    timeline = plan(RepsStep(exercise="cat", reps=5))
    assert outline(timeline) == ["prepare", *["reps 16"] * 5]
    assert said(timeline, CueKind.COUNT) == ["One.", "Two.", "Three.", "Four.", "Last one."]


def test_a_movement_rests_between_sets_only() -> None:
    """The rest of a movement lies between its sets."""
    timeline = plan(RepsStep(exercise="cat", reps=5, sets=2))
    assert [segment.kind.value for segment in timeline.segments].index("rest") == 6
    assert len(of_kind(timeline, SegmentKind.REST)) == 1


def test_a_repetition_knows_its_pace() -> None:
    """Out, hold, back and pause are there for the picture."""
    assert of_kind(plan(RepsStep(exercise="cat")), SegmentKind.REPS)[0].pace_ms == (3000, 5000, 3000, 5000)


def test_a_walk_is_open_and_only_suggests_its_length() -> None:
    """A move counts up until the person goes on; its target is a hint."""
    timeline = plan(MoveStep(exercise="walk"))
    (walk,) = of_kind(timeline, SegmentKind.MOVE)
    assert (walk.duration_ms, walk.target_ms) == (None, 600_000)
    assert "Walk. About 10 minutes." in said(timeline)


def test_questions_and_sentences() -> None:
    """An ask is open, a say lasts as long as saying it takes and a breath more."""
    timeline = plan(
        AskStep(when=When.BEFORE, area=Area.BUTTOCK, side=Side.LEFT),
        SayStep(text="Drink a glass of water before you go on."),
    )
    assert outline(timeline) == ["ask left open", "say"]
    assert said(timeline)[0] == "How tight is your left buttock now, from 0 to 10?"
    assert timeline.segments[1].duration_ms == 9 * 400 + 1000


def test_a_say_is_never_cut_short() -> None:
    """A sentence with too short a time gets the time it needs."""
    timeline = plan(SayStep(text="one two three four five six seven eight nine ten", duration_s=1))
    assert timeline.segments[0].duration_ms == 4000


def test_breathing_is_paced_aloud_for_two_breaths() -> None:
    """After the words, two breaths on the beat of the pacer; then the voice is quiet."""
    timeline = plan(BreatheStep(duration_s=60))
    beats = [(cue.at_ms, cue.text) for cue in timeline.cues if cue.kind is CueKind.BREATHE]
    assert beats == [(10_000, "In."), (14_000, "Out."), (20_000, "In."), (24_000, "Out.")]
    assert timeline.segments[0].pace_ms == (4000, 6000)


def test_a_rest_names_what_comes_next() -> None:
    """Towards the end of a rest the next step is named."""
    timeline = plan(RestStep(duration_s=30), HoldStep(exercise="tilt"))
    assert said(timeline, CueKind.NEXT) == ["Next: Tilt."]
    assert timeline.cues[1].at_ms == 30_000 - 1000 - 800


def test_what_comes_next_is_always_said() -> None:
    """At the end of the step before where there is time, else with the name; never before the first."""
    timeline = plan(
        AskStep(when=When.BEFORE), HoldStep(exercise="tilt"), HoldStep(exercise="hug"), RepsStep(exercise="cat")
    )
    assert said(timeline, CueKind.NEXT) == ["Next: Cat."]
    assert said(timeline, CueKind.NAME) == [
        "Tilt. Ten times. Hold for 5 seconds each time.",
        "Next: Hug, left side. Hold for 20 seconds, three times.",
        "Cat. Eight times.",
    ]


def test_the_end_is_said_before_the_last_question() -> None:
    """The last thing done ends with "All done", whatever is asked after it."""
    timeline = plan(HoldStep(exercise="tilt"), AskStep(when=When.AFTER))
    done = [cue for cue in timeline.cues if cue.kind is CueKind.DONE]
    assert [timeline.segments[cue.segment].kind for cue in done] == [SegmentKind.RELEASE]


def test_manual_advance_waits_at_the_end_of_each_side() -> None:
    """With manual advance the last segment of each block waits for the person, and no other."""
    timeline = plan(HoldStep(exercise="hug"), advance=Advance.MANUAL)
    waiting = [segment for segment in timeline.segments if segment.waits]
    assert [(segment.kind, segment.side, segment.rep) for segment in waiting] == [
        (SegmentKind.RELEASE, Side.LEFT, 3),
        (SegmentKind.RELEASE, Side.RIGHT, 3),
    ]


def test_a_step_may_go_on_by_itself_in_a_manual_routine() -> None:
    """The step's own choice wins over the routine's."""
    timeline = plan(HoldStep(exercise="hug", advance=Advance.AUTO), advance=Advance.MANUAL)
    assert not any(segment.waits for segment in timeline.segments)


def test_an_unknown_exercise_is_named() -> None:
    """A routine with an exercise that is not there cannot be planned, and says which."""
    with pytest.raises(DataError) as caught:
        plan(HoldStep(exercise="jumping"))
    assert str(caught.value) == "There is no exercise “jumping”."


def test_a_movement_without_a_hold_cannot_be_held() -> None:
    """Holding what has no hold is refused in a sentence."""
    with pytest.raises(DataError) as caught:
        plan(HoldStep(exercise="slider"))
    assert str(caught.value) == "“Slider” has no hold time, so it cannot be a hold step."


def test_a_routine_without_end_is_refused() -> None:
    """A plan longer than any routine is refused instead of eating the memory."""
    with pytest.raises(DataError) as caught:
        plan(*[HoldStep(exercise="tilt", reps=15)] * 600)
    assert str(caught.value) == "“Trial” is too long to plan: a routine lasts two hours at most."


def test_the_content_hash_is_that_of_the_file() -> None:
    """A timeline carries the hash of the text it comes from; a routine made in code has one of its own."""
    made = routine(HoldStep(exercise="tilt"))
    from_file = compile_routine(RoutineFile(made, "text", "c0ffee", None), library())
    assert from_file.content_hash == "c0ffee"
    assert len(compile_routine(made, library()).content_hash) == 64
    assert from_file.preferences == Preferences()


def test_parts_say_what_was_planned() -> None:
    """Each side of a step is a part with its working time and repetitions."""
    timeline = plan(HoldStep(exercise="hug"), RestStep(duration_s=30))
    assert [(part.step, part.kind, part.side, part.planned_ms, part.planned_reps) for part in timeline.parts] == [
        (0, "hold", Side.LEFT, 60_000, 3),
        (0, "hold", Side.RIGHT, 60_000, 3),
        (1, "rest", None, 30_000, 0),
    ]
