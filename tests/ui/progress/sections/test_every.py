"""What holds for every section of the page, whoever made it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coach.ui.progress.choice import Choice, Span, first_choice
from coach.ui.progress.sections.every import EVERY
from coach.ui.progress.sections.section import Looking, Section
from coach.ui.progress.state import build_state
from tests.analysis.make import entry
from tests.seeded_year import LAST_DAY, first_week, seeded_year
from tests.ui.progress.sample import LEFT, SAY, looking

_LAZY = """
import sys
import coach.ui.progress.sections.every
assert not {"PySide6", "pyqtgraph", "numpy"} & set(sys.modules), "loaded before anything is drawn"
"""
_VERDICTS = frozenset(
    [
        "improved",
        "improvement",
        "clinically",
        "better",
        "worse",
        "success",
        "great",
        "relief",
        "relieves",
        "cures",
        "treats",
        "effective",
        "works",
    ]
)


def _seeded(first: bool, span: Span) -> Looking:
    year = first_week() if first else seeded_year()
    state = build_state(year.entries, year.sessions, LAST_DAY, markers=year.markers)
    choice = first_choice(state.series, LAST_DAY.toordinal())
    return Looking(state, Choice(choice.places, None, span), SAY)


LOOKINGS = {
    "sample": looking(),
    "one entry": looking([entry("2025-05-20T08:00")], Choice({LEFT: 0})),
    "first week": _seeded(first=True, span=Span.TWO_WEEKS),
    "year": _seeded(first=False, span=Span.YEAR),
    "all": _seeded(first=False, span=Span.ALL),
}
each = pytest.mark.parametrize("section", EVERY, ids=[section.name for section in EVERY])
everywhere = pytest.mark.parametrize("at", LOOKINGS.values(), ids=LOOKINGS)


def test_no_qt_before_something_is_drawn() -> None:
    """Importing every section loads neither Qt nor pyqtgraph nor NumPy."""
    done = subprocess.run(
        [sys.executable, "-c", _LAZY], check=False, capture_output=True, text=True, cwd=Path(__file__).parents[4]
    )
    assert done.returncode == 0, done.stderr


def test_each_has_a_name_of_its_own() -> None:
    """Files are named after it; its words are asked when they are shown."""
    assert len({section.name for section in EVERY}) == len(EVERY)
    assert len({section.title() for section in EVERY}) == len(EVERY)
    assert all(section.question().endswith("?") for section in EVERY)


@each
@everywhere
def test_the_table_fits_its_heads(section: Section[Any], at: Looking) -> None:
    """Every row has a word for each column, however little or much there is."""
    table = section.view(at).table
    assert table.name
    for number in {0, table.count // 2, table.count - 1} if table.count else ():
        assert len(table.row(number)) == len(table.heads)


@each
@everywhere
def test_it_is_drawn_or_says_what_to_do(section: Section[Any], at: Looking) -> None:
    """Nothing to draw: a sentence and what to do about it; something: the same in words; always a method."""
    view = section.view(at)
    assert view.method
    if view.plot is None:
        assert all(view.empty)
    else:
        assert view.sentences


@each
@everywhere
def test_no_verdict_anywhere(section: Section[Any], at: Looking) -> None:
    """Numbers and how they came about; nothing is better, worse, improved or clinical, nothing is shouted."""
    view = section.view(at)
    said = [*view.sentences, view.remark, *view.method, *view.empty, *view.table.heads, view.table.name]
    words = {word.strip(".,;:()").lower() for sentence in said for word in sentence.split()}
    assert not words & _VERDICTS
    assert not any("!" in sentence for sentence in said)
