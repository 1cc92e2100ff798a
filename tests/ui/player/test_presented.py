"""The stage without a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import Side
from coach.ui.player.presented import PresentedStage, Shown
from coach.ui.player.sizes import NAME_SHARE, SECONDS_SHARE
from tests.ui.figures import Gallery, gallery
from tests.ui.support import dress, nameless

_KNEE = Shown("Single knee to chest", Side.LEFT, "Left side", "Feel an easy pull.", "Hold for 20 seconds.", 20_000)


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares in the shipped look."""
    dress(qapp)
    with gallery(qapp) as made:
        yield made


@pytest.fixture
def stage(room: Gallery) -> Iterator[PresentedStage]:
    """A stage as large as a projector's picture."""
    made = PresentedStage()
    made.resize(1920, 1080)
    made.show()
    made.show_view(_KNEE)
    made.figure.show_figure("hug")
    made.show_timer(None)
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440), (768, 480)])
def test_it_is_read_from_the_floor(stage: PresentedStage, size: tuple[int, int]) -> None:
    """Name and seconds are as large as on the stage of a session, and the figure takes more than half."""
    stage.resize(*size)
    QApplication.processEvents()
    wide, high = size
    assert stage.name.font().pixelSize() >= high * NAME_SHARE
    digits = QFontMetrics(stage.ring.font_of_seconds()).tightBoundingRect("0").height()
    assert digits >= high * SECONDS_SHARE - 1
    figure = stage.figure.geometry()
    assert figure.width() * figure.height() > wide * high / 2
    assert stage.rect().contains(stage.ring.geometry())
    assert not figure.intersects(stage.caption.geometry())


def test_a_hold_counts_down_and_is_done(stage: PresentedStage) -> None:
    """The ring shows what is left; at nought it says so and stays there."""
    stage.show_timer(6_200)
    assert stage.ring.isVisible()
    assert not stage.dose.isVisible()
    assert stage.ring.clock().seconds == "14"
    assert not stage.ring.moving
    stage.show_timer(60_000)
    assert stage.ring.clock().seconds == "0"
    assert stage.ring.accessibleName().startswith("Done")


def test_what_has_no_hold_counts_up(stage: PresentedStage) -> None:
    """A movement is timed from nought on; without a timer the dose is back."""
    stage.show_view(Shown("Cat-cow", None, "", "", "Eight times.", 0))
    stage.show_timer(7_000)
    assert stage.ring.clock().seconds == "7"
    assert stage.side.isHidden()
    stage.show_timer(None)
    assert not stage.ring.isVisible()
    assert stage.dose.isVisible()


def test_the_figure_is_only_looked_at(stage: PresentedStage, room: Gallery) -> None:
    """No buttons come over it, and it never takes the keyboard."""
    room.settle()
    assert stage.figure.drawable
    assert stage.figure.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert stage.figure.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not stage.figure.touch.bar.isVisible()
    assert nameless(stage) == []
