"""Makes the golden database of the newest format: `python -m tests.store.golden`. Those of older formats stay.

One of everything a journal can hold, written by the program of that time and kept for ever.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec

from coach.content.vocabulary import Area, BreakOutcome, Felt, MarkerKind, Quality
from coach.journal.breaks import break_draft, felt_draft
from coach.journal.entries import answer_draft, correct_draft, entry_draft, marker_draft, tombstone_draft
from coach.store.backups import make_backup
from coach.store.journal_store import Store
from coach.store.migrate import newest
from coach.store.open import open_journal
from coach.store.reading import Reading
from tests.fakes import FakeClock
from tests.journal.samples import checkpoint, entry, pack_on, recorder, rest, whole_session

DATABASES = Path(__file__).parent / "databases"

#: What every golden database shows, whatever its format.
FACTS: dict[str, Any] = {
    "entries": [(6, "done", ""), (4, "done", ""), (2, None, "öfter nachts"), (9, None, "")],
    "sessions": [("done", "done", 2, 675_000), ("cut-off", "interrupted", 0, 57_000)],
    "exposures": [(600_000, True), (95_000, False)],
    "unfinished": ["cut-off"],
    "answers": {"numb": ["left foot"]},
}


#: What those show that were made since there are markers (format 2).
MARKERS = [("flare", "after the move", "2026-05-09")]


def markers(reader: Reading) -> list[tuple[str, str, str | None]]:
    """Return the markers in few words."""
    return [(m.kind.value, m.words, m.last_day) for m in reader.markers()]


#: What those show that were made since there are breaks (format 3).
BREAKS = [
    ("move", "done", 60_000, ["hamstring_seated", "hamstring_seated"], "easier"),
    ("nudge", "expired", 0, [], None),
]


def breaks(reader: Reading) -> list[tuple[str, str, int, list[str], str | None]]:
    """Return the breaks in few words."""
    return [
        (b.kind.value, b.outcome.value, b.done_ms, [e.exercise for e in b.exercises], b.felt) for b in reader.breaks()
    ]


def facts(reader: Reading) -> dict[str, Any]:
    """What a journal shows, in few words."""
    return {
        "entries": [(e.tightness, e.session, e.note) for e in reader.entries()],
        "sessions": [(s.id, s.status.value, len(s.steps), s.done_ms) for s in reader.sessions()],
        "exposures": [(x.worn_ms, x.certain) for x in reader.exposures(0)],
        "unfinished": [u.session for u in reader.unfinished()],
        "answers": reader.answers(),
    }


def make(path: Path) -> None:
    """Write the database of the newest format to `path`."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder:
        store = open_journal(Path(folder), app_version="0.1.0", clock=clock)
        store.append(whole_session(clock, "done"))
        clock.advance(3600)
        wrong, gone = entry(clock, 7, note="öfter nachts"), entry(clock, 1)
        store.append([wrong, gone])
        shown = {e.id: e for e in store.entries()}[wrong.id]
        store.append([correct_draft(msgspec.structs.replace(shown, tightness=2), clock.stamp())])
        store.append([tombstone_draft(gone.id, clock.stamp())])
        store.append([answer_draft("numb", value, clock.stamp()) for value in ("no", ["left foot"])])
        store.append([marker_draft(clock.stamp(), MarkerKind.FLARE, "after the move", "2026-05-09")])
        _breaks(store, clock)
        clock.advance(60)
        store.append([entry_draft(clock.stamp(), 9, Area.LOW_BACK, None, quality=Quality.SHOOTING_PAIN)])
        writer = recorder(clock, session="cut-off")
        note = writer.resume_note(checkpoint("cut-off", on_ms=95_000))
        store.append([*writer.started(), *writer.record([pack_on()])], note)
        assert facts(store) == FACTS, facts(store)
        assert markers(store) == MARKERS, markers(store)
        assert breaks(store) == BREAKS, breaks(store)
        store.close()
        made = make_backup(Path(folder), now=clock.stamp())
        path.write_bytes(made.path.read_bytes())


def _breaks(store: Store, clock: FakeClock) -> None:
    """A break with an exercise and the tap after it, a nudge let pass, and one that was taken out again."""
    done = rest(clock, BreakOutcome.DONE)
    gone = rest(clock, BreakOutcome.CREDITED, "idle")
    store.append([break_draft(done), break_draft(rest(clock, BreakOutcome.EXPIRED, "ignored", nudge=True))])
    store.append([felt_draft(done.id, felt, clock.stamp()) for felt in (Felt.SAME, Felt.EASIER)])
    store.append([break_draft(gone), tombstone_draft(gone.id, clock.stamp())])


if __name__ == "__main__":
    make(DATABASES / f"v{newest()}.db")
