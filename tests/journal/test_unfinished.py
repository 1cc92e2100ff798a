"""A session that was cut off: ended with what was done, or discarded."""

from __future__ import annotations

import msgspec

from coach.journal.fold import fold
from coach.journal.recorder import contrast_exposures, work_of
from coach.journal.records import Unfinished
from coach.journal.unfinished import Trace, discard_unfinished, end_unfinished, trace_of
from coach.session.events import Outcome, Status
from coach.session.state import Checkpoint
from tests.fakes import FakeClock
from tests.journal.samples import SESSION, TEXT, checkpoint, pack_on, recorder, sealed, two_steps


def cut_off(clock: FakeClock, point: Checkpoint) -> Unfinished:
    """The session of the samples as the store gives it back."""
    timeline = two_steps()
    return Unfinished(
        session=SESSION,
        routine=timeline.routine,
        routine_name=timeline.name,
        routine_text=TEXT,
        rehearsal=False,
        speed=1.0,
        worse_side=None,
        checkpoint=msgspec.json.encode(point),
        written=clock.stamp(),
        awake_ns=0,
        boot_ns=0,
        boot_id="",
        planned_ms=timeline.total_ms,
        parts=timeline.parts,
        work=work_of(timeline),
        contrast=tuple(contrast_exposures(timeline)),
    )


def test_ending_keeps_what_was_done() -> None:
    """The part under way is partly done, the one never begun skipped; the end is when the note was written."""
    clock = FakeClock()
    begun = recorder(clock).started()
    clock.advance(57)
    drafts = end_unfinished(cut_off(clock, checkpoint()))
    session = fold(sealed([*begun, *drafts])).sessions[SESSION]
    assert (session.status, session.done_ms, session.planned_ms) == (Status.ENDED, 57_000, 675_000)
    assert session.ended == clock.stamp()
    assert [(step.outcome, step.done_ms, step.done_reps) for step in session.steps] == [
        (Outcome.PARTLY, 42_000, 1),
        (Outcome.SKIPPED, 0, 0),
    ]


def test_parts_already_written_stay_as_they_are() -> None:
    """Ending writes only what had not ended."""
    point = msgspec.structs.replace(checkpoint(), ended_parts={0: "done"})
    drafts = end_unfinished(cut_off(FakeClock(), point))
    assert [draft.body["part"] for draft in drafts if draft.kind == "step"] == [1]


def test_a_pack_that_was_on_was_worn_at_least_until_the_note() -> None:
    """Ended or discarded, the heat history keeps it, uncertain."""
    clock = FakeClock()
    writer = recorder(clock)
    begun = [*writer.started(), *writer.record([pack_on()])]
    unfinished = cut_off(clock, checkpoint(on_ms=125_000))
    for drafts in (end_unfinished(unfinished), discard_unfinished(unfinished, clock.stamp())):
        (worn,) = fold(sealed([*begun, *drafts])).exposures.values()
        assert (worn.worn_ms, worn.certain) == (125_000, False)


def test_discarding_deletes_the_session() -> None:
    """It is gone from the list; its events stay."""
    clock = FakeClock()
    drafts = [*recorder(clock).started(), *discard_unfinished(cut_off(clock, checkpoint()), clock.stamp())]
    assert fold(sealed(drafts)).sessions == {}


def test_a_checkpoint_of_another_version_still_ends() -> None:
    """Unknown fields are passed over; what does not read at all counts as nothing more done."""
    assert trace_of(b'{"done_ms":{"1":5},"new":[1]}').done_ms == {1: 5}
    assert trace_of(b"{") == Trace()
    assert trace_of(b'{"done_ms":7}') == Trace()
