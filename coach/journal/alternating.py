"""Writes down packs that alternate over hours: one session in the journal, one part for each pack that was begun."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from coach.clock import Clock
from coach.journal.bodies import FinishBody
from coach.journal.recorder import Recorder
from coach.journal.records import Unfinished
from coach.journal.repository import Draft, ResumeNote
from coach.plan.rounds import Rounds
from coach.plan.timeline import Timeline
from coach.session import alternating
from coach.session.events import CheckAnswered, Event, Finished, GotWorse, PackOff, PackOn, PartEnded, Status
from coach.session.resting import Point, Rest, point_of, reading_of
from coach.session.state import Checkpoint


class AlternatingRecorder(Recorder):
    """A recorder whose engines wear one pack each: what they say is counted on through all packs.

    `timeline` holds every pack of all `rounds`. `point` is where it stands; whoever moves it puts it here.
    """

    def __init__(
        self,
        timeline: Timeline,
        routine_text: str,
        rounds: Rounds,
        point: Point,
        *,
        speed: float,
        clock: Clock,
        resumed: bool = False,
    ) -> None:
        super().__init__(
            point.session,
            timeline,
            routine_text,
            rehearsal=speed != 1,
            speed=speed,
            worse_side=None,
            clock=clock,
        )
        self.point = point
        self._rounds = rounds
        self._said: list[Event] = []
        self._begun = resumed

    def started(self) -> list[Draft]:
        """Return the beginning, once for all packs."""
        if self._begun:
            return []
        self._begun = True
        return super().started()

    def record(self, events: Sequence[Event]) -> list[Draft]:
        """Return what is kept of one pack's events."""
        self._said += events
        kept = [self._counted(event) for event in events]
        return super().record([event for event in kept if event is not None])

    def resume_note(self, checkpoint: Checkpoint) -> ResumeNote:
        """Return the note of all of it, with the pack that is on inside, or with what comes after it once it is off."""
        now = reading_of(self._clock)
        point = alternating.written(self.point, self._rounds, self._said, checkpoint, now)
        if point.rest is Rest.PACK:
            self.point = point
        return self._note_of(point)

    def last_note(self, checkpoint: Checkpoint) -> ResumeNote:
        """Return the same: one pack's engine is finished, and the rest of it all goes on."""
        return self.resume_note(checkpoint)

    def pack_over(self) -> Point | None:
        """Return where it stands once a pack's engine is finished; None while it is not."""
        worn = alternating.worn_of(self._said, self._rounds.turn(self.point.turn).pack.mode)
        if worn is None or not any(isinstance(event, Finished) for event in self._said):
            return None
        self._said.clear()
        return alternating.pack_over(self.point, self._rounds, worn, reading_of(self._clock))

    def note(self) -> ResumeNote:
        """Return the note that lets the next start go on from here."""
        return self._note_of(self.point)

    def _note_of(self, point: Point) -> ResumeNote:
        clock, text = self._clock, msgspec.json.encode(point)
        return ResumeNote.at(self.point.session, text, clock.stamp(), clock.now(), clock.boot_id())

    def ended(self) -> Draft:
        """Return the end of it all: time with a pack on against what the packs that were begun asked for."""
        point = self.point
        status = Status.DONE if point.worn_ms else Status.ENDED
        return self._draft("finish", FinishBody(status=status, done_ms=point.worn_ms, planned_ms=point.planned_ms))

    def _counted(self, event: Event) -> Event | None:
        """Give an event of one pack its place among all; None for what only concerns that pack's engine."""
        turn = self.point.turn
        match event:
            case PartEnded() | GotWorse():
                return replace(event, part=turn)
            case PackOn() | PackOff():
                return replace(event, exposure=turn + 1)
            case CheckAnswered():
                return event
        return None


def split(unfinished: Sequence[Unfinished]) -> tuple[tuple[Unfinished, ...], tuple[Unfinished, ...]]:
    """Part what waits to be resumed from packs that alternate, which go on by themselves."""
    packs = tuple(one for one in unfinished if point_of(one.checkpoint) is not None)
    return tuple(one for one in unfinished if one not in packs), packs
