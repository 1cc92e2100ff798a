"""A real card on a real display, talking on stdout and obeying stdin.

Usage: DISPLAY=:N python -m tests.ui.breaks.card_window. Says `ready`; `show NAME` puts the mouse on that screen and shows the
card, `hide` takes it away, `where` does nothing; each is answered with the screen that the card is on, its right lower corner,
and whether it is seen. `quit` ends it.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from coach.ui.breaks.card import BreakCard
from coach.ui.breaks.state import card_state
from tests.app.real_window import Ear, tell
from tests.ui.breaks.views import OFFER, card, view
from tests.ui.support import dress


def main() -> int:
    """Do what stdin says until it says quit."""
    app = QApplication(sys.argv[:1])
    dress(app)
    shown = BreakCard()
    state = card_state(view(card()), None, OFFER)
    assert state is not None

    def obey(word: str) -> None:
        if word == "quit":
            shown.hide()
            app.quit()
            return
        if word.startswith("show "):
            name = word.removeprefix("show ")
            screen = next(found for found in QGuiApplication.screens() if found.name() == name)
            QCursor.setPos(screen, screen.geometry().center())
            shown.show_state(state)
        elif word == "hide":
            shown.hide()
        corner = shown.geometry().bottomRight()
        on = QGuiApplication.screenAt(shown.geometry().center())
        seen = "seen" if shown.isVisible() else "gone"
        tell(f"{on.name() if on is not None else '-'} {corner.x()} {corner.y()} {seen}")

    ear = Ear()
    ear.said.connect(obey, Qt.ConnectionType.QueuedConnection)
    listener = threading.Thread(target=ear.listen)
    listener.start()
    tell("ready")
    code = app.exec()
    listener.join()
    return code


if __name__ == "__main__":
    sys.exit(main())
