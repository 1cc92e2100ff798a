"""The rest between two repetitions or two sets of one step."""

from __future__ import annotations

from coach.i18n import _
from coach.plan import pacing
from coach.plan.draft import Draft, fitting
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Work


def rest_after(draft: Draft, work: Work, set_number: int, rep: int) -> None:
    """Rest after a repetition that is not the last of its step; nothing where the dose has no rest."""
    rest_ms = work.numbers.rest_ms
    if rest_ms == 0:
        return
    place = work.place(set_number, rep)
    draft.add(SegmentKind.REST, rest_ms, exercise=work.exercise.id, side=work.side, set=place[0], rep=place[1])
    between_sets = rep == work.numbers.reps
    text = _("Rest. Then set %(n)d.") % {"n": set_number + 1} if between_sets else _("Rest.")
    cues = fitting([(CueKind.REST, text)], rest_ms)
    if rest_ms >= pacing.REST_FIVE_FROM_MS:
        cues.append((rest_ms - pacing.FIVE_MS, CueKind.FIVE_SECONDS, _("Five seconds.")))
    draft.speak(cues)
