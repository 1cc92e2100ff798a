"""Where the moving figure comes to stand; until then the start position, drawn large and calm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.vocabulary import Posture
from coach.ui import theme, tokens
from coach.ui.tokens import Tone

#: How much of the smaller side the drawing fills.
_FILL = 0.74


class FigurePlace(QWidget):
    """A quiet ground with the drawing of a posture, or any icon, in the colour of what is going on."""

    def __init__(self, *, high: int = 200, radius: int = tokens.RADIUS_CARD, head: bool = False) -> None:
        super().__init__()
        self._icon = "person-standing"
        self._tone = Tone.BRAND
        self._high = high
        self._radius = radius
        self._head = head  # the head of a card: only its upper corners are round
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_posture(self, posture: Posture | None, tone: Tone = Tone.BRAND) -> None:
        """Show a start position; without one, somebody standing."""
        self.show_icon(f"posture-{posture.value}" if posture else "person-standing", tone)

    def show_icon(self, icon: str, tone: Tone = Tone.BRAND) -> None:
        """Show any icon."""
        if (icon, tone) != (self._icon, self._tone):
            self._icon, self._tone = icon, tone
            self.update()

    def sizeHint(self) -> QSize:
        """As high as it was made."""
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        """May shrink a little."""
        return QSize(160, min(self._high, 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, a soft light behind, and the drawing."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        clip = QPainterPath()
        below = self._radius * 2 if self._head else 0
        clip.addRoundedRect(area.adjusted(0, 0, 0, below), self._radius, self._radius)
        painter.setClipPath(clip)
        painter.fillRect(area, used.tint(self._tone))
        side = min(area.width(), area.height())
        self._paint_light(painter, area, side, used)
        size = side * _FILL
        centre = area.center()
        place = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        used.icons.paint(painter, place, self._icon, used.text(self._tone))

    def _paint_light(self, painter: QPainter, area: QRectF, side: float, used: theme.Theme) -> None:
        """Paint a disc that fades towards the floor, so that the drawing does not float."""
        disc = QRectF(0, 0, side * 0.92, side * 0.92)
        disc.moveCenter(area.center())
        light = used.fill(self._tone) if used.dark else used.colour("surface")
        light.setAlphaF(0.16 if used.dark else 0.75)
        faded = QColor(light)
        faded.setAlphaF(0.0)
        fade = QLinearGradient(QPointF(0, disc.top()), QPointF(0, disc.bottom()))
        fade.setColorAt(0.0, light)
        fade.setColorAt(1.0, faded)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fade)
        painter.drawEllipse(disc)
