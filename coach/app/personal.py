"""What one person's answers mean for a plan: read from the journal, never from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from coach.analysis.went_worse import EASIER, OUT, ways
from coach.content.library import Library
from coach.plan.timeline import Preferences
from coach.safety.suitability import Said, left_out


def suited(preferences: Preferences, answers: Mapping[str, Any], said: Said, library: Library) -> Preferences:
    """Return the preferences with what is not for this person, and with what they do in the easier way."""
    chosen = ways(answers)
    out = (*left_out(library, said), *(exercise for exercise, way in chosen.items() if way == OUT))
    easier = (exercise for exercise, way in chosen.items() if way == EASIER)
    return replace(preferences, left_out=tuple(sorted(set(out))), easier=tuple(sorted(easier)))
