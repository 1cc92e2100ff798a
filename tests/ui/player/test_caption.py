"""Long instructions get smaller, then shorter by whole sentences, and never touch the ring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Phase
from coach.ui.player.caption import fitting
from coach.ui.player.page import StagePage
from tests.ui.player.conftest import find, moment
from tests.ui.support import dress

LONG = "A dry towel between pack and skin. Never on bare skin. Electric pad on low or medium, never high."


def test_a_short_one_keeps_its_size(qapp: QApplication) -> None:
    """What fits is neither smaller nor shorter."""
    dress(qapp)
    assert fitting("Lower the foot.", QSize(300, 120), 24) == (24, "Lower the foot.")


def test_a_long_one_is_smaller_before_it_is_shorter(qapp: QApplication) -> None:
    """It is whole in a smaller size where that is enough; else it ends where a sentence ends."""
    dress(qapp)
    px, words = fitting(LONG, QSize(300, 110), 24)
    assert (px < 24, words) == (True, LONG)
    _px, words = fitting(LONG, QSize(300, 50), 24)
    assert words in {"A dry towel between pack and skin.", "A dry towel between pack and skin. Never on bare skin."}


def test_one_endless_sentence_is_cut_at_a_word(qapp: QApplication) -> None:
    """Where not even one sentence fits, the cut is shown."""
    dress(qapp)
    _px, words = fitting("word " * 80, QSize(200, 60), 24)
    assert words.endswith("word…")


@pytest.mark.parametrize("size", [(960, 640), (1280, 720), (1280, 800), (1920, 1080)])
def test_no_instruction_touches_the_ring(
    stage: StagePage, library: Library, packs: Timeline, ease: Timeline, size: tuple[int, int]
) -> None:
    """Every stretch of two routines, at its start: the words stay in their place above the ring."""
    stage.resize(*size)
    caption, ring = stage.canvas.caption, stage.canvas.ring
    for plan in (packs, ease):
        stage.begin(plan, library, 1.0)
        for number in range(len(plan.segments)):
            stage.show_snapshot(moment(plan, number))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
            room = QRect(0, 0, caption.width(), 10_000)
            box = caption.fontMetrics().boundingRect(room, flags, caption.text())
            assert box.height() <= caption.height(), caption.text()
            assert not caption.geometry().intersects(ring.geometry())


def test_the_small_window_keeps_the_minutes_left(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Where the buttons need the whole line, the minutes stand under them."""
    stage.resize(960, 640)
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, 8))
    assert stage.canvas.top.two_lines
    assert stage.canvas.top.words() == "Heat, stretch, cold · 50 minutes left"


@pytest.mark.parametrize("size", [(960, 640), (1280, 800)])
def test_a_short_way_in_is_read_at_a_glance(
    stage: StagePage, library: Library, ease: Timeline, size: tuple[int, int]
) -> None:
    """Four seconds are enough for one sentence, and that is large; in a pause, and for a screen reader, it is whole."""
    stage.resize(*size)
    stage.begin(ease, library, 1.0)
    at = find(ease, SegmentKind.ENTER, "knee_to_chest_single")
    caption, whole = stage.canvas.caption, ease.segments[at].text
    stage.show_snapshot(moment(ease, at, 1_000))
    assert caption.text() == whole.split(".")[0] + "."
    assert caption.font().pixelSize() > stage.canvas.sizes.caption
    assert caption.accessibleName() == whole
    stage.show_snapshot(moment(ease, at, 1_000, phase=Phase.PAUSED))
    assert caption.text().startswith(whole.split(".")[0])
    assert len(caption.text()) > len(whole.split(".")[0]) + 1
    assert caption.font().pixelSize() <= stage.canvas.sizes.caption
