"""What a break offers: a guided few minutes out of the person's own routine, and one line why this. A pure function."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.routine import BreatheStep, Routine, Step
from coach.content.vocabulary import Category, Posture, Side
from coach.content.words import place_words, side_word
from coach.i18n import N_, _
from coach.journal.records import Entry
from coach.plan.timeline import Preferences, Timeline
from coach.reminders.pool import Candidate, candidates
from coach.reminders.sized import SLACK_MS, Sized, break_routine, compiled, sized
from coach.reminders.wish import Told, Wish, Worked, latest_tight, nerve_today, worked_today

#: A break is between these: shorter is no movement, longer is a session.
SHORTEST_MS, LONGEST_MS = 45_000, 180_000
#: What is left has to be worth a few steps.
_MORE_MS = 20_000
_MOST = 3
_S = 1_000
_BREATHE = N_("Sit back, feet flat, and breathe slowly: 4 seconds in, 6 seconds out.")


class Offer(NamedTuple):
    """What is offered: a routine to compile with `preferences`, its exercises in order, its length in milliseconds.

    `title` names the exercises; `why` is one line. `side` when only one side's turn it is. `walks`: the part of kind
    `rest` is a walk, and is logged as the exercise `walking`. No exercise at all: nothing else suits, so it is breathing.
    """

    routine: Routine
    preferences: Preferences
    exercises: tuple[str, ...]
    length_ms: int
    title: str
    why: str
    side: Side | None = None
    walks: bool = False

    def timeline(self, library: Library) -> Timeline:
        """Return it laid out in time."""
        return compiled(self.routine.steps, library, self.preferences)


class _Picked(NamedTuple):
    candidate: Candidate
    sized: Sized


def offer(wish: Wish, told: Told, library: Library) -> Offer:
    """Return what to offer now. The same input gives the same offer; there always is one."""
    nerve = nerve_today(told)
    wish = wish._replace(
        length_ms=min(max(wish.length_ms, SHORTEST_MS), LONGEST_MS), gentle=wish.gentle or nerve is not None
    )
    done = worked_today(told)
    found = candidates(wish, told, library)
    # Where the words of a newcomer leave no room for the doing, they are left out.
    terse = replace(told.preferences, spoken_detail=False)
    for preferences in (told.preferences, terse):
        picked = _pick(found, wish, told._replace(preferences=preferences), library, done)
        if picked:
            return _made(picked, wish, told, preferences, library)
    return _breathing(wish, told, library)


def _pick(
    found: tuple[Candidate, ...], wish: Wish, told: Told, library: Library, done: tuple[Worked, ...]
) -> list[_Picked]:
    """Take the best that fits, then what still fits beside it, all in one position if that can be."""
    most_ms = left_ms = min(wish.length_ms + SLACK_MS, LONGEST_MS)
    picked: list[_Picked] = []
    for candidate in found:
        if left_ms < _MORE_MS and picked:
            break
        if len(picked) >= _MOST or (picked and not _beside(candidate.exercise, picked[-1].candidate.exercise)):
            continue
        fits = sized(candidate.exercise, left_ms, told, library, done)
        # Together they may take a moment more than each alone.
        if fits is not None and (not picked or _together(picked, fits, told, library) <= most_ms):
            picked.append(_Picked(candidate, fits))
            left_ms -= fits.length_ms
    # A walk comes last: it ends where the person is.
    return sorted(picked, key=lambda one: one.candidate.exercise.category is Category.AEROBIC)


def _together(picked: list[_Picked], more: Sized, told: Told, library: Library) -> int:
    """Return how long what is picked takes with one more, in milliseconds."""
    return compiled([*(one.sized.step for one in picked), more.step], library, told.preferences).total_ms


def _beside(exercise: Exercise, before: Exercise) -> bool:
    """Whether the change of position is small: the same, or a walk, which begins anywhere."""
    return exercise.posture is before.posture or Category.AEROBIC in {exercise.category, before.category}


def _made(picked: list[_Picked], wish: Wish, told: Told, preferences: Preferences, library: Library) -> Offer:
    steps: list[Step] = [one.sized.step for one in picked]
    exercises = tuple(one.candidate.exercise for one in picked)
    timeline = compiled(steps, library, preferences)
    return Offer(
        routine=break_routine(steps),
        preferences=preferences,
        exercises=tuple(exercise.id for exercise in exercises),
        length_ms=timeline.total_ms,
        title=_title(exercises),
        why=_why(picked[0], wish, told),
        side=picked[0].sized.side,
        walks=any(exercise.category is Category.AEROBIC for exercise in exercises),
    )


def _breathing(wish: Wish, told: Told, library: Library) -> Offer:
    step = BreatheStep(duration_s=wish.length_ms // _S, text=_BREATHE)
    return Offer(
        routine=break_routine([step]),
        preferences=told.preferences,
        exercises=(),
        length_ms=compiled([step], library, told.preferences).total_ms,
        title=_("Slow breathing"),
        why=_("Nothing else suits here and now, so this is a quiet moment."),
    )


def _title(exercises: tuple[Exercise, ...]) -> str:
    names = [_(exercise.name) for exercise in exercises]
    if len(names) == 1:
        return names[0]
    return _("{first}, then {second}").format(first=", ".join(names[:-1]), second=names[-1])


def _why(first: _Picked, wish: Wish, told: Told) -> str:
    """Say in one line why this one: the strongest reason there is."""
    if nerve_today(told) is not None:
        return _("Gentle, because of what you noted today; nothing is stretched.")
    if wish.gentle:
        return _("Gentle today: nothing is stretched.")
    return _tight_words(first, told) or _turn_words(first) or _plain_words(first, wish)


def _tight_words(first: _Picked, told: Told) -> str:
    candidate, tight = first.candidate, latest_tight(told)
    if not candidate.tightness or tight is None or not _works(first, tight):
        return ""
    words = _("For where it is tight: {place}, {number} of 10.")
    if candidate.own:
        words = _("From your routine, for where it is tight: {place}, {number} of 10.")
    return words.format(place=place_words(tight.area, tight.side), number=tight.tightness)


def _works(first: _Picked, tight: Entry) -> bool:
    """Whether it works the very place: a walk is for no place, and one side is not the other."""
    other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    walk = first.candidate.exercise.category is Category.AEROBIC
    return not walk and (first.sized.side is None or other[first.sized.side] is not tight.side)


def _turn_words(first: _Picked) -> str:
    if first.sized.side is not None and first.candidate.times_today:
        return _("The {side} side: the other one had its turn today.").format(side=side_word(first.sized.side))
    return ""


def _plain_words(first: _Picked, wish: Wish) -> str:
    if first.candidate.own and not first.candidate.times_today:
        return _("From your routine, and not done yet today.")
    if first.candidate.own:
        return _("From your routine.")
    if wish.discreet:
        return _("Short, and nobody needs to notice.")
    if first.candidate.exercise.posture is Posture.SITTING:
        return _("All it needs is a chair.")
    return _("Gets you out of the chair.")
