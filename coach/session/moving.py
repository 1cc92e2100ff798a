"""Going from segment to segment: what ends, what begins, what is said and asked on the way."""

from __future__ import annotations

import msgspec

from coach.content.vocabulary import When
from coach.plan import words
from coach.plan.timeline import Cue, CueKind, SegmentKind
from coach.safety.exposure import rest_min
from coach.session.course import Exposure
from coach.session.events import (
    ConfirmationsAsked,
    CueDue,
    Finished,
    Outcome,
    PackRefused,
    RatingAsked,
    SegmentStarted,
    Status,
    Waiting,
)
from coach.session.run import Run
from coach.session.state import Phase

_MINUTE_MS = 60_000
#: Less of a step than this has not begun.
_MOMENT_MS = 1_000


def go(run: Run, target: int, *, late_ms: int = 0, reason: str = "") -> None:
    """Stand at segment `target` (or the next one that is open to the person), `late_ms` into it.

    Parts left behind end; `reason` says why, where they are not done. Behind the last segment the session is over.
    """
    here = max(run.segment, 0)
    while True:
        _leave(run, here, target, reason)
        if target >= len(run.course.segments):
            finish(run, _status_at_the_end(run))
            return
        beyond = _past_closed(run, target)
        if beyond == target:
            break
        here, target, late_ms = target, beyond, 0
    run.segment, run.elapsed_ms, run.cue = target, late_ms, 0
    run.opened = run.waiting = run.confirmed = run.repeat = False
    if run.live:
        _open(run)


def finish(run: Run, status: Status, reason: str = "ended") -> None:
    """End the session: every part ends as far as it came; what was said before is not said again."""
    for part in range(len(run.course.parts)):
        run.close(part, reason=reason)
    run.phase, run.waiting, run.opened = Phase.OVER, False, False
    planned_ms, done_ms = run.course.timeline.total_ms, run.tally.total_ms()
    empty = status is Status.ENDED and done_ms < _MOMENT_MS and not run.begun
    run.emit(Finished(at_ms=run.session_ms, status=status, done_ms=done_ms, planned_ms=planned_ms, empty=empty))


def refuse(run: Run, exposure: Exposure, reason: str) -> None:
    """Leave a pack out, saying why, and go on behind it."""
    run.emit(
        PackRefused(at_ms=run.session_ms, mode=exposure.mode, area=exposure.area, side=exposure.side, reason=reason)
    )
    go(run, exposure.last + 1, reason=reason)


def say_due(run: Run) -> None:
    """Say the cues whose time has come."""
    cues = run.course.cues[run.segment]
    while run.cue < len(cues) and cues[run.cue][0] <= run.elapsed_ms:
        run.emit(CueDue(at_ms=run.session_ms, cue=_as_worn(run, cues[run.cue][1])))
        run.cue += 1


def _as_worn(run: Run, cue: Cue) -> Cue:
    """Let "take it off" name the pack that is on: a contrast set that ends early does not end with its last one."""
    if cue.kind is not CueKind.PACK_OFF or run.pack is None or run.pack.mode is run.here.mode:
        return cue
    return msgspec.structs.replace(cue, text=words.pack_off(run.pack.mode))


def skip_passed_cues(run: Run, *, keep_first: bool) -> None:
    """Leave out cues whose moment is gone; `keep_first` keeps those that say what begins."""
    cues = run.course.cues[run.segment]
    first = 0
    while keep_first and first < len(cues) and cues[first][0] == 0:
        run.emit(CueDue(at_ms=run.session_ms, cue=cues[first][1]))
        first += 1
    gone = sum(offset_ms < run.elapsed_ms for offset_ms, _cue in cues)
    run.cue = max(first, gone)


def _leave(run: Run, here: int, target: int, reason: str) -> None:
    """End the parts whose last segment lies between."""
    for index in range(here, min(target, len(run.course.segments))):
        part = run.course.segments[index].part
        if run.course.last_of_part[part] == index:
            run.close(part, reason=reason)


def _past_closed(run: Run, index: int) -> int:
    """Return the segment to go to instead: a pack is never begun in its middle nor worn twice, a dropped step not done."""
    exposure = run.course.exposure_at(index)
    if exposure is not None and run.pack is None and (exposure.number in run.spent or index != exposure.first):
        return exposure.last + 1
    if run.course.parts[run.course.segments[index].part].step in run.dropped and run.pack is None:
        return run.course.after_block(index)
    return index


def _open(run: Run) -> None:
    """Begin the segment the position is at."""
    exposure = run.course.exposure_at(run.segment)
    if exposure is not None and run.pack is None:
        reason = _reason_against(run, exposure)
        if reason:
            refuse(run, exposure, reason)
            return
    run.opened = True
    if run.pack is not None and run.pack.due_at is None:
        run.pack.mode = run.here.mode or run.pack.mode
    run.settled.discard(run.here.part)
    run.emit(SegmentStarted(at_ms=run.session_ms, segment=run.segment))
    if run.here.duration_ms is None:
        run.waiting = True
        run.emit(Waiting(at_ms=run.session_ms, segment=run.segment))
        _ask(run)
    if run.elapsed_ms:
        skip_passed_cues(run, keep_first=True)
    say_due(run)


def _ask(run: Run) -> None:
    """Ask what an open segment is there to ask."""
    segment, exposure = run.here, run.course.exposure_at(run.segment)
    if segment.kind is SegmentKind.ASK:
        when = segment.when or When.DURING
        run.emit(RatingAsked(at_ms=run.session_ms, when=when, area=segment.area, side=segment.side))
    elif exposure is not None and run.pack is None:
        run.emit(ConfirmationsAsked(at_ms=run.session_ms, mode=exposure.mode, area=exposure.area, side=exposure.side))


def _reason_against(run: Run, exposure: Exposure) -> str:
    """Return why this pack is not offered: as the history says, or because one like it came off too lately."""
    for part in exposure.parts:
        if part in run.refusals:
            return run.refusals[part]
    wanted = exposure.wanted
    for worn, off_at in run.taken_off:
        rest_ms = round(rest_min(wanted, worn.wanted, run.course.thermal) * _MINUTE_MS)
        if run.session_ms - off_at < rest_ms:
            return words.left_out_gap(wanted, worn.wanted, rest_ms)
    return ""


def _status_at_the_end(run: Run) -> Status:
    """Return done, unless everything was skipped on the way to the end."""
    skipped = all(result.outcome is Outcome.SKIPPED for result in run.ended.values())
    return Status.ENDED if run.ended and skipped else Status.DONE
