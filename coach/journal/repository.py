"""The journal as the rest of the program sees it: two protocols, implemented by `store` and over the handover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from coach.clock import Moment, Stamp
from coach.journal.records import Break, Entry, Exposure, Marker, SessionRecord, Unfinished


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An event not yet written: the store adds device, sequence, clock and hash.

    `id` is a UUIDv7 made by the caller, so that writing twice is harmless. `kind` is one of entry,
    marker, break, felt, session, step, pack, pause, worse, finish, routine, answer, correct, tombstone,
    undelete, clock. `body` is plain JSON
    data (`bodies.BODIES`). `target` names the event this one is about: what a correct, tombstone or undelete changes, the
    session of a step, pack, pause, worse or finish, the content hash of a routine.
    """

    id: str
    kind: str
    at: Stamp
    body: dict[str, Any]
    target: str | None = None


class ResumeNote(msgspec.Struct, frozen=True, kw_only=True):
    """The checkpoint row of an unfinished session, replaced each time."""

    session: str
    checkpoint: bytes
    written: Stamp
    moment: tuple[int, int, int]
    boot_id: str

    @classmethod
    def at(cls, session: str, checkpoint: bytes, stamp: Stamp, now: Moment, boot_id: str) -> ResumeNote:
        """Build a note from one reading of the clocks."""
        return cls(
            session=session,
            checkpoint=checkpoint,
            written=stamp,
            moment=(now.awake_ns, now.boot_ns, now.utc_us),
            boot_id=boot_id,
        )


class JournalWriter(Protocol):
    """Writing: returns only after COMMIT; raises `CoachError` with a sentence when it is not saved."""

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write all drafts (and the resume note) in one transaction; ids already written are skipped."""
        ...

    def note_resume(self, note: ResumeNote) -> None:
        """Replace the resume note of its session."""
        ...

    def forget_resume(self, session: str) -> None:
        """Remove the resume note: the session is over, kept or discarded."""
        ...


class JournalReader(Protocol):
    """Reading: projections folded from the events; damaged rows are never among the values."""

    def entries(self, since_day: str | None = None) -> list[Entry]:
        """Return entries, oldest first; deleted ones left out, corrected ones as corrected."""
        ...

    def markers(self, since_day: str | None = None) -> list[Marker]:
        """Return markers that begin on this day or later, oldest first; deleted ones left out."""
        ...

    def history(self, key: str) -> list[Entry | Marker]:
        """Return what an entry or a marker said before each correction, oldest first, without what it says now."""
        ...

    def breaks(self, since_day: str | None = None) -> list[Break]:
        """Return breaks at the desk that ended on this day or later, oldest first; deleted ones left out."""
        ...

    def sessions(self, since_day: str | None = None) -> list[SessionRecord]:
        """Return sessions, oldest first."""
        ...

    def exposures(self, since_utc_us: int) -> list[Exposure]:
        """Return heat and cold exposures whose pack went on at or after this moment."""
        ...

    def unfinished(self) -> list[Unfinished]:
        """Return sessions with a resume note, newest first."""
        ...

    def answers(self) -> dict[str, Any]:
        """Return the latest value of every answer about health, by key."""
        ...

    def damaged(self) -> list[str]:
        """Return one sentence per row whose hash does not match."""
        ...
