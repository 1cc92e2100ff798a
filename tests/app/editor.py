"""Another program's window that somebody types into: says `ready` once it has the keyboard, and counts what arrives.

Usage: python -m tests.app.editor. Each line on stdin is answered with the number of letters; `quit` ends it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit


def tell(words: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Field(QLineEdit):
    """Says once that it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._ready = False

    def focusInEvent(self, event: object) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self._ready:
            self._ready = True
            tell("ready")


def main() -> int:
    """Open the window and count."""
    app = QApplication(["editor"])
    app.setApplicationName("editor")
    field = Field()
    field.resize(600, 80)
    field.show()
    field.activateWindow()

    def answer() -> None:
        if sys.stdin.readline().strip() == "quit":
            app.quit()
        else:
            tell(str(len(field.text())))

    ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ear.activated.connect(answer)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
