"""A routine becomes a timeline: the same input gives the same list, always."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from coach.content.library import Library, RoutineFile
from coach.content.routine import (
    AskStep,
    BreatheStep,
    ColdStep,
    HeatStep,
    HoldStep,
    MoveStep,
    OffStep,
    RepsStep,
    RestStep,
    Routine,
    SayStep,
)
from coach.content.vocabulary import Side
from coach.i18n import _
from coach.plan import words
from coach.plan.draft import Draft
from coach.plan.expand import Contrast, Run, expand
from coach.plan.exposures import Exposures, contrast_within
from coach.plan.learning import to_learn
from coach.plan.movement import lay_move, lay_reps
from coach.plan.own_dose import with_own
from coach.plan.packs import Pack, lay_contrast, lay_pack, mode_of, pack_of
from coach.plan.quiet import lay_ask, lay_breathe, lay_off, lay_rest, lay_say, say
from coach.plan.speech import Line
from coach.plan.stretch import lay_hold
from coach.plan.suited import without
from coach.plan.timeline import CueKind, Preferences, Timeline
from coach.plan.work import work_of


def compile(  # noqa: A001 - the word of the trade; ARCHITECTURE.md names it
    routine: Routine | RoutineFile,
    library: Library,
    preferences: Preferences = Preferences(),  # noqa: B008 - frozen
    *,
    worse_side: Side | None = None,
) -> Timeline:
    """Lay a routine out in time.

    `worse_side` resolves `worse-first` (left when it is not known). Doses are brought into each exercise's
    safe range and packs under the caps of thermal.toml whatever the file says; exercises that the preferences leave
    out are not in it. Raises `DataError` when an
    exercise is missing from the library, cannot be done the way a step asks, or the plan has no end in sight.
    """
    if isinstance(routine, RoutineFile):
        content_hash = routine.content_hash
        routine = routine.routine
    else:
        content_hash = hashlib.sha256(msgspec.json.encode(routine)).hexdigest()
    routine = without(with_own(routine, preferences.doses), preferences.left_out)
    routine = to_learn(routine, library, preferences.learning)
    draft = Draft(routine, library, preferences)
    runs = expand(routine, library, worse_side)
    draft.shares.update((run.exercise.id, run.side) for run in runs if isinstance(run, Run) and run.exercise)
    exposures = Exposures(library.thermal)
    last = _last_doing(runs)
    for index, run in enumerate(runs):
        closing = _closing(run, runs[index + 1]) if index < last else None
        if index == last:
            closing = (CueKind.DONE, _("All done."))
        if isinstance(run, Contrast):
            _lay_contrast(draft, run, exposures, closing)
        else:
            before = runs[index - 1] if index else None
            _lay(draft, run, before if isinstance(before, Run) else None, exposures, closing)
    return Timeline(
        routine=routine.id,
        name=routine.name,
        content_hash=content_hash,
        segments=tuple(draft.segments),
        cues=tuple(draft.cues),
        parts=tuple(draft.parts),
        preferences=preferences,
    )


def _lay(draft: Draft, run: Run, before: Run | None, exposures: Exposures, closing: Line | None) -> None:
    match run.step:
        case HoldStep() | RepsStep() | MoveStep():
            _lay_work(draft, run, before, closing)
        case HeatStep() | ColdStep() as step:
            _lay_pack(draft, run.number, pack_of(step, draft.library.thermal), exposures, closing)
        case OffStep() as step:
            exposures.off(lay_off(draft, run.number, step, closing))
        case RestStep() as step:
            lay_rest(draft, run.number, step, closing)
        case BreatheStep() as step:
            lay_breathe(draft, run.number, step, closing)
        case AskStep() as step:
            lay_ask(draft, run.number, step)
        case SayStep() as step:
            lay_say(draft, run.number, step, closing)


def _lay_work(draft: Draft, run: Run, before: Run | None, closing: Line | None) -> None:
    if run.exercise is None:
        raise TypeError(run.step)
    work = work_of(draft, run, run.exercise, before)
    if work.kind == "hold":
        lay_hold(draft, work, closing)
    elif work.kind == "reps":
        lay_reps(draft, work, closing)
    else:
        lay_move(draft, work)


def _lay_pack(draft: Draft, number: int, pack: Pack, exposures: Exposures, closing: Line | None) -> None:
    reason = exposures.reason_against(pack, contrast=False)
    if reason:
        say(draft, number, reason, None, closing)
        return
    exposures.wear(pack, contrast=False)
    lay_pack(draft, number, pack)


def _lay_contrast(draft: Draft, run: Contrast, exposures: Exposures, closing: Line | None) -> None:
    thermal = draft.library.thermal
    packs = contrast_within([pack_of(step, thermal) for step in run.packs], thermal.contrast)
    reason = exposures.reason_against(packs[0], contrast=True)
    if reason:
        say(draft, run.number, reason, None, closing)
        return
    exposures.wear(packs[0], contrast=True)
    lay_contrast(draft, run.number, packs)


def _last_doing(runs: Sequence[Run | Contrast]) -> int:
    """The index of the last run that is more than a question; -1 when there is none."""
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        if isinstance(run, Contrast) or not isinstance(run.step, AskStep):
            return index
    return -1


def _closing(run: Run | Contrast, following: Run | Contrast) -> Line | None:
    """What is said at the very end of a run about the one that follows."""
    if isinstance(following, Contrast):
        return (CueKind.NEXT, _("Next: heat and cold in turn."))
    if following.exercise is not None:
        same = isinstance(run, Run) and run.exercise is following.exercise
        return None if same else (CueKind.NEXT, words.next_up(following.exercise.name, following.side))
    if isinstance(following.step, HeatStep | ColdStep):
        return (CueKind.NEXT, words.next_pack(mode_of(following.step)))
    return (CueKind.NEXT, _("Next: slow breathing.")) if isinstance(following.step, BreatheStep) else None
