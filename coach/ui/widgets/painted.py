"""A widget that paints itself from the theme, and so has to do it again when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Painted(QWidget):
    """Measures and paints itself anew under another theme, contrast or text size."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
