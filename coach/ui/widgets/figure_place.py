"""Where the moving figure comes to stand; until then the start position, drawn large and calm."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.vocabulary import Posture
from coach.drawing.posture import Shades, paint_posture
from coach.ui import theme, tokens
from coach.ui.tokens import Tone

#: How much of the smaller side a shape that is no person fills.
_FILL = 0.42


class FigurePlace(QWidget):
    """A quiet ground with a person in a start position, or any icon, in the colour of what is going on."""

    def __init__(self, *, high: int = 200, radius: int = tokens.RADIUS_CARD, head: bool = False) -> None:
        super().__init__()
        self._posture: Posture | None = None
        self._icon = "person-standing"
        self._tone = Tone.BRAND
        self._high = high
        self._radius = radius
        self._head = head  # the head of a card: only its upper corners are round
        self._clear_top = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_posture(self, posture: Posture | None, tone: Tone = Tone.BRAND) -> None:
        """Show a start position; without one, somebody standing."""
        self._show(posture or Posture.STANDING, "", tone)

    def show_icon(self, icon: str, tone: Tone = Tone.BRAND) -> None:
        """Show any icon."""
        self._show(None, icon, tone)

    def keep_clear(self, top: int) -> None:
        """Leave so many pixels free above, for what lies over the place."""
        self._clear_top = top
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was made."""
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        """May shrink a little."""
        return QSize(160, min(self._high, 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and what stands on it."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        ground = QPainterPath()
        below = self._radius * 2 if self._head else 0
        ground.addRoundedRect(area.adjusted(0, 0, 0, below), self._radius, self._radius)
        painter.fillPath(ground, used.tint(self._tone))
        room = area.adjusted(0, self._clear_top, 0, 0)
        if self._posture is not None:
            inset = min(room.width(), room.height()) * 0.06
            paint_posture(painter, room.adjusted(inset, inset, -inset, -inset), self._posture, self._shades(used))
            return
        size = min(room.width(), room.height()) * _FILL
        place = QRectF(0, 0, size, size)
        place.moveCenter(room.center())
        used.icons.paint(painter, place, self._icon, used.text(self._tone))

    def _show(self, posture: Posture | None, icon: str, tone: Tone) -> None:
        if (posture, icon, tone) != (self._posture, self._icon, self._tone):
            self._posture, self._icon, self._tone = posture, icon, tone
            self.update()

    def _shades(self, used: theme.Theme) -> Shades:
        tint, fill = used.tint(self._tone), used.fill(self._tone)
        return Shades(
            clothes=used.text(self._tone),
            skin=fill,
            far=_mixed(fill, tint, 0.45),
            wood=_mixed(used.colour("muted"), tint, 0.55),
            mat=_mixed(fill, tint, 0.22),
        )


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """So much of `one`, the rest of `other`."""
    rest = 1 - share
    return QColor(
        round(one.red() * share + other.red() * rest),
        round(one.green() * share + other.green() * rest),
        round(one.blue() * share + other.blue() * rest),
    )
