"""A field for a day and a time, as the person's clock showed them then, wherever they are now."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateTimeEdit

from coach.clock import Stamp, at_wall_time
from coach.i18n import _
from coach.ui import tokens

_LAST_MINUTE = QTime(23, 59)
#: So far a year is let go beyond the last day while its figures are typed.
_AHEAD_YEARS = 100


class _MomentEdit(QDateTimeEdit):
    """Typed part by part, from the first one on after Ctrl+A: Qt takes what is typed over all of it for something else."""

    _went_on = False
    latest: QDateTime | None = None

    def hold_back(self, latest: QDateTime) -> None:
        """Let nothing later be chosen; on the way to a day of another month it may be typed."""
        self.latest = latest
        self.setMaximumDateTime(latest)
        self.editingFinished.connect(lambda: self.setMaximumDateTime(latest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a stroke or a dot that is typed behind a full part not skip the next one: Qt went there by itself."""
        sign = event.text()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.setSelectedSection(self.sectionAt(0))
        elif not (self._went_on and sign.isprintable() and sign and not sign.isdigit()):
            before = self.currentSectionIndex()
            if self.latest is not None and sign.isdigit():
                self.setMaximumDateTime(self.latest.addYears(_AHEAD_YEARS))
            super().keyPressEvent(event)
            self._went_on = sign.isdigit() and self.currentSectionIndex() != before
            return
        self._went_on = False


def moment_field(at: Stamp, today: str) -> QDateTimeEdit:
    """Return a field that shows a moment to the minute; nothing after `today` (ISO) can be chosen."""
    made = _MomentEdit()
    made.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))  # wall time: no clock change gets in its way
    made.setDateTime(_shown(at))
    made.hold_back(_wall(max(QDate.fromString(today, _ISO), _shown(at).date()), _LAST_MINUTE))
    made.setDisplayFormat(f"{_short_date()} HH:mm")
    made.setCalendarPopup(True)
    made.setAccessibleName(_("Day and time"))
    made.setMinimumHeight(tokens.TARGET)
    return made


def chosen_moment(field: QDateTimeEdit, at: Stamp) -> Stamp:
    """Return what the field says, in the zone of `at`; `at` itself, seconds and all, when it was not changed."""
    latest = field.latest if isinstance(field, _MomentEdit) else None
    chosen = field.dateTime() if latest is None else min(field.dateTime(), latest)
    if chosen == _shown(at):
        return at
    day, time = chosen.date(), chosen.time()
    return at_wall_time(at, datetime(day.year(), day.month(), day.day(), time.hour(), time.minute()))  # noqa: DTZ001


def day_field(day: str, name: str) -> QDateTimeEdit:
    """Return a field for an ISO day."""
    made = _MomentEdit(QDate.fromString(day, _ISO))
    made.setDisplayFormat(_short_date())
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    made.setMinimumHeight(tokens.TARGET)
    return made


def chosen_day(field: QDateTimeEdit) -> str:
    """Return the ISO day a field says."""
    return str(field.date().toString(_ISO))


_ISO = "yyyy-MM-dd"


def _short_date() -> str:
    """Return how the person's country writes a day, with all digits of the year."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def _shown(at: Stamp) -> QDateTime:
    local = at.local()
    return _wall(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))


def _wall(day: QDate, time: QTime) -> QDateTime:
    return QDateTime(day, time, QTimeZone(QTimeZone.Initialization.UTC))
