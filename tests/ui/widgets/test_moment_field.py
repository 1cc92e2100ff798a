"""A day and a time, typed over what is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QVBoxLayout, QWidget

from coach.clock import stamp_of
from coach.ui.widgets.moment_field import chosen_day, chosen_moment, day_field, moment_field
from tests.ui.support import dress

AT = stamp_of(datetime(2026, 5, 4, 14, 15, tzinfo=UTC), "UTC")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window in front, in a country that writes the day first."""
    dress(qapp)
    usual = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = QWidget()
    QVBoxLayout(made)
    yield made
    QLocale.setDefault(usual)
    made.close()
    made.deleteLater()


def _type_over(window: QWidget, field: QDateTimeEdit, typed: str) -> None:
    inside = window.layout()
    assert inside is not None
    inside.addWidget(field)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("03/05/2026 08:30", (3, 5, 8, 30)),
        ("3/5/2026 8:30", (3, 5, 8, 30)),
        ("030520260830", (3, 5, 8, 30)),
        ("1/5/2026 19:00", (1, 5, 19, 0)),
        ("29/04/2026 07:05", (29, 4, 7, 5)),
        ("05/05/2026 07:05", (4, 5, 23, 59)),
    ],
)
def test_a_moment_typed_over_all_is_that_moment(window: QWidget, typed: str, wanted: tuple[int, int, int, int]) -> None:
    """With or without zeros and strokes between; nothing lies after today."""
    field = moment_field(AT, "2026-05-04")
    _type_over(window, field, typed)
    local = chosen_moment(field, AT).local()
    assert (local.day, local.month, local.hour, local.minute) == wanted
    assert local.year == 2026


@pytest.mark.parametrize("typed", ["31/03/2025", "31032025", "31.3.2025"])
def test_a_day_typed_over_all_is_that_day(window: QWidget, typed: str) -> None:
    """A day alone, too, with its year."""
    field = day_field("2026-05-04", "First day")
    _type_over(window, field, typed)
    assert chosen_day(field) == "2025-03-31"
