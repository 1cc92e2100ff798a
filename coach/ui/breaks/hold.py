"""Held, not pressed: a key or button that has to be down for a moment before it does something, and shows how long yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coach.ui import theme, tokens
from coach.ui.widgets.buttons import Button

#: So long something is held before it counts: too long for a slip, short enough for somebody who wants to go.
HOLD_MS = 900
_FULL_TURN = 360 * 16
_TOP = 90 * 16
_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})


class Hold(QObject):
    """`moved` carries the share that is held already, 0 to 1; `held` when it was long enough."""

    moved = Signal(float)
    held = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._run.setDuration(HOLD_MS)
        self._run.valueChanged.connect(lambda share: self.moved.emit(float(share)))
        self._run.finished.connect(self._through)

    @property
    def down(self) -> bool:
        """Whether it is held."""
        return self._run.state() is QVariantAnimation.State.Running

    def press(self) -> None:
        """It goes down; down already, nothing changes."""
        if not self.down:
            self._run.start()

    def release(self) -> None:
        """It comes up: nothing has happened."""
        if self._run.state() is not QVariantAnimation.State.Stopped:
            self._run.stop()
            self.moved.emit(0.0)

    def finish(self) -> None:
        """Be held for long enough at once, as a test has it."""
        if self.down:
            self._run.setCurrentTime(HOLD_MS)

    def _through(self) -> None:
        self.moved.emit(0.0)
        self.held.emit()


class HoldRing(QWidget):
    """A ring that closes while something is held, and is not there when nothing is."""

    def __init__(self, parent: QWidget | None = None, *, size: int = tokens.STAGE_TARGET) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_share(self, share: float) -> None:
        """Show so much of it held."""
        self._share = share
        self.setVisible(share > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, what is left and what is held."""
        del event
        used, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self.width() / 9
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.colour("raised"))
        painter.drawEllipse(QRectF(self.rect()))
        place = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(used.colour("track"), stroke))
        painter.drawEllipse(place)
        painter.setPen(QPen(used.colour("brand"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(place, _TOP, -round(self._share * _FULL_TURN))


class HoldButton(Button):
    """A button that has to be held by mouse or key; `held` when it was. A line along its foot shows how long yet.

    Assistive technology presses it on purpose, and cannot hold: there once is enough.
    """

    held = Signal()

    def __init__(self, text: str, kind: str = "text") -> None:
        super().__init__(text, kind)
        self._share = 0.0
        self.hold = Hold(self)
        self.hold.moved.connect(self._show_share)
        self.hold.held.connect(self.held)
        self._by_mouse = False
        self.clicked.connect(self._clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to hold."""
        self._by_mouse = True
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.hold.press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.hold.release()
        super().mouseReleaseEvent(event)
        self._by_mouse = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to hold by key."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.hold.press()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the key go."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self.hold.release()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The key comes up somewhere else."""
        self.hold.release()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone is let go."""
        self.hold.release()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and how far it is held."""
        super().paintEvent(event)
        if not self._share:
            return
        painter = QPainter(self)
        high = tokens.GRID
        painter.fillRect(
            QRectF(0, self.height() - high, self.width() * self._share, high), theme.current().colour("brand")
        )

    def _clicked(self) -> None:
        if not self._by_mouse:
            self.held.emit()

    def _show_share(self, share: float) -> None:
        self._share = share
        self.update()
