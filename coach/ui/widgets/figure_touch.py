"""Turning a figure: drag, wheel, pinch, keys, a menu, and buttons that come when one points at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QMenu, QPinchGesture, QWidget

from coach.i18n import _
from coach.ui.figures import Turned
from coach.ui.widgets.figure_bar import FigureBar
from coach.ui.widgets.figure_hand import PER_KEY, PER_PIXEL, VIEWS, ZOOM_STEP, Hand

#: One notch of a wheel is 120 eighths of a degree.
_NOTCH: Final = 120
_MOVE_STEP: Final = 0.05
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BY_KEYS: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_DIGITS: Final = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), VIEWS, strict=True),
)


class FigureTouch(QObject):
    """Watches one view. `turned` after every change of direction, size or place; `play_asked` for its play button."""

    turned = Signal()
    play_asked = Signal()

    def __init__(self, view: QWidget, *, steady: bool) -> None:
        super().__init__(view)
        self._view, self._steady = view, steady
        self._hand = Hand()
        self._home: Callable[[], Turned | None] = lambda: None
        self._last: QPointF | None = None
        self._offered = False
        self.mirrored = False
        self.turning = False
        self.bar = FigureBar(view, steady=steady)
        self.bar.chosen.connect(self.look_from)
        self.bar.reset_asked.connect(self.back_home)
        self.bar.play_asked.connect(self.play_asked)
        view.grabGesture(Qt.GestureType.PinchGesture)
        self._takers: tuple[tuple[type[QEvent], Callable[[Any], bool]], ...] = (
            (QMouseEvent, self._mouse),
            (QWheelEvent, self._wheel),
            (QNativeGestureEvent, self._native),
            (QGestureEvent, self._pinch),
            (QKeyEvent, self._key),
            (QContextMenuEvent, self._menu),
        )
        self.offer(on=False)
        view.setMouseTracking(True)
        view.installEventFilter(self)

    def know_home(self, home: Callable[[], Turned | None]) -> None:
        """Be told how to find the direction that the figure was made for; None while that is not known."""
        self._home = home

    def offer(self, *, on: bool) -> None:
        """Let it be turned, or not where there is no figure."""
        self._offered = on
        policy = Qt.FocusPolicy.TabFocus if self._steady else Qt.FocusPolicy.StrongFocus
        self._view.setFocusPolicy(policy if on else Qt.FocusPolicy.NoFocus)
        self._view.setCursor(Qt.CursorShape.OpenHandCursor if on else Qt.CursorShape.ArrowCursor)
        if not on:
            self.bar.hide()

    @property
    def offered(self) -> bool:
        """Whether it can be turned."""
        return self._offered

    @property
    def direction(self) -> Turned | None:
        """The direction it is seen from; None as it came."""
        return self._hand.turned

    @property
    def away(self) -> bool:
        """Whether anything is different from how it came."""
        return self._hand.away

    def follow(self, other: FigureTouch) -> None:
        """Hold the figure as another view of it is held."""
        if (self._hand, self.turning) != (other._hand, other.turning):
            self._hand, self.turning = replace(other._hand), other.turning
            self._tell()

    def take(self, direction: Turned | None) -> None:
        """Another figure is shown: as it comes, or from where somebody has turned it to before."""
        self._hand.reset()
        if direction is not None:
            self._hand.look_from(direction)
        self._last, self.turning = None, False
        self.bar.show_view("", away=self._hand.away)

    def back_home(self) -> None:
        """Show it as it came."""
        self._hand.reset()
        self._tell()

    def look_from(self, name: str) -> None:
        """Look from one of the known sides."""
        self._hand.look_from(VIEWS[name])
        self._tell(name)

    def placed(self, room: QRectF) -> QRectF:
        """Return where the whole picture is painted, larger than the room where somebody has zoomed in."""
        hand = self._hand
        place = QRectF(0, 0, room.width() * hand.zoom, room.height() * hand.zoom)
        place.moveCenter(room.center() + QPointF(hand.x * room.width(), hand.y * room.height()))
        return place

    def place(self) -> None:
        """Put the buttons in their corner."""
        self.bar.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an event of the view; False for what is none of our business."""
        if watched is not self._view or not self._offered:
            return False
        for kind, take in self._takers:
            if isinstance(event, kind):
                return take(event)
        return self._pointed(event)

    def _pointed(self, event: QEvent) -> bool:
        """Show the buttons to somebody who has come to the figure by keyboard, and take them away again."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_KEYS:
            self.bar.come(keyboard=True)
        elif event.type() == QEvent.Type.FocusOut:
            self.bar.let_go()
        elif event.type() == QEvent.Type.Leave:
            self.bar.go()
        elif event.type() == QEvent.Type.Hide and self._last is not None:
            self._let_go()  # a page that goes away in the middle of a drag never hears that the button was let go
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress}:
            self.bar.come()
        if kind == QEvent.Type.MouseButtonDblClick:
            self.back_home()
        elif kind == QEvent.Type.MouseButtonPress:
            if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
                return False
            self._last = at
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            if not self._steady:
                self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        elif kind == QEvent.Type.MouseMove and self._last is not None:
            self._drag(at - self._last, event)
            self._last = at
        elif kind == QEvent.Type.MouseButtonRelease and self._last is not None:
            self._let_go()
        else:
            return False
        event.accept()
        return True

    def _let_go(self) -> None:
        self._last, self.turning = None, False
        self._view.setCursor(Qt.CursorShape.OpenHandCursor)
        self._tell()

    def _drag(self, by: QPointF, event: QMouseEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.buttons() & Qt.MouseButton.MiddleButton or shifted:
            self._hand.move(by.x() / self._view.width(), by.y() / self._view.height())
        else:
            self._turn(by.x() * PER_PIXEL, by.y() * PER_PIXEL)
            self.turning = True
        self._tell()

    def _turn(self, right: float, down: float) -> None:
        home = self._home()
        if home is not None:
            self._hand.turn(home, -right if self.mirrored else right, down)

    def _wheel(self, event: QWheelEvent) -> bool:
        zooms = self._steady or self._view.hasFocus() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = event.angleDelta().y() / _NOTCH
        if not zooms or not steps:
            return False  # the page scrolls
        self._zoom(ZOOM_STEP**steps, event.position())
        event.accept()
        return True

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(1 + event.value(), event.position())
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._zoom(pinch.scaleFactor(), QPointF(self._view.mapFromGlobal(pinch.centerPoint().toPoint())))
        event.accept(pinch)
        return True

    def _zoom(self, factor: float, at: QPointF | None = None) -> None:
        point = at or QPointF(self._view.width() / 2, self._view.height() / 2)
        self._hand.zoom_by(factor, point.x() / self._view.width(), point.y() / self._view.height())
        self._tell()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _ARROWS:
            right, down = _ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._hand.move(right * _MOVE_STEP, down * _MOVE_STEP)
            else:
                self._turn(right * PER_KEY, down * PER_KEY)
            self._tell()
        elif event.text() in {"+", "="}:
            self._zoom(ZOOM_STEP)
        elif event.text() in {"-", "_"}:
            self._zoom(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_Home:
            self.back_home()
        elif key in _DIGITS:
            self.look_from(_DIGITS[key])
        elif key == Qt.Key.Key_Space and not self._steady:
            self.play_asked.emit()
        else:
            return False
        event.accept()
        return True

    def _menu(self, event: QContextMenuEvent) -> bool:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (name, words) in enumerate(view_words().items(), 1):
            menu.addAction(_("{view}\t{key}").format(view=words, key=number), partial(self.look_from, name))
        menu.addSeparator()
        menu.addAction(_("Larger\t+"), lambda: self._zoom(ZOOM_STEP))
        menu.addAction(_("Smaller\t−"), lambda: self._zoom(1 / ZOOM_STEP))
        menu.addAction(_("As it was\tHome"), self.back_home)
        menu.popup(event.globalPos())
        event.accept()
        return True

    def _tell(self, view: str = "") -> None:
        self.bar.show_view(view, away=self._hand.away)
        self.turned.emit()


def view_words() -> dict[str, str]:
    """Name the known sides."""
    return {"front": _("Front"), "side": _("Side"), "back": _("Back"), "above": _("Above")}
