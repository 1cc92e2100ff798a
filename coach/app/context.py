"""What every page is built from: content, settings, the last reading of the journal, and the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coach.analysis.learning_week import learning_week
from coach.analysis.tracked import Place, tracked
from coach.analysis.went_worse import ways
from coach.app.journals import preferences_of
from coach.app.memory import Memory
from coach.app.personal import suited
from coach.app.plans import Plans
from coach.clock import Clock, Stamp
from coach.content.library import Library
from coach.plan.timeline import Preferences
from coach.safety.suitability import Said, said_of
from coach.settings.model import Settings
from coach.ui.yours import Yours


@dataclass(frozen=True, slots=True)
class Context:
    """One consistent view; a change of settings or journal makes a new one."""

    folder: Path
    clock: Clock
    library: Library
    settings: Settings
    memory: Memory
    plans: Plans

    @classmethod
    def first(cls, folder: Path, clock: Clock, library: Library, settings: Settings) -> Context:
        """Return the view before the journal has been read."""
        return cls(
            folder, clock, library, settings, Memory(), Plans(library, preferences_of(settings), None, settings.doses)
        )

    def with_memory(self, memory: Memory) -> Context:
        """Return the view after another reading of the journal."""
        after = replace(self, memory=memory)
        worse = memory.worse_side(self.now)
        same = worse == self.memory.worse_side(self.now) and after.preferences == self.preferences
        return (
            after if same else replace(after, plans=Plans(self.library, after.preferences, worse, self.settings.doses))
        )

    def with_library(self, library: Library) -> Context:
        """Return the view with other content."""
        after = replace(self, library=library)
        worse = self.memory.worse_side(self.now)
        return replace(after, plans=Plans(library, after.preferences, worse, self.settings.doses))

    def with_settings(self, settings: Settings) -> Context:
        """Return the view under other settings."""
        after = replace(self, settings=settings)
        return replace(
            after, plans=Plans(self.library, after.preferences, self.memory.worse_side(self.now), settings.doses)
        )

    @property
    def tracked(self) -> tuple[Place, ...]:
        """Return the places that are asked about before and after a session."""
        return tracked(self.settings.tracked, self.memory.entries, date.fromisoformat(self.now.local_day))

    @property
    def said(self) -> Said:
        """Return what the person said about themselves, as it counts today."""
        return said_of(self.memory.answers, self.now)

    @property
    def yours(self) -> Yours:
        """Return what pages say about what the person said."""
        today = date.fromisoformat(self.now.local_day)
        week = learning_week(self.memory.answers, today)
        return Yours(self.said, ways(self.memory.answers), week.number(today) if week is not None else 0)

    @property
    def preferences(self) -> Preferences:
        """Return what shapes every plan of this person."""
        return suited(preferences_of(self.settings), self.memory.answers, self.said, self.library)

    @property
    def now(self) -> Stamp:
        """Return this moment as the person sees it."""
        return self.clock.stamp()
