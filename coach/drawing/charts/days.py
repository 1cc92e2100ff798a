"""Days as the person writes them: the order and the month names of their language, from Qt's locale data."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

#: Day and month, in whichever order, out of a long date format such as "dddd, d MMMM yyyy" or "yyyy年M月d日dddd".
_DAY_AND_MONTH = re.compile(r"(?<!d)d{1,2}(?!d).*M+月?|M+.*(?<!d)d{1,2}(?!d)[日일]?")


def day_and_month(day: date, locale: QLocale) -> str:
    """Return "3 May", "May 3" or "3. Mai"."""
    return locale.toString(_qdate(day), _short_pattern(locale))


def day_month_year(day: date, locale: QLocale) -> str:
    """Return "3 May 2025" in the locale's own order."""
    long = locale.dateFormat(QLocale.FormatType.LongFormat).replace("MMMM", "MMM")
    return locale.toString(_qdate(day), re.sub(r"[\s,،]*(?<!d)d{3,4}(?!d)[\s,،]*", "", long).strip() or "d MMM yyyy")


def weekday_name(day: date, locale: QLocale) -> str:
    """Return the short name of the weekday."""
    return locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def month_name(day: date, locale: QLocale) -> str:
    """Return the short name of the month standing alone."""
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def _short_pattern(locale: QLocale) -> str:
    found = _DAY_AND_MONTH.search(locale.dateFormat(QLocale.FormatType.LongFormat))
    return found.group().replace("MMMM", "MMM") if found else "d MMM"


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
