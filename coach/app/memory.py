"""What the journal holds, read once in its own thread and handed to every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from coach.analysis.folds import Folds
from coach.analysis.worse_side import worse_side
from coach.clock import Stamp
from coach.content.vocabulary import Side
from coach.journal.alternating import split
from coach.journal.records import Break, Entry, Exposure, Marker, SessionRecord, Unfinished
from coach.journal.repository import JournalReader


@dataclass(frozen=True)
class Memory:
    """One reading of the journal: entries, markers and sessions oldest first, unfinished newest first.

    `alternating` are packs that alternate in the background: they are no session that waits to be resumed.
    """

    entries: tuple[Entry, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    damaged: tuple[str, ...] = ()
    alternating: tuple[Unfinished, ...] = ()
    answers: dict[str, Any] = field(default_factory=dict)
    markers: tuple[Marker, ...] = ()
    breaks: tuple[Break, ...] = ()

    @cached_property
    def folds(self) -> Folds:
        """What entries, sessions and markers come to; `coach.app.folding` works it out in the thread that has read them."""
        return Folds(self.entries, self.sessions, self.markers)

    def worse_side(self, now: Stamp) -> Side | None:
        """Return the side that was worse in the last fortnight."""
        return worse_side(self.entries, date.fromisoformat(now.local_day))


def remember(journal: JournalReader, exposures_since_us: int) -> Memory:
    """Read everything the pages show."""
    unfinished, alternating = split(journal.unfinished())
    running = {one.session for one in alternating}  # for hours: it is listed once it has ended
    return Memory(
        entries=tuple(journal.entries()),
        sessions=tuple(one for one in journal.sessions() if one.id not in running),
        unfinished=unfinished,
        alternating=alternating,
        exposures=tuple(journal.exposures(exposures_since_us)),
        damaged=tuple(journal.damaged()),
        answers=journal.answers(),
        markers=tuple(journal.markers()),
        breaks=tuple(journal.breaks()),
    )
