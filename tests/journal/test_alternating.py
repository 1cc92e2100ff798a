"""Packs that alternate in the journal: one session, each pack counted on, a note that is no session to resume."""

from __future__ import annotations

from msgspec.structs import replace

from coach.content.vocabulary import Area, Mode
from coach.journal.alternating import AlternatingRecorder, split
from coach.journal.records import Unfinished
from coach.journal.unfinished import trace_of
from coach.plan.rounds import all_packs
from coach.plan.timeline import Preferences
from coach.session import alternating
from coach.session.events import Finished, PackOn, PartEnded, Status
from coach.session.resting import point_of
from coach.session.state import PackState
from tests.fakes import FakeClock
from tests.session.alternating_room import Room


def _recorder(turn: int = 0) -> AlternatingRecorder:
    room = Room()
    plan = all_packs(room.found, room.rounds, room.library, Preferences())
    point = replace(alternating.begin("session-id"), turn=turn)
    return AlternatingRecorder(plan, room.found.text, point, speed=1.0, clock=FakeClock())


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
    recorder.point = replace(recorder.point, pack=recorder.counted_pack(pack))
    note = recorder.note()
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
