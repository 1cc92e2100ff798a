"""A session as a state machine: told what the person does and how much time went by, it says what happened.

It reads no clock, calls nobody back and knows no window. Every input gives the list of events it caused, in
order, each with the session time at which it was due. An input that makes no sense right now gives no events.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.thermal import Thermal
from coach.plan.identity import timeline_hash
from coach.plan.timeline import Timeline
from coach.session import packs, pausing, replanning, restoring, steering
from coach.session.course import Course
from coach.session.events import Event, GapKind
from coach.session.moving import go
from coach.session.pack import pack_state
from coach.session.passing import pass_time, until_due_ms
from coach.session.run import Run, need_of, phase_of
from coach.session.state import Checkpoint, Phase, Snapshot
from coach.session.tally import Tally

_NO_REFUSALS: Mapping[int, str] = {}
_NONE_RESTED: Mapping[int, int] = {}


class Engine:
    """One session of one timeline. `refusals`: by part, the sentence why its pack is not offered."""

    def __init__(
        self,
        timeline: Timeline,
        thermal: Thermal,
        session: str,
        *,
        refusals: Mapping[int, str] = _NO_REFUSALS,
        resume_get_ready_ms: int = 3000,
    ) -> None:
        course = Course(timeline, thermal)
        self._run = Run(course, session, dict(refusals), resume_get_ready_ms, Tally(course))
        self._hash = ""

    @classmethod
    def from_checkpoint(
        cls,
        timeline: Timeline,
        thermal: Thermal,
        checkpoint: Checkpoint,
        *,
        refusals: Mapping[int, str] = _NO_REFUSALS,
        rested: Mapping[int, int] = _NONE_RESTED,
    ) -> Engine:
        """Return an engine that stands where the checkpoint was written: paused, and a pack comes off first.

        `rested`: by exposure of this session, the milliseconds since it came off.
        Raises `DataError` when the checkpoint belongs to another timeline.
        """
        engine = cls(timeline, thermal, checkpoint.session, refusals=refusals)
        restoring.restore(engine._run, checkpoint, engine._timeline_hash(), rested)
        return engine

    @property
    def ticking(self) -> bool:
        """Whether passing time changes anything besides the length of the session: then the clocks are watched."""
        return self._run.moves or self._run.pack is not None or self._run.phase is Phase.RESUMING

    @property
    def timeline(self) -> Timeline:
        """The plan that is walked now."""
        return self._run.course.timeline

    @property
    def session_ms(self) -> int:
        """Session time so far: awake milliseconds since the start, pauses included."""
        return self._run.session_ms

    def snapshot(self) -> Snapshot:
        """Return all the stage needs to draw this moment."""
        run = self._run
        here = run.here if run.segment >= 0 else None
        duration_ms = here.duration_ms if here else None
        inside_ms = 0 if here is None or duration_ms is None else min(run.elapsed_ms, duration_ms)
        return Snapshot(
            phase=phase_of(run),
            need=need_of(run),
            segment=run.segment,
            elapsed_ms=run.elapsed_ms if duration_ms is None else inside_ms,
            remaining_ms=None if duration_ms is None else duration_ms - inside_ms,
            position_ms=here.start_ms + inside_ms if here else 0,
            session_ms=run.session_ms,
            resuming_ms=run.resuming_ms if run.phase is Phase.RESUMING else 0,
            pack=None if run.pack is None else pack_state(run.course, run.pack, run.segment),
            by_hand=run.by_hand,
            gap=run.gap if run.gapped else "",
            lost_ms=run.lost_ms if run.gapped else 0,
        )

    def checkpoint(self) -> Checkpoint:
        """Return enough to stand here again after a crash."""
        return restoring.checkpoint(self._run, self._timeline_hash())

    def next_due_ms(self) -> int | None:
        """Return the session time of the next thing that happens by itself, None when nothing will."""
        until = None if self._run.phase in {Phase.READY, Phase.OVER} else until_due_ms(self._run)
        return None if until is None else self._run.session_ms + until

    def start(self) -> list[Event]:
        """Begin with the first segment."""
        if self._run.phase is Phase.READY:
            self._run.phase = Phase.RUNNING
            go(self._run, 0)
        return self._said()

    def advance(self, elapsed_ms: int) -> list[Event]:
        """Let `elapsed_ms` milliseconds pass (0 or more), seen by somebody who watches the clocks."""
        if elapsed_ms > 0:
            pass_time(self._run, elapsed_ms)
        return self._said()

    def pause(self) -> list[Event]:
        """Stand still; a pack's time runs on."""
        pausing.pause(self._run)
        return self._said()

    def resume(self) -> list[Event]:
        """Go on after the get-ready; not before a pack that is due is off."""
        pausing.resume(self._run)
        return self._said()

    def skip(self) -> list[Event]:
        """Go to the next block."""
        steering.skip(self._run)
        return self._said()

    def back(self) -> list[Event]:
        """Go to the start of this block, or to the one before within its first 3 s."""
        steering.back(self._run)
        return self._said()

    def nudge(self, delta_ms: int) -> list[Event]:
        """Move by `delta_ms` inside the block, never across an open segment nor in heat or cold."""
        steering.nudge(self._run, delta_ms)
        return self._said()

    def go_on(self) -> list[Event]:
        """Leave a move, a rating or a manual wait."""
        steering.go_on(self._run)
        return self._said()

    def wait_for_me(self, on: bool) -> list[Event]:  # noqa: FBT001  as confirm_pack
        """Let every change of step wait for the person, or go on by itself again."""
        steering.wait_for_me(self._run, on=on)
        return self._said()

    def replan(self, timeline: Timeline) -> list[Event]:
        """Go on with the same session in other doses; `timeline` has the same parts. Where that cannot be, nothing changes."""
        if replanning.replan(self._run, timeline):
            self._hash = ""
        return self._said()

    def confirm_pack(self, all_yes: bool, reason: str = "") -> list[Event]:  # noqa: FBT001  named in CONTRACTS
        """Answer the confirmations; with a "no" the pack is left out, `reason` says why."""
        packs.confirm(self._run, all_yes=all_yes, reason=reason)
        return self._said()

    def numb(self) -> list[Event]:
        """Answer the confirmations: the place is numb or tingles, so no pack goes there in this session."""
        packs.numb(self._run)
        return self._said()

    def pack_is_on(self) -> list[Event]:
        """The pack is on the skin: its time starts."""
        packs.put_on(self._run)
        return self._said()

    def ask_skin(self) -> list[Event]:
        """The person was away (the screen was locked): a pack that is on has to be looked under now."""
        packs.ask_skin(self._run)
        return self._said()

    def skin_ok(self) -> list[Event]:
        """Answer the skin check: it looks well."""
        packs.skin_ok(self._run)
        return self._said()

    def skin_not_ok(self) -> list[Event]:
        """A stop sign was seen, asked or not: the pack comes off."""
        packs.skin_not_ok(self._run)
        return self._said()

    def pack_is_off(self) -> list[Event]:
        """The pack is off the skin, due or not: its time ends."""
        packs.take_off(self._run)
        return self._said()

    def worse(self, reason: str) -> list[Event]:
        """Stop at once; `reason` is a code of `WORSE_REASONS`. Once more while stopped, it says better what it was."""
        pausing.worse(self._run, reason)
        return self._said()

    def mistake(self) -> list[Event]:
        """After a stop: it was pressed by mistake, so go on as if nothing had been said. Not after a pack."""
        pausing.mistake(self._run)
        return self._said()

    def choose_end(self) -> list[Event]:
        """After a stop: end the session."""
        pausing.choose_end(self._run)
        return self._said()

    def choose_continue(self, skip_part: bool = True) -> list[Event]:  # noqa: FBT001, FBT002  named in CONTRACTS
        """After a stop: go on without that step; with `skip_part` False go on with it, in an easier way."""
        pausing.choose_continue(self._run, skip_part=skip_part)
        return self._said()

    def end(self) -> list[Event]:
        """End the session here; a pack comes off first."""
        pausing.end(self._run)
        return self._said()

    def gap(self, kind: GapKind, lost_awake_ms: int, lost_boot_ms: int) -> list[Event]:
        """Time went by unseen: `lost_awake_ms` of session time, `lost_boot_ms` of real time."""
        pausing.gap(self._run, kind, lost_awake_ms, lost_boot_ms)
        return self._said()

    def _said(self) -> list[Event]:
        """Let what is due at this very moment happen, and hand over the events."""
        pass_time(self._run, 0)
        events, self._run.out = self._run.out, []
        return events

    def _timeline_hash(self) -> str:
        if not self._hash:
            self._hash = timeline_hash(self._run.course.timeline)
        return self._hash
