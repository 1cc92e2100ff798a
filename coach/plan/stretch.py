"""A held exercise: into position, hold, out again, rest; with what is said on the way."""

from __future__ import annotations

from collections.abc import Iterator

from coach.i18n import _
from coach.plan import words
from coach.plan.body import Body, Piece, body_of
from coach.plan.draft import Draft
from coach.plan.moments import Moments, moments_of, plain_release
from coach.plan.rests import rest_after
from coach.plan.speech import Line, Timed, fitting, spoken_ms
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Work, get_ready


def lay_hold(draft: Draft, work: Work, closing: Line | None) -> None:
    """Lay down every repetition on one side; `closing` is said in the last release when there is time."""
    numbers = work.numbers
    key = (work.exercise.id, numbers, work.run.turn, work.run.turns, work.run.alone)
    body, early = draft.bodies.get(key) or draft.bodies.setdefault(key, _body(draft, work))
    draft.begin(work.part(numbers.hold_ms * numbers.reps * numbers.sets))
    get_ready(draft, work, early)
    draft.lay(body, work.exercise.id, work.side)
    if closing is not None:
        last = body.pieces[-1][1]
        draft.say_instead(_last_release(last.cues, last.duration_ms, closing))
    if numbers.waits:
        draft.wait()


def _body(draft: Draft, work: Work) -> tuple[Body, list[Line]]:
    """The repetitions on one side, and the lines that must be said before them."""
    numbers = work.numbers
    once = numbers.reps * numbers.sets * work.run.turns == 1
    moments = moments_of(work.lines, numbers.hold_ms, once=once, detail=draft.preferences.spoken_detail)
    return body_of(_pieces(work, moments)), moments.early


def _pieces(work: Work, moments: Moments) -> Iterator[Piece]:
    sets, reps = work.numbers.sets, work.numbers.reps
    for set_number in range(1, sets + 1):
        for rep in range(1, reps + 1):
            yield from _repetition(work, moments, set_number, rep)
            if (set_number, rep) != (sets, reps):
                yield from rest_after(work, set_number, rep)


def _repetition(work: Work, moments: Moments, set_number: int, rep: int) -> Iterator[Piece]:
    lines, nth, place = work.lines, work.nth(set_number, rep), work.place(set_number, rep)
    count: list[Timed] = [(0, CueKind.COUNT, _begin(work, set_number, rep))]
    yield Piece(SegmentKind.ENTER, moments.enter_ms, *place, lines.way_in_text, count)
    held = moments.first if nth == 1 else moments.second if nth == 2 else moments.later
    yield Piece(SegmentKind.HOLD, work.numbers.hold_ms, *place, lines.feel_text, held)
    out, room = (moments.way_out, moments.way_out_ms) if nth == 1 else (moments.release, moments.release_ms)
    yield Piece(SegmentKind.RELEASE, room, *place, lines.way_out_text, out)


def _begin(work: Work, set_number: int, rep: int) -> str:
    """What starts a repetition: the first begins, the last is announced, the others are counted."""
    rep, reps = work.counted(rep)
    if rep == 1:
        return _("Set %(n)d.") % {"n": set_number} if set_number > 1 else _("Begin.")
    return _("Last one.") if rep == reps else words.count(rep)


def _last_release(told: list[Timed], room: int, closing: Line) -> list[Timed]:
    """The way out in words where there is time for `closing` after it, else in short, else without `closing`."""
    full: list[Line] = [(kind, text) for _at, kind, text in told]
    for lines in ([*full, closing], [plain_release(), closing]):
        if spoken_ms(lines) <= room:
            return fitting(lines, room)
    return told
