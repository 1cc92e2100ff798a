"""The buttons over a figure come with a pointer that moves and go with one that rests; for the keyboard they stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.ui.widgets.figure_bar import RESTS_MS
from coach.ui.widgets.figure_view import FigureView
from tests.ui.figures import gallery
from tests.ui.support import dress


@pytest.fixture
def view(qapp: QApplication) -> Iterator[FigureView]:
    """A view of somebody who hugs a knee, not under the pointer and without the keyboard."""
    dress(qapp)
    with gallery(qapp) as room:
        made = FigureView()
        made.setGeometry(400, 300, 400, 300)
        made.show_figure("hug")
        made.show()
        room.settle()
        made.clearFocus()
        yield made
        made.close()
        made.deleteLater()


def test_a_pointer_that_rests_covers_no_feet(view: FigureView, qapp: QApplication) -> None:
    """Moved over the figure it brings the buttons; two seconds after its last movement they go, and the next brings them again."""
    bar = view.touch.bar
    QApplication.sendEvent(view, QEnterEvent(QPointF(200, 100), QPointF(200, 100), QPointF(600, 400)))
    assert bar.isHidden()  # a page that opens under a pointer that rests
    for right in (0, 20):
        QTest.mouseMove(view, QPoint(200 + right, 100))
        qapp.processEvents()
        assert bar.isVisible()
        assert (bar._rests.isActive(), bar._rests.interval()) == (True, RESTS_MS)
        bar._rests.timeout.emit()
        assert bar.isHidden()
        assert not bar._rests.isActive()


def test_the_buttons_stay_under_the_pointer(view: FigureView) -> None:
    """Somebody who rests on a button is about to press it."""
    bar = view.touch.bar
    bar.come()
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(bar, QEnterEvent(QPointF(9, 9), QPointF(9, 9), QPointF(420, 580)))
    assert not bar._rests.isActive()
    bar._rests.timeout.emit()
    assert bar.isVisible()
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar._rests.isActive()


def test_the_buttons_stay_for_the_keyboard(view: FigureView) -> None:
    """Come to by Tab they stay until it goes on, however long nothing moves; by a click they do not."""
    bar = view.touch.bar
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    bar._rests.timeout.emit()
    assert bar.isVisible()
    bar._buttons["side"].setFocus(Qt.FocusReason.TabFocusReason)
    bar._rests.timeout.emit()
    assert bar.isVisible()
    bar._rests.stop()
    bar._buttons["side"].clearFocus()
    assert bar.isHidden()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert bar.isVisible()
    bar._rests.timeout.emit()
    assert bar.isHidden()
