"""Writing a session down so that it survives a crash, and standing there again afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from coach.errors import DataError
from coach.i18n import _
from coach.plan.timeline import SegmentKind
from coach.session.events import Outcome
from coach.session.pack import RESTARTED, Pack, pack_state, restored_pack
from coach.session.run import Run
from coach.session.state import Checkpoint, Phase


def checkpoint(run: Run, timeline_hash: str) -> Checkpoint:
    """Return where the session stands and what was done."""
    timeline = run.course.timeline
    return Checkpoint(
        session=run.session,
        routine=timeline.routine,
        content_hash=timeline.content_hash,
        timeline_hash=timeline_hash,
        segment=run.segment,
        elapsed_ms=run.elapsed_ms,
        session_ms=run.session_ms,
        done_ms=run.tally.as_dict(),
        ended_parts={part: result.outcome.value for part, result in run.ended.items()},
        pack=None if run.pack is None else pack_state(run.course, run.pack, run.segment),
        preferences=timeline.preferences,
        by_hand=run.by_hand,
        whole=tuple(sorted(run.tally.whole)),
    )


def restore(run: Run, point: Checkpoint, timeline_hash: str, rested: Mapping[int, int]) -> None:
    """Stand where the checkpoint was written, paused; the hold it stopped in is done again on resume.

    `rested`: by exposure, the milliseconds since it came off.

    Raises `DataError` when it belongs to another timeline.
    """
    if point.timeline_hash != timeline_hash or point.segment >= len(run.course.segments):
        raise DataError(_("This session was made from another version of its routine, so it cannot go on."))
    run.tally.restore(point.done_ms)
    run.tally.whole, run.by_hand = set(point.whole), point.by_hand
    for part, outcome in point.ended_parts.items():
        if outcome == Outcome.DONE:
            run.tally.answered.update(run.course.essential(part))
        run.ended[part] = run.tally.result(part)._replace(outcome=Outcome(outcome))
    run.session_ms, run.paused_at = point.session_ms, point.session_ms
    run.phase, run.gapped, run.repeat, run.gap = Phase.PAUSED, True, True, RESTARTED
    run.segment, run.elapsed_ms = max(point.segment, 0), point.elapsed_ms
    _close_doors(run)
    worn = ((run.course.exposures.get(number), ms) for number, ms in rested.items())
    run.taken_off += [(exposure, run.session_ms - ms) for exposure, ms in worn if exposure is not None]
    if point.pack is not None:
        run.pack = restored_pack(run.course, point.pack)
        _stand_at_release(run, run.pack)


def _close_doors(run: Run) -> None:
    """Packs that were on are not worn again, steps that got worse are not done again."""
    for part, result in run.ended.items():
        worn = [one for one in run.course.exposures.values() if part in one.parts]
        if worn and result.outcome is not Outcome.SKIPPED:
            run.spent.update(one.number for one in worn)
        elif result.outcome is Outcome.INTERRUPTED:
            run.dropped[run.course.parts[part].step] = "worse"


def _stand_at_release(run: Run, pack: Pack) -> None:
    """A pack was on: the session stands at "take it off"."""
    said = run.ended.get(run.here.part)
    if said is not None:
        pack.verdict = said.outcome
    last = pack.exposure.last
    if run.course.segments[last].kind is SegmentKind.RELEASE:
        run.segment, run.elapsed_ms = last, 0
    run.opened = run.waiting = True
