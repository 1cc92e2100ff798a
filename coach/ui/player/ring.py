"""The countdown: a ring that empties around seconds large enough to be read from the floor."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.i18n import _
from coach.ui import theme
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.player.state import Clock, StageView, clock_of
from coach.ui.tokens import Tone
from coach.ui.widgets.pulse import Pulse

_STROKE = 0.055
_FULL = 360 * 16
_TOP = 90 * 16


class CountdownRing(QWidget):
    """Shows what is left of a stretch of time. Between two looks it moves by a pulse of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._view: StageView | None = None
        self._left_ms: int | None = None
        self._passed_ms = 0
        self._moved_ms = 0
        self._sizes = stage_sizes(720)
        self._pulse = Pulse(self)
        self._pulse.moved.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def moving(self) -> bool:
        """Whether its timer runs."""
        return self._pulse.running

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        self.setFixedSize(sizes.ring, sizes.ring)
        self.update()

    def show_time(self, view: StageView, left_ms: int | None, passed_ms: int, speed: float) -> None:
        """Show a moment; `left_ms` None is open. It goes on by itself only while the session moves."""
        self._view, self._left_ms, self._passed_ms, self._moved_ms = view, left_ms, passed_ms, 0
        counts = view.moving or (view.counts_up and view.face == "nothing")
        if counts and view.face in {"nothing", "paused"} and self.isVisible():
            rest = passed_ms if left_ms is None else left_ms
            self._pulse.start(_to_next(rest, up=left_ms is None), speed, smooth=not theme.current().reduced_motion)
        else:
            self._pulse.stop()
        self.setAccessibleName(self._spoken())
        self.update()

    def stop(self) -> None:
        """Stand still."""
        self._pulse.stop()

    def clock(self) -> Clock:
        """What the figures say right now."""
        if self._left_ms is None:
            return clock_of(self._passed_ms + self._moved_ms, up=True)
        return clock_of(self._left_ms - self._moved_ms)

    def font_of_seconds(self) -> QFont:
        """The font of the large figures."""
        return theme.font(self._sizes.seconds, 700, tabular=True)

    def sizeHint(self) -> QSize:
        """As large as the stage's height asks."""
        return QSize(self._sizes.ring, self._sizes.ring)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self._pulse.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, figures and words."""
        del event
        if self._view is None:
            return
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter, used, self._view.tone)
        if self._left_ms is None and not self._view.counts_up:
            self._paint_open(painter, used, self._view)
        else:
            self._paint_figures(painter, used)
        self._paint_words(painter, used, self._view)

    def share(self) -> float:
        """How much of the ring is filled, 0 to 1."""
        whole = self._view.duration_ms if self._view else None
        if self._left_ms is None:
            return min((self._passed_ms + self._moved_ms) / whole, 1.0) if whole else 1.0
        return max(0.0, min((self._left_ms - self._moved_ms) / whole, 1.0)) if whole else 0.0

    def _paint_ring(self, painter: QPainter, used: theme.Theme, tone: Tone) -> None:
        stroke = self.width() * _STROKE
        inset = stroke / 2 + 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(used.tint(tone), stroke))
        painter.drawEllipse(area)
        share = self.share()
        if share > 0:
            painter.setPen(QPen(used.fill(tone), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(area, _TOP, round(_FULL * share))

    def _paint_figures(self, painter: QPainter, used: theme.Theme) -> None:
        clock = self.clock()
        painter.setPen(used.colour("ink"))
        painter.setFont(self.font_of_seconds())
        centre = QPointF(self.rect().center())
        digits = painter.fontMetrics().tightBoundingRect("0")
        base = centre.y() + digits.height() / 2
        wide = painter.fontMetrics().horizontalAdvance(clock.seconds)
        painter.drawText(QPointF(centre.x() - wide / 2, base), clock.seconds)
        if clock.minutes:
            painter.setFont(theme.font(self._sizes.minutes, 600, tabular=True))
            above = QRectF(0, centre.y() - digits.height() / 2 - self._sizes.minutes * 1.75, self.width(), 0)
            above.setHeight(self._sizes.minutes * 1.4)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, clock.minutes)

    def _paint_open(self, painter: QPainter, used: theme.Theme, view: StageView) -> None:
        """Nothing to count: the shape of what is going on."""
        side = self.width() * 0.34
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        used.icons.paint(painter, place, view.icon, used.text(view.tone))

    def _paint_words(self, painter: QPainter, used: theme.Theme, view: StageView) -> None:
        words = _("{what} {which}").format(what=view.word, which=view.count) if view.count else view.word
        painter.setPen(used.text(view.tone))
        painter.setFont(theme.font(self._sizes.word, 700))
        room = self.width() * 0.62
        whole = not view.count or painter.fontMetrics().horizontalAdvance(words) <= room
        lines = [words] if whole else [view.word, view.count]
        top = (
            self.height() / 2 + self._sizes.seconds * 0.727 / 2 + self._sizes.word * (0.5 if len(lines) == 1 else 0.15)
        )
        for number, text in enumerate(lines):
            place = QRectF(0, top + number * self._sizes.word * 1.15, self.width(), self._sizes.word * 1.3)
            painter.setFont(self._font_within(text, place.center().y() - self.height() / 2))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _font_within(self, text: str, below: float) -> QFont:
        """Return the font in which words so far below the middle stay inside the ring."""
        made = theme.font(self._sizes.word, 700)
        radius = self.width() * (0.5 - 1.5 * _STROKE)
        room = 2 * math.sqrt(max(radius * radius - below * below, 1.0))
        wide = QFontMetrics(made).horizontalAdvance(text)
        return made if wide <= room else theme.font(math.floor(self._sizes.word * room / wide), 700)

    def _move(self, moved_ms: int) -> None:
        self._moved_ms = moved_ms
        self.update()

    def _spoken(self) -> str:
        view = self._view
        if view is None:
            return ""
        if self._left_ms is None and not view.counts_up:
            return view.word
        return _("{what}, {left}").format(what=view.word, left=self.clock().spoken)


def _to_next(milliseconds: int, *, up: bool) -> int:
    """Milliseconds until the figures change next."""
    return 1000 - milliseconds % 1000 if up else milliseconds
