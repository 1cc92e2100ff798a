"""All sections, in the order of the page."""

from __future__ import annotations

from typing import Any

from coach.ui.progress.sections.asymmetry.section import SECTION as ASYMMETRY
from coach.ui.progress.sections.before_after.section import SECTION as BEFORE_AFTER
from coach.ui.progress.sections.effects.section import SECTION as EFFECTS
from coach.ui.progress.sections.section import Section
from coach.ui.progress.sections.strength.section import SECTION as STRENGTH
from coach.ui.progress.sections.tightness.section import SECTION as TIGHTNESS
from coach.ui.progress.sections.week_hours.section import SECTION as WEEK_HOURS
from coach.ui.progress.sections.where.section import SECTION as WHERE
from coach.ui.progress.sections.year.section import SECTION as YEAR

#: Each section in its own module: see `section.py` for how to add one.
EVERY: tuple[Section[Any], ...] = (
    TIGHTNESS,
    BEFORE_AFTER,
    EFFECTS,
    ASYMMETRY,
    WEEK_HOURS,
    STRENGTH,
    YEAR,
    WHERE,
)
