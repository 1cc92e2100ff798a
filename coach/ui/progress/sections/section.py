"""What a section of the Progress page is, and how to add one.

A section is one question about the journal, one chart and the same in words. To add one called `spots`:

1. make `sections/spots.py` (or a package `sections/spots/` with a `section.py`) that ends in
   `SECTION = Section(name="spots", title=…, question=…, view=…, chart=…)`;
2. put it into `EVERY` in `every.py`, where it belongs on the page;
3. test it under `tests/ui/progress/sections/`, with golden pictures of its chart under `tests/drawing/charts/`.

The rules: `title` and `question` are functions, so that they translate. `view` knows no Qt and no drawing: it takes a
`Looking` (the journal, what is chosen, how days are written) and returns a `View`. It is asked again whenever an entry
or the choice changes, so keep it fast: what does not depend on the choice is folded once, in
`coach.analysis.folds.Folds`. `chart` is called only when the section is shown; it imports `coach.drawing.charts.…` inside
its body (nothing of Qt or pyqtgraph may load before) and returns a widget that is a `Drawn`
(`coach/drawing/charts/drawn.py`): every chart made of `Chart` is one already. The page does the rest: the card with its
title and question, the empty state, the tools, saving as PNG, SVG and CSV, the sentences, the table and the method.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.analysis.band import Channel, seven_day_channel
from coach.analysis.mean import MeanPoint, seven_day_means
from coach.analysis.series import Key, Series
from coach.drawing.charts.look import Look
from coach.ui.progress.choice import Choice, first_day
from coach.ui.progress.rows import Table
from coach.ui.progress.saying import Say
from coach.ui.progress.state import ProgressState

if TYPE_CHECKING:
    from coach.drawing.charts.drawn import Drawn

P = TypeVar("P")


@dataclass(frozen=True)
class Looking:
    """What is looked at: the journal, what of it is chosen, and how days and numbers are written."""

    state: ProgressState
    choice: Choice
    say: Say

    @property
    def today(self) -> int:
        """The person's local day, an ordinal."""
        return self.state.today.toordinal()

    @property
    def first(self) -> int:
        """The first local day of the chosen span; for *all* the day of the oldest chosen entry."""
        days = [one.points[0].day for one in self.series if one.points]
        return first_day(self.choice, min(days, default=self.today), self.today)

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The chosen places by slot, with entries of the chosen feeling only."""
        found = [one.of_quality(self.choice.quality) for one in self.state.series if one.key in self.choice.places]
        return tuple(sorted(found, key=lambda one: self.choice.places[one.key]))

    @cached_property
    def means(self) -> Mapping[Key, tuple[MeanPoint, ...]]:
        """The means of seven days of each chosen place."""
        return {one.key: seven_day_means(one.points) for one in self.series}

    @cached_property
    def channels(self) -> Mapping[Key, tuple[Channel, ...]]:
        """The channel of highs and lows of each chosen place, on the days of its means."""
        return {one.key: seven_day_channel(one.points) for one in self.series}


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that only the person can say, asked beneath the chart and kept in the journal as an answer.

    `key` names the answer; each option is its words, the whole value that is kept, and whether it is what was said last.
    """

    key: str
    words: str
    options: tuple[tuple[str, Any, bool], ...]


@dataclass(frozen=True, slots=True)
class View(Generic[P]):
    """What a section says about what is looked at.

    `sentences` say the same as the chart and are its description for a screen reader; `remark` stands below them, muted;
    `method` are the paragraphs behind "Why does it say so?"; `table` holds the values, also of the CSV. `plot` is what
    the chart is made of, None while there is nothing to draw: then `empty` says so, and what to do about it.
    `ask` is a question that belongs to it.
    """

    sentences: tuple[str, ...]
    method: tuple[str, ...]
    table: Table
    plot: P | None
    empty: tuple[str, str]
    remark: str = ""
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Section(Generic[P]):
    """One chart of the page.

    `name` is its key and part of the names of saved files. `half` sections share a row with another half one where
    there is room. `height` is that of the chart relative to the usual one.
    """

    name: str
    title: Callable[[], str]
    question: Callable[[], str]
    view: Callable[[Looking], View[P]]
    chart: Callable[[P, Look], Drawn]
    half: bool = False
    height: float = 1.0
