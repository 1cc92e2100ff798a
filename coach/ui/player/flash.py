"""The picture of a sound: the edge of the stage lights up, whether the sound is heard or not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ports.sounds import Earcon
from coach.ui import theme, tokens
from coach.ui.tokens import Tone

#: Tone and width (in steps of the grid) of the edge.
_LOOKS: dict[Earcon, tuple[Tone, int]] = {
    Earcon.START: (Tone.HOLD, 3),
    Earcon.SWITCH: (Tone.BRAND, 3),
    Earcon.REST: (Tone.REST, 3),
    Earcon.DONE: (Tone.DONE, 3),
    Earcon.TICK: (Tone.BRAND, 1),
    Earcon.ALARM: (Tone.HEAT, 4),
}
#: Smaller changes are not painted.
_STEP = 0.05
_SHORT_MS, _LONG_MS = 3 * tokens.MOTION_MS, 8 * tokens.MOTION_MS


class Flash(QWidget):
    """Lies over the stage and lets everything through. It fades; with reduced motion it is there, then gone."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._tone, self._width = Tone.BRAND, 1
        self._strength = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._show_strength)
        self._fade.finished.connect(self.hide)
        stage.installEventFilter(self)
        self.hide()

    @property
    def strength(self) -> float:
        """How much of the light is there, 0 to 1."""
        return self._strength if self.isVisible() else 0.0

    def show_earcon(self, earcon: Earcon) -> None:
        """Light up for one sound, in place of the one before."""
        parent = self.parentWidget()
        if parent is None or not parent.isVisible():
            return
        self._tone, steps = _LOOKS[earcon]
        self._width, self._strength = steps * tokens.GRID, 1.0
        self._fade.stop()
        self._fade.setDuration(_LONG_MS if earcon is Earcon.ALARM else _SHORT_MS)
        self.setGeometry(parent.rect())
        self._cut()
        self.show()
        self.raise_()
        self.update()
        self._fade.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the stage, and go with it."""
        if watched is self.parent() and isinstance(event, QResizeEvent):
            self.resize(event.size())
            self._cut()
        elif watched is self.parent() and event.type() == QEvent.Type.Hide:
            self._fade.stop()
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge."""
        del event
        colour = QColor(theme.current().fill(self._tone))
        colour.setAlphaF(self._strength)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2 * self._width))  # half of it lies outside
        painter.drawRoundedRect(QRectF(self.rect()), tokens.RADIUS, tokens.RADIUS)

    def _cut(self) -> None:
        """Leave the middle out: what lies there, the figure above all, is not painted again for a light at the edge."""
        wide = self._width + tokens.RADIUS
        self.setMask(QRegion(self.rect()).subtracted(QRegion(self.rect().adjusted(wide, wide, -wide, -wide))))

    def _show_strength(self, value: float) -> None:
        """Fade; where nothing may move, be wholly there until the end."""
        strength = 1.0 if theme.current().reduced_motion and value > 0 else float(value)
        if abs(strength - self._strength) >= _STEP or strength == 0:
            self._strength = strength
            self.update()
