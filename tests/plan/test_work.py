"""Getting ready, and what is said when."""

from __future__ import annotations

from coach.content.routine import HoldStep, RepsStep
from coach.content.vocabulary import Side
from coach.plan.timeline import CueKind, Preferences, SegmentKind
from tests.plan.shelf import cues_in, of_kind, plan, said


def test_getting_from_the_floor_to_the_chair_takes_longest() -> None:
    """The same exercise needs more time to get ready for after a change of place, most between floor and chair."""

    def ready_ms(first: HoldStep | RepsStep) -> int:
        timeline = plan(first, HoldStep(exercise="four"), place="chair")
        return of_kind(timeline, SegmentKind.PREPARE)[-1].duration_ms or 0

    chair, standing, floor = (
        ready_ms(RepsStep(exercise="slider")),
        ready_ms(HoldStep(exercise="calf")),
        ready_ms(HoldStep(exercise="tilt")),
    )
    assert chair < standing < floor


def test_preferences_lengthen_every_get_ready() -> None:
    """The person's extra seconds are added to each get-ready, whatever is said in it."""
    steps = (HoldStep(exercise="hug"), HoldStep(exercise="four"))
    plain, more = plan(*steps), plan(*steps, preferences=Preferences(prep_extra_s=7))
    extra = [
        (long.duration_ms or 0) - (short.duration_ms or 0)
        for short, long in zip(of_kind(plain, SegmentKind.PREPARE), of_kind(more, SegmentKind.PREPARE), strict=True)
    ]
    assert extra == [7000, 7000]


def test_those_who_know_the_way_hear_less() -> None:
    """Without spoken detail there is no set-up, step or feel line; what, which side, how long and when to stop stay."""
    timeline = plan(HoldStep(exercise="hug"), preferences=Preferences(spoken_detail=False))
    kinds = {cue.kind for cue in timeline.cues}
    assert kinds.isdisjoint({CueKind.SET_UP, CueKind.FEEL, CueKind.BREATHE})
    assert {CueKind.NAME, CueKind.SAFETY, CueKind.HALFWAY, CueKind.RELEASE, CueKind.SWITCH} <= kinds


def test_the_first_cue_says_what_which_side_and_how_long() -> None:
    """Name, side, seconds and number come first."""
    assert said(plan(HoldStep(exercise="hug")))[0] == "Hug, left side. Hold for 20 seconds, three times."


def test_a_hold_is_told_in_the_order_it_is_done() -> None:
    """The first hold says what to feel, then halfway and five seconds; its release how to come out."""
    timeline = plan(HoldStep(exercise="hug"))
    first = of_kind(timeline, SegmentKind.HOLD)[0]
    assert [(cue.at_ms - first.start_ms, cue.text) for cue in cues_in(timeline, first)] == [
        (0, "Hold."),
        (1100, "Feel an easy pull in the low back."),
        (10_000, "Halfway."),
        (15_000, "Five seconds."),
    ]
    assert said(timeline, CueKind.RELEASE)[0] == "Lower the foot with control."


def test_what_to_feel_is_said_on_each_side() -> None:
    """The first hold of each side says what to feel, the second how to breathe."""
    timeline = plan(HoldStep(exercise="hug"))
    held = {segment: cues_in(timeline, segment) for segment in of_kind(timeline, SegmentKind.HOLD)}
    by_kind = {
        kind: [(s.side, s.rep) for s, cues in held.items() if any(c.kind is kind for c in cues)] for kind in CueKind
    }
    assert by_kind[CueKind.FEEL] == [(Side.LEFT, 1), (Side.RIGHT, 1)]
    assert by_kind[CueKind.BREATHE] == [(Side.LEFT, 2), (Side.RIGHT, 2)]


def test_when_to_stop_is_said_once_for_each_wording() -> None:
    """The same warning before every step would soon not be heard."""
    timeline = plan(HoldStep(exercise="hug"), HoldStep(exercise="tilt"), RepsStep(exercise="cat"))
    assert said(timeline, CueKind.SAFETY) == ["Stop if the leg tingles."]


def test_a_known_exercise_is_not_explained_again() -> None:
    """The second time an exercise comes, its name and amount are enough."""
    timeline = plan(HoldStep(exercise="tilt"), HoldStep(exercise="hug"), HoldStep(exercise="tilt"))
    assert said(timeline, CueKind.STEP).count("Press the back down.") == 1
    assert said(timeline, CueKind.NAME).count("Tilt. Ten times. Hold for 5 seconds each time.") == 2
