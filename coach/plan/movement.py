"""A repeated movement, counted to its tempo, and a movement that goes on until told."""

from __future__ import annotations

from collections.abc import Iterator

from coach.i18n import _
from coach.plan import words
from coach.plan.body import Piece, body_of
from coach.plan.draft import Draft
from coach.plan.rests import rest_after
from coach.plan.speech import Line, Timed, closed, fitting, spoken_ms
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Rep, Work, get_ready


def lay_reps(draft: Draft, work: Work, closing: Line | None) -> None:
    """Lay down one segment per repetition; a rest only between sets."""
    numbers = work.numbers
    first, second, early = _lines(draft, work)
    body = body_of(_pieces(work, first, second))
    draft.begin(work.part(numbers.hold_ms * numbers.reps * numbers.sets))
    get_ready(draft, work, early)
    draft.lay(body, work.exercise.id, work.side)
    if closing is not None:
        draft.say_instead(closed(body.closing.cues, closing, numbers.hold_ms, 0))
    if numbers.waits:
        draft.wait()


def lay_move(draft: Draft, work: Work) -> None:
    """Lay down an open movement: it counts up until the person goes on."""
    draft.begin(work.part(0))
    get_ready(draft, work, [])
    draft.add(
        SegmentKind.MOVE,
        None,
        exercise=work.exercise.id,
        side=work.side,
        text=" ".join((*work.lines.way_in, *work.lines.feel)),
        target_ms=work.numbers.target_ms,
    )
    start = _("Start now. It counts up until you go on.")
    told = work.lines.feel if draft.preferences.spoken_detail else ()
    draft.speak([(0, CueKind.STEP, " ".join((start, *told)))])


def _pieces(work: Work, first: list[Line], second: list[Line]) -> Iterator[Piece]:
    numbers = work.numbers
    for rep in work.reps():
        cues = _counted(work, rep, first if rep.nth == 1 else second if rep.nth == 2 else [])
        yield Piece(SegmentKind.REPS, numbers.hold_ms, rep.set, rep.rep, work.lines.way_in_text, cues, numbers.pace_ms)
        if rep.counted == rep.of and not rep.last:
            yield from rest_after(work, rep)


def _lines(draft: Draft, work: Work) -> tuple[list[Line], list[Line], list[Line]]:
    """What to feel in the first repetition, how to breathe in the second; early where it does not fit."""
    if not draft.preferences.spoken_detail:
        return [], [], []
    early: list[Line] = []
    feel: list[Line] = [(CueKind.FEEL, text) for text in work.lines.feel]
    breathe: list[Line] = [(CueKind.BREATHE, text) for text in work.lines.breathe]
    longest = (CueKind.COUNT, _("Last one."))
    once = work.numbers.reps * work.numbers.sets * work.run.turns == 1
    for spoken in (feel, breathe):
        if spoken_ms([longest, *spoken]) > work.numbers.hold_ms or (once and spoken is breathe):
            early += spoken
            spoken.clear()
    return feel, breathe, early


def _counted(work: Work, rep: Rep, lines: list[Line]) -> list[Timed]:
    """The number of the repetition, then the lines."""
    count = _("Last one.") if rep.counted == rep.of > 1 else words.count(rep.counted)
    return fitting([(CueKind.COUNT, count), *lines], work.numbers.hold_ms)
