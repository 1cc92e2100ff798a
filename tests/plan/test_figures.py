"""The figure keeps step with the session."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.content.load_library import load_library
from coach.content.vocabulary import Side
from coach.figure.pose.model import Figure, Key
from coach.figure.tempo import IN_MS
from coach.plan.compile import compile as compile_routine
from coach.plan.figures import ahead, coming, moment_of, seen
from coach.plan.timeline import Segment, SegmentKind
from coach.resources import assets

HUG = Figure(
    base="supine",
    keys=(Key(name="Start", stage="start"), Key(name="Lift", stage="way"), Key(name="Hug", stage="hold")),
)
CAT = Figure(
    base="all-fours",
    loop="cycle",
    keys=tuple(Key(name=name, stage="cycle") for name in ("Flat", "Round", "Flat again", "Hollow")),
)


def segment(kind: SegmentKind, duration_ms: int | None = 4_000, pace_ms: tuple[int, ...] = ()) -> Segment:
    """One stretch of a timeline."""
    return Segment(start_ms=0, duration_ms=duration_ms, kind=kind, part=0, block=0, pace_ms=pace_ms)


@pytest.mark.parametrize("kind", [SegmentKind.PREPARE, SegmentKind.REST, SegmentKind.SWITCH])
def test_waiting_is_done_at_the_start(kind: SegmentKind) -> None:
    """While getting ready, resting and changing sides the figure lies there and breathes."""
    here = moment_of(segment(kind, 20_000), HUG, IN_MS)
    assert here.u == 0
    assert here.breath == pytest.approx(1)
    assert not here.moving


def test_a_hold_is_entered_held_and_left() -> None:
    """The way in ends at the hold, the hold stays there, the way out ends at the start."""
    enter, hold, release = (segment(kind) for kind in (SegmentKind.ENTER, SegmentKind.HOLD, SegmentKind.RELEASE))
    assert moment_of(enter, HUG, 0) == (0, 0, True)
    assert moment_of(enter, HUG, 2_000).u == pytest.approx(1)
    assert moment_of(enter, HUG, 4_000) == (2, 0, False)
    assert {moment_of(hold, HUG, ms).u for ms in range(0, 4_000, 100)} == {2}
    assert moment_of(hold, HUG, 4_000).breath == 0
    assert moment_of(release, HUG, 0).u == 2
    assert moment_of(release, HUG, 4_000) == (0, 0, False)


def test_the_breath_of_a_hold_ebbs_before_the_release() -> None:
    """However long the hold is, it ends breathed out, without a jump."""
    hold = segment(SegmentKind.HOLD, 13_700)
    breaths = [moment_of(hold, HUG, ms).breath for ms in range(0, 13_701, 50)]
    assert breaths[-1] == pytest.approx(0, abs=0.01)
    assert max(abs(b - a) for a, b in pairwise(breaths)) < 0.08


def test_a_repetition_keeps_its_pace() -> None:
    """Out, held, back and a pause, each as long as the pace says."""
    rep = segment(SegmentKind.REPS, 8_000, (2_000, 3_000, 2_000, 1_000))
    assert moment_of(rep, HUG, 1_000).u == pytest.approx(1)
    assert moment_of(rep, HUG, 3_500) == (2, 0, False)
    assert moment_of(rep, HUG, 6_000).u == pytest.approx(1)
    assert moment_of(rep, HUG, 7_500) == (0, 0, False)


def test_a_repetition_of_a_cycle_goes_once_round() -> None:
    """Half of it on the way out, the rest on the way back."""
    rep = segment(SegmentKind.REPS, 6_000, (2_500, 0, 2_500, 1_000))
    assert moment_of(rep, CAT, 2_500).u == pytest.approx(2)
    assert moment_of(rep, CAT, 4_999).u == pytest.approx(4, abs=0.01)
    assert moment_of(rep, CAT, 5_500).u == 0


def test_an_open_movement_goes_on_and_on() -> None:
    """A walk has its own pace and no end."""
    walk = segment(SegmentKind.MOVE, None)
    assert moment_of(walk, CAT, 0).u == 0
    assert moment_of(walk, CAT, 1_000_000).u < 4


def test_paced_breathing_is_the_pacer_s() -> None:
    """In and out take what the step says."""
    breathe = segment(SegmentKind.BREATHE, 60_000, (3_000, 7_000))
    assert moment_of(breathe, HUG, 3_000).breath == pytest.approx(1)
    assert moment_of(breathe, HUG, 10_000).breath == pytest.approx(0)


@pytest.mark.parametrize("kind", list(SegmentKind))
@pytest.mark.parametrize("figure", [HUG, CAT])
def test_every_moment_lies_in_what_is_made_ahead(kind: SegmentKind, figure: Figure) -> None:
    """Whatever a segment shows was named before, and breath stays between out and in."""
    one = segment(kind, 5_000)
    low, high = ahead(one, figure)
    for ms in range(0, 5_001, 250):
        here = moment_of(one, figure, ms)
        assert low <= here.u <= high
        assert 0 <= here.breath <= 1


def test_what_comes_next_can_be_made_ready() -> None:
    """The first segment of the next part is named; after the last part there is nothing."""
    library = load_library(assets())
    timeline = compile_routine(library.routines["morning-ease"], library)
    following = coming(timeline, 0)
    assert following is not None
    assert timeline.segments[following].part == timeline.segments[0].part + 1
    assert coming(timeline, len(timeline.segments) - 1) is None


@pytest.mark.parametrize("routine", ["morning-ease", "heat-stretch-cold", "contrast-packs"])
def test_what_is_seen_is_what_is_done(routine: str) -> None:
    """Exercises show themselves on their side, packs lie on their place, everything else is somebody at rest."""
    library = load_library(assets())
    timeline = compile_routine(library.routines[routine], library)
    for index, one in enumerate(timeline.segments):
        found = seen(timeline, index, library)
        if found is None:
            assert one.exercise is not None
            assert library.exercises[one.exercise].figure is None
        elif one.exercise is not None:
            assert found == (one.exercise, one.side is Side.LEFT)
        elif one.mode is not None:
            assert f"/{one.mode.value}/" in found.key
        else:
            assert found.key.startswith(("rest_", "pack_", "breathe"))
