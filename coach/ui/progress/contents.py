"""What is on the page: a row of links to its sections, one line until it is unfolded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui.widgets.buttons import Button, text_button
from coach.ui.widgets.folded_line import FoldedLine


class Contents(QWidget):
    """Emits `asked` with the name of the section to go to."""

    asked = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("On this page"))
        self._line = FoldedLine(_("On this page"), gap=1)
        links: list[Button] = []
        for name, title in sections:
            link = text_button(title)
            link.setAccessibleName(_("Go to: {title}").format(title=title))
            link.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            links.append(link)
        self._line.show_buttons(links)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._line)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return self._line.stops()
