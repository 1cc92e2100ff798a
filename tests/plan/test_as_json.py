"""The plan as JSON: exactly the fields of the contract."""

from __future__ import annotations

import json

from coach.content.exercise import Tempo
from coach.content.routine import AskStep, HoldStep, RepsStep
from coach.content.vocabulary import When
from coach.plan.as_json import plan_json
from tests.plan.shelf import plan


def test_it_has_these_fields_and_no_others() -> None:
    """Routine, total, segments and cues, each with its fields."""
    found = plan_json(plan(HoldStep(exercise="hug"), AskStep(when=When.AFTER)))
    assert set(found) == {"routine", "total_s", "segments", "cues"}
    fields = {"start_s", "duration_s", "kind", "exercise", "side", "set", "rep"}
    assert {frozenset(segment) for segment in found["segments"]} == {frozenset(fields)}
    assert {frozenset(cue) for cue in found["cues"]} == {frozenset({"at_s", "kind", "text"})}
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_seconds_are_whole_where_they_can_be() -> None:
    """Whole seconds are whole numbers, others have their fraction. (60 s to get ready, 3 s to sit down.)"""
    found = plan_json(plan(RepsStep(exercise="slider", tempo=Tempo(out_s=1.25, back_s=1.25), prep_s=60)))
    first = next(segment for segment in found["segments"] if segment["kind"] == "reps")
    assert (first["start_s"], first["duration_s"]) == (63, 2.5)
    assert isinstance(first["start_s"], int)


def test_an_open_segment_has_no_length() -> None:
    """An open segment is null, and the total is the sum of all others."""
    found = plan_json(plan(AskStep(when=When.BEFORE), HoldStep(exercise="tilt")))
    assert found["segments"][0]["duration_s"] is None
    assert found["total_s"] == sum(segment["duration_s"] or 0 for segment in found["segments"])


def test_kinds_and_sides_are_their_words() -> None:
    """A hold reads as a person would write it."""
    found = plan_json(plan(HoldStep(exercise="hug")))
    assert found["routine"] == "trial"
    hold = next(segment for segment in found["segments"] if segment["kind"] == "hold")
    assert {**hold, "start_s": 0} == {
        "start_s": 0,
        "duration_s": 20,
        "kind": "hold",
        "exercise": "hug",
        "side": "left",
        "set": 1,
        "rep": 1,
    }
