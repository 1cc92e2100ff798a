"""The numbers of one step: the step's own, else the routine's, else the exercise's default.

Whatever a file says, every number is brought into the exercise's safe range and the limits of the format.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from coach.content.exercise import Amount, Exercise, Tempo
from coach.content.routine import HoldStep, MoveStep, RepsStep, Routine
from coach.content.vocabulary import Advance
from coach.errors import DataError
from coach.i18n import _
from coach.plan import pacing

_MOST_S = 3600.0
_MOST_SHORT_S = 600.0
_MOST_OFF_S = 10_800.0
_MOST_COUNT = 100


class Numbers(NamedTuple):
    """What one step asks for on one side; times in milliseconds. `pace_ms` is out, hold, back, pause."""

    hold_ms: int
    reps: int
    sets: int
    rest_ms: int
    switch_ms: int
    prep_ms: int
    waits: bool
    pace_ms: tuple[int, ...] = ()
    target_ms: int | None = None


def to_ms(seconds: float, low_s: float, high_s: float) -> int:
    """Seconds as whole milliseconds, kept between two limits (not a number counts as the lower one)."""
    if math.isnan(seconds):
        return round(low_s * pacing.MS)
    return round(min(max(seconds, low_s), high_s) * pacing.MS)


def duration_ms(seconds: float) -> int:
    """The length of a timed step: 1 s to one hour."""
    return to_ms(seconds, 1, _MOST_S)


def off_ms(seconds: float) -> int:
    """The length of a time without a pack: 1 s to three hours."""
    return to_ms(seconds, 1, _MOST_OFF_S)


def waits(step_advance: Advance | None, routine: Routine) -> bool:
    """Whether the step waits for the person at its end."""
    return (step_advance or routine.advance) is Advance.MANUAL


def hold_numbers(step: HoldStep, exercise: Exercise, routine: Routine, shares: int = 1) -> Numbers:
    """The numbers of a held step; `shares` is how often the routine comes to this exercise on this side.

    `DataError` when neither the step nor the exercise has a hold.
    """
    dose = exercise.dose
    hold_ms = _seconds(step.hold_s, dose.hold_s, 0, _MOST_S)
    if hold_ms <= 0:
        raise DataError(_("“%(name)s” has no hold time, so it cannot be a hold step.") % {"name": _(exercise.name)})
    return Numbers(
        hold_ms=hold_ms,
        reps=_count(step.reps, dose.reps, shares),
        sets=_count(step.sets, dose.sets),
        rest_ms=_rest(step.rest_s, routine.rest_s, dose.rest_s),
        switch_ms=_short(step.switch_s, routine.switch_s),
        prep_ms=_short(step.prep_s, routine.prep_s),
        waits=waits(step.advance, routine),
    )


def reps_numbers(step: RepsStep, exercise: Exercise, routine: Routine, shares: int = 1) -> Numbers:
    """The numbers of a repeated movement; the hold inside its tempo stays in the safe range too."""
    dose = exercise.dose
    pace = _pace(step.tempo or dose.tempo, dose.hold_s)
    return Numbers(
        hold_ms=sum(pace),
        reps=_count(step.reps, dose.reps, shares),
        sets=_count(step.sets, dose.sets),
        rest_ms=_rest(step.rest_s, routine.rest_s, dose.rest_s),
        switch_ms=_short(step.switch_s, routine.switch_s),
        prep_ms=_short(step.prep_s, routine.prep_s),
        waits=waits(step.advance, routine),
        pace_ms=pace,
    )


def move_numbers(step: MoveStep, exercise: Exercise, routine: Routine) -> Numbers:
    """The numbers of a movement that goes on until told; its target is only a suggestion."""
    minutes = exercise.dose.minutes
    wanted = step.target_s
    if wanted is None and minutes is not None:
        wanted = minutes.default * 60
    if wanted is not None and minutes is not None:
        wanted = min(max(wanted, minutes.min * 60), minutes.max * 60)
    return Numbers(
        hold_ms=0,
        reps=1,
        sets=1,
        rest_ms=0,
        switch_ms=_short(None, routine.switch_s),
        prep_ms=_short(step.prep_s, routine.prep_s),
        waits=False,  # it waits by its nature
        target_ms=None if wanted is None else duration_ms(wanted),
    )


def _seconds(own: float | None, amount: Amount | None, low_s: float, high_s: float) -> int:
    if amount is None:
        return 0 if own is None else to_ms(own, low_s, high_s)
    return to_ms(amount.default if own is None else own, max(low_s, amount.min), min(high_s, amount.max))


def _count(own: int | None, amount: Amount | None, shares: int = 1) -> int:
    """A number of repetitions or sets. Rounds and later steps add up: each may have its share of the least."""
    if amount is None:
        return min(max(own or 1, 1), _MOST_COUNT)
    wanted = amount.default if own is None else own
    least = math.ceil(amount.min / shares)
    return min(max(round(min(max(wanted, least), amount.max)), 1), _MOST_COUNT)


def _rest(own: float | None, routine: float | None, amount: Amount | None) -> int:
    """A rest may be longer than the exercise's range (that harms nobody), never shorter."""
    wanted = own if own is not None else routine
    if amount is None:
        return to_ms(wanted or 0, 0, _MOST_SHORT_S)
    return to_ms(amount.default if wanted is None else wanted, amount.min, _MOST_SHORT_S)


def _short(own: float | None, routine: float) -> int:
    return to_ms(routine if own is None else own, 0, _MOST_SHORT_S)


def _pace(tempo: Tempo | None, hold: Amount | None) -> tuple[int, ...]:
    if tempo is None:
        held = _seconds(None, hold, 0, 60)
        return (pacing.TEMPO_OUT_MS, held, pacing.TEMPO_BACK_MS, pacing.TEMPO_PAUSE_MS)
    held = _seconds(tempo.hold_s, hold, 0, 60)
    return (to_ms(tempo.out_s, 0.5, 60), held, to_ms(tempo.back_s, 0.5, 60), to_ms(tempo.pause_s, 0, 60))
