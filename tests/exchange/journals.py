"""Journals for the tests of taking them along: filled, written to a file, taken in elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from coach.content.vocabulary import MarkerKind
from coach.exchange.answers import said_again
from coach.exchange.lines import journal_lines
from coach.exchange.read_lines import read_journal_file
from coach.journal.entries import answer_draft, correct_draft, marker_draft, tombstone_draft
from coach.journal.event import Event, event_sha
from coach.store.journal_store import Store
from coach.store.projections import read_rows
from coach.store.reading import Reading
from coach.store.take_in import TakenIn
from tests.fakes import FakeClock
from tests.journal.samples import entry, whole_session

VIEWS = ("entry_view", "marker_view", "session_view", "exposure_view", "answer_view")


def fill(store: Store, clock: FakeClock, name: str = "s") -> None:
    """One of everything: a session with a pack, entries corrected and deleted, a marker, answers."""
    store.append(whole_session(clock, f"{name}-1"))
    clock.advance(3600)
    wrong, gone, flare = (
        entry(clock, 7, note="=öfter\n-nachts"),
        entry(clock, 1),
        marker_draft(clock.stamp(), MarkerKind.FLARE),
    )
    store.append([wrong, gone, flare])
    shown = {found.id: found for found in store.entries()}[wrong.id]
    store.append([correct_draft(msgspec.structs.replace(shown, tightness=2), clock.stamp())])
    store.append([tombstone_draft(gone.id, clock.stamp())])
    store.append([answer_draft("screening", {"asked": ["a", "b"], "at_utc_us": 5, "ticked": {"a": []}}, clock.stamp())])


def export(store: Reading, path: Path) -> Path:
    """Write the whole journal to a file."""
    path.write_bytes(journal_lines(store.events(), "0.1"))
    return path


def take_in(store: Store, path: Path, clock: FakeClock) -> TakenIn:
    """Read a file and take it in."""
    return store.take_in(read_journal_file(path).events, lambda before, after: said_again(before, after, clock.stamp()))


def state(store: Reading) -> dict[str, Any]:
    """Every projection row, its proof included."""
    return {view: read_rows(store._connection, view) for view in VIEWS}


def resealed(event: Event, **changes: Any) -> Event:
    """An event as a stranger would make it: other values, and a hash that fits."""
    changed = event._replace(**changes, sha="")
    return changed._replace(sha=event_sha(changed))
