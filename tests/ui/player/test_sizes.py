"""What is on the stage can be read from the floor."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.ui import theme, tokens
from coach.ui.player.page import StagePage
from coach.ui.player.sizes import stage_sizes
from tests.ui.player.conftest import find, moment
from tests.ui.support import dress

SCREENS = [(960, 640), (1280, 720), (1280, 800), (1920, 1080), (2560, 1440)]


@pytest.mark.parametrize(("wide", "high"), SCREENS)
def test_digits_and_name_are_high_enough(qapp: QApplication, wide: int, high: int) -> None:
    """The figures themselves are 1/5 of the height, the name's letters 1/14 as a font."""
    dress(qapp)
    sizes = stage_sizes(high)
    digits = QFontMetricsF(theme.font(sizes.seconds, 700)).tightBoundingRect("08")
    assert digits.height() >= high / 5
    assert sizes.name >= high / 14
    assert QFontMetricsF(theme.font(sizes.name, 700)).height() >= high / 14


@pytest.mark.parametrize(("wide", "high"), SCREENS)
def test_two_digits_fit_in_the_ring(qapp: QApplication, wide: int, high: int) -> None:
    """The widest two figures stay inside the ring's stroke."""
    dress(qapp)
    sizes = stage_sizes(high)
    box = QFontMetricsF(theme.font(sizes.seconds, 700)).tightBoundingRect("88")
    inner = sizes.ring / 2 - sizes.ring * 0.055 - 2
    assert ((box.width() / 2) ** 2 + (box.height() / 2) ** 2) ** 0.5 <= inner


@pytest.mark.parametrize(("wide", "high"), SCREENS)
def test_the_figure_takes_more_than_half(
    stage: StagePage, library: Library, packs: Timeline, wide: int, high: int
) -> None:
    """The figure's place is more than half of the stage, and nothing overlaps anything."""
    stage.resize(wide, high)
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.HOLD, "hamstring_supine_strap"), 1200))
    canvas = stage.canvas
    figure = canvas.figure.geometry()
    assert figure.width() * figure.height() > wide * high / 2
    pieces = [canvas.name, canvas.figure, canvas.side, canvas.caption, canvas.ring, canvas.controls, canvas.next]
    for number, one in enumerate(pieces):
        assert canvas.rect().contains(one.geometry()), type(one).__name__
        for other in pieces[number + 1 :]:
            assert not one.geometry().intersects(other.geometry()), (type(one).__name__, type(other).__name__)


def test_every_name_fits_on_one_line(stage: StagePage, library: Library, ease: Timeline) -> None:
    """No exercise's name is cut at 1280 × 800."""
    stage.begin(ease, library, 1.0)
    stage.show_snapshot(moment(ease, 1))
    metrics = stage.canvas.name.fontMetrics()
    assert max(metrics.horizontalAdvance(one.name) for one in library.exercises.values()) <= stage.canvas.name.width()


@pytest.mark.parametrize("high", [640, 720, 1080, 1440])
def test_targets_are_never_small(high: int) -> None:
    """Everything that can be pressed is at least 64 pixels high."""
    assert stage_sizes(high).target >= tokens.STAGE_TARGET
    assert stage_sizes(high).caption >= 18
