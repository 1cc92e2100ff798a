"""The resume table: one note for each unfinished session, replaced at every checkpoint."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from coach.clock import Stamp
from coach.i18n import _
from coach.journal.bodies import RoutineBody, SessionBody
from coach.journal.canonical import sha256_hex
from coach.journal.event import Event, is_intact
from coach.journal.fold_basics import body_of
from coach.journal.records import Unfinished
from coach.journal.repository import ResumeNote
from coach.journal.unfinished import timed_ms, trace_of


class Noted(NamedTuple):
    """An unfinished session, with what its checkpoint says about time done and about a pack (exposure, ms)."""

    unfinished: Unfinished
    session: str
    done_ms: int
    pack_worn: tuple[int, int] | None


def put_note(connection: sqlite3.Connection, note: ResumeNote) -> None:
    """Replace the note of its session."""
    body = msgspec.json.encode(note, order="deterministic").decode()
    connection.execute(
        "INSERT OR REPLACE INTO resume (session, body, sha) VALUES (?, ?, ?)",
        (note.session, body, _sha(note.session, body)),
    )


def drop_note(connection: sqlite3.Connection, session: str) -> None:
    """Remove the note of a session."""
    connection.execute("DELETE FROM resume WHERE session = ?", (session,))


def read_unfinished(
    connection: sqlite3.Connection, events_about: Callable[[sqlite3.Connection, str], list[Event]]
) -> list[Noted]:
    """Return what can be resumed, newest first; notes that are damaged or whose session is over are left out."""
    found = []
    for session, body, sha in connection.execute("SELECT session, body, sha FROM resume").fetchall():
        if _sha(session, body) == sha:
            about = [event for event in events_about(connection, session) if is_intact(event)]
            noted = _noted(connection, msgspec.json.decode(body, type=ResumeNote), about)
            found.extend([] if noted is None else [noted])
    return sorted(found, key=lambda noted: noted.unfinished.written.utc_us, reverse=True)


def damaged_notes(connection: sqlite3.Connection) -> list[str]:
    """Return a sentence for each note whose hash does not match."""
    rows = connection.execute("SELECT session, body, sha FROM resume").fetchall()
    return [
        _("The note for resuming a session is damaged; what was done in it before is kept.")
        for session, body, sha in rows
        if _sha(session, body) != sha
    ]


def _sha(session: str, body: str) -> str:
    return sha256_hex(f"{session}\n{body}")


def _noted(connection: sqlite3.Connection, note: ResumeNote, about: list[Event]) -> Noted | None:
    kinds = {event.kind for event in about}
    born = next((event for event in about if event.kind == "session"), None)
    plan = None if born is None else body_of(born, SessionBody)
    if plan is None or kinds & {"finish", "tombstone"}:
        return None
    point = trace_of(note.checkpoint)
    pack = None if point.pack is None else (point.pack.exposure, point.pack.on_ms)
    text = _routine_text(connection, plan.content_hash)
    return Noted(_unfinished(note, plan, text), note.session, timed_ms(point, plan.work), pack)


def _routine_text(connection: sqlite3.Connection, content_hash: str) -> str:
    row = connection.execute("SELECT body FROM event WHERE kind = 'routine' AND target = ?", (content_hash,)).fetchone()
    if row is None:
        return ""
    try:
        return msgspec.json.decode(row[0], type=RoutineBody).text
    except msgspec.MsgspecError:
        return ""


def _unfinished(note: ResumeNote, plan: SessionBody, text: str) -> Unfinished:
    awake_ns, boot_ns, _wall = note.moment
    return Unfinished(
        session=note.session,
        routine=plan.routine,
        routine_name=plan.name,
        routine_text=text,
        rehearsal=plan.rehearsal,
        speed=plan.speed,
        worse_side=plan.worse_side,
        checkpoint=note.checkpoint,
        written=Stamp(*note.written),
        awake_ns=awake_ns,
        boot_ns=boot_ns,
        boot_id=note.boot_id,
        planned_ms=plan.planned_ms,
        parts=plan.parts,
        work=plan.work,
        contrast=plan.contrast,
    )
