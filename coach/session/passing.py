"""Time passing: from one due moment to the next, so that a big step and many small ones say the same."""

from __future__ import annotations

from coach.session.events import CueDue, Waiting
from coach.session.moving import go
from coach.session.packs import remind, segment_over
from coach.session.pausing import go_live
from coach.session.run import Run
from coach.session.state import Phase
from coach.session.steering import changes_step


def pass_time(run: Run, elapsed_ms: int) -> None:
    """Let `elapsed_ms` pass; all that falls due happens in order, each at its own moment."""
    while run.phase not in {Phase.READY, Phase.OVER}:
        due_ms = until_due_ms(run)
        if due_ms is None or due_ms > elapsed_ms:
            _pass(run, elapsed_ms)
            return
        _pass(run, due_ms)
        elapsed_ms -= due_ms
        _happen(run)


def until_due_ms(run: Run) -> int | None:
    """Return how long until something happens by itself, None when nothing will."""
    dues = []
    if run.moves:
        cues, duration_ms = run.course.cues[run.segment], run.here.duration_ms
        if run.cue < len(cues):
            dues.append(cues[run.cue][0] - run.elapsed_ms)
        if duration_ms is not None:
            dues.append(duration_ms - run.elapsed_ms)
    if run.phase is Phase.RESUMING:
        dues.append(run.resuming_ms)
    if run.pack is not None:
        dues.append(run.pack.until_due_ms())
    return max(min(dues), 0) if dues else None


def _pass(run: Run, ms: int) -> None:
    """Move every counter that runs."""
    moves = run.moves
    run.session_ms += ms
    if run.phase is Phase.RESUMING:
        run.resuming_ms -= ms
    if run.pack is not None:
        run.pack.on_ms += ms
    if moves:
        run.tally.add(run.segment, run.elapsed_ms, run.elapsed_ms + ms)
        run.elapsed_ms += ms


def _happen(run: Run) -> None:
    """Do the one thing that is due: a cue, then the segment's end, the get-ready's end, what the pack asks."""
    if run.moves:
        cues, duration_ms = run.course.cues[run.segment], run.here.duration_ms
        if run.cue < len(cues) and cues[run.cue][0] <= run.elapsed_ms:
            run.emit(CueDue(at_ms=run.session_ms, cue=cues[run.cue][1]))
            run.cue += 1
            return
        if duration_ms is not None and run.elapsed_ms >= duration_ms:
            _end_segment(run)
            return
    if run.phase is Phase.RESUMING and run.resuming_ms <= 0:
        go_live(run)
    elif run.pack is not None:
        remind(run, run.pack)


def _end_segment(run: Run) -> None:
    if run.pack is not None:
        segment_over(run, run.pack)
    elif run.here.waits or (run.by_hand and changes_step(run)):
        run.waiting = True
        run.emit(Waiting(at_ms=run.session_ms, segment=run.segment))
    else:
        go(run, run.segment + 1)
