"""The card that asks for a break: small, in a corner, and never with the keyboard. One for as long as the program runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPropertyAnimation, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBitmap,
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.reminders.events import Reason
from coach.ui import theme
from coach.ui.breaks.card_body import CardBody, outline
from coach.ui.breaks.corner import EDGE, Corner, Screens, corner_here, place_of, screen_now, width_of
from coach.ui.breaks.hold import Hold
from coach.ui.breaks.state import Act, CardState

_WIDTH = 432
_SECOND_MS = 1_000
#: A card that has just come answers to nothing for so long: that click was meant for what was there before.
ARMED_AFTER_MS = 700
_FADES = frozenset({"xcb", "windows", "cocoa"})
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class BreakCard(QWidget):
    """Shows a `CardState` and says what was answered; it decides nothing.

    `taken(shorter)`, `snoozed()`, `skipped(sure)`, `left()` when the way out was held, `why_said(reason)` with a `Reason` or
    None, `anyway()` when the person is not busy, `gone()` when it was taken from the screen by somebody else.
    """

    taken = Signal(bool)
    snoozed = Signal()
    skipped = Signal(bool)
    left = Signal()
    why_said = Signal(object)
    anyway = Signal()
    gone = Signal()

    def __init__(self, *, screen: Callable[[], QScreen | None] = screen_now, corner: Corner | None = None) -> None:
        super().__init__(None, _FLAGS)
        self._find_screen, self._corner = screen, corner or corner_here()
        self._state: CardState | None = None
        self._on: QScreen | None = None
        self.setWindowTitle("Limber")
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=not _cut())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = CardBody()
        self.body.acted.connect(self._acted)
        self.body.reason_given.connect(self._reason_given)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.body)
        self._say: dict[Act, Callable[[], None]] = {
            Act.TAKE: lambda: self.taken.emit(False),
            Act.SHORTER: lambda: self.taken.emit(True),
            Act.LATER: self.snoozed.emit,
            Act.SKIP: lambda: self.skipped.emit(False),
            Act.SURE: lambda: self.skipped.emit(True),
            Act.ANYWAY: self.anyway.emit,
            Act.LEAVE: self.left.emit,
        }
        self._escape = Hold(self)
        self._escape.held.connect(self._leave)
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self._seconds.timeout.connect(self._count)
        self._opens_ms: int | None = None
        self._arming = QTimer(self, singleShot=True, interval=ARMED_AFTER_MS)
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._screens = Screens(self)
        self._screens.changed.connect(self._settle)

    @property
    def state(self) -> CardState | None:
        """What is shown; None when nothing is."""
        return self._state

    @property
    def armed(self) -> bool:
        """Whether it answers to the mouse yet."""
        return not self._arming.isActive()

    def show_state(self, state: CardState, *, animate: bool = True) -> None:
        """Show this, in its corner, without a click or a key being lost to it; a new one comes softly unless told not to."""
        before, self._state = self._state, state
        comes = not self.isVisible()
        self._opens_ms = state.opens_in_ms
        if before is None or state != before:
            self.body.show_state(state)
        self.setAccessibleName(state.title)
        self._seconds.start() if state.opens_in_ms is not None else self._seconds.stop()
        self._settle()
        if comes and self._on is not None:
            self._come(animate=animate)
        if before is None or (before.id, before.ask) != (state.id, state.ask):
            self._announce(state)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desktop closed it: it is not there any more, and nothing was answered."""
        event.ignore()
        self.hide()
        self.gone.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Taken away: nothing runs any more. Another workspace only covers it for a while."""
        if event.spontaneous():
            super().hideEvent(event)
            return
        for timer in (self._seconds, self._arming):
            timer.stop()
        self._fade.stop()
        self._escape.release()
        self._state = self._on = None
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size: measure again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._state is not None:
            QTimer.singleShot(0, self, self._settle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where a desktop gives it the keyboard all the same, a key does nothing; holding Esc leaves."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._escape.press()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go before it was long enough."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._escape.release()

    def _come(self, *, animate: bool) -> None:
        if animate:
            self._arming.start()
        motion_ms = theme.current().motion_ms if animate else 0
        fades = QGuiApplication.platformName() in _FADES
        if fades:
            self.setWindowOpacity(0.0 if motion_ms else 1.0)  # it may have gone in the middle of coming
        self.show()
        self.raise_()
        if fades and motion_ms:
            self._fade.setDuration(motion_ms)
            self._fade.setEndValue(1.0)
            self._fade.start()

    def _settle(self) -> None:
        """Take the size that the words need, in the corner of the screen that it is on; where there is none it is gone."""
        if self._state is None:
            return
        if self._on is None or self._on not in QGuiApplication.screens():
            self._on = self._find_screen()
        if self._on is None:
            self.hide()
            self.gone.emit()
            return
        area = self._on.availableGeometry()
        size = self._size_in(width_of(area, round(_WIDTH * theme.current().text_scale)))
        if size.height() > area.height() - 2 * EDGE:  # large text on a small screen: wider instead
            size = self._size_in(area.width() - 2 * EDGE)
        self.setFixedSize(size)
        if _cut():
            self.setMask(_shape(size))
        self.setScreen(self._on)
        self.move(place_of(area, size, self._corner))

    def _size_in(self, width: int) -> QSize:
        self.ensurePolished()
        width = max(width, self.body.minimumSizeHint().width())
        return QSize(width, self.body.high(width))

    def _count(self) -> None:
        if self._opens_ms is not None:
            self._opens_ms -= _SECOND_MS
            self.body.show_opens(self._opens_ms)

    def _announce(self, state: CardState) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, state.spoken()))

    def _acted(self, act: Act) -> None:
        if not self.armed or self._state is None:
            return
        if act is Act.SKIP and self._state.reasons:
            self.why_said.emit(None)
            return
        self._say[act]()

    def _leave(self) -> None:
        """Away with it, whatever it asks."""
        if self._state is not None and self._state.reasons:
            self.why_said.emit(None)
        else:
            self.left.emit()

    def _reason_given(self, reason: Reason) -> None:
        if self.armed:
            self.why_said.emit(reason)


def _shape(size: QSize) -> QBitmap:
    """Return what is seen of a card of this size."""
    shape = QBitmap(size)
    shape.clear()
    painter = QPainter(shape)
    painter.fillPath(outline(QRectF(0, 0, size.width(), size.height())), Qt.GlobalColor.color1)
    painter.end()
    return shape


def _cut() -> bool:
    """Whether its corners are cut off: an X server alone shows nothing through a window."""
    return QGuiApplication.platformName() == "xcb"
