"""What is on the page: a row of links to its sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.widgets.buttons import Button, text_button
from coach.ui.widgets.flow import FlowLayout


class Contents(QWidget):
    """Emits `asked` with the name of the section to go to."""

    asked = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("On this page"))
        line = FlowLayout(self, gap=1)
        self._links: list[Button] = []
        for name, title in sections:
            link = text_button(title)
            link.setAccessibleName(_("Go to: {title}").format(title=title))
            link.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            line.addWidget(link)
            self._links.append(link)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return list(self._links)
