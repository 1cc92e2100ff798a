"""Which exercises a break may offer, the one that fits best first. Everything is looked up, nothing is scored in secret."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.vocabulary import Category, Felt, Fits, Posture, SpineDirection
from coach.journal.records import Break
from coach.plan.suited import exercises_of
from coach.reminders.wish import Told, Wish, latest_tight, worked_today

#: A tap after a break that keeps its exercises out for so many days.
DROPPED_DAYS = {Felt.LEG: 14, Felt.WORSE: 2}
#: A routine that goes one way is there because the other one brings something on.
_AVOIDS = {
    SpineDirection.FLEXION: frozenset({SpineDirection.EXTENSION, SpineDirection.BOTH}),
    SpineDirection.EXTENSION: frozenset({SpineDirection.FLEXION, SpineDirection.BOTH}),
    SpineDirection.NEUTRAL: frozenset(SpineDirection) - {SpineDirection.NEUTRAL},
}
_POSTURES = {
    "chair": frozenset({Posture.SITTING}),
    "standing": frozenset({Posture.SITTING, Posture.STANDING, Posture.WALKING}),
    "floor": frozenset(Posture),
}
#: These get a person out of the chair.
_UP = frozenset({Posture.STANDING, Posture.WALKING})


class Candidate(NamedTuple):
    """One exercise that may be offered: whether it is of the person's own routine, how tight the place is that it works."""

    exercise: Exercise
    own: bool
    tightness: int
    times_today: int


def candidates(wish: Wish, told: Told, library: Library) -> tuple[Candidate, ...]:
    """Return what may be offered now, best first.

    Least done today comes before all else, so that a day holds all of a routine; then the person's own, what works the
    tightest place, what gets them out of the chair, and what felt easier after it.
    """
    own = exercises_of(told.routine) if told.routine is not None else frozenset()
    tight = latest_tight(told)
    done = worked_today(told)
    out = dropped(told.breaks, told.now.local_day)
    found = [
        Candidate(
            exercise,
            exercise.id in own,
            tight.tightness if tight is not None and tight.area in exercise.areas else 0,
            len({worked.at.utc_us for worked in done if worked.exercise == exercise.id}),
        )
        for exercise in library.exercises.values()
        if _may(exercise, wish, told)
        and not _against(exercise, told)
        and exercise.id not in out
        and (exercise.id in own or Fits.BREAK in exercise.fits)
    ]
    eased = {one.exercise for rest in told.breaks if rest.felt is Felt.EASIER for one in rest.exercises}
    last = {worked.exercise for worked in done if worked.at == done[-1].at}
    usable = [one for one in found if one.times_today < max(one.exercise.dose.per_day.max, 1) or _walks(one.exercise)]
    return tuple(
        sorted(
            usable,
            key=lambda one: (
                one.exercise.id in last,
                one.times_today,
                not one.own,
                -one.tightness,
                one.exercise.posture not in _UP or wish.place == "chair",
                one.exercise.id not in eased,
                _walks(one.exercise),
            ),
        )
    )


def dropped(breaks: tuple[Break, ...], today: str) -> dict[str, Felt]:
    """Return the exercises that are not offered, by what was said after a break with them.

    A later break with the same exercise that felt easier or the same brings it back.
    """
    found: dict[str, Felt] = {}
    for rest in breaks:
        age = (date.fromisoformat(today) - date.fromisoformat(rest.at.local_day)).days
        for one in rest.exercises:
            if rest.felt in {Felt.EASIER, Felt.SAME}:
                found.pop(one.exercise, None)
            elif rest.felt is not None and 0 <= age < DROPPED_DAYS.get(rest.felt, 0):
                found[one.exercise] = rest.felt
    return found


def _may(exercise: Exercise, wish: Wish, told: Told) -> bool:
    """Whether it suits the person, the place, the company and the day."""
    if exercise.id in told.preferences.left_out or exercise.posture not in _POSTURES[wish.place]:
        return False
    if wish.discreet and Fits.OPEN_OFFICE not in exercise.fits:
        return False
    if wish.gentle:
        return Fits.FLARE in exercise.fits
    return exercise.kind != "move" or _walks(exercise)


def _against(exercise: Exercise, told: Told) -> bool:
    """Whether it moves the back a way that the person's own routine keeps away from."""
    way = told.routine.spine_direction if told.routine is not None else None
    return way in _AVOIDS and exercise.spine_direction in _AVOIDS[way]


def _walks(exercise: Exercise) -> bool:
    return exercise.category is Category.AEROBIC
