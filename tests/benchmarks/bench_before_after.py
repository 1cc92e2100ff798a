"""Moving before and after on ten years, against the same rings, dots and bars in a bare pyqtgraph plot."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coach.analysis.before_after import before_after
from coach.analysis.series import Key
from coach.content.vocabulary import Area, Side
from coach.drawing.charts.before_after import BeforeAfterChart, before_after_chart
from coach.drawing.charts.model import BeforeAfterState
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.before_after.plot import before_after_plot
from tests.benchmarks.bench_charts import MOVING, report, timed_ms
from tests.drawing.charts.samples import LIGHT
from tests.seeded_year import ten_years

_PLACES = (
    Key(Area.BUTTOCK, Side.LEFT),
    Key(Area.BUTTOCK, Side.RIGHT),
    Key(Area.LOW_BACK, None),
    Key(Area.CALF, Side.LEFT),
)
_STEPS, _WARMING_UP = 44, 4


def _plot() -> BeforeAfterState:
    """Return the most that is ever drawn: four places in each of the last sessions of ten years."""
    rated = [found for found in before_after(ten_years().entries).values() if found.pairs]
    pairs = tuple((key, rated[slot % len(rated)]) for slot, key in enumerate(_PLACES))
    plot = before_after_plot(
        pairs, Choice({key: n for n, key in enumerate(_PLACES)}, None, Span.ALL), {}, Say(str, str, str)
    )
    assert plot is not None
    return plot


def _bare(state: BeforeAfterState, ours: BeforeAfterChart) -> pg.PlotWidget:
    made = pg.PlotWidget()
    for slot in range(len(_PLACES)):
        found = [one for one in state.dumbbells if one.slot == slot]
        xs = [ours._x(one) for one in found]
        ends = [end for one in found for end in (one.before, one.after)]
        made.plot(xs, ends[::2], pen=None, symbol="o", antialias=True)
        made.plot(xs, ends[1::2], pen=None, symbol="o", antialias=True)
        made.plot(np.repeat(xs, 2), ends, connect="pairs", antialias=True)
    return made


def test_moving_before_and_after(qapp: QApplication) -> None:
    """A step of moving along, painted."""
    state = _plot()
    assert len(state.dumbbells) == len(_PLACES) * len(state.days)
    ours = before_after_chart(state, LIGHT, QLocale("en_GB"))
    bare = _bare(state, ours)
    for widget in (ours, bare):
        widget.resize(900, 400)
        widget.show()
    qapp.processEvents()

    def move(widget: pg.PlotWidget, step: int) -> None:
        widget.setXRange(2 + step / 5, 20 + step / 5, padding=0)
        widget.grab()

    pairs = [
        (timed_ms(lambda step=n: move(ours, step)), timed_ms(lambda step=n: move(bare, step)))  # type: ignore[misc]
        for n in range(_STEPS)
    ][_WARMING_UP:]
    for widget in (ours, bare):
        widget.deleteLater()
    report(f"moving {len(state.dumbbells)} pairs of ratings", "moving the same in a bare plot", pairs, MOVING)
