"""What a break may offer: what is asked of it, and what is known of the person. All handed in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from coach.clock import Stamp
from coach.content.routine import Routine
from coach.content.vocabulary import MarkerKind, Quality, Side
from coach.journal.records import Break, Entry, Marker, SessionRecord
from coach.plan.timeline import Preferences

_DAY_US = 86_400_000_000
#: An entry says how tight it is for so long.
TIGHT_US = 3 * _DAY_US
#: After one of these today nothing is stretched: they are of the nerve, not of the muscle.
_NERVE = frozenset({Quality.SHOOTING_PAIN, Quality.NUMBNESS, Quality.TINGLING, Quality.WEAKNESS})


class Wish(NamedTuple):
    """One break: how long, where the person is, whether nobody may notice (an open office), whether the day is gentle."""

    length_ms: int
    place: Literal["chair", "standing", "floor"] = "standing"
    discreet: bool = False
    gentle: bool = False


class Told(NamedTuple):
    """What is known at `now`: the person's own routine, the records of the last fortnight, the side that is worse.

    `preferences` leave out what is not for this person, by what they said. Records are oldest first.
    """

    now: Stamp
    routine: Routine | None = None
    entries: tuple[Entry, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    breaks: tuple[Break, ...] = ()
    worse_side: Side | None = None
    preferences: Preferences = Preferences()


class Worked(NamedTuple):
    """An exercise was done today, at least in part: on which side, and when."""

    exercise: str
    side: Side | None
    at: Stamp


def worked_today(told: Told) -> tuple[Worked, ...]:
    """Return what was done today, in sessions and in breaks, oldest first."""
    today = told.now.local_day
    found = [
        Worked(step.exercise, step.side, session.ended or session.started)
        for session in told.sessions
        if session.started.local_day == today and not session.rehearsal
        for step in session.steps
        if step.exercise is not None and (step.done_ms or step.done_reps)
    ]
    found += [
        Worked(one.exercise, one.side, rest.at)
        for rest in told.breaks
        if rest.at.local_day == today
        for one in rest.exercises
        if one.done_ms or one.done_reps
    ]
    return tuple(sorted(found, key=lambda worked: worked.at.utc_us))


def latest_tight(told: Told) -> Entry | None:
    """Return the highest of the latest ratings of each place in the last three days; None when nothing is tight."""
    latest = {}
    for entry in told.entries:
        recent = 0 <= told.now.utc_us - entry.at.utc_us <= TIGHT_US
        if recent and not entry.rehearsal and entry.quality is Quality.TIGHTNESS:
            latest[entry.area, entry.side] = entry
    worst = max(latest.values(), key=lambda entry: (entry.tightness, entry.at.utc_us), default=None)
    return worst if worst is not None and worst.tightness > 0 else None


def is_flare(markers: Iterable[Marker], day: str) -> bool:
    """Return whether the journal says that a local day (ISO) is one of a flare-up: what `Sight.flare` is told."""
    flares = (marker for marker in markers if marker.kind is MarkerKind.FLARE)
    return any(flare.at.local_day <= day <= (flare.last_day or flare.at.local_day) for flare in flares)


def nerve_today(told: Told) -> Entry | None:
    """Return the last entry of today that speaks of a nerve; None when there is none."""
    today = (entry for entry in reversed(told.entries) if entry.at.local_day == told.now.local_day)
    return next((entry for entry in today if entry.quality in _NERVE and entry.tightness > 0), None)
