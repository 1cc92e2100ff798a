"""The line about what runs in the background."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.ui.tokens import Tone
from coach.ui.widgets.running_bar import Running, RunningBar
from tests.ui.support import nameless


def _buttons(bar: RunningBar) -> dict[str, QAbstractButton]:
    return {one.text(): one for one in bar.findChildren(QAbstractButton) if one.isVisible()}


def test_it_shows_only_the_buttons_there_are(qapp: QApplication) -> None:
    """Hidden while nothing runs; each button says its own key; everything has a name."""
    bar = RunningBar()
    pressed: list[str] = []
    bar.pressed.connect(pressed.append)
    assert bar.isHidden()
    bar.show_running(Running("It is time.", "flame", Tone.HEAT, act="Begin", other="Leave it out", end="End it"))
    bar.show()
    assert bar.text() == "It is time."
    assert nameless(bar) == []
    for words in ("Begin", "Leave it out", "End it"):
        QTest.mouseClick(_buttons(bar)[words], Qt.MouseButton.LeftButton)
    assert pressed == ["act", "other", "end"]
    bar.show_running(Running("In 2 hours.", "hourglass", Tone.REST, end="End it"))
    assert list(_buttons(bar)) == ["End it"]
    bar.show_running(None)
    assert bar.isHidden()
    assert bar.text() == ""
    bar.close()
