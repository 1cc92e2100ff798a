"""Standing still and going on: pauses, gaps in time, "worse", and what happens afterwards."""

from __future__ import annotations

from coach.plan.timeline import SegmentKind
from coach.session.events import MISTAKE, GapKind, GotWorse, Outcome, Paused, Resumed, Status
from coach.session.moving import finish, go, say_due
from coach.session.pack import Pack
from coach.session.packs import end_exposure, interrupt
from coach.session.run import After, Run
from coach.session.state import Phase

_DONE_AGAIN = frozenset({SegmentKind.ENTER, SegmentKind.HOLD, SegmentKind.REPS})
_STOPPABLE = frozenset({Phase.RUNNING, Phase.PAUSED, Phase.RESUMING})


def pause(run: Run) -> None:
    """Let the position stand still; pack-on time runs on."""
    if run.phase is Phase.RUNNING:
        _stand_still(run, None, 0)
    elif run.phase is Phase.RESUMING:
        run.phase = Phase.PAUSED


def resume(run: Run) -> None:
    """Go on after a get-ready. Not while a pack has to come off: that comes first."""
    if run.phase is not Phase.PAUSED or (run.pack is not None and run.pack.due_at is not None):
        return
    if run.repeat:
        _rewind(run)
    open_ended = run.here.duration_ms is None and run.here.kind is not SegmentKind.MOVE
    if run.pack is not None or open_ended or (run.waiting and run.here.kind is not SegmentKind.MOVE):
        go_live(run)
    else:
        run.phase, run.resuming_ms = Phase.RESUMING, run.get_ready_ms


def go_live(run: Run) -> None:
    """The get-ready is over: the position moves again."""
    run.phase, run.gapped, run.resuming_ms = Phase.RUNNING, False, 0
    run.gap, run.lost_ms = "", 0
    _say_resumed(run)
    if run.opened:
        say_due(run)
    else:
        go(run, run.segment, late_ms=run.elapsed_ms)


def gap(run: Run, kind: GapKind, lost_awake_ms: int, lost_boot_ms: int) -> None:
    """Time went by unseen: nothing was done in it, and whatever ran stands still until the person says so."""
    if run.phase in {Phase.READY, Phase.OVER} or (kind is GapKind.CLOCK and run.pack is None):
        return
    run.session_ms += lost_awake_ms
    if run.pack is not None:
        _gap_under_pack(run, run.pack, kind, lost_awake_ms, lost_boot_ms)
    elif run.phase is Phase.RESUMING or run.moves:
        run.repeat = run.repeat or run.moves
        _stand_still(run, kind, lost_boot_ms)


def worse(run: Run, reason: str) -> None:
    """Stop at once: the part is interrupted and a pack comes off first. Said again, it says better what got worse."""
    if run.phase is Phase.STOPPED:
        _say_better(run, reason)
    if run.phase not in _STOPPABLE:
        return
    part = run.here.part
    run.emit(GotWorse(at_ms=run.session_ms, part=part, reason=reason))
    run.phase = Phase.STOPPED
    if run.pack is not None:
        run.pack.answer()
        interrupt(run, run.pack, reason)
        end_exposure(run, run.pack, run.after)
    else:
        run.close(part, Outcome.INTERRUPTED, reason)


def mistake(run: Run) -> None:
    """The key was pressed by mistake: the part counts as if it had not been, and goes on after a get-ready."""
    if run.phase is not Phase.STOPPED or run.pack is not None or run.here.exposure in run.spent:
        return
    part = run.here.part
    run.ended.pop(part, None)
    run.emit(GotWorse(at_ms=run.session_ms, part=part, reason=MISTAKE))
    run.phase = Phase.PAUSED
    resume(run)


def _say_better(run: Run, reason: str) -> None:
    """The stop stays what it is; only its reason is known better."""
    part = run.here.part
    said = run.ended.get(part)
    if said is None or said.outcome is not Outcome.INTERRUPTED or run.here.exposure is not None:
        return
    run.emit(GotWorse(at_ms=run.session_ms, part=part, reason=reason))
    del run.ended[part]
    run.close(part, Outcome.INTERRUPTED, reason)


def choose_end(run: Run) -> None:
    """After "worse": end here; a pack comes off first."""
    if run.phase is Phase.STOPPED:
        end(run)


def choose_continue(run: Run, *, skip_part: bool) -> None:
    """After "worse": leave the rest of that step out and go on; or do the same step on (an easier way)."""
    if run.phase is not Phase.STOPPED or run.pack is not None:
        return
    exposure = run.course.exposure_at(run.segment)
    if not skip_part and exposure is None:
        run.phase, run.repeat = Phase.PAUSED, True
        resume(run)
        return
    part = run.here.part
    run.dropped[run.course.parts[part].step] = "worse"
    run.phase, run.gap, run.lost_ms = Phase.RUNNING, "", 0
    _say_resumed(run)
    go(run, run.course.after_block(run.segment) if exposure is None else exposure.last + 1)


def end(run: Run) -> None:
    """End here and keep what was done; a pack comes off first."""
    if run.phase in {Phase.READY, Phase.OVER}:
        return
    if run.pack is not None:
        end_exposure(run, run.pack, After.END)
    else:
        finish(run, Status.ENDED)


def _stand_still(run: Run, kind: GapKind | None, lost_ms: int) -> None:
    """Pause; a gap inside a pause only marks it."""
    if run.phase is not Phase.RESUMING and run.phase is not Phase.PAUSED:
        run.paused_at = run.session_ms
    run.phase = Phase.PAUSED
    run.gapped = run.gapped or kind is not None
    run.gap, run.lost_ms = run.gap or (kind.value if kind else ""), run.lost_ms + lost_ms
    run.emit(Paused(at_ms=run.session_ms, gap=kind, lost_ms=lost_ms))


def _gap_under_pack(run: Run, pack: Pack, kind: GapKind, lost_awake_ms: int, lost_boot_ms: int) -> None:
    """Nobody knows how long the pack was really on: off with it, look at the skin, nothing goes on by itself."""
    pack.on_ms += lost_awake_ms
    pack.doubt(kind.value, lost_boot_ms)
    if run.phase is not Phase.STOPPED:
        _stand_still(run, kind, lost_boot_ms)
    interrupt(run, pack, kind.value)
    end_exposure(run, pack, run.after, urgency=2)


def _rewind(run: Run) -> None:
    """Go back to where the interrupted hold is entered; time of a hold already whole is kept."""
    run.repeat = False
    segment = run.here
    if segment.kind not in _DONE_AGAIN or run.elapsed_ms >= (segment.duration_ms or 0):
        return
    run.tally.clear(run.segment)
    if segment.kind is SegmentKind.HOLD and _entered_just_before(run):
        run.segment -= 1
        run.tally.clear(run.segment)
    run.elapsed_ms, run.cue, run.opened, run.waiting = 0, 0, False, False


def _entered_just_before(run: Run) -> bool:
    """Whether the segment before is the way into this one."""
    earlier = run.course.segments[run.segment - 1]
    return run.segment > 0 and earlier.kind is SegmentKind.ENTER and earlier.block == run.here.block


def _say_resumed(run: Run) -> None:
    if run.paused_at is not None:
        run.emit(Resumed(at_ms=run.session_ms, paused_ms=run.session_ms - run.paused_at))
        run.paused_at = None
