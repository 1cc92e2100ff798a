"""All sections, in the order of the page."""

from __future__ import annotations

from typing import Any

from coach.ui.progress.sections.before_after.section import SECTION as BEFORE_AFTER
from coach.ui.progress.sections.effects.section import SECTION as EFFECTS
from coach.ui.progress.sections.section import Section
from coach.ui.progress.sections.tightness.section import SECTION as TIGHTNESS

#: Each section in its own module: see `section.py` for how to add one.
EVERY: tuple[Section[Any], ...] = (
    TIGHTNESS,
    BEFORE_AFTER,
    EFFECTS,
)
