"""The rest between two repetitions or two sets of one step."""

from __future__ import annotations

from collections.abc import Iterator

from coach.i18n import _
from coach.plan import pacing
from coach.plan.body import Piece
from coach.plan.speech import fitting
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Rep, Work


def rest_after(work: Work, rep: Rep) -> Iterator[Piece]:
    """Rest after a repetition that is not the last of its step; nothing where the dose has no rest."""
    rest_ms = work.numbers.rest_ms
    if rest_ms == 0:
        return
    between_sets = rep.counted == rep.of
    text = _("Rest. Then set %(n)d.") % {"n": rep.said_set + 1} if between_sets else _("Rest.")
    cues = fitting([(CueKind.REST, text)], rest_ms)
    if rest_ms >= pacing.REST_FIVE_FROM_MS:
        cues.append((rest_ms - pacing.FIVE_MS, CueKind.FIVE_SECONDS, _("Five seconds.")))
    yield Piece(SegmentKind.REST, rest_ms, rep.set, rep.rep, "", cues)
