"""The breath around the figure: its edge swells as one breathes in and sinks as one breathes out, with the chest."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.plan.figures import Breath, breath_of
from coach.plan.timeline import Segment
from coach.ui import theme, tokens
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.tokens import Tone
from coach.ui.widgets.pulse import Pulse

#: So far the edge reaches out of the figure's place; never less than this is seen of it.
_OUT: Final = tokens.GRID
#: What swells is calm beside the line that stays.
_SOFT: Final = 0.4
#: A change smaller than this is not seen, so nothing is painted for it.
_SEEN_PX: Final = 0.3


class BreathRing(QWidget):
    """Lies over the figure and lets everything through. `allowed` False: the person does not want it."""

    def __init__(self, radius: int) -> None:
        super().__init__()
        self.allowed = True
        self._radius = radius
        self._segment: Segment | None = None
        self._elapsed_ms = 0
        self._breath: Breath | None = None
        self._painted = 0.0
        self._thick = 3.0 * tokens.GRID
        self._tone = Tone.HOLD
        self._sizes = stage_sizes(720)
        self._pulse = Pulse(self)
        self._pulse.moved.connect(self._move)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def breath(self) -> Breath | None:
        """The breath that is shown; None for none."""
        return self._breath if not self.isHidden() else None

    @property
    def moving(self) -> bool:
        """Whether its timer runs."""
        return self._pulse.running

    @property
    def words(self) -> str:
        """What to do now."""
        if self._breath is None:
            return ""
        return _("Breathe in") if self._breath.inwards else _("Breathe out")

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        self.update()

    def show_breath(self, segment: Segment, elapsed_ms: int, tone: Tone, *, speed: float, runs: bool) -> None:
        """Show the breath of a moment; nothing where a segment has none, or is too short for one."""
        self._segment, self._elapsed_ms, self._tone = segment, elapsed_ms, tone
        self._pulse.stop()
        self._set(breath_of(segment, elapsed_ms) if self.allowed else None)
        self.setVisible(self._breath is not None)
        self.update()
        if self._breath is not None and runs and self.isVisible():
            left_ms = max((segment.duration_ms or 0) - elapsed_ms, 0)
            self._pulse.start(left_ms, speed, smooth=not theme.current().reduced_motion)

    def place(self, figure: QRect, inside: int) -> None:
        """Go round the figure's place; full lungs reach `inside` pixels into it."""
        self._thick = float(inside)  # and so a line stays free beside what stands over the figure
        self.setGeometry(figure.adjusted(-_OUT, -_OUT, _OUT, _OUT))

    def width_px(self) -> float:
        """How wide the edge is right now; half of what it can be where nothing may move."""
        full = self._breath.full if self._breath is not None else 0.0
        return _OUT + (self._thick - _OUT) * (0.5 if theme.current().reduced_motion else full)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self._pulse.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge, and what to do."""
        del event
        if self._breath is None:
            return
        used, wide = theme.current(), self.width_px()
        self._painted = wide
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft = used.fill(self._tone)
        soft.setAlphaF(_SOFT)
        self._paint_edge(painter, soft, wide)
        self._paint_edge(painter, used.fill(self._tone), _OUT)
        self._paint_words(painter, used)

    def _paint_edge(self, painter: QPainter, colour: QColor, wide: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.RoundJoin))
        inset = wide / 2
        round_off = max(self._radius + _OUT - inset, 1.0)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), round_off, round_off)

    def _paint_words(self, painter: QPainter, used: theme.Theme) -> None:
        place = self._place_of_words()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.colour("surface"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(used.text(self._tone))
        painter.setFont(theme.font(self._sizes.word, 700))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.words)

    def _place_of_words(self) -> QRectF:
        """As wide as the wider of the two, so that it does not jump."""
        metrics = QFontMetrics(theme.font(self._sizes.word, 700))
        wide = max(metrics.horizontalAdvance(words) for words in (_("Breathe in"), _("Breathe out")))
        high = metrics.height() + 2.0 * tokens.GRID
        edge = self._thick + 2 * tokens.GRID
        return QRectF(edge, self.height() - edge - high, wide + high, high)

    def _move(self, moved_ms: int) -> None:
        if self._segment is None:
            return
        before = self.words
        self._set(breath_of(self._segment, self._elapsed_ms + moved_ms))
        if self._breath is None or self.words != before:
            self.update()
        elif abs(self.width_px() - self._painted) >= _SEEN_PX:
            inner = round(self._thick) + self._radius // 3
            self.update(QRegion(self.rect()) - QRegion(self.rect().adjusted(inner, inner, -inner, -inner)))

    def _set(self, breath: Breath | None) -> None:
        self._breath = breath
        if self.words != self.accessibleName():
            self.setAccessibleName(self.words)
