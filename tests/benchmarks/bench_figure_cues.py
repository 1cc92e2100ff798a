"""Whether cues come in time while pictures of a figure are being made beside them."""

from __future__ import annotations

import statistics

import pytest
from PySide6.QtWidgets import QApplication

from coach.clock import SystemClock
from coach.drawing.figure.frames import Frame, frame_of
from coach.drivers.workshop import Job, Workshop
from tests.benchmarks.bench_cues import bare, in_a_window, plan
from tests.figure.shown import picture

#: The heaviest to draw: a chair, two folded legs, two hands.
HEAVY = "piriformis_seated_figure_four"


def test_cues_do_not_wait_for_pictures(qapp: QApplication) -> None:
    """While frames are made without a rest, cues come as punctually as bench_cues asks, and one switch of threads more."""
    del qapp
    shown, workshop = picture(HEAVY), Workshop(SystemClock())
    made: list[Frame] = []
    job = Job(lambda: frame_of(shown.plate(len(made) % 200 / 100)), made.append, pytest.fail)
    workshop.serve(lambda: job)
    workshop.wake()
    late = in_a_window(plan(0)) + in_a_window(plan(1))
    workshop.close()
    alone = bare(plan(0)) + bare(plan(1))
    p99, least = (statistics.quantiles(times, n=100)[98] for times in (late, alone))
    print(f"\ncues beside {len(made)} frames: p99 {p99:.2f} ms, max {max(late):.2f} ms; a bare loop {least:.2f} ms")
    assert p99 <= max(2 * least, least + 5) + 10
