"""A held exercise: into position, hold, out again, rest; with what is said on the way."""

from __future__ import annotations

from typing import NamedTuple

from coach.i18n import _
from coach.plan import pacing, words
from coach.plan.draft import Draft, Line, Timed, fitting, spoken_ms
from coach.plan.rests import rest_after
from coach.plan.timeline import CueKind, SegmentKind
from coach.plan.work import Work, get_ready


class Moments(NamedTuple):
    """Which lines are said when: in the first hold, in the second, at the first release; the rest early."""

    first: tuple[Timed, ...]
    second: tuple[Timed, ...]
    later: tuple[Timed, ...]
    release: str
    early: list[Line]


def lay_hold(draft: Draft, work: Work, closing: Line | None) -> None:
    """Lay down every repetition on one side; `closing` is said in the last release when there is time."""
    numbers = work.numbers
    moments = moments_of(draft, work)
    draft.begin(work.part(numbers.hold_ms * numbers.reps * numbers.sets))
    get_ready(draft, work, moments.early)
    for set_number in range(1, numbers.sets + 1):
        for rep in range(1, numbers.reps + 1):
            last = set_number == numbers.sets and rep == numbers.reps
            _repetition(draft, work, moments, (set_number, rep), closing if last else None)
            if not last:
                rest_after(draft, work, set_number, rep)
    if numbers.waits:
        draft.wait()


def enter_ms(hold_ms: int) -> int:
    """How long moving into a hold may take."""
    return pacing.ENTER_MS if hold_ms > pacing.SHORT_HOLD_MS else pacing.SHORT_ENTER_MS


def release_ms(hold_ms: int) -> int:
    """How long moving out of a hold may take, at least: the first one lasts as long as its words."""
    return pacing.RELEASE_MS if hold_ms > pacing.SHORT_HOLD_MS else pacing.SHORT_RELEASE_MS


def moments_of(draft: Draft, work: Work) -> Moments:
    """Give each line the moment it belongs to, or the get-ready where it does not fit."""
    hold_ms, lines = work.numbers.hold_ms, work.lines
    plain = tuple(_hold_cues(hold_ms, ()))
    if not draft.preferences.spoken_detail:
        return Moments(plain, plain, plain, "", [])
    early: list[Line] = []
    feel: list[Line] = [(CueKind.FEEL, text) for text in lines.feel]
    breathe: list[Line] = [(CueKind.BREATHE, text) for text in lines.breathe]
    first, second = (
        (feel + breathe, []) if work.numbers.reps * work.numbers.sets * work.run.turns == 1 else (feel, breathe)
    )
    for spoken in (first, second):
        if spoken_ms(spoken) > _open_ms(hold_ms):
            early += spoken
            spoken.clear()
    release = " ".join(lines.way_out)
    if pacing.speech_ms(release) > pacing.LONGEST_RELEASE_MS:
        early.append((CueKind.STEP, release))
        release = ""
    return Moments(tuple(_hold_cues(hold_ms, first)), tuple(_hold_cues(hold_ms, second)), plain, release, early)


def _repetition(draft: Draft, work: Work, moments: Moments, place: tuple[int, int], closing: Line | None) -> None:
    hold_ms, lines, nth = work.numbers.hold_ms, work.lines, work.nth(*place)
    set_number, rep = work.place(*place)
    about = {"exercise": work.exercise.id, "side": work.side, "set": set_number, "rep": rep}
    draft.add(SegmentKind.ENTER, enter_ms(hold_ms), text=" ".join(lines.way_in), **about)
    draft.speak([(0, CueKind.COUNT, _begin(work, *place))])
    draft.add(SegmentKind.HOLD, hold_ms, text=" ".join(lines.feel), **about)
    draft.speak(moments.first if nth == 1 else moments.second if nth == 2 else moments.later)
    way_out = moments.release if nth == 1 else ""
    room = max(release_ms(hold_ms), pacing.speech_ms(way_out))
    draft.add(SegmentKind.RELEASE, room, text=" ".join(lines.way_out), **about)
    draft.speak(_release(room, way_out, closing))


def _begin(work: Work, set_number: int, rep: int) -> str:
    """What starts a repetition: the first begins, the last is announced, the others are counted."""
    if work.single:
        rep, reps = work.run.turn, work.run.turns
    else:
        reps = work.numbers.reps
    if rep == 1:
        return _("Set %(n)d.") % {"n": set_number} if set_number > 1 else _("Begin.")
    return _("Last one.") if rep == reps else words.count(rep)


def _hold_cues(hold_ms: int, lines: tuple[Line, ...] | list[Line]) -> list[Timed]:
    counts: list[Timed] = []
    if hold_ms >= pacing.HALFWAY_FROM_MS:
        counts.append((hold_ms // 2, CueKind.HALFWAY, _("Halfway.")))
    if hold_ms >= pacing.FIVE_FROM_MS:
        counts.append((hold_ms - pacing.FIVE_MS, CueKind.FIVE_SECONDS, _("Five seconds.")))
    told: list[Line] = [(CueKind.STEP, _("Hold.")), *lines]
    room = _open_ms(hold_ms)
    return fitting(told if spoken_ms(told) <= room else lines, room) + counts


def _open_ms(hold_ms: int) -> int:
    """The time before the first count of a hold."""
    if hold_ms >= pacing.HALFWAY_FROM_MS:
        return hold_ms // 2 - pacing.GAP_MS
    return hold_ms - pacing.FIVE_MS - pacing.GAP_MS if hold_ms >= pacing.FIVE_FROM_MS else hold_ms


def _release(room: int, way_out: str, closing: Line | None) -> list[Timed]:
    """The way out in words, or short where something must be said after it."""
    plain: Line = (CueKind.RELEASE, _("Ease off."))
    told: list[Line] = [(CueKind.RELEASE, way_out)] if way_out else [plain]
    if closing is None:
        return fitting(told, room)
    for lines in ([*told, closing], [plain, closing]):
        if spoken_ms(lines) <= room:
            return fitting(lines, room)
    return fitting(told, room)
