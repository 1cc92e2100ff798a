"""What the person steers by hand: on, back, a few seconds either way."""

from __future__ import annotations

from coach.plan.timeline import SegmentKind
from coach.session.events import SegmentStarted
from coach.session.moving import go, skip_passed_cues
from coach.session.packs import before, end_exposure
from coach.session.run import After, Run
from coach.session.state import Phase

#: Less than this into a block, "back" means the block before it (as players of music do).
_BACK_WITHIN_MS = 3_000
_STEERABLE = frozenset({Phase.RUNNING, Phase.PAUSED, Phase.RESUMING})


def skip(run: Run) -> None:
    """Go to the next block; a pack comes off first."""
    if run.phase not in _STEERABLE:
        return
    if run.pack is not None:
        end_exposure(run, run.pack, After.NEXT if run.after is After.BACK else run.after)
        return
    exposure = run.course.exposure_at(run.segment)
    go(run, run.course.after_block(run.segment) if exposure is None else exposure.last + 1)


def back(run: Run) -> None:
    """Go to the start of this block, or to the block before when this one has hardly begun; a pack comes off first."""
    if run.phase not in _STEERABLE:
        return
    if run.pack is not None:
        end_exposure(run, run.pack, After.BACK if run.after is After.NEXT else run.after)
        return
    first = run.course.first_of_block(run.segment)
    into_ms = run.here.start_ms - run.course.segments[first].start_ms + run.elapsed_ms
    go(run, before(run, first) if into_ms < _BACK_WITHIN_MS else first)


def go_on(run: Run) -> None:
    """The person is ready: leave a move, a rating or a manual wait."""
    if run.phase is not Phase.RUNNING or not run.waiting or run.here.exposure is not None:
        return
    if run.here.duration_ms is None:
        run.tally.answered.add(run.segment)
    go(run, run.segment + 1)


def wait_for_me(run: Run, *, on: bool) -> None:
    """Let every change of step wait for the person from now on, or go on by itself; where it waits for that, it goes on."""
    if run.phase is Phase.OVER:
        return
    waited = run.by_hand and run.waiting and not run.here.waits and changes_step(run)
    run.by_hand = on
    if waited and not on:
        go_on(run)


def changes_step(run: Run) -> bool:
    """Whether the position is in the last segment before another step that would begin by itself."""
    segments, following = run.course.segments, run.segment + 1
    if run.here.duration_ms is None or run.here.exposure is not None or following >= len(segments):
        return False
    return segments[following].block != run.here.block and segments[following].kind is not SegmentKind.ASK


def nudge(run: Run, delta_ms: int) -> None:
    """Move the position inside its block, up to the nearest open segment; never in heat or cold."""
    if run.phase not in _STEERABLE or not _timed(run, run.segment):
        return
    block = run.here.block
    low = high = run.segment
    while low > 0 and _timed(run, low - 1) and run.course.segments[low - 1].block == block:
        low -= 1
    while high + 1 < len(run.course.segments) and _timed(run, high + 1):
        if run.course.segments[high + 1].block != block:
            break
        high += 1
    segments = run.course.segments
    wanted = run.here.start_ms + run.elapsed_ms + delta_ms
    at_ms = min(max(wanted, segments[low].start_ms), segments[high].end_ms)
    _place(run, next(index for index in range(low, high + 1) if index == high or at_ms < segments[index].end_ms), at_ms)


def _place(run: Run, index: int, at_ms: int) -> None:
    """Stand at a moment of the timeline; cues before it are not said."""
    moved_on = index != run.segment
    run.segment, run.elapsed_ms = index, at_ms - run.course.segments[index].start_ms
    run.waiting = run.repeat = False
    if moved_on:
        run.opened = run.phase is Phase.RUNNING
        if run.opened:
            run.emit(SegmentStarted(at_ms=run.session_ms, segment=index))
    skip_passed_cues(run, keep_first=False)


def _timed(run: Run, index: int) -> bool:
    segment = run.course.segments[index]
    return segment.duration_ms is not None and segment.exposure is None and segment.kind is not SegmentKind.CHECK
