"""The window: the rail and the pages. It knows neither what the pages show nor what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.rail import HELP, Rail

if TYPE_CHECKING:
    from coach.ui.widgets.message_bar import MessageBar
    from coach.ui.widgets.running_bar import RunningBar

#: The page that F1 shows from everywhere.
WARNINGS = HELP
#: The page of a running session: without the rail, so that only now and next are on the screen.
STAGE = "stage"
#: The stage of packs that alternate in the background, beside that of a session.
PACKS = "packs"
#: The page of whoever presents: without the rail as well.
PRESENTER = "presenter"
#: What the person said about themselves; reached from Settings and the warning signs, and before the first session.
SUITS = "suits"
#: Spasm and cramp side by side; reached from the diary and the warning signs, and left for where one came from.
COMPARISON = "spasm-or-cramp"
_ABOUT_SIGNS = frozenset({WARNINGS, COMPARISON, SUITS})
LEAST = (960, 640)
FIRST = (1280, 800)
_GEOMETRY = "window/geometry"


class CloseRequest:
    """Somebody wants the window closed; whoever has a reason refuses."""

    def __init__(self) -> None:
        self.refused = False

    def refuse(self) -> None:
        """Keep the window open."""
        self.refused = True


@dataclass(slots=True)
class _Place:
    """A page and how to make it when it is first shown."""

    make: Callable[[], QWidget]
    bare: bool
    widget: QWidget | None = None
    opened_from: str = ""


class MainWindow(QMainWindow):
    """Rail and pages. `page_shown` carries a key; `close_asked` a `CloseRequest` that may be refused at once; `break_asked`: the
    window of a break is wanted.
    """

    page_shown = Signal(str)
    close_asked = Signal(object)
    close_confirmed = Signal()
    break_asked = Signal()

    def __init__(self, memory: QSettings | None = None) -> None:
        super().__init__()
        self._memory = memory
        self._places: dict[str, _Place] = {}
        self._numbered: list[str] = []
        self._key = ""
        self._came_from = ""
        self._lent: Callable[[], None] | None = None
        self._messages: MessageBar | None = None
        self._running: RunningBar | None = None
        self.setWindowTitle("Limber")  # never a word about the person's health, where others read it over a shoulder
        self.setMinimumSize(*LEAST)
        self._rail = Rail()
        self._stack = QStackedWidget()
        self._lay_out()
        self._rail.chosen.connect(self._choose)
        self._rail.help_asked.connect(self.show_warnings)
        self._rail.session_asked.connect(lambda: self.show_page(STAGE))
        self._rail.break_asked.connect(self.break_asked)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.toggle_warnings)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._go_back)
        self._escape.setEnabled(False)
        self._restore()

    def add_page(
        self,
        key: str,
        icon: str,
        title: str,
        factory: Callable[[], QWidget],
        *,
        rail: bool = True,
        foot: bool = False,
        bare: bool = False,
    ) -> None:
        """Add a page that `factory` makes when it is first shown.

        `rail` False: reached otherwise; `foot`: at the bottom of the rail; `bare`: shown without the rail.
        """
        self._places[key] = _Place(factory, bare)
        if not rail:
            return
        self._numbered.append(key)
        number = len(self._numbered)
        self._rail.add(key, icon, title, hint=_("Ctrl+{n}").format(n=number) if number <= 9 else "", foot=foot)
        if number <= 9:
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda: self.show_page(key))

    def show_page(self, key: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Show a page, making it the first time; `reason` why the keyboard goes there."""
        if key == self._key:
            return
        self._remember_the_way(key)
        self._key = key
        self._lent = self._lent if key in _ABOUT_SIGNS else None
        place = self._places[key]
        widget = self.page(key)
        self._rail.setVisible(not place.bare)
        self._rail.mark(key)
        self._escape.setEnabled(key in {WARNINGS, COMPARISON} and bool(self._came_from))  # back to where one came from
        self._stack.setCurrentWidget(widget)
        widget.setFocus(reason)
        self.page_shown.emit(key)

    def leave(self, key: str) -> None:
        """Go back from a page to the one it was opened from."""
        back = self._places[key].opened_from
        if key == self._key and back:
            self.show_page(back)

    def mark(self, key: str) -> None:
        """Mark a page on the rail before it is made."""
        self._rail.mark(key)

    def page(self, key: str) -> QWidget:
        """Give a page, making it the first time."""
        place = self._places[key]
        if place.widget is None:
            place.widget = place.make()
            self._stack.addWidget(place.widget)
        return place.widget

    def is_made(self, key: str) -> bool:
        """Say whether a page has been made yet."""
        return self._places[key].widget is not None

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return self._key

    def show_warnings(self) -> None:
        """Show the warning signs."""
        self.show_page(WARNINGS)

    @property
    def messages(self) -> MessageBar:
        """The bar for what concerns the whole program, under whatever page is shown; made when first needed."""
        if self._messages is None:
            from coach.ui.widgets.message_bar import MessageBar

            self._messages = MessageBar()
            self._column.addWidget(self._messages)
        return self._messages

    @property
    def running(self) -> RunningBar:
        """The line about what runs in the background, under whatever page is shown; made when first needed."""
        if self._running is None:
            from coach.ui.widgets.running_bar import RunningBar

            self._running = RunningBar()
            self._column.insertWidget(1, self._running)
        return self._running

    @property
    def has_running(self) -> bool:
        """Whether that line has been made."""
        return self._running is not None

    def toggle_warnings(self) -> None:
        """Show the warning signs, or go back to where one came from."""
        lent, self._lent = self._lent, None
        back = self._key == WARNINGS
        self.show_page(self._came_from if back and self._came_from else WARNINGS)
        if back and lent is not None:
            lent()

    def lend_warnings(self, back: Callable[[], None]) -> None:
        """Show the warning signs to somebody in a window beside this one; the way back from them is `back`."""
        self.bring_forward()
        self.show_page(WARNINGS)
        self._lent = back
        self._escape.setEnabled(True)

    def offer_break(self, on: bool) -> None:  # noqa: FBT001  a Qt signal's value
        """Offer the way back to the window of a break while it is open."""
        self._rail.show_break(on=on)

    def set_session(self, *, on: bool) -> None:
        """Offer the way back to the stage while a session is on."""
        self._rail.show_session(on=on)

    def set_speed(self, speed: float) -> None:
        """Say on screen that the clock runs faster: a rehearsal."""
        self._rail.show_badge("" if speed == 1 else _("Rehearsal ×{speed:g}").format(speed=speed))

    def ask_about_pack(self, what: str) -> None:
        """Ask before closing while a pack is on; `what` names it ("heat pack"). `close_confirmed` when it is off."""
        from coach.ui.widgets.sheet import Question  # rarely needed, and the first paint waits for nothing

        answers = (quiet(_("It is off, close Limber")), primary(_("Back to the session")))
        question = Question(
            self,
            _("Take the {pack} off first").format(pack=what),
            _("The {pack} is still on. Limber cannot warn you once it is closed.").format(pack=what),
            answers,
        )
        question.answered.connect(lambda number: self.close_confirmed.emit() if number == 0 else None)
        question.closed.connect(question.deleteLater)
        question.ask()

    def bring_forward(self) -> None:
        """Show the window above others: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def set_full_screen(self, *, on: bool) -> None:
        """Fill the screen, or stop."""
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if on else state & ~full)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask those who may refuse; otherwise remember where the window was."""
        request = CloseRequest()
        self.close_asked.emit(request)
        if request.refused:
            event.ignore()
            return
        if self._memory is not None:
            self._memory.setValue(_GEOMETRY, self.saveGeometry())
        event.accept()

    def _choose(self, key: str) -> None:
        """Show the page that was pressed on the rail; after the mouse no ring shows where the keyboard is."""
        reasons = Qt.FocusReason
        self.show_page(key, reasons.OtherFocusReason if self._rail.has_keyboard else reasons.MouseFocusReason)

    def _go_back(self) -> None:
        if self._key == COMPARISON:
            self.leave(COMPARISON)
        else:
            self.toggle_warnings()

    def _remember_the_way(self, key: str) -> None:
        """Keep where `key` is opened from, and where the warning signs lead back to.

        Nobody is led round in a circle: what was opened from the warning signs does not call them up again.
        """
        left = self._places.get(self._key)
        if not (self._key == WARNINGS and key == self._came_from):  # going back opens nothing
            self._places[key].opened_from = self._key
        if left is not None and self._key != WARNINGS and (self._key != COMPARISON or left.opened_from != WARNINGS):
            self._came_from = self._key

    def _lay_out(self) -> None:
        middle = QWidget()
        side_by_side = QHBoxLayout(middle)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self._rail)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        side_by_side.addLayout(self._column, 1)
        self.setCentralWidget(middle)

    def _restore(self) -> None:
        """Come up where the window was left, or at a good size the first time."""
        held = self._memory.value(_GEOMETRY) if self._memory is not None else None
        if not (isinstance(held, QByteArray) and self.restoreGeometry(held)):
            self.resize(*FIRST)
