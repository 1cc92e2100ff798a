"""What one person's journal and settings mean for a plan: their answers come from the journal, never from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from coach.analysis.learning_week import learning_week
from coach.analysis.went_worse import EASIER, OUT, ways
from coach.analysis.worse_side import worse_side
from coach.app.journals import preferences_of
from coach.app.sittings import Circumstances, history_start_us
from coach.clock import Clock
from coach.content.library import Library
from coach.journal.repository import JournalReader
from coach.plan.timeline import Preferences
from coach.safety.suitability import Said, left_out, said_of
from coach.settings.model import Settings


def suited(preferences: Preferences, answers: Mapping[str, Any], said: Said, library: Library) -> Preferences:
    """Return the preferences with what is not for this person, and with what they do in the easier way."""
    chosen = ways(answers)
    out = (*left_out(library, said), *(exercise for exercise, way in chosen.items() if way == OUT))
    easier = (exercise for exercise, way in chosen.items() if way == EASIER)
    return replace(preferences, left_out=tuple(sorted(set(out))), easier=tuple(sorted(easier)))


def circumstances_of(
    journal: JournalReader, settings: Settings, library: Library, clock: Clock, speed: float = 1.0
) -> Circumstances:
    """Read what a session or a plan of this person depends on at this moment."""
    now, answers = clock.stamp(), journal.answers()
    said, today = said_of(answers, now), date.fromisoformat(now.local_day)
    return Circumstances(
        library=library,
        clock=clock,
        exposures=tuple(journal.exposures(history_start_us(clock))),
        worse_side=worse_side(journal.entries(), today),
        preferences=suited(preferences_of(settings), answers, said, library),
        speed=speed,
        said=said,
        doses=settings.doses,
        learning=learning_week(answers, today) is not None,
    )
