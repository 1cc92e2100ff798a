"""Charts: the first one against a bare pyqtgraph plot, and a hundred thousand entries against reading them."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coach.analysis.before_after import before_after
from coach.analysis.mean import seven_day_means
from coach.analysis.series import Series, tightness_series
from coach.content.vocabulary import Area, Side
from coach.journal.records import Entry
from coach.store.open import open_journal, open_reader
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.tightness.plot import tightness_plot
from coach.ui.progress.state import build_state
from tests.drawing.charts.samples import LIGHT
from tests.fakes import FakeClock
from tests.journal.samples import entry

#: Opening the Progress page the first time costs at most so many times a bare plot of the same points.
FIRST_CHART = 1.6
#: Folding all entries into points, means and pairs costs at most this part of reading them from the journal.
FOLDING = 0.5
#: Moving a chart of 3 000 entries costs at most so many times moving a bare plot of the same points.
MOVING = 1.3
_ENTRIES = 100_000
_ROUNDS = 5

_HEAD = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
app = QApplication([])
begun = time.perf_counter_ns()
"""
_TAIL = """
widget.resize(900, 400)
widget.show()
app.processEvents()
widget.grab()
print((time.perf_counter_ns() - begun) / 1e6)
os._exit(0)
"""
_BARE = """
import pyqtgraph
widget = pyqtgraph.PlotWidget()
for n in (0, 1):
    widget.plot([x / 2 for x in range(30)], [(x + n) % 11 for x in range(30)], symbol="o", antialias=True)
"""
_OURS = """
from coach.drawing.charts.over_time import over_time_chart
from tests.drawing.charts.samples import LIGHT, Shape, line, tightness
marks = tuple((x / 2, x % 11) for x in range(30))
state = tightness(line("left", Shape.LEFT, 0, marks), line("right", Shape.RIGHT, 1, marks))
widget = over_time_chart(state, LIGHT)
"""


def timed_ms(work: Callable[[], object]) -> float:
    """How long a call takes, in milliseconds."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def in_a_fresh_process(middle: str) -> float:
    """Milliseconds from the running application to the painted widget, imports included."""
    code = _HEAD + middle + _TAIL
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return float(done.stdout.split()[-1])


def report(ours: str, theirs: str, pairs: list[tuple[float, float]], bound: float) -> None:
    """Print the table and hold the bound."""
    left, right = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    print(f"\n{ours:44}{left:10.1f} ms\n{theirs:44}{right:10.1f} ms\nratio {left / right:.2f} (bound {bound})")
    assert left <= right * bound


def test_the_first_chart_against_a_bare_plot() -> None:
    """Imports, building and the first painting, each in a process of its own, taken in turns."""
    pairs = [(in_a_fresh_process(_OURS), in_a_fresh_process(_BARE)) for _round in range(_ROUNDS)]
    report("first tightness chart, 60 entries", "bare pyqtgraph plot of 60 points", pairs, FIRST_CHART)


def test_folding_a_hundred_thousand_entries_against_reading_them(tmp_path: Path) -> None:
    """Series, seven-day means and pairs of 27 years at ten entries a day."""
    clock = FakeClock()
    store = open_journal(tmp_path / "data", app_version="0.1", clock=clock)
    for _block in range(100):
        drafts = []
        for number in range(_ENTRIES // 100):
            clock.advance(8640)
            drafts.append(entry(clock, number % 11))
        store.append(drafts)
    store.close()

    def read() -> list[Entry]:
        reader = open_reader(tmp_path / "data")
        try:
            return reader.entries()
        finally:
            reader.close()

    held = read()
    assert len(held) == _ENTRIES

    def fold() -> None:
        for series in tightness_series(held):
            seven_day_means(series.points)
        before_after(held)

    pairs = [(timed_ms(fold), timed_ms(read)) for _round in range(_ROUNDS)]
    report(f"folding {_ENTRIES} entries", "reading them from the journal", pairs, FOLDING)


def three_years(side: Side, base: int, clock: FakeClock) -> Series:
    """1 500 entries of one side over a thousand days, drifting and jumping as such entries do."""
    chance = random.Random(base)
    made: list[Entry] = []
    for _number in range(1500):
        clock.advance(86_400 / 1.5)
        stamp = clock.stamp()
        felt = min(max(round(chance.gauss(base, 1.3)), 0), 10)
        made.append(Entry(id=str(stamp.utc_us), at=stamp, tightness=felt, area=Area.BUTTOCK, side=side))
    return tightness_series(made)[0]


def test_moving_a_chart_of_three_thousand_entries(qapp: QApplication) -> None:
    """A step of moving along, painted, against the same points and means in a bare plot with lines one pixel wide."""
    import pyqtgraph as pg

    from coach.drawing.charts.over_time import over_time_chart

    series = [three_years(side, base, FakeClock()) for side, base in ((Side.LEFT, 6), (Side.RIGHT, 3))]
    choice = Choice({one.key: slot for slot, one in enumerate(series)}, None, Span.ALL)
    last = series[0].points[-1].day
    entries = [point.entry for one in series for point in one.points]
    state = build_state(entries, [], date.fromordinal(last))
    plot = tightness_plot(Looking(state, choice, Say(str, str, str)))
    ours, bare = over_time_chart(plot, LIGHT, QLocale("en_GB")), pg.PlotWidget()
    for one in plot.lines:
        bare.plot(one.xs, one.ys, pen=None, symbol="o", antialias=True)
        bare.plot([x for x, _y in one.runs[0]], [y for _x, y in one.runs[0]], antialias=True)
    for widget in (ours, bare):
        widget.resize(900, 400)
        widget.show()
    qapp.processEvents()

    def move(widget: pg.PlotWidget, step: int) -> None:
        widget.setXRange(last - 950 + step, last - 50 + step, padding=0)
        widget.grab()

    pairs = [
        (timed_ms(lambda step=n: move(ours, step)), timed_ms(lambda step=n: move(bare, step)))  # type: ignore[misc]
        for n in range(20)
    ][2:]
    for widget in (ours, bare):
        widget.deleteLater()
    report("moving 3000 entries and their means", "moving the same in a bare plot", pairs, MOVING)
