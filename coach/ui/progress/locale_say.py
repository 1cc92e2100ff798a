"""Days and numbers the way of the program's locale."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from coach.drawing.charts.days import day_and_month, day_month_year, weekday_name
from coach.i18n import _
from coach.ui.progress.saying import Say


def locale_say(locale: QLocale, today: date) -> Say:
    """Return how this locale writes; days of another year than `today` carry theirs."""

    def day(ordinal: int) -> str:
        that = date.fromordinal(ordinal)
        return day_and_month(that, locale) if that.year == today.year else day_month_year(that, locale)

    def full_day(ordinal: int) -> str:
        that = date.fromordinal(ordinal)
        return _("{weekday} {date}").format(weekday=weekday_name(that, locale), date=day_month_year(that, locale))

    return Say(
        day,
        full_day,
        decimal=lambda value: locale.toString(float(value), "f", 1),
        weekday=lambda number: locale.standaloneDayName(number + 1, QLocale.FormatType.LongFormat),
        weekday_short=lambda number: locale.standaloneDayName(number + 1, QLocale.FormatType.ShortFormat),
        month=lambda number: locale.standaloneMonthName(number, QLocale.FormatType.ShortFormat),
        first_weekday=locale.firstDayOfWeek().value - 1,
    )
