"""Turns what the engine says into drafts for the journal; it writes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from coach.clock import Clock
from coach.content.vocabulary import Area, Mode, Quality, Side, When
from coach.journal.bodies import (
    Body,
    FinishBody,
    PackBody,
    PauseBody,
    RoutineBody,
    SessionBody,
    StepBody,
    WorseBody,
    plain,
)
from coach.journal.entries import entry_draft, tombstone_draft
from coach.journal.identity import new_id
from coach.journal.repository import Draft, ResumeNote
from coach.plan.timeline import Part, Segment, SegmentKind, Timeline
from coach.session.events import (
    CheckAnswered,
    Event,
    Finished,
    GapKind,
    GotWorse,
    PackOff,
    PackOn,
    PartEnded,
    Paused,
    Resumed,
)
from coach.session.state import Checkpoint


class Recorder:
    """Writes down one session, new or resumed; each draft carries the moment it was made.

    `routine_text` is the routine file as it was. `rehearsal`: done at another speed than real time; kept and
    listed, and left out of charts and of the heat and cold history.
    """

    def __init__(
        self,
        session_id: str,
        timeline: Timeline,
        routine_text: str,
        *,
        rehearsal: bool,
        speed: float,
        worse_side: Side | None,
        clock: Clock,
    ) -> None:
        self.session_id = session_id
        self.rehearsal = rehearsal
        self._timeline = timeline
        self._text = routine_text
        self._speed = speed
        self._worse_side = worse_side
        self._clock = clock
        self._contrast = contrast_exposures(timeline)
        self._paused: Paused | None = None
        self._pack: PackOn | None = None
        self._replanned = False

    def replan(self, timeline: Timeline) -> None:
        """The session goes on in other doses: what is noted from now on belongs to this plan."""
        self._timeline, self._replanned = timeline, True

    def started(self) -> list[Draft]:
        """Return the routine's text and the beginning of the session; written before anything else, and only once."""
        stamp = self._clock.stamp()
        routine = RoutineBody(routine=self._timeline.routine, name=self._timeline.name, text=self._text)
        hash_ = self._timeline.content_hash
        begun = Draft(id=self.session_id, kind="session", at=stamp, body=plain(self._session_body()))
        return [Draft(id=new_id(stamp.utc_us), kind="routine", at=stamp, body=plain(routine), target=hash_), begun]

    def record(self, events: Sequence[Event]) -> list[Draft]:
        """Return what of `events` is kept, in order; cues and segment starts are not, nor a session that is empty."""
        kept: list[Draft] = []
        for event in events:
            kept.extend(self._draft(kind, body) for kind, body in self._bodies(event))
            if isinstance(event, Finished) and event.empty:
                kept.append(tombstone_draft(self.session_id, self._clock.stamp(), reason="nothing done"))
        return kept

    def resume_note(self, checkpoint: Checkpoint) -> ResumeNote:
        """Return the note that lets the next start offer to resume from here."""
        clock = self._clock
        if self._replanned:
            checkpoint = msgspec.structs.replace(checkpoint, work=work_of(self._timeline))
        text = msgspec.json.encode(checkpoint)
        return ResumeNote.at(self.session_id, text, clock.stamp(), clock.now(), clock.boot_id())

    def last_note(self, checkpoint: Checkpoint) -> ResumeNote | None:
        """Return what is noted once the engine is finished: nothing, there is no more to resume."""
        del checkpoint
        return None

    def entry(
        self,
        tightness: int,
        area: Area,
        side: Side | None,
        *,
        when: When | None = None,
        quality: Quality = Quality.TIGHTNESS,
        note: str | None = None,
        exercise: str | None = None,
    ) -> Draft:
        """Return a tightness entry linked to this session; `exercise`: given right after it, in a learning week."""
        return entry_draft(
            self._clock.stamp(),
            tightness,
            area,
            side,
            quality=quality,
            note=note,
            session=self.session_id,
            when=when,
            rehearsal=self.rehearsal,
            exercise=exercise,
        )

    def _session_body(self) -> SessionBody:
        timeline = self._timeline
        return SessionBody(
            routine=timeline.routine,
            name=timeline.name,
            content_hash=timeline.content_hash,
            planned_ms=timeline.total_ms,
            rehearsal=self.rehearsal,
            speed=self._speed,
            worse_side=self._worse_side,
            parts=timeline.parts,
            work=work_of(timeline),
            contrast=tuple(sorted(self._contrast)),
        )

    def _draft(self, kind: str, body: Body) -> Draft:
        stamp = self._clock.stamp()
        return Draft(id=new_id(stamp.utc_us), kind=kind, at=stamp, body=plain(body), target=self.session_id)

    def _bodies(self, event: Event) -> list[tuple[str, Body]]:
        """Return what one event leaves in the journal, as kind and body."""
        kept: list[tuple[str, Body]] = []
        match event:
            case PartEnded():
                kept = [("step", _step(event))]
            case PackOn() | PackOff() | CheckAnswered():
                kept = self._pack_bodies(event)
            case Paused():
                self._pause_began(event)
            case Resumed():
                kept = self._pause_ended(event.paused_ms)
            case GotWorse():
                kept = [("worse", WorseBody(part=event.part, reason=event.reason))]
            case Finished():
                end = FinishBody(status=event.status, done_ms=event.done_ms, planned_ms=event.planned_ms)
                waited = 0 if self._paused is None else event.at_ms - self._paused.at_ms
                kept = [*self._pause_ended(waited), ("finish", end)]
        return kept

    def _pack_bodies(self, event: PackOn | PackOff | CheckAnswered) -> list[tuple[str, Body]]:
        if isinstance(event, PackOn):
            self._pack = event
            return [("pack", self._pack_body("on", event.exposure, event.mode, event.area, event.side))]
        if isinstance(event, PackOff):
            self._pack = None
            body = self._pack_body("off", event.exposure, event.mode, event.area, event.side)
            worn, certain, outcome = event.worn_ms, event.certain, event.outcome
            return [("pack", msgspec.structs.replace(body, worn_ms=worn, certain=certain, outcome=outcome))]
        if self._pack is None:
            return []
        on = self._pack
        body = self._pack_body("check", on.exposure, on.mode, on.area, on.side)
        return [("pack", msgspec.structs.replace(body, worn_ms=event.pack_ms, ok=event.ok))]

    def _pack_body(self, state: str, exposure: int, mode: Mode, area: Area, side: Side | None) -> PackBody:
        contrast = exposure in self._contrast
        return PackBody(state=state, exposure=exposure, mode=mode, area=area, side=side, contrast=contrast)

    def _pause_began(self, event: Paused) -> None:
        """A pause is written when it ends; a gap inside a pause only marks it."""
        began = event.at_ms if self._paused is None else self._paused.at_ms
        gap: GapKind | None = event.gap or (self._paused.gap if self._paused else None)
        self._paused = Paused(at_ms=began, gap=gap, lost_ms=event.lost_ms)

    def _pause_ended(self, paused_ms: int) -> list[tuple[str, Body]]:
        paused, self._paused = self._paused, None
        if paused is None:
            return []
        return [("pause", PauseBody(paused_ms=max(paused_ms, 0), gap=paused.gap.value if paused.gap else None))]


