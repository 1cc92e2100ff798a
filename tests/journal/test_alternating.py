"""Packs that alternate in the journal: one session, each pack counted on, a note that is no session to resume."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from coach.content.vocabulary import Area, Mode
from coach.journal.alternating import AlternatingRecorder, split
from coach.journal.records import Unfinished
from coach.journal.scribe import Scribe
from coach.journal.unfinished import trace_of
from coach.plan.rounds import all_packs
from coach.plan.timeline import Preferences
from coach.session import alternating
from coach.session.events import Event, Finished, Outcome, PackOff, PackOn, PartEnded, Status
from coach.session.resting import Ending, Rest, point_of
from coach.session.state import Checkpoint, PackState
from tests.fakes import FakeClock
from tests.session.alternating_room import Room


def _recorder(turn: int = 0) -> AlternatingRecorder:
    room = Room()
    plan = all_packs(room.found, room.rounds, room.library, Preferences())
    point = replace(alternating.begin("session-id"), turn=turn)
    return AlternatingRecorder(plan, room.found.text, room.rounds, point, speed=1.0, clock=FakeClock())


def _checkpoint(pack: PackState | None = None) -> Checkpoint:
    return Checkpoint(
        session="session-id",
        routine="alternating-packs",
        content_hash="",
        timeline_hash="",
        segment=0,
        elapsed_ms=0,
        session_ms=0,
        done_ms={},
        ended_parts={},
        pack=pack,
    )


def _off(outcome: Outcome = Outcome.DONE) -> PackOff:
    return PackOff(
        at_ms=0,
        mode=Mode.HEAT,
        area=Area.LOW_BACK,
        side=None,
        exposure=1,
        worn_ms=900_000,
        outcome=outcome,
        certain=True,
    )


def _stopped(reason: str) -> PartEnded:
    return PartEnded(
        at_ms=0,
        part=0,
        outcome=Outcome.INTERRUPTED,
        done_ms=0,
        planned_ms=900_000,
        done_reps=0,
        planned_reps=0,
        reason=reason,
    )


def _events() -> list[PartEnded | PackOn | Finished]:
    on = PackOn(at_ms=0, mode=Mode.HEAT, area=Area.LOW_BACK, side=None, exposure=1, limit_ms=900_000)
    room = Room()
    room.look()
    room.wear_through()
    ended = next(event for event in room.said if isinstance(event, PartEnded))
    return [on, ended, Finished(at_ms=0, status=Status.DONE, done_ms=0, planned_ms=0)]


def test_it_begins_once() -> None:
    """The routine's text and the session are written with the first pack only."""
    recorder = _recorder()
    assert [draft.kind for draft in recorder.started()] == ["routine", "session"]
    assert recorder.started() == []


def test_each_pack_is_counted_on() -> None:
    """The third pack of the run is part 2 and exposure 3; the end of its engine is not the end of the run."""
    drafts = _recorder(turn=2).record(_events())
    assert [draft.kind for draft in drafts] == ["pack", "step"]
    assert drafts[0].body["exposure"] == 3
    assert drafts[1].body["part"] == 2
    assert {draft.target for draft in drafts} == {"session-id"}


def test_the_note_is_read_as_a_pack_by_everybody_and_resumed_by_nobody() -> None:
    """Where it stands survives; what reads only traces sees the pack that is on; Resume does not offer it."""
    recorder = _recorder(turn=1)
    pack = PackState(
        mode=Mode.COLD,
        area=Area.LOW_BACK,
        side=None,
        exposure=1,
        on_ms=60_000,
        limit_ms=600_000,
        check_due_ms=None,
        urgency=0,
        due=False,
        certain=True,
    )
    recorder.point = replace(recorder.point, rest=Rest.PACK)
    note = recorder.resume_note(_checkpoint(pack))
    assert point_of(note.checkpoint) == recorder.point
    seen = trace_of(note.checkpoint).pack
    assert seen is not None
    assert (seen.exposure, seen.on_ms) == (2, 60_000)
    waiting = Unfinished(
        session="session-id",
        routine="alternating-packs",
        routine_name="Alternating packs",
        routine_text="",
        rehearsal=False,
        speed=1.0,
        worse_side=None,
        checkpoint=note.checkpoint,
        written=note.written,
        awake_ns=0,
        boot_ns=0,
        boot_id="",
    )
    other = replace(waiting, session="other", checkpoint=b"{}")
    assert split([waiting, other]) == ((other,), (waiting,))


def test_the_end_counts_only_packs_that_were_begun() -> None:
    """Fifteen of fifteen minutes, however many rounds there might have been."""
    recorder = _recorder()
    assert recorder.ended().body["status"] == "ended"
    recorder.point = replace(recorder.point, worn_ms=900_000, planned_ms=900_000)
    body = recorder.ended().body
    assert (body["status"], body["done_ms"], body["planned_ms"]) == ("done", 900_000, 900_000)


@pytest.mark.parametrize(
    ("said", "rest", "ending"),
    [
        ([_off()], Rest.OFF, None),
        ([_stopped("skin"), _off(Outcome.INTERRUPTED)], Rest.OVER, Ending.SKIN),
        ([_stopped("pain"), _off(Outcome.INTERRUPTED)], Rest.OVER, Ending.WORSE),
    ],
)
def test_from_the_moment_a_pack_is_off_what_comes_next_is_noted(
    said: list[Event], rest: Rest, ending: Ending | None
) -> None:
    """A kill between the pack's end and the end of its engine loses nothing, and offers nothing that had ended."""
    recorder = _recorder()
    recorder.point = replace(recorder.point, rest=Rest.PACK)
    assert [draft.kind for draft in recorder.record(said)][-1] == "pack"
    noted = point_of(recorder.resume_note(_checkpoint()).checkpoint)
    assert noted is not None
    assert (noted.rest, noted.ending, noted.pack, noted.inner) == (rest, ending, None, None)
    assert noted.turn == (1 if ending is None else 0)
    assert noted.worn_ms == 900_000
    assert recorder.pack_over() is None, "its engine still asks something"


def test_the_end_of_a_pack_s_engine_leaves_a_note() -> None:
    """In the very transaction in which the pack comes off: the rest of it all goes on."""
    recorder = _recorder()
    recorder.point = replace(recorder.point, rest=Rest.PACK)
    over: list[Event] = [_off(), Finished(at_ms=0, status=Status.DONE, done_ms=900_000, planned_ms=900_000)]
    writing = Scribe(recorder).take(over, _checkpoint, FakeClock().now())
    assert writing is not None
    assert [draft.kind for draft in writing.drafts] == ["pack"]
    assert not writing.over
    assert writing.note is not None
    noted = point_of(writing.note.checkpoint)
    assert noted is not None
    assert (noted.rest, noted.turn) == (Rest.OFF, 1)
    assert recorder.pack_over() == noted
    assert recorder.pack_over() is None, "it is counted once"
