"""Noting how it feels from anywhere: a small window, from the tray or by a key of the whole desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from coach.app.entries_desk import EntriesDesk
from coach.app.frame import Frame
from coach.ports.hotkey import Hotkey
from coach.settings.model import Settings
from coach.ui.main_window import COMPARISON, WARNINGS

if TYPE_CHECKING:
    from coach.ui.entry.quick import QuickEntry

#: In the window this goes to the form on Today.
HERE = "Ctrl+E"


class QuickDesk(QObject):
    """The window is made when it is first asked for. `trouble_changed` carries why the key cannot be had, '' when it can."""

    trouble_changed = Signal(str)

    def __init__(self, frame: Frame, hotkey: Hotkey, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._hotkey = frame, hotkey
        self._window: QuickEntry | None = None
        self._keys = ""
        self.trouble = ""
        QShortcut(QKeySequence(HERE), frame.window, self._on_today)

    def use(self, settings: Settings) -> None:
        """Take the key that is chosen, or let it go."""
        if settings.hotkey == self._keys:
            return
        self._keys = settings.hotkey
        found = ""
        if self._keys:
            found = self._hotkey.take(self._keys, self.open)
        else:
            self._hotkey.release()
        self.trouble = found
        if found:
            self._frame.complain(found)
        self.trouble_changed.emit(found)

    def possible(self) -> str:
        """Say why there can be no key on this desktop, '' where there can."""
        return self._hotkey.trouble()

    def open(self) -> None:
        """Open the small window, at once."""
        window = self._made()
        context = self._frame.context
        if context is not None:
            from coach.ui.today.state import entry_state

            window.form.show_state(
                entry_state(context.library, context.memory.entries, context.now, context.settings.body)
            )
        window.open()

    @property
    def window(self) -> QuickEntry | None:
        """The window, None before it was first asked for."""
        return self._window

    def close(self) -> None:
        """Let the key and the window go."""
        self._hotkey.release()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _made(self) -> QuickEntry:
        if self._window is None:
            from coach.ui.entry.quick import QuickEntry

            self._window = QuickEntry()
            desk = EntriesDesk(self._frame.journal, self._frame.clock, self)
            self._window.form.given.connect(desk.log)
            self._window.form.undo_asked.connect(desk.undo)
            self._window.form.signs_asked.connect(lambda: self._show_in_window(WARNINGS))
            self._window.form.compare_asked.connect(lambda: self._show_in_window(COMPARISON))
            desk.saved.connect(self._window.saved)
            desk.failed.connect(self._window.failed)
            desk.taken_back.connect(self._window.taken_back)
        return self._window

    def _on_today(self) -> None:
        from coach.ui.today.page import TodayPage

        self._frame.window.show_page("today")
        page = self._frame.window.page("today")
        if isinstance(page, TodayPage):
            page.show_entry()

    def _show_in_window(self, key: str) -> None:
        self._frame.window.bring_forward()
        self._frame.window.show_page(key)