def _step(event: PartEnded) -> StepBody:
    return StepBody(
        part=event.part,
        outcome=event.outcome,
        done_ms=event.done_ms,
        planned_ms=event.planned_ms,
        done_reps=event.done_reps,
        planned_reps=event.planned_reps,
        reason=event.reason,
    )


def contrast_exposures(timeline: Timeline) -> frozenset[int]:
    """Return the numbers of the exposures that hold both heat and cold: those are contrast sets."""
    modes: dict[int, set[SegmentKind]] = {}
    for segment in timeline.segments:
        if segment.exposure is not None and segment.kind in {SegmentKind.HEAT, SegmentKind.COLD}:
            modes.setdefault(segment.exposure, set()).add(segment.kind)
    return frozenset(number for number, kinds in modes.items() if len(kinds) > 1)


_PACKS = frozenset({SegmentKind.HEAT, SegmentKind.COLD})


def work_of(timeline: Timeline) -> tuple[tuple[int, int], ...]:
    """Return, for each segment, the part its time counts for (-1: none) and its length in ms (0: open)."""
    return tuple(
        (segment.part if _works(segment, timeline.parts[segment.part]) else -1, segment.duration_ms or 0)
        for segment in timeline.segments
    )


def _works(segment: Segment, part: Part) -> bool:
    """Whether a segment is the work of its part; a contrast set is one part of both modes."""
    return segment.kind.value == part.kind or (segment.kind in _PACKS and part.kind in _PACKS)
