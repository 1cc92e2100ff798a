"""Days are written in the order and with the names of the person's language."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from coach.drawing.charts.days import day_and_month, day_month_year, month_name, weekday_name

DAY = date(2025, 5, 3)


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("en_GB", "3 May", "3 May 2025"),
        ("en_US", "May 3", "May 3, 2025"),
        ("de", "3. Mai", "3. Mai 2025"),
        ("fr", "3 mai", "3 mai 2025"),
        ("ja", "5月3日", "2025年5月3日"),
        ("C", "3 May", "3 May 2025"),
    ],
)
def test_day_and_month_follow_the_locale(name: str, short: str, long: str) -> None:
    """An American reads May 3, a German 3. Mai."""
    assert day_and_month(DAY, QLocale(name)) == short
    assert day_month_year(DAY, QLocale(name)) == long


def test_names_of_weekday_and_month() -> None:
    """3 May 2025 was a Saturday, in any language."""
    assert weekday_name(DAY, QLocale("en_GB")) == "Sat"
    assert weekday_name(DAY, QLocale("de")) == "Sa"
    assert month_name(DAY, QLocale("en_GB")) == "May"


@pytest.mark.parametrize("name", ["en_GB", "de", "es", "ar", "hu", "ko", "pt_BR", "fa", "zh", "ru", "sv", "lt", "he"])
def test_no_locale_loses_day_or_month(name: str) -> None:
    """Whatever the order, two days of a month and two months of a year never read the same."""
    days = [date(2025, month, day) for month in range(1, 13) for day in (1, 2, 28)]
    assert len({day_and_month(day, QLocale(name)) for day in days}) == len(days)
