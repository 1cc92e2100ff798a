"""The journal as tables for a spreadsheet: one CSV file for each kind of record, and a file that explains the columns.

Names of columns and words of the closed lists are the program's own, the same in every language. Times are ISO 8601
with the offset the person had; `day` is the day as they saw it. See `coach.exchange.cells` for what keeps a note text.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from coach.clock import Stamp
from coach.exchange.cells import Value, table
from coach.exchange.fields import explanation
from coach.exchange.taken import Taken, iso
from coach.journal.records import Break, Entry, Exposure, Marker, SessionRecord, StepDone

ENTRIES, SESSIONS, STEPS, MARKERS, PACKS = "entries.csv", "sessions.csv", "steps.csv", "markers.csv", "packs.csv"
BREAKS = "breaks.csv"
README = "README.txt"

_MS_PER_S = 1000
Row = dict[str, Value]


def entries_csv(records: Taken) -> str:
    """Return the table of entries, the one most people want."""
    return _csv([_entry(entry) for entry in records.entries], ENTRIES)


def all_files(records: Taken) -> dict[str, str]:
    """Return every table and the explanation, by the names of their files."""
    return {
        ENTRIES: entries_csv(records),
        SESSIONS: _csv([_session(session) for session in records.sessions], SESSIONS),
        STEPS: _csv([_step(session, step) for session in records.sessions for step in session.steps], STEPS),
        MARKERS: _csv([_marker(marker) for marker in records.markers], MARKERS),
        PACKS: _csv([_pack(pack) for pack in records.packs], PACKS),
        BREAKS: _csv([row for rest in records.breaks for row in _break(rest)], BREAKS),
        README: "".join(f"{line}\n" for line in explanation()),
    }


#: The columns of each table, also where it has no rows.
COLUMNS: dict[str, tuple[str, ...]] = {
    ENTRIES: (
        *("day", "time", "at", "tightness", "area", "side", "quality", "when", "exercise"),
        *("session", "rehearsal", "note", "together", "id"),
    ),
    SESSIONS: (
        *("day", "time", "started", "ended", "routine", "name", "status", "done_s", "planned_s"),
        *("pauses", "paused_s", "worse", "rehearsal", "id"),
    ),
    STEPS: (
        *("day", "session", "step", "kind", "exercise", "title", "side", "area", "outcome"),
        *("done_s", "planned_s", "done_reps", "planned_reps", "reason"),
    ),
    MARKERS: ("day", "last_day", "time", "at", "kind", "words", "id"),
    PACKS: (
        "day",
        "time",
        "on",
        "off",
        "mode",
        "area",
        "side",
        "worn_s",
        "certain",
        "contrast",
        "rehearsal",
        "session",
    ),
    BREAKS: (
        *("day", "time", "due", "ended", "kind", "cadence", "outcome", "why", "given", "length_s", "done_s", "away_s"),
        *("snoozes", "felt", "exercise", "side", "exercise_done_s", "exercise_reps", "id"),
    ),
}


def _csv(rows: list[Row], name: str) -> str:
    columns = COLUMNS[name]
    return table(columns, ([row[column] for column in columns] for row in rows))


def _entry(entry: Entry) -> Row:
    return {
        **_moment(entry.at),
        "at": iso(entry.at),
        "tightness": entry.tightness,
        "area": entry.area.value,
        "side": _word(entry.side),
        "quality": entry.quality.value,
        "when": _word(entry.when),
        "exercise": entry.exercise,
        "session": entry.session,
        "rehearsal": entry.rehearsal,
        "note": entry.note,
        "together": entry.together,
        "id": entry.id,
    }


def _session(session: SessionRecord) -> Row:
    return {
        **_moment(session.started),
        "started": iso(session.started),
        "ended": iso(session.ended) if session.ended is not None else None,
        "routine": session.routine,
        "name": session.name,
        "status": session.status.value,
        "done_s": _seconds(session.done_ms),
        "planned_s": _seconds(session.planned_ms),
        "pauses": session.pauses,
        "paused_s": _seconds(session.paused_ms),
        "worse": session.worse,
        "rehearsal": session.rehearsal,
        "id": session.id,
    }


def _step(session: SessionRecord, step: StepDone) -> Row:
    return {
        "day": session.started.local_day,
        "session": session.id,
        "step": step.step + 1,
        "kind": step.kind,
        "exercise": step.exercise,
        "title": step.title,
        "side": _word(step.side),
        "area": _word(step.area),
        "outcome": step.outcome.value,
        "done_s": _seconds(step.done_ms),
        "planned_s": _seconds(step.planned_ms),
        "done_reps": step.done_reps,
        "planned_reps": step.planned_reps,
        "reason": step.reason,
    }


def _marker(marker: Marker) -> Row:
    return {
        **_moment(marker.at),
        "last_day": marker.last_day,
        "at": iso(marker.at),
        "kind": marker.kind.value,
        "words": marker.words,
        "id": marker.id,
    }


def _pack(pack: Exposure) -> Row:
    return {
        **_moment(pack.on),
        "on": iso(pack.on),
        "off": iso(pack.off) if pack.off is not None else None,
        "mode": pack.mode.value,
        "area": pack.area.value,
        "side": _word(pack.side),
        "worn_s": _seconds(pack.worn_ms),
        "certain": pack.certain,
        "contrast": pack.contrast,
        "rehearsal": pack.rehearsal,
        "session": pack.session,
    }


def _break(rest: Break) -> list[Row]:
    """One row for each exercise on each side; one without where there was none."""
    common: Row = {
        **_moment(rest.at),
        "due": iso(rest.due),
        "ended": iso(rest.at),
        "kind": rest.kind.value,
        "cadence": rest.cadence,
        "outcome": rest.outcome.value,
        "why": rest.why,
        "given": rest.given,
        "length_s": _seconds(rest.length_ms),
        "done_s": _seconds(rest.done_ms),
        "away_s": _seconds(rest.away_ms),
        "snoozes": rest.snoozes,
        "felt": _word(rest.felt),
        "id": rest.id,
    }
    none: Row = {"exercise": None, "side": None, "exercise_done_s": None, "exercise_reps": None}
    done: list[Row] = [
        {
            "exercise": one.exercise,
            "side": _word(one.side),
            "exercise_done_s": _seconds(one.done_ms),
            "exercise_reps": one.done_reps,
        }
        for one in rest.exercises
    ]
    return [{**common, **row} for row in done or [none]]


def _moment(stamp: Stamp) -> Row:
    return {"day": stamp.local_day, "time": f"{stamp.local():%H:%M}"}


def _word(word: StrEnum | None) -> str | None:
    return None if word is None else word.value


def _seconds(milliseconds: int) -> int | float:
    """Seconds, whole where they are."""
    whole, rest = divmod(milliseconds, _MS_PER_S)
    return milliseconds / _MS_PER_S if rest else whole


def columns() -> Iterator[tuple[str, str]]:
    """Yield every file and column there is, for whoever explains them."""
    for name, found in COLUMNS.items():
        for column in found:
            yield name, column
