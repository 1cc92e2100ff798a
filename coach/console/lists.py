"""Lists as JSON and as text: exercises, routines, sessions, entries. The JSON fields are a contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from coach.clock import Stamp
from coach.content.library import Library
from coach.content.words import clock_text
from coach.i18n import _
from coach.journal.records import Entry, SessionRecord
from coach.plan.timeline import Timeline

_MS_PER_S = 1000


def seconds(milliseconds: int) -> float | int:
    """Return seconds, as a whole number when there is nothing after the point."""
    whole, rest = divmod(milliseconds, _MS_PER_S)
    return milliseconds / _MS_PER_S if rest else whole


def iso(stamp: Stamp) -> str:
    """Write a stamp as ISO 8601 with the offset the person had."""
    return stamp.local().isoformat(timespec="seconds")


def as_json(rows: object) -> str:
    """Write JSON that people can read and programs can parse."""
    return json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False)


def exercise_rows(library: Library) -> list[dict[str, Any]]:
    """One row per exercise: id, name and what a list can filter by."""
    return [
        {
            "id": exercise.id,
            "name": exercise.name,
            "category": exercise.category.value,
            "areas": [area.value for area in exercise.areas],
            "spine_direction": exercise.spine_direction.value,
            "per_side": exercise.per_side,
        }
        for exercise in library.exercises.values()
    ]


def routine_rows(library: Library, compiled: Callable[[str], Timeline]) -> list[dict[str, Any]]:
    """One row per routine: id, name and total seconds of its plan."""
    return [
        {"id": key, "name": found.routine.name, "total_s": seconds(compiled(key).total_ms)}
        for key, found in library.routines.items()
    ]


def session_rows(records: Iterable[SessionRecord]) -> list[dict[str, Any]]:
    """One row per session: id, routine, status, done_s, planned_s, started, rehearsal."""
    return [
        {
            "id": record.id,
            "routine": record.routine,
            "status": record.status.value,
            "done_s": seconds(record.done_ms),
            "planned_s": seconds(record.planned_ms),
            "started": iso(record.started),
            "rehearsal": record.rehearsal,
            "steps": [_step_row(step) for step in record.steps],
        }
        for record in records
    ]


def _step_row(step: Any) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "exercise": step.exercise,
        "side": step.side.value if step.side else None,
        "outcome": step.outcome.value,
        "done_s": seconds(step.done_ms),
        "planned_s": seconds(step.planned_ms),
        "reason": step.reason,
    }


def entry_rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """One row per entry: id, at, tightness, area, side, quality, note, session, when, rehearsal."""
    return [
        {
            "id": entry.id,
            "at": iso(entry.at),
            "tightness": entry.tightness,
            "area": entry.area.value,
            "side": entry.side.value if entry.side else None,
            "quality": entry.quality.value,
            "note": entry.note,
            "session": entry.session,
            "when": entry.when.value if entry.when else None,
            "rehearsal": entry.rehearsal,
        }
        for entry in entries
    ]


def session_table(rows: Sequence[dict[str, Any]]) -> str:
    """Write sessions for people, lengths in minutes and seconds."""
    lengths = ("done_s", "planned_s")
    shown = [{**row, **{key: clock_text(round(row[key] * _MS_PER_S)) for key in lengths}} for row in rows]
    heads = (_("Started"), _("Routine"), _("Ended as"), _("Done"), _("Planned"))
    return table(shown, ("started", "routine", "status", *lengths), nothing_yet("sessions"), heads)


def entry_table(rows: Sequence[dict[str, Any]]) -> str:
    """Write entries for people."""
    heads = (_("Noted"), _("0 to 10"), _("Where"), _("Side"), _("Like"), _("Note"))
    return table(rows, ("at", "tightness", "area", "side", "quality", "note"), nothing_yet("entries"), heads)


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str], empty: str, heads: Sequence[str] = ()) -> str:
    """Write the chosen columns under each other and under their heads, or the sentence for an empty list."""
    if not rows:
        return empty
    cells = [[_cell(row[column]) for column in columns] for row in rows]
    cells = [list(heads), *cells] if heads else cells
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells
    )


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, str):
        return _short_time(value)
    return str(value)


def _short_time(text: str) -> str:
    """Shorten an ISO time to date and minute; leave any other text alone."""
    if len(text) >= len("2026-01-01T00:00") and text[4:5] == "-" and text[10:11] == "T":
        try:
            return datetime.fromisoformat(text).strftime("%Y-%m-%d %H:%M")
        except ValueError:
            return text
    return text


def nothing_yet(what: str) -> str:
    """Say that a list is empty and what fills it."""
    if what == "sessions":
        return _("No sessions yet. Start one with: limber play morning-ease --text")
    return _("No entries yet. Log one with: limber log 4 --area buttock --side left")
