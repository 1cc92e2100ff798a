"""Records for the journal's tests."""

from __future__ import annotations

from datetime import UTC, datetime

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Felt, MarkerKind, Quality, Side, When
from coach.journal.records import Break, Entry, Marker, SessionRecord, StepDone
from coach.session.events import Outcome, Status


def at(day: int, hour: int = 8, minute: int = 15, month: int = 5) -> Stamp:
    """A moment in May 2026."""
    return stamp_of(datetime(2026, month, day, hour, minute, tzinfo=UTC), "UTC")


def entry(key: str, stamp: Stamp, tightness: int = 6, **more: object) -> Entry:
    """An entry about the left buttock."""
    fields: dict[str, object] = {"area": Area.BUTTOCK, "side": Side.LEFT, "quality": Quality.TIGHTNESS}
    return Entry(id=key, at=stamp, tightness=tightness, **(fields | more))  # type: ignore[arg-type]


def marker(key: str, stamp: Stamp, **more: object) -> Marker:
    """A flare after a move, until the ninth of May."""
    fields: dict[str, object] = {"kind": MarkerKind.FLARE, "words": "After the move", "last_day": "2026-05-09"}
    return Marker(id=key, at=stamp, **(fields | more))  # type: ignore[arg-type]


def rest(key: str, stamp: Stamp, **more: object) -> Break:
    """A movement break, done after it was put off once; it felt easier."""
    fields: dict[str, object] = {
        "kind": BreakKind.MOVE,
        "outcome": BreakOutcome.DONE,
        "cadence": "move",
        "why": "",
        "length_ms": 120_000,
        "done_ms": 120_000,
        "snoozes": 1,
        "felt": Felt.EASIER,
    }
    return Break(id=key, at=stamp, due=stamp, **(fields | more))  # type: ignore[arg-type]


def step(title: str = "Single knee to chest", **more: object) -> StepDone:
    """A step done as planned: three holds of twenty seconds."""
    fields: dict[str, object] = {
        "step": 0,
        "kind": "hold",
        "exercise": "knee_to_chest_single",
        "side": Side.LEFT,
        "area": None,
        "outcome": Outcome.DONE,
        "done_ms": 60_000,
        "planned_ms": 60_000,
        "done_reps": 3,
        "planned_reps": 3,
    }
    return StepDone(title=title, **(fields | more))  # type: ignore[arg-type]


def session(key: str, started: Stamp, *steps: StepDone, **more: object) -> SessionRecord:
    """A session of Morning ease, done."""
    fields: dict[str, object] = {
        "routine": "morning-ease",
        "name": "Morning ease",
        "content_hash": "",
        "ended": None,
        "status": Status.DONE,
        "done_ms": 480_000,
        "planned_ms": 500_000,
        "rehearsal": False,
        "pauses": 0,
        "paused_ms": 0,
    }
    return SessionRecord(id=key, started=started, steps=steps, **(fields | more))  # type: ignore[arg-type]


def before_and_after(key: str, stamp: Stamp) -> list[Entry]:
    """Two ratings around session `key`: 6 before, 4 after."""
    return [
        entry(f"{key}-before", stamp, 6, session=key, when=When.BEFORE),
        entry(f"{key}-after", stamp, 4, session=key, when=When.AFTER),
    ]
