"""Plans for the command line, as this person does them; the journal is read and nothing is changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from coach.app.journals import preferences_of, reading, settings_here
from coach.app.personal import circumstances_of
from coach.app.plans import Plans
from coach.app.sittings import Circumstances, plan_of, refused_packs
from coach.clock import SystemClock
from coach.content.library import Library, RoutineFile
from coach.content.load_library import load_routine
from coach.content.vocabulary import Side
from coach.errors import CoachError
from coach.i18n import _
from coach.plan.suited import exercises_of
from coach.plan.timeline import Timeline


def plan(routine: str, folder: Path, shelf: Library, worse_side: Side | None) -> Timeline:
    """Return the plan of a routine, by id or file name; what is left out of it, and why, goes to stderr."""
    found = load_routine(routine, shelf)
    given = _given(folder, shelf)
    if worse_side is not None:
        given = replace(given, worse_side=worse_side)
    timeline = plan_of(found, given)
    for sentence in _left_out(found, timeline, given):
        print(sentence, file=sys.stderr)
    return timeline


def plans(folder: Path, shelf: Library) -> Plans:
    """Return the plans of all routines."""
    given = _given(folder, shelf)
    return Plans(shelf, given.preferences, given.worse_side, given.doses)


def _given(folder: Path, shelf: Library) -> Circumstances:
    """Read the journal; one that cannot be read is named, and the plan is that of nobody in particular."""
    clock = SystemClock()
    settings = settings_here(folder, clock)
    try:
        with reading(folder) as journal:
            return circumstances_of(journal, settings, shelf, clock)
    except CoachError as trouble:
        print(trouble, file=sys.stderr)
        usual = preferences_of(settings)
        return Circumstances(library=shelf, clock=clock, exposures=(), preferences=usual, doses=settings.doses)


def _left_out(found: RoutineFile, timeline: Timeline, given: Circumstances) -> Iterator[str]:
    for key in sorted(exercises_of(found.routine) & {*given.preferences.left_out}):
        name = _(given.library.exercises[key].name)
        yield _("Left out, because of what you said about yourself: {exercise}.").format(exercise=name)
    yield from dict.fromkeys(refused_packs(timeline, given).values())
