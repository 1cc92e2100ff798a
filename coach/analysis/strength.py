"""Adherence strength: how much of the meant dose was done lately, the older the less it counts. No streak.

The model is the habit strength of Loop Habit Tracker with a half-life of 13 days: each day that counts,

    score = score before x m + share x (1 - m),    m = 0.5 ** (1 / 13),    beginning with 0.

`share` is not about that day alone, or a plan of three days a week could never reach more than three sevenths: it is what
was done on the last seven days, as a part of what was meant for them, at most 1. A day of planned rest or of a flare leaves
the score as it was, and takes one day off what was meant for the seven days it lies in: resting on a day that would have been
one for exercises must not be missed afterwards either. docs/decisions/0072-adherence-strength.md.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coach.analysis.calendar_days import marked_days
from coach.analysis.series import day_of
from coach.content.vocabulary import MarkerKind
from coach.journal.records import Marker, SessionRecord, StepDone
from coach.session.events import Outcome

#: Under this key the answer is kept that `aims_of` reads.
AIM_KEY = "days-a-week"
HALF_LIFE_DAYS = 13
WINDOW_DAYS = 7
KEPT_PER_DAY: float = 0.5 ** (1 / HALF_LIFE_DAYS)
NEUTRAL = frozenset({MarkerKind.REST, MarkerKind.FLARE})


class Aim(NamedTuple):
    """How many days a week (1 to 7) a person means to do their exercises, from a local day (an ordinal) on."""

    since: int
    days: int


class StrengthDay(NamedTuple):
    """One local day (an ordinal): the score at its end, 0 to 1, and what it would be had all of it been done.

    `done` is the part of its dose done that day, None without a session; `share` what counts of the last seven days, None
    when the day does not count; `passed` is the marker it is passed over for, if that is why.
    """

    day: int
    score: float
    possible: float
    done: float | None
    share: float | None
    passed: MarkerKind | None = None


def done_shares(sessions: Iterable[SessionRecord]) -> dict[int, float]:
    """Return the part of the dose done on each local day with a session of exercises, 0 to 1.

    In a session: the time done of its exercises by the time they were planned for. Of several sessions of a day the parts
    add up, at most to 1: doing more never counts less. Packs, rests and ratings are no part of the dose, rehearsals
    and sessions that nothing was done of count nowhere.
    """
    parts: dict[int, list[float]] = {}
    for session in sessions:
        if not session.rehearsal and (part := done_part(session.steps)):
            parts.setdefault(day_of(session.started), []).append(part)
    return {day: min(sum(sorted(found)), 1.0) for day, found in parts.items()}


def done_part(steps: Iterable[StepDone]) -> float | None:
    """Return the part of a session's exercises that was done, 0 to 1; None when it has none."""
    exercises = [step for step in steps if step.exercise is not None]
    if not exercises:
        return None
    planned = sum(step.planned_ms for step in exercises)
    if planned <= 0:  # exercises that go on until told: each counts as one
        return sum(step.outcome is Outcome.DONE for step in exercises) / len(exercises)
    return sum(min(step.done_ms, step.planned_ms) for step in exercises) / planned


def strength(
    sessions: Iterable[SessionRecord], markers: Iterable[Marker], aims: Sequence[Aim], today: int
) -> tuple[StrengthDay, ...]:
    """Return every day from the first session of exercises to today, oldest first; none without such a session.

    Without an aim a day without a session is not missed, it does not count. The first aim holds for what was before it
    too. Today counts once something was done. The order of sessions and markers does not matter.
    """
    shares = {day: share for day, share in done_shares(sessions).items() if day <= today}
    if not shares:
        return ()
    first = min(shares)
    walk = _Walk(sorted(aims), _neutral(markers, first, today))
    return tuple(walk.go(day, shares.get(day), today) for day in range(first, today + 1))


class _Day(NamedTuple):
    """What a day brings into the seven days it lies in; `meant` in sevenths of a day's dose, so that sums are exact."""

    done: float | None
    meant: int
    neutral: bool


class _Walk:
    """Goes through the days and keeps the score."""

    def __init__(self, aims: Sequence[Aim], neutral: Mapping[int, MarkerKind]) -> None:
        self._aims, self._neutral = aims, neutral
        self._week: deque[_Day] = deque(maxlen=WINDOW_DAYS)
        self._score = self._possible = 0.0

    def go(self, day: int, done: float | None, today: int) -> StrengthDay:
        """Take the next day; `today` without a session is not over yet."""
        passed = self._neutral.get(day)
        self._week.append(_Day(done, self._meant(day, done), passed is not None and bool(self._aims)))
        waits = done is None and (day >= today or not self._aims)
        share = None if passed or waits else self._share()
        if share is not None:
            self._score = _next(self._score, share)
            self._possible = _next(self._possible, 1.0)
        return StrengthDay(day, self._score, self._possible, done, share, passed)

    def _share(self) -> float | None:
        """Return what of the seven days was done, None when nothing was meant. Once begun, a whole dose is meant."""
        meant = sum(one.meant for one in self._week) - WINDOW_DAYS * sum(one.neutral for one in self._week)
        done = [one.done for one in self._week if one.done is not None]
        meant = max(meant, WINDOW_DAYS) if done else meant
        return min(WINDOW_DAYS * sum(done) / meant, 1.0) if meant > 0 else None

    def _meant(self, day: int, done: float | None) -> int:
        """Return the sevenths of a dose that are meant for one day: an even part of the week's."""
        if not self._aims:
            return 0 if done is None else WINDOW_DAYS
        return next((aim.days for aim in reversed(self._aims) if aim.since <= day), self._aims[0].days)


def _next(score: float, share: float) -> float:
    return min(score * KEPT_PER_DAY + share * (1.0 - KEPT_PER_DAY), 1.0)


def _neutral(markers: Iterable[Marker], first: int, today: int) -> dict[int, MarkerKind]:
    """Return the days that are passed over, and why; a flare goes before a rest."""
    found: dict[int, MarkerKind] = {}
    for marker in markers:
        if marker.kind in NEUTRAL:
            for day in marked_days(marker, first, today):
                if found.get(day) is not MarkerKind.FLARE:
                    found[day] = marker.kind
    return found


def aims_of(answer: object) -> tuple[Aim, ...]:
    """Return the aims of a stored answer: a list of {"since": ISO day, "days": 1 to 7}; what is not one is passed over."""
    found = []
    for one in answer if isinstance(answer, list) else ():
        days, since = (one.get("days"), one.get("since")) if isinstance(one, dict) else (None, None)
        if isinstance(days, int) and 1 <= days <= WINDOW_DAYS and isinstance(since, str):
            try:
                found.append(Aim(date.fromisoformat(since).toordinal(), days))
            except ValueError:
                continue
    return tuple(sorted(found))


def with_aim(aims: Sequence[Aim], today: int, days: int | None) -> list[dict[str, object]]:
    """Return the answer to be stored once `days` a week are meant from today on; None forgets every aim.

    What was said on the same day before is replaced.
    """
    if days is None:
        return []
    kept = [aim for aim in aims if aim.since < today]
    return [{"since": date.fromordinal(aim.since).isoformat(), "days": aim.days} for aim in (*kept, Aim(today, days))]
