"""What can still be shown when some rows are damaged: only what the rest of the file agrees with.

A damaged correction or deletion would let an old value come back. So each value folded from intact events is
compared with its projection row, which was written when all was well and carries a hash of its own.
Exposures are the other way round: forgetting one would allow too much heat, so every trace of one counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from coach.journal.bodies import AnswerBody
from coach.journal.event import Event
from coach.journal.fold import Folded
from coach.journal.fold_basics import body_of
from coach.journal.records import Answer, Exposure
from coach.store.projections import is_current_version, read_rows
from coach.store.verify import Verdict


def without_doubt(folded: Folded, verdict: Verdict, connection: sqlite3.Connection) -> Folded:
    """Leave out of `folded` what a damaged or missing row may have changed."""
    touched = {event.id for event in verdict.bad} | {event.target for event in verdict.bad}
    entries = {key: entry for key, entry in folded.entries.items() if key not in touched}
    sessions = {key: session for key, session in folded.sessions.items() if key not in touched}
    markers = {key: marker for key, marker in folded.markers.items() if key not in touched}
    breaks = {key: rest for key, rest in folded.breaks.items() if key not in touched}
    exposures, answers = dict(folded.exposures), _sure_answers(folded.answers, verdict.bad)
    if is_current_version(connection):
        entries = _agreed(entries, intact_rows(connection, "entry_view"))
        markers = _agreed(markers, intact_rows(connection, "marker_view"))
        breaks = _agreed(breaks, intact_rows(connection, "break_view"))
        sessions = _agreed(sessions, intact_rows(connection, "session_view"))
        answers = _agreed(answers, intact_rows(connection, "answer_view"))
        exposures = _all_traces(exposures, intact_rows(connection, "exposure_view"))
    return Folded(entries, sessions, exposures, answers, markers, breaks)


def intact_rows(connection: sqlite3.Connection, view: str) -> dict[str, str]:
    """Return the items of a view whose hash matches, by id."""
    return {key: item for key, item, intact in read_rows(connection, view) if intact}


def _agreed(folded: dict[str, Any], rows: dict[str, str]) -> dict[str, Any]:
    """Keep the records whose projection row says the same."""
    return {key: record for key, record in folded.items() if rows.get(key) == _text(record)}


def _text(record: Any) -> str:
    return msgspec.json.encode(record).decode()


def _all_traces(folded: dict[str, Exposure], rows: dict[str, str]) -> dict[str, Exposure]:
    """Believe the intact rows, and take from the events every exposure that no row tells of."""
    noted = {key: msgspec.json.decode(item, type=Exposure) for key, item in rows.items()}
    told = {(exposure.session, exposure.exposure) for exposure in noted.values()}
    more = {key: exposure for key, exposure in folded.items() if (exposure.session, exposure.exposure) not in told}
    return noted | more


def _sure_answers(answers: dict[str, Answer], bad: Iterable[Event]) -> dict[str, Answer]:
    """Leave out the answers a damaged row may have replaced; all of them when it cannot be told which."""
    sure = dict(answers)
    for event in bad:
        body = body_of(event, AnswerBody)
        if body is not None:
            sure.pop(body.key, None)
        elif event.kind not in {
            "entry",
            "marker",
            "session",
            "step",
            "pack",
            "pause",
            "worse",
            "finish",
            "routine",
            "clock",
            "break",
            "felt",
        }:
            return {}
    return sure
