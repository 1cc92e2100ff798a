"""Writing and reading the journal on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from coach.content.vocabulary import Side
from coach.journal.entries import answer_draft, correct_draft, tombstone_draft
from coach.journal.event import event_sha
from coach.journal.fold import fold
from coach.journal.repository import Draft, JournalReader, JournalWriter
from coach.journal.unfinished import discard_unfinished, end_unfinished
from coach.session.events import Outcome, Status
from coach.store.journal_store import _INSERT, Store
from coach.store.open import open_journal, open_reader
from coach.store.projections import read_events
from tests.fakes import FakeClock
from tests.journal.samples import (
    SESSION,
    TEXT,
    checkpoint,
    entry,
    finished,
    pack_on,
    recorder,
    step_done,
    whole_session,
)


def events(store: Store) -> list[tuple[str, int, int, int]]:
    """Kind, sequence, logical clock and suspicion of every event."""
    return [(e.kind, e.dev_seq, e.hlc, e.clock_suspect) for e in read_events(store._connection)]


def test_it_is_the_journal_the_rest_knows(store: Store) -> None:
    """It serves as writer and as reader."""
    writer: JournalWriter = store
    reader: JournalReader = store
    assert (writer, reader) == (store, store)


def test_what_is_saved_is_there_after_opening_again(store: Store, folder: Path, clock: FakeClock) -> None:
    """Entries, sessions with steps, exposures and answers read the same from another connection."""
    store.append([*whole_session(clock, SESSION), entry(clock, 3, note="ä"), answer_draft("numb", "no", clock.stamp())])
    with open_reader(folder) as again:
        assert again.entries() == store.entries()
        assert again.sessions() == store.sessions()
        assert again.exposures(0) == store.exposures(0)
        assert again.answers() == {"numb": "no"}
        assert (len(again.entries()), len(again.sessions()[0].steps), again.damaged()) == (3, 2, [])


def test_projections_say_what_the_events_say(store: Store, clock: FakeClock) -> None:
    """Reading from the projections and folding all events give the same, after every single append."""
    drafts = [*whole_session(clock, "s-1"), *whole_session(clock, "s-2"), *recorder(clock, session="s-3").started()]
    first = next(draft for draft in drafts if draft.kind == "entry")
    for draft in [*drafts, tombstone_draft("s-2", clock.stamp()), tombstone_draft(first.id, clock.stamp())]:
        store.append([draft])
        folded = fold(read_events(store._connection))
        assert {e.id: e for e in store.entries()} == folded.entries
        assert {s.id: s for s in store.sessions()} == folded.sessions
        assert store.exposures(0) == list(folded.exposures.values())


def test_writing_twice_is_harmless(store: Store, clock: FakeClock) -> None:
    """Ids already written are skipped, in one append and across appends."""
    draft = entry(clock)
    store.append([draft, draft])
    store.append([draft])
    assert [row[:2] for row in events(store)] == [("entry", 1)]


def test_a_routine_is_kept_once(store: Store, clock: FakeClock) -> None:
    """Two sessions of the same routine share its text."""
    store.append(recorder(clock, session="s-1").started())
    store.append(recorder(clock, session="s-2").started())
    assert [row[0] for row in events(store)] == ["routine", "session", "session"]


def test_sequence_and_logical_clock_go_up_whatever_the_wall_does(store: Store, clock: FakeClock) -> None:
    """After the wall clock was set back a day, order is kept, and the event is marked as suspect."""
    store.append([entry(clock), entry(clock)])
    clock.advance(10)
    clock.step_wall(-86_400)
    store.append([entry(clock)])
    rows = events(store)
    assert [row[1] for row in rows] == [1, 2, 3]
    assert [row[2] for row in rows] == sorted({row[2] for row in rows})
    assert [row[3] for row in rows] == [0, 0, 1]


def test_events_cannot_be_changed_or_deleted(store: Store, clock: FakeClock) -> None:
    """Not even by somebody who has the connection."""
    store.append([entry(clock)])
    for statement in ("UPDATE event SET body = '{}'", "DELETE FROM event", "UPDATE event SET sha = sha"):
        with pytest.raises(sqlite3.IntegrityError, match="immutable"):
            store._connection.execute(statement)


def test_a_correction_and_a_deletion_show_at_once(store: Store, clock: FakeClock) -> None:
    """The list shows the corrected entry, then none."""
    store.append([entry(clock, 6)])
    (shown,) = store.entries()
    store.append([correct_draft(msgspec.structs.replace(shown, tightness=2), clock.stamp())])
    assert [e.tightness for e in store.entries()] == [2]
    store.append([tombstone_draft(shown.id, clock.stamp())])
    assert store.entries() == []


def test_lists_begin_where_asked(store: Store, clock: FakeClock) -> None:
    """By the local day as it was written, sessions and entries alike; exposures by their moment."""
    store.append(whole_session(clock, "s-1"))
    clock.advance(2 * 86_400)
    day, moment = clock.stamp().local_day, clock.now().utc_us
    store.append(whole_session(clock, "s-2"))
    assert [s.id for s in store.sessions(day)] == ["s-2"]
    assert {e.session for e in store.entries(day)} == {"s-2"}
    assert [x.session for x in store.exposures(moment)] == ["s-2"]
    assert [s.id for s in store.sessions()] == ["s-1", "s-2"]


def test_an_unfinished_session_can_be_resumed(store: Store, clock: FakeClock) -> None:
    """The note comes back with the routine's text and the plan; the session counts to its last checkpoint."""
    writer = recorder(clock, worse_side=Side.LEFT)
    store.append(writer.started(), writer.resume_note(checkpoint()))
    clock.advance(5)
    store.note_resume(writer.resume_note(checkpoint()))
    (found,) = store.unfinished()
    assert (found.session, found.routine_text, found.worse_side) == (SESSION, TEXT, Side.LEFT)
    assert (found.written, found.boot_id) == (clock.stamp(), "fake-boot-1")
    assert b'"elapsed_ms":12000' in found.checkpoint
    (session,) = store.sessions()
    assert (session.status, session.ended, session.done_ms) == (Status.INTERRUPTED, None, 57_000)


