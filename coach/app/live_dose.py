"""The dose of a session that runs: turned a notch, said in words, and offered to be remembered."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from coach.app.sittings import Sitting
from coach.content.library import Library
from coach.errors import DataError
from coach.i18n import _, ngettext
from coach.plan.compile import compile as compile_routine
from coach.plan.own_dose import Dial, dose_of, step_keys, turn
from coach.plan.timeline import Timeline
from coach.settings.model import OwnDose
from coach.ui.words import seconds_words

#: What the stage asks for, as a number to turn and which way.
DIALS: dict[str, tuple[Dial, bool]] = {
    "longer": ("hold", True),
    "shorter": ("hold", False),
    "more": ("reps", True),
    "fewer": ("reps", False),
}


def turned(sitting: Sitting, step: int, what: str, library: Library) -> Timeline | None:
    """Return the session's plan with one step's number a notch further; None where the safe range ends."""
    timeline = sitting.timeline
    key, (dial, up) = step_keys(timeline).get(step), DIALS[what]
    if key is None:
        return None
    doses = turn(sitting.found.routine, key, dial, up=up, library=library, preferences=timeline.preferences)
    if doses is None:
        return None
    preferences = msgspec.structs.replace(timeline.preferences, doses=doses)
    try:
        return compile_routine(sitting.found, library, preferences, worse_side=sitting.worse_side)
    except DataError:
        return None


def dose_words(timeline: Timeline, step: int) -> str:
    """Say how much of a step is done on one side: "Hold 25 seconds, 3 times"."""
    dose = dose_of(timeline, step)
    times = ngettext("{n} time", "{n} times", dose.reps).format(n=dose.reps)
    if dose.hold_s is None:
        return times
    return _("Hold {seconds}, {times}").format(seconds=seconds_words(dose.hold_s), times=times)


def limit_words(what: str) -> str:
    """Say that a number ends here."""
    return {
        "longer": _("No longer than this: the exercise's range ends here."),
        "shorter": _("No shorter than this: the exercise's range ends here."),
        "more": _("No more than this here."),
        "fewer": _("No fewer than this here."),
    }[what]


def changes(timeline: Timeline, kept: dict[str, OwnDose]) -> Iterator[str]:
    """Say what is different from what is remembered for this routine, a line for each step."""
    doses = timeline.preferences.doses
    for step, key in step_keys(timeline).items():
        if doses.get(key) != kept.get(key):
            title = next(part.title for part in timeline.parts if part.step == step)
            yield _("{exercise}: {dose}").format(exercise=_(title), dose=dose_words(timeline, step))
