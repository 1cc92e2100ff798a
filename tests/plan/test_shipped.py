"""The plans of the shipped routines."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Mode
from coach.plan.compile import compile as compile_routine
from coach.plan.pacing import speech_ms
from coach.plan.text import plan_lines
from coach.plan.timeline import CueKind, Preferences, SegmentKind, Timeline
from coach.resources import assets
from tests.plan.shelf import of_kind, said

DESK = ("desk-reset-neck", "desk-reset-back", "desk-reset-hips")


@pytest.fixture(scope="module")
def shelf() -> Library:
    """The shipped library."""
    return load_library(assets())


def plans(shelf: Library) -> dict[str, Timeline]:
    """Every shipped routine, compiled."""
    return {name: compile_routine(found, shelf) for name, found in shelf.routines.items()}


def test_every_shipped_routine_has_a_plan(shelf: Library) -> None:
    """Each compiles, is readable and stays under two hours without the time off."""
    for name, timeline in plans(shelf).items():
        off_ms = sum(segment.duration_ms or 0 for segment in of_kind(timeline, SegmentKind.OFF))
        assert 0 < timeline.total_ms - off_ms <= 7_200_000, name
        assert len(plan_lines(timeline)) > 3, name


def test_nothing_of_a_shipped_routine_is_left_out(shelf: Library) -> None:
    """No pack is dropped and no dose shortened: what the files ask for is what is planned."""
    for name, timeline in plans(shelf).items():
        kinds = {part.kind for part in timeline.parts}
        assert not any("left out" in text for text in said(timeline)), name
        assert kinds <= {"hold", "reps", "move", "rest", "heat", "cold", "off", "breathe", "ask", "say"}


def test_all_that_a_line_says_is_heard(shelf: Library) -> None:
    """Every set-up, step, feel and safety line of each exercise is spoken the first time it comes."""
    for name, timeline in plans(shelf).items():
        heard = " ".join(said(timeline))
        for exercise_id in {part.exercise for part in timeline.parts if part.exercise}:
            for line in shelf.exercises[exercise_id].instructions:
                assert line.text in heard, f"{name}: {line.text}"


def test_sentences_have_the_time_they_need(shelf: Library) -> None:
    """With every preference, each sentence ends inside its segment."""
    for found in shelf.routines.values():
        for detail in (True, False):
            timeline = compile_routine(found, shelf, Preferences(spoken_detail=detail))
            for cue in timeline.cues:
                segment = timeline.segments[cue.segment]
                assert segment.duration_ms is None or cue.at_ms + speech_ms(cue.text) <= segment.end_ms


@pytest.mark.parametrize("name", DESK)
def test_a_desk_reset_is_short(shelf: Library, name: str) -> None:
    """One to two minutes, so that it fits between two calls."""
    assert 60_000 <= compile_routine(shelf.routines[name], shelf).total_ms <= 120_000


def test_contrast_packs_are_one_exposure_that_ends_on_heat(shelf: Library) -> None:
    """Heat 4, cold 1, three rounds, then heat: 19 minutes of packs and six swaps."""
    timeline = compile_routine(shelf.routines["contrast-packs"], shelf)
    worn = of_kind(timeline, SegmentKind.HEAT, SegmentKind.COLD)
    assert [segment.mode for segment in worn] == [Mode.HEAT, Mode.COLD] * 3 + [Mode.HEAT]
    assert {segment.exposure for segment in worn} == {1}
    assert timeline.total_ms == (19 + 3) * 60_000


def test_heat_stretch_cold_leaves_the_skin_its_time(shelf: Library) -> None:
    """At least half an hour lies between the heat and the cold."""
    timeline = compile_routine(shelf.routines["heat-stretch-cold"], shelf)
    heat_ends = max(segment.end_ms for segment in of_kind(timeline, SegmentKind.HEAT))
    cold_begins = min(segment.start_ms for segment in of_kind(timeline, SegmentKind.COLD))
    assert cold_begins - heat_ends >= 30 * 60_000


def test_no_word_promises_a_cure(shelf: Library) -> None:
    """Nothing that is said treats, cures or relieves, and nobody is cheered on."""
    for name, timeline in plans(shelf).items():
        heard = " ".join(said(timeline)).lower()
        assert not any(word in heard for word in ("treat", "cure", "relie", "!")), name
        assert CueKind.NAME in {cue.kind for cue in timeline.cues} or "packs" in name