def test_a_pack_still_on_at_the_last_checkpoint_counts_until_then(store: Store, clock: FakeClock) -> None:
    """Before anybody says how it ended, the gap rule already knows of it."""
    writer = recorder(clock)
    drafts = [*writer.started(), *writer.record([pack_on()])]
    store.append(drafts, writer.resume_note(checkpoint(on_ms=95_000)))
    (worn,) = store.exposures(0)
    assert (worn.worn_ms, worn.certain, worn.off) == (95_000, False, None)


def test_the_end_takes_the_resume_note_with_it(store: Store, clock: FakeClock) -> None:
    """In the same transaction: there is no moment in which a finished session is offered again."""
    writer = recorder(clock)
    store.append(writer.started(), writer.resume_note(checkpoint()))
    store.append(writer.record([step_done(), finished()]), writer.resume_note(checkpoint()))
    assert store.unfinished() == []
    store.note_resume(writer.resume_note(checkpoint()))  # one that was still on its way
    assert store.unfinished() == []


@pytest.mark.parametrize("choice", ["end", "discard", "forget"])
def test_an_unfinished_session_is_settled(store: Store, clock: FakeClock, choice: str) -> None:
    """Ended it stays with what was done; discarded it is gone; forgotten it stays as interrupted."""
    writer = recorder(clock)
    store.append(writer.started(), writer.resume_note(checkpoint()))
    (unfinished,) = store.unfinished()
    if choice == "end":
        store.append(end_unfinished(unfinished))
    elif choice == "discard":
        store.append(discard_unfinished(unfinished, clock.stamp()))
    else:
        store.forget_resume(unfinished.session)
    assert store.unfinished() == []
    statuses = [(s.status, [step.outcome for step in s.steps]) for s in store.sessions()]
    expected = {
        "end": [(Status.ENDED, [Outcome.PARTLY, Outcome.SKIPPED])],
        "discard": [],
        "forget": [(Status.INTERRUPTED, [])],
    }
    assert statuses == expected[choice]


def test_projections_of_another_version_are_made_anew(store: Store, folder: Path, clock: FakeClock) -> None:
    """They are disposable: emptied or outdated, the next start fills them from the events."""
    store.append(whole_session(clock, SESSION))
    seen = (store.entries(), store.sessions(), store.exposures(0))
    store._connection.execute("DELETE FROM entry_view")
    store._connection.execute("UPDATE session_view SET item = '{}'")
    store._connection.execute("UPDATE meta SET v = '0:0' WHERE k = 'projection'")
    store.close()
    with open_reader(folder) as reader:
        assert (reader.entries(), reader.sessions(), reader.exposures(0)) == seen
    again = open_journal(folder, app_version="0.1", clock=clock)
    rows = again._connection.execute("SELECT count(*) FROM entry_view").fetchone()[0]
    assert ((again.entries(), again.sessions(), again.exposures(0)), rows) == (seen, 2)
    again.close()


def test_a_draft_that_makes_no_sense_writes_nothing(store: Store, clock: FakeClock) -> None:
    """All or nothing: the good one beside it is not written either."""
    good = entry(clock)
    with pytest.raises(ValueError, match="no such kind"):
        store.append([good, Draft(id="x", kind="joke", at=clock.stamp(), body={})])
    assert store.entries() == []


def test_a_body_of_another_shape_is_passed_over(store: Store, clock: FakeClock) -> None:
    """An intact event whose body does not read (another program's) neither counts nor breaks the list."""
    store.append([entry(clock)])
    (event,) = read_events(store._connection)
    odd = event._replace(id="other", dev_seq=2, hlc=event.hlc + 1, body='{"tightness":"much"}')
    store._connection.execute(_INSERT, odd._replace(sha=event_sha(odd)))
    assert len(store.entries()) == 1
    assert store.damaged() == []
