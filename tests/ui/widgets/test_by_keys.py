"""A ring shows where the keyboard is to those who use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coach.ui.widgets.buttons import Button, primary, quiet
from coach.ui.widgets.by_keys import ring_after
from coach.ui.widgets.settings_rows import OnOff
from tests.ui.support import dress

_REASONS = Qt.FocusReason


@pytest.fixture
def holder(qapp: QApplication) -> Iterator[QWidget]:
    """A quiet button, the main one and a switch."""
    dress(qapp)
    made = QWidget()
    inside = QVBoxLayout(made)
    for part in (quiet("Later"), primary("Start"), OnOff("Sound", "")):
        inside.addWidget(part)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize(
    ("reason", "before", "shown"),
    [
        (_REASONS.TabFocusReason, False, True),
        (_REASONS.OtherFocusReason, False, True),
        (_REASONS.MouseFocusReason, True, False),
        (_REASONS.ActiveWindowFocusReason, False, False),
        (_REASONS.ActiveWindowFocusReason, True, True),
    ],
)
def test_only_the_mouse_draws_no_ring(reason: Qt.FocusReason, before: bool, shown: bool) -> None:
    """And a window that comes back is as it was."""
    assert ring_after(reason, before=before) is shown


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_press_of_the_mouse_leaves_it_as_it_looks(holder: QWidget, qapp: QApplication, number: int) -> None:
    """Brought here by the mouse nothing is drawn; by a key it is."""
    item = holder.layout()
    assert item is not None
    part = item.itemAt(number).widget()  # type: ignore[union-attr]
    assert isinstance(part, Button | OnOff)
    other = item.itemAt((number + 1) % 3).widget()  # type: ignore[union-attr]
    other.setFocus(_REASONS.TabFocusReason)  # type: ignore[union-attr]
    qapp.processEvents()
    plain = part.grab().toImage()
    part.setFocus(_REASONS.MouseFocusReason)
    qapp.processEvents()
    assert part.hasFocus()
    assert part.grab().toImage() == plain
    QTest.keyClick(part, Qt.Key.Key_Shift)
    qapp.processEvents()
    assert part.grab().toImage() != plain
