"""A number with a button on each side."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from coach.ui.widgets.dial import Dial
from tests.ui.support import nameless


def test_it_says_which_way(qtbot: QtBot) -> None:
    """Each button says its direction; at an end its button is off."""
    dial = Dial("Hold")
    qtbot.addWidget(dial)
    heard: list[bool] = []
    dial.turned.connect(heard.append)
    dial.show_value("20 s", "5 to 30", less=True, more=False)
    dial.less.click()
    dial.more.click()
    assert heard == [False]
    dial.show()
    assert nameless(dial) == []
