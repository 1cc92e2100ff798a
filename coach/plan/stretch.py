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
from coach.plan.work import Rep, Work, get_ready


def lay_hold(draft: Draft, work: Work, closing: Line | None) -> None:
    """Lay down every repetition on one side; `closing` is said in the last release when there is time."""
    numbers = work.numbers
    key = (work.exercise.id, numbers, work.run.turn, work.run.turns, work.run.alone)
    body, early = draft.bodies.get(key) or draft.bodies.setdefault(key, _body(draft, work))
    draft.begin(work.part(numbers.hold_ms * numbers.reps * numbers.sets))
    get_ready(draft, work, early)
    draft.lay(body, work.exercise.id, work.side)
    if closing is not None:
        draft.say_instead(_last_release(body.closing.cues, body.closing.duration_ms, closing))
    if numbers.waits:
        draft.wait()


def _body(draft: Draft, work: Work) -> tuple[Body, list[Line]]:
    """The repetitions on one side, and the lines that must be said before them."""
    numbers = work.numbers
    once = numbers.reps * numbers.sets * work.run.turns == 1
    moments = moments_of(work.lines, numbers.hold_ms, once=once, detail=draft.preferences.spoken_detail)
    return body_of(_pieces(work, moments)), moments.early


def _pieces(work: Work, moments: Moments) -> Iterator[Piece]:
    for rep in work.reps():
        yield from _repetition(work, moments, rep)
        if not rep.last:
            yield from rest_after(work, rep)


def _repetition(work: Work, moments: Moments, rep: Rep) -> Iterator[Piece]:
    lines = work.lines
    held, out, room = moments.later, moments.release, moments.release_ms
    if rep.nth == 1:
        held, out, room = moments.first, moments.way_out, moments.way_out_ms
    elif rep.nth == 2:
        held = moments.second
    count: list[Timed] = [(0, CueKind.COUNT, _begin(rep))]
    yield Piece(SegmentKind.ENTER, moments.enter_ms, rep.set, rep.rep, lines.way_in_text, count)
    yield Piece(SegmentKind.HOLD, work.numbers.hold_ms, rep.set, rep.rep, lines.feel_text, held)
    yield Piece(SegmentKind.RELEASE, room, rep.set, rep.rep, lines.way_out_text, out)


def _begin(rep: Rep) -> str:
    """What starts a repetition: the first begins, the last is announced, the others are counted."""
    if rep.counted == 1:
        return _("Set %(n)d.") % {"n": rep.said_set} if rep.said_set > 1 else _("Begin.")
    return _("Last one.") if rep.counted == rep.of else words.count(rep.counted)


def _last_release(told: list[Timed], room: int, closing: Line) -> list[Timed]:
    """The way out in words where there is time for `closing` after it, else in short, else without `closing`."""
    full: list[Line] = [(kind, text) for _at, kind, text in told]
    for lines in ([*full, closing], [plain_release(), closing]):
        if spoken_ms(lines) <= room:
            return fitting(lines, room)
    return told
