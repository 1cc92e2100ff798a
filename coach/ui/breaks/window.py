"""The window of a break: a stage, and what comes before and after it. One for as long as the program runs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.breaks.after import AdvicePage, AfterPage
from coach.ui.breaks.begin_page import BeginPage
from coach.ui.breaks.corner import screen_now
from coach.ui.breaks.hold import Hold, HoldButton, HoldRing
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label

#: As large as it may be, and the share of a smaller screen that it takes.
_LARGEST = QSize(1200, 800)
_LEAST = QSize(920, 640)
_SHARE = 0.86
_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowMinimizeButtonHint
    | Qt.WindowType.WindowCloseButtonHint
)


class BreakWindow(QWidget):
    """`left` when Esc or *Leave* was held, or the window closed; `help_asked`: F1. It takes nothing from anybody: no grab, no
    full screen.
    """

    left = Signal()
    help_asked = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(None, _FLAGS)
        self.setWindowTitle(_("Break"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.stage, self.begin, self.after, self.advice = stage, BeginPage(), AfterPage(), AdvicePage()
        self.why = label("", Role.MUTED, wrap=True)
        self._mark = IconLabel("info", "muted", 18)
        self.leave = HoldButton(_("Hold this or Esc to leave"))
        self.leave.setAccessibleName(_("Leave the break"))
        self.leave.held.connect(self.left)
        self._pages = QStackedWidget()
        for page in (self.stage, self.begin, self.after, self.advice):
            self._pages.addWidget(page)
        self.foot = Foot()
        self._lay_out()
        self._ring = HoldNote(self)
        self._hold = Hold(self)
        self._hold.moved.connect(self._ring.show_share)
        self._hold.held.connect(self.left)

    def open(self, why: str, *, asked_for: bool) -> None:
        """Show it on the screen that is looked at. Not asked for it lies above, and leaves the keyboard where it is."""
        self.why.setText(_("Why this one: {why}").format(why=why))
        if not self.isVisible():
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on=not asked_for)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not asked_for)
            self._place()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)  # as it may have been when it went
        self.show()
        self.raise_()
        if asked_for:
            self.activateWindow()

    def step_back(self) -> None:
        """Let another window be seen; where it lies above all others it has to be made small for that."""
        if self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint:
            self.showMinimized()

    def come_forward(self) -> None:
        """Come back to the front, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_page(self, page: QWidget) -> None:
        """Show one of its pages, and give it the keyboard inside this window."""
        self._pages.setCurrentWidget(page)
        self.foot.setVisible(page in {self.stage, self.begin})
        self.why.setVisible(page is self.stage)
        self._mark.setVisible(page is self.stage)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is held, not pressed: a slip ends nothing."""
        if event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self._hold.press()
            event.accept()
        elif event.key() == Qt.Key.Key_F1:
            self.help_asked.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc came up before it was long enough."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.release()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A key that comes up in another window is not seen here."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._hold.release()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to leave."""
        event.ignore()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is held any more."""
        self._hold.release()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring in the middle."""
        super().resizeEvent(event)
        self._ring.settle()

    def _lay_out(self) -> None:
        foot = row(gap=2)
        side = 4 * tokens.GRID
        foot.setContentsMargins(side, 0, side, tokens.GRID)
        foot.addWidget(self._mark)
        foot.addWidget(self.why, 1)
        foot.addStretch(0)
        foot.addWidget(self.leave)
        self.foot.setLayout(foot)
        inside = column(0)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self.foot)
        self.setLayout(inside)

    def _place(self) -> None:
        screen = screen_now()
        if screen is not None:
            self.setGeometry(place_in(screen.availableGeometry()))


class Foot(QWidget):
    """The line under the stage; it can be pressed while it is dimmed as well: a break is left at any time."""

    def __init__(self) -> None:
        super().__init__()
        self._dim = Scrim(self)

    def dim(self, on: bool) -> None:  # noqa: FBT001  a Qt signal's value
        """Dim it like the stage above it."""
        self._dim.setVisible(on)
        self._dim.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the dimming cover it."""
        super().resizeEvent(event)
        self._dim.setGeometry(self.rect())


class Scrim(QWidget):
    """What dims, and lets every press through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under it."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(theme.current().palette.scrim))


class HoldNote(Card):
    """While Esc is held: a ring that closes, and what it does."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("overlay", padding=5, gap=2, parent=over)
        self._over = over
        self._ring = HoldRing()
        self._words = label(_("Keep holding to leave"), Role.STRONG, wrap=False)
        for part in (self._ring, self._words):
            self.body.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_share(self, share: float) -> None:
        """Show so much of it held; nothing for 0."""
        self._ring.show_share(share)
        if (share > 0) != self.isVisible():
            self.setVisible(share > 0)
            self.settle()

    def settle(self) -> None:
        """Lie over the middle."""
        self.adjustSize()
        self.move(self._over.rect().center() - self.rect().center())
        self.raise_()


def place_in(area: QRect) -> QRect:
    """Return where the window is in what a screen has free: in the middle, and all of it only on a small one."""
    size = (area.size() * _SHARE).expandedTo(_LEAST).boundedTo(_LARGEST).boundedTo(area.size())
    place = QRect(area.topLeft(), size)
    place.moveCenter(area.center())
    return place
