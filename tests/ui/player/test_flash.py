"""The light at the edge of the stage that goes with every sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QVariantAnimation
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.ports.sounds import Earcon
from coach.settings.model import Settings
from coach.ui import theme
from coach.ui.player.flash import Flash
from tests.ui.support import dress

_MIDDLE = QPoint(200, 150)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """Something to flash."""
    dress(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    yield made
    made.close()


def _edge(stage: QWidget) -> QImage:
    return stage.grab().toImage()


def _fade(flash: Flash) -> QVariantAnimation:
    return flash.findChildren(QVariantAnimation)[0]


@pytest.mark.parametrize("earcon", list(Earcon))
def test_every_sound_has_a_light_of_its_own_at_the_edge(stage: QWidget, earcon: Earcon) -> None:
    """The edge changes, the middle does not, and a press goes through to what lies below."""
    before = _edge(stage)
    flash = Flash(stage)
    flash.show_earcon(earcon)
    during = _edge(stage)
    assert during.pixelColor(200, 1) != before.pixelColor(200, 1)
    assert during.pixelColor(_MIDDLE) == before.pixelColor(_MIDDLE)
    assert stage.childAt(200, 1) is None or stage.childAt(200, 1) is not flash
    _fade(flash).stop()


def test_it_fades_and_is_gone(qtbot: QtBot, stage: QWidget) -> None:
    """Nothing of it stays, and no timer runs after it."""
    flash = Flash(stage)
    flash.show_earcon(Earcon.TICK)
    assert flash.strength == 1
    _fade(flash).setCurrentTime(_fade(flash).duration() // 2)
    assert 0 < flash.strength < 1
    qtbot.waitUntil(lambda: not flash.isVisible())
    assert flash.strength == 0


def test_with_reduced_motion_it_is_there_and_then_gone(qapp: QApplication, stage: QWidget) -> None:
    """It does not fade: it stands at full strength until its end."""
    dress(qapp, settings=Settings(motion="reduced"))
    flash = Flash(stage)
    flash.show_earcon(Earcon.START)
    _fade(flash).setCurrentTime(_fade(flash).duration() - 1)
    assert flash.strength == 1
    assert theme.current().reduced_motion
    _fade(flash).setCurrentTime(_fade(flash).duration())
    assert not flash.isVisible()


def test_a_stage_nobody_sees_does_not_flash(stage: QWidget) -> None:
    """Behind another page nothing moves."""
    flash = Flash(stage)
    stage.hide()
    flash.show_earcon(Earcon.START)
    assert _fade(flash).state() is not QVariantAnimation.State.Running
    stage.show()
    flash.show_earcon(Earcon.START)
    stage.hide()
    assert _fade(flash).state() is not QVariantAnimation.State.Running
