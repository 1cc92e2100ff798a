"""Sections of Progress on ten years: each is built in a part of the time that folding the entries takes anyway."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coach.analysis.series import tightness_series
from coach.analysis.strength import Aim
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.sections.section import Looking, Section
from coach.ui.progress.sections.strength.section import SECTION as STRENGTH
from coach.ui.progress.sections.week_hours.section import SECTION as WEEK_HOURS
from coach.ui.progress.sections.year.section import SECTION as YEAR
from coach.ui.progress.state import ProgressState, build_state
from tests.benchmarks.bench_charts import report, timed_ms
from tests.seeded_year import Year, ten_years
from tests.ui.progress.sample import SAY

#: View and chart state of a section cost at most this part of folding all entries into series.
PART = 0.5
_ROUNDS = 5


@pytest.fixture(scope="module")
def lived() -> Year:
    """Ten years, some 50 000 entries and 10 000 sessions."""
    return ten_years()


def _state(lived: Year) -> ProgressState:
    answers = {"days-a-week": [{"since": lived.last_day.isoformat(), "days": 5}]}
    return build_state(lived.entries, lived.sessions, lived.last_day, markers=lived.markers, answers=answers)


def _work(section: Section[Any], held: ProgressState) -> Callable[[], object]:
    """Build the view of everything there is; nothing of it was folded before but the series."""
    fresh = replace(held)
    fresh.__dict__["series"] = held.series
    choice = Choice({one.key: slot for slot, one in enumerate(fresh.series[:4])}, None, Span.ALL)
    looking = Looking(fresh, choice, SAY)
    return lambda: section.view(looking)


@pytest.mark.parametrize("section", [WEEK_HOURS, YEAR, STRENGTH], ids=lambda one: one.name)
def test_a_section_on_ten_years(section: Section[Any], lived: Year) -> None:
    """Its numbers, words, table and chart state, without painting."""
    held = _state(lived)
    assert Aim(lived.last_day.toordinal(), 5) in held.aims
    pairs = [
        (timed_ms(_work(section, held)), timed_ms(lambda: tightness_series(lived.entries))) for _round in range(_ROUNDS)
    ]
    report(f"{section.name}: view of {len(lived.entries)} entries", "folding the entries into series", pairs, PART)
