"""Decides when a session is written down: what happened at once, a checkpoint at every change and every 5 s."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from coach.clock import Moment
from coach.journal.repository import Draft, ResumeNote
from coach.session.events import CueDue, Event, Finished
from coach.session.state import Checkpoint

CHECKPOINT_EVERY_NS = 5_000_000_000  # RELIABILITY 3.7: a kill loses at most the last few seconds


class Writing(NamedTuple):
    """What goes into one transaction; `over` says that the resume note is to be forgotten."""

    drafts: tuple[Draft, ...]
    note: ResumeNote | None
    over: bool


class Recording(Protocol):
    """The recorder as the scribe needs it."""

    def record(self, events: Sequence[Event]) -> list[Draft]:
        """Turn events into drafts."""
        ...

    def resume_note(self, checkpoint: Checkpoint) -> ResumeNote:
        """Wrap a checkpoint with the clocks."""
        ...

    def last_note(self, checkpoint: Checkpoint) -> ResumeNote | None:
        """Return what is noted once the engine is finished; None when the session is over with it."""
        ...


class Scribe:
    """Turns what the engine said into transactions."""

    def __init__(self, recorder: Recording) -> None:
        self._recorder = recorder
        self._noted_ns: int | None = None

    def take(self, events: Sequence[Event], checkpoint: Callable[[], Checkpoint], now: Moment) -> Writing | None:
        """Return what to write after `events`, or None when nothing needs writing yet."""
        drafts = tuple(self._recorder.record(events))
        finished = any(isinstance(event, Finished) for event in events)
        changed = any(not isinstance(event, CueDue) for event in events)
        stale = self._noted_ns is None or now.awake_ns - self._noted_ns >= CHECKPOINT_EVERY_NS
        if not (drafts or changed or stale):
            return None
        self._noted_ns = now.awake_ns
        noting = self._recorder.last_note if finished else self._recorder.resume_note
        note = noting(checkpoint())
        return Writing(drafts, note, over=note is None)

    def next_note_ns(self) -> int | None:
        """Return the awake time at which a checkpoint is due next, or None before the first."""
        return None if self._noted_ns is None else self._noted_ns + CHECKPOINT_EVERY_NS
