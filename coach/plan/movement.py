"""A repeated movement, counted to its tempo, and a movement that goes on until told."""

from __future__ import annotations

from coach.i18n import _
from coach.plan import pacing, words
from coach.plan.draft import Draft, Line, Timed, fitting, spoken_ms
from coach.plan.rests import rest_after
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Work, get_ready


def lay_reps(draft: Draft, work: Work, closing: Line | None) -> None:
    """Lay down one segment per repetition; a rest only between sets."""
    numbers = work.numbers
    first, second, early = _lines(draft, work)
    draft.begin(work.part(numbers.hold_ms * numbers.reps * numbers.sets))
    get_ready(draft, work, early)
    text = " ".join(work.lines.way_in)
    for set_number in range(1, numbers.sets + 1):
        for rep in range(1, numbers.reps + 1):
            nth, place = work.nth(set_number, rep), work.place(set_number, rep)
            last = rep == numbers.reps and set_number == numbers.sets
            draft.add(
                SegmentKind.REPS,
                numbers.hold_ms,
                exercise=work.exercise.id,
                side=work.side,
                set=place[0],
                rep=place[1],
                text=text,
                pace_ms=numbers.pace_ms,
            )
            lines = first if nth == 1 else second if nth == 2 else []
            draft.speak(_counted(work, rep, lines, closing if last else None))
        if set_number < numbers.sets:
            rest_after(draft, work, set_number, numbers.reps)
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


def _lines(draft: Draft, work: Work) -> tuple[list[Line], list[Line], list[Line]]:
    """What to feel in the first repetition, how to breathe in the second; early where it does not fit."""
    if not draft.preferences.spoken_detail:
        return [], [], []
    early: list[Line] = []
    feel: list[Line] = [(CueKind.FEEL, text) for text in work.lines.feel]
    breathe: list[Line] = [(CueKind.BREATHE, text) for text in work.lines.breathe]
    longest = (CueKind.COUNT, _("Last one."))
    for spoken in (feel, breathe):
        if (
            spoken_ms([longest, *spoken]) > work.numbers.hold_ms
            or work.numbers.reps * work.numbers.sets * work.run.turns < 2
        ):
            early += spoken
            spoken.clear()
    return feel, breathe, early


def _counted(work: Work, rep: int, lines: list[Line], closing: Line | None) -> list[Timed]:
    """The count, then the lines; what closes the step is said at the end of its last repetition."""
    room = work.numbers.hold_ms
    if work.single:
        rep, reps = work.run.turn, work.run.turns
    else:
        reps = work.numbers.reps
    count = _("Last one.") if rep == reps > 1 else words.count(rep)
    cues = fitting([(CueKind.COUNT, count), *lines], room)
    if closing is not None:
        at = room - pacing.speech_ms(closing[1])
        busy = max((start + pacing.speech_ms(text) + pacing.GAP_MS for start, _kind, text in cues), default=0)
        if at >= busy:
            cues.append((at, *closing))
    return cues
