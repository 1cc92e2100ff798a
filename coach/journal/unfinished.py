"""What to do with a session that was cut off: end it and keep what was done, or discard it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from coach.clock import Stamp
from coach.journal.bodies import FinishBody, PackBody, StepBody, TombstoneBody, plain
from coach.journal.identity import new_id
from coach.journal.records import Unfinished
from coach.journal.repository import Draft
from coach.session.events import Outcome, Status
from coach.session.state import PackState


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """What a checkpoint says to someone who only wants to know what was done; other fields are let through."""

    done_ms: dict[int, int] = {}
    ended_parts: dict[int, str] = {}
    pack: PackState | None = None
    work: tuple[tuple[int, int], ...] = ()


def trace_of(checkpoint: bytes) -> Trace:
    """Read a checkpoint of this or another version; what does not read counts as nothing done since the last step."""
    try:
        return msgspec.json.decode(checkpoint, type=Trace)
    except msgspec.MsgspecError:
        return Trace()


def timed_ms(trace: Trace, work: Sequence[tuple[int, int]]) -> int:
    """Return the time done in every segment that has a duration, as `Finished.done_ms` counts it."""
    work = trace.work or work
    return sum(ms for index, ms in trace.done_ms.items() if index < len(work) and work[index][1])


def end_unfinished(unfinished: Unfinished) -> list[Draft]:
    """Return the drafts of *End and keep what I did*, as of the moment the last checkpoint was written.

    Parts that were under way read partly, parts never begun skipped. A pack that was on is written as
    worn at least so long, not certain.
    """
    point = trace_of(unfinished.checkpoint)
    drafts = [_draft(unfinished, "step", plain(step)) for step in _open_steps(unfinished, point)]
    drafts = [*_pack_off(unfinished, point.pack), *drafts]
    end = FinishBody(status=Status.ENDED, done_ms=timed_ms(point, unfinished.work), planned_ms=unfinished.planned_ms)
    return [*drafts, _draft(unfinished, "finish", plain(end))]


def discard_unfinished(unfinished: Unfinished, now: Stamp) -> list[Draft]:
    """Return the drafts of *Discard*: the session is deleted; a pack that was on stays in the heat history."""
    point = trace_of(unfinished.checkpoint)
    gone = Draft(
        id=new_id(now.utc_us),
        kind="tombstone",
        at=now,
        body=plain(TombstoneBody(reason="discarded")),
        target=unfinished.session,
    )
    return [*_pack_off(unfinished, point.pack), gone]


def _draft(unfinished: Unfinished, kind: str, body: dict[str, object]) -> Draft:
    at = unfinished.written
    return Draft(id=new_id(at.utc_us), kind=kind, at=at, body=body, target=unfinished.session)


def _open_steps(unfinished: Unfinished, point: Trace) -> list[StepBody]:
    steps = []
    work = point.work or unfinished.work
    for number, part in enumerate(unfinished.parts):
        if number in point.ended_parts:
            continue
        segments = [index for index, (owner, _length) in enumerate(work) if owner == number]
        done_ms = sum(point.done_ms.get(index, 0) for index in segments)
        whole = sum(0 < work[index][1] <= point.done_ms.get(index, 0) for index in segments)
        steps.append(
            StepBody(
                part=number,
                outcome=Outcome.PARTLY if done_ms else Outcome.SKIPPED,
                done_ms=done_ms,
                planned_ms=part.planned_ms,
                done_reps=min(whole, part.planned_reps),
                planned_reps=part.planned_reps,
                reason="cut off" if done_ms else "",
            )
        )
    return steps


def _pack_off(unfinished: Unfinished, pack: PackState | None) -> list[Draft]:
    if pack is None:
        return []
    body = PackBody(
        state="off",
        exposure=pack.exposure,
        mode=pack.mode,
        area=pack.area,
        side=pack.side,
        worn_ms=pack.on_ms,
        certain=False,
        contrast=pack.exposure in unfinished.contrast,
        outcome=Outcome.INTERRUPTED,
    )
    return [_draft(unfinished, "pack", plain(body))]
