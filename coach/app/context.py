"""What every page is built from: content, settings, the last reading of the journal, and the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from coach.app.journals import preferences_of
from coach.app.memory import Memory
from coach.app.plans import Plans
from coach.clock import Clock, Stamp
from coach.content.library import Library
from coach.settings.model import Settings


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
        return cls(folder, clock, library, settings, Memory(), Plans(library, preferences_of(settings), None))

    def with_memory(self, memory: Memory) -> Context:
        """Return the view after another reading of the journal."""
        worse = memory.worse_side(self.now)
        same = worse == self.memory.worse_side(self.now)
        plans = self.plans if same else Plans(self.library, preferences_of(self.settings), worse)
        return replace(self, memory=memory, plans=plans)

    def with_settings(self, settings: Settings) -> Context:
        """Return the view under other settings."""
        plans = Plans(self.library, preferences_of(settings), self.memory.worse_side(self.now))
        return replace(self, settings=settings, plans=plans)

    @property
    def now(self) -> Stamp:
        """Return this moment as the person sees it."""
        return self.clock.stamp()
