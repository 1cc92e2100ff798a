"""Today as one bar: pointed at, or walked through with the arrow keys, each stretch says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from coach.reminders.memory import Doing
from coach.ui import theme, tokens
from coach.ui.breaks.day import Day, Part, clock_words
from coach.ui.breaks.day_look import paint_now, paint_stretch, stretch
from coach.ui.tokens import Role
from coach.ui.widgets.by_keys import ring_after
from coach.ui.widgets.painted import Painted

_BAR = 18 * tokens.GRID
_ABOVE = 4 * tokens.GRID
_INSET = 3.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_EVERY = (1, 2, 3, 4, 6)


class DayStrip(Painted):
    """`pointed` carries the `Part` under the mouse or the keys, None when there is none."""

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._at: int | None = None
        self._ringed = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: Day) -> None:
        """Show a day; what is pointed at stays, as far as it is still there."""
        held = self.part
        self._day = day
        begins = [part.begin_min for part in day.parts]
        self._at = begins.index(held.begin_min) if held is not None and held.begin_min in begins else None
        self.setAccessibleName(day.words)
        self.pointed.emit(self.part)
        self.update()

    @property
    def part(self) -> Part | None:
        """What is pointed at."""
        return self._day.parts[self._at] if self._day is not None and self._at is not None else None

    def place(self, number: int) -> QRectF:
        """Return where a stretch is drawn."""
        assert self._day is not None  # noqa: S101  nobody asks before there is a day
        part = self._day.parts[number]
        return stretch(self._bar(), part.doing, self._x(part.begin_min), self._x(part.end_min))

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the bar and the hours under it."""
        return QSize(120 * tokens.GRID, _ABOVE + _BAR + 2 * tokens.GRID + self._hour_metrics().height())

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(60 * tokens.GRID, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._point(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        self._point(None)
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here, unless the mouse brought them."""
        super().focusInEvent(event)
        self._ringed = ring_after(event.reason(), before=self._ringed)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk: Left and Right a stretch, Home and End to the ends."""
        count = len(self._day.parts) if self._day is not None else 0
        key = Qt.Key(event.key())
        if not count or key not in {*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
            return
        if key in _STEPS:
            start = self._at if self._at is not None else (count if key == Qt.Key.Key_Left else -1)
            at = min(max(start + _STEPS[key], 0), count - 1)
        else:
            at = 0 if key == Qt.Key.Key_Home else count - 1
        self._ringed = True
        self._point(at, aloud=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hours, the stretches, what is pointed at, and now."""
        del event
        if self._day is None:
            return
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._bar()
        self._paint_hours(painter, bar, used)
        for number, part in enumerate(self._day.parts):
            paint_stretch(painter, self.place(number), part.doing, used)
        if self._at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("ink"), 2))
            painter.drawRoundedRect(self.place(self._at).adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
        paint_now(painter, self._x(self._day.now_min), bar, used)
        if self.hasFocus() and self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 2))
            painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), 8, 8)  # no word of the hours is crossed

    def _paint_hours(self, painter: QPainter, bar: QRectF, used: theme.Theme) -> None:
        """Paint the ground, a tint where breaks have their hours, and the times of day."""
        assert self._day is not None  # noqa: S101  a day is being painted
        painter.setPen(QPen(used.colour("line"), 1))
        painter.setBrush(used.colour("sunken"))
        for begin, end in self._day.hours:
            left, right = self._x(begin), self._x(end)
            painter.drawRoundedRect(QRectF(left, bar.top(), right - left, bar.height()), 6, 6)
        painter.setPen(QPen(used.colour("edge"), 1))
        painter.drawLine(bar.bottomLeft(), bar.bottomRight())
        painter.setFont(used.font(Role.SMALL))
        metrics = self._hour_metrics()
        every = self._every(metrics)
        for hour in range(self._day.first_hour, self._day.last_hour + 1):
            x = self._x(hour * 60)
            told = (hour - self._day.first_hour) % every == 0
            painter.setPen(QPen(used.colour("edge"), 1))
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + (6 if told else 3)))
            if told:
                words = clock_words(hour * 60)
                wide = metrics.horizontalAdvance(words)
                left = min(max(x - wide / 2, 2.0), self.width() - wide - 2.0)
                painter.setPen(used.colour("muted"))
                painter.drawText(QPointF(left, bar.bottom() + 7 + metrics.ascent()), words)

    def _every(self, metrics: QFontMetrics) -> int:
        """Return how many hours apart times are written, so that they do not touch."""
        assert self._day is not None  # noqa: S101  a day is being painted
        wide = metrics.horizontalAdvance("00:00")
        need = max(wide + 4 * tokens.GRID, round(1.5 * wide) + tokens.GRID)  # the first and the last are moved inwards
        hours = self._day.last_hour - self._day.first_hour
        room = self._bar().width() / hours
        return next((every for every in _EVERY if every * room >= need), hours)

    def _point(self, at: int | None, *, aloud: bool = False) -> None:
        if at == self._at and not aloud:
            return
        self._at = at
        part = self.part
        self.setToolTip(part.words if part is not None else "")
        self.pointed.emit(part)
        if aloud and part is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, part.words))
        self.update()

    def _under(self, where: QPointF) -> int | None:
        """Return the stretch at a place, whatever its height; of two the one that stands higher."""
        if self._day is None:
            return None
        near = [
            (number, part.doing)
            for number, part in enumerate(self._day.parts)
            if self.place(number).left() - 1 <= where.x() <= self.place(number).right() + 1
        ]
        rank = (Doing.AWAY, Doing.SAT, Doing.CALL, Doing.STOOD, Doing.MOVED)
        return max(near, key=lambda one: rank.index(one[1]), default=(None, None))[0]

    def _bar(self) -> QRectF:
        return QRectF(_INSET, _ABOVE, self.width() - 2 * _INSET, _BAR)

    def _x(self, minute: float) -> float:
        assert self._day is not None  # noqa: S101  there is a day
        bar, first = self._bar(), self._day.first_hour * 60
        return bar.left() + bar.width() * (minute - first) / (self._day.last_hour * 60 - first)

    def _hour_metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.current().font(Role.SMALL))
