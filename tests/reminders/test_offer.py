"""What a break offers, from the person's own routine, place, minutes, day, side and tightness."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.routine import Routine
from coach.content.vocabulary import (
    Area,
    BreakKind,
    BreakOutcome,
    Category,
    Felt,
    Fits,
    MarkerKind,
    Posture,
    Quality,
    Side,
)
from coach.content.vocabulary import SpineDirection as Way
from coach.journal.bodies import Exercised
from coach.journal.records import Break, Entry, Marker
from coach.plan.timeline import Preferences
from coach.reminders.offer import Offer, offer
from coach.reminders.pool import dropped
from coach.reminders.wish import Told, Wish, is_flare
from coach.resources import assets
from tests.fakes import FakeClock

_CLOCK = FakeClock()
_PLACES = ("chair", "standing", "floor")


@cache
def library() -> Library:
    """The shipped content, read once."""
    return load_library(assets())


def routine(name: str) -> Routine:
    """A shipped routine."""
    return library().routines[name].routine


def told(**more: Any) -> Told:
    """A person nothing is known of, but what `more` says."""
    return Told(_CLOCK.stamp(), **more)


def entry(tightness: int, area: Area, side: Side | None = None, quality: Quality = Quality.TIGHTNESS) -> Entry:
    """A rating of today."""
    return Entry(id=f"{area}-{side}", at=_CLOCK.stamp(), tightness=tightness, area=area, side=side, quality=quality)


def rest(*exercises: tuple[str, Side | None], felt: Felt | None = None, days_ago: int = 0) -> Break:
    """A break that was done."""
    now = _CLOCK.stamp()
    at = now._replace(utc_us=now.utc_us - days_ago * 86_400_000_000, local_day=f"2026-05-{4 - days_ago:02}")
    done = (Exercised(exercise=key, side=side, done_ms=20_000, planned_ms=20_000) for key, side in exercises)
    return Break(
        id=f"{exercises}-{days_ago}",
        at=at,
        due=at,
        kind=BreakKind.MOVE,
        outcome=BreakOutcome.DONE,
        cadence="move",
        why="answered",
        length_ms=60_000,
        exercises=tuple(done),
        felt=felt,
    )


def first(found: Offer) -> str:
    """The exercise that is offered first."""
    return found.exercises[0]


@settings(max_examples=200, deadline=None)
@given(
    length_s=st.integers(10, 400),
    place=st.sampled_from(_PLACES),
    discreet=st.booleans(),
    gentle=st.booleans(),
    own=st.sampled_from([None, *sorted(load_library(assets()).routines)]),
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    out=st.sets(st.sampled_from(sorted(load_library(assets()).exercises))),
)
def test_whatever_is_known_there_is_something_that_suits(
    length_s: int, place: Any, discreet: bool, gentle: bool, own: str | None, side: Side | None, out: set[str]
) -> None:
    """45 s to 3 min, only what the place, the company and the day allow, nothing left out for this person, a reason for it."""
    wish = Wish(length_s * 1000, place, discreet, gentle)
    known = told(
        routine=routine(own) if own else None, worse_side=side, preferences=Preferences(left_out=tuple(sorted(out)))
    )
    found = offer(wish, known, library())
    assert found == offer(wish, known, library()), "the same input gives the same offer"
    assert 38_000 <= found.length_ms <= 180_000
    assert found.timeline(library()).total_ms == found.length_ms
    assert found.why.endswith(".")
    assert found.title
    exercises = [library().exercises[key] for key in found.exercises]
    assert not out & set(found.exercises)
    assert not discreet or all(Fits.OPEN_OFFICE in one.fits for one in exercises)
    assert not gentle or all(one.category not in {Category.STRETCH, Category.NERVE} for one in exercises)
    if place == "chair":
        assert {one.posture for one in exercises} <= {Posture.SITTING}
    if place != "floor":
        assert {one.posture for one in exercises} <= {Posture.SITTING, Posture.STANDING, Posture.WALKING}


def test_the_persons_own_comes_first() -> None:
    """An exercise of the routine is offered before anything else that suits the place."""
    own = routine("desk-reset-neck")
    found = offer(Wish(150_000, "chair"), told(routine=own), library())
    assert first(found) in {"chin_tuck", "scapular_retraction"}
    assert found.why == "From your routine, and not done yet today."


def test_the_tight_place_comes_first_among_them() -> None:
    """The latest tightness decides, and the line names place and number."""
    found = offer(Wish(150_000, "chair"), told(entries=(entry(6, Area.BUTTOCK, Side.LEFT),)), library())
    assert first(found) == "piriformis_seated_figure_four"
    assert found.why == "For where it is tight: left buttock, 6 of 10."


def test_the_reason_is_true_of_the_exercise() -> None:
    """A sitting one never gets anybody out of the chair, and a walk is for no place that is tight."""
    for place in _PLACES:
        for length_ms in (45_000, 60_000, 150_000):
            wish = Wish(length_ms, place)  # type: ignore[arg-type]
            breaks: list[Break] = []
            for _turn in range(6):
                found = offer(wish, told(entries=(entry(4, Area.LOW_BACK),), breaks=tuple(breaks)), library())
                _is_true(found)
                breaks.append(rest(*((key, found.side) for key in found.exercises)))


def _is_true(found: Offer) -> None:
    exercise = library().exercises[first(found)]
    if "out of the chair" in found.why:
        assert exercise.posture is not Posture.SITTING
    if "needs is a chair" in found.why:
        assert exercise.posture is Posture.SITTING
    if "tight" in found.why:
        assert Area.LOW_BACK in exercise.areas
        assert exercise.category is not Category.AEROBIC


def test_the_other_side_is_not_done_for_the_tight_one() -> None:
    """Where there is time for one side only, and it is not the tight one, tightness is no reason."""
    known = told(worse_side=Side.RIGHT, entries=(entry(5, Area.HIP, Side.LEFT),))
    found = offer(Wish(60_000, "chair"), known, library())
    assert (first(found), found.side) == ("piriformis_seated_figure_four", Side.RIGHT)
    assert found.why == "All it needs is a chair."


def test_an_old_rating_says_nothing() -> None:
    """Three days later it is not known any more how tight it is."""
    old = replace(entry(9, Area.BUTTOCK), at=_CLOCK.stamp()._replace(utc_us=_CLOCK.stamp().utc_us - 4 * 86_400_000_000))
    assert "tight" not in offer(Wish(150_000, "chair"), told(entries=(old,)), library()).why


def test_what_was_done_today_waits() -> None:
    """A day goes round: what was done least comes next, and nothing twice in a row."""
    breaks: list[Break] = []
    seen = []
    for _turn in range(4):
        found = offer(Wish(60_000, "chair"), told(breaks=tuple(breaks)), library())
        seen.append(first(found))
        breaks.append(rest(*((key, found.side) for key in found.exercises)))
    assert len(set(seen)) == 4, seen


def test_never_more_often_than_the_dose_says() -> None:
    """Sit to stand is for once a day: after it, it is not offered again today."""
    breaks = (rest(("sit_to_stand", None)),)
    for place in _PLACES:
        assert "sit_to_stand" not in offer(Wish(180_000, place), told(breaks=breaks), library()).exercises  # type: ignore[arg-type]


def test_the_other_side_has_its_turn() -> None:
    """With the left done in a break today, the right one is offered alone, and it says so."""
    own = routine("desk-reset-hips")
    others = [(key, None) for key in ("chin_tuck", "scapular_retraction", "seated_chest_stretch", "upper_trapezius")]
    breaks = (
        rest(("piriformis_seated_figure_four", Side.LEFT)),
        *(rest(one) for one in others),
        rest(("sit_to_stand", None)),
    )
    found = offer(Wish(75_000, "chair"), told(routine=own, breaks=breaks), library())
    assert first(found) == "piriformis_seated_figure_four"
    assert found.side is Side.RIGHT
    assert found.why == "The right side: the other one had its turn today."


def test_the_worse_side_begins() -> None:
    """With no time for both, the side that is worse comes first."""
    known = told(worse_side=Side.RIGHT, entries=(entry(5, Area.HIP, Side.RIGHT),))
    found = offer(Wish(60_000, "chair"), known, library())
    assert (first(found), found.side) == ("piriformis_seated_figure_four", Side.RIGHT)


def test_nothing_is_stretched_after_a_word_of_the_nerve() -> None:
    """Tingling noted today makes the break gentle by itself."""
    known = told(entries=(entry(3, Area.CALF, Side.LEFT, Quality.TINGLING),))
    found = offer(Wish(150_000, "chair"), known, library())
    assert first(found) == "scapular_retraction"
    assert found.why == "Gentle, because of what you noted today; nothing is stretched."


@pytest.mark.parametrize(
    ("felt", "days_ago", "out"),
    [(Felt.LEG, 0, True), (Felt.LEG, 3, True), (Felt.WORSE, 1, True), (Felt.WORSE, 3, False), (Felt.SAME, 0, False)],
)
def test_what_brought_something_on_is_dropped(felt: Felt, days_ago: int, out: bool) -> None:
    """Leg symptoms keep an exercise away for a fortnight, worse for two days; a better time later brings it back."""
    bad = rest(("sit_to_stand", None), felt=felt, days_ago=days_ago)
    assert ("sit_to_stand" in dropped((bad,), "2026-05-04")) is out
    again = rest(("sit_to_stand", None), felt=Felt.EASIER)
    assert dropped((bad, again), "2026-05-04") == {}


def test_a_routine_that_goes_one_way_is_not_crossed() -> None:
    """Who has a bending-friendly plan is not offered arching, and the other way round."""
    for name, not_these in (("bending-friendly", {Way.EXTENSION}), ("arching-friendly", {Way.FLEXION})):
        for place in _PLACES:
            found = offer(Wish(180_000, place), told(routine=routine(name)), library())  # type: ignore[arg-type]
            ways = {library().exercises[key].spine_direction for key in found.exercises}
            assert not ways & not_these


@pytest.mark.parametrize(
    ("day", "flare"), [("2026-05-03", False), ("2026-05-04", True), ("2026-05-06", True), ("2026-05-07", False)]
)
def test_a_flare_up_is_what_the_journal_says(day: str, flare: bool) -> None:
    """From the day it was noted to its last day, both included; other markers are none."""
    noted = Marker(id="m", at=_CLOCK.stamp(), kind=MarkerKind.FLARE, last_day="2026-05-06")
    assert is_flare([noted], day) is flare
    assert not is_flare([replace(noted, kind=MarkerKind.TRAVEL)], day)


def test_with_nothing_left_it_is_breathing() -> None:
    """Somebody for whom every exercise is left out gets a quiet moment."""
    known = told(preferences=Preferences(left_out=tuple(library().exercises)))
    found = offer(Wish(60_000), known, library())
    assert (found.exercises, found.title) == ((), "Slow breathing")
