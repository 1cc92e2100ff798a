"""How the program starts: what the Settings page shows of it, and what becomes of a wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coach.app.outside import Outside
from coach.i18n import _

if TYPE_CHECKING:
    from coach.app.frame import Frame


class StartingDesk(QObject):
    """Nothing is written at login's place but on a press of the switch."""

    def __init__(self, frame: Frame, outside: Outside, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._outside = frame, outside
        self._page: Any = None

    def serve(self, page: Any) -> None:
        """Connect the Settings page, and show it how things are."""
        self._page = page
        page.starting.login_wished.connect(self._turn)
        page.shown.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Look again each time: somebody may have changed it outside."""
        from coach.ui.preferences.state import Starting

        login = self._outside.desk.autostart
        starting = Starting(login.is_on(), login.place(), login.entry(), login.trouble(), self._outside.wayland)
        self._page.starting.show_starting(starting)

    def _turn(self, on: bool) -> None:  # noqa: FBT001  a Qt signal's value
        why = self._outside.desk.autostart.turn(on=on)
        self._show()
        if why:
            self._frame.complain(why)
        elif on:
            self._frame.tell(_("Limber starts when you log in."))
        else:
            self._frame.tell(_("Limber no longer starts when you log in."))
