"""Something that is there when asked for: a button that shows and hides what is under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.i18n import _
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import column


class Disclosure(QWidget):
    """A button over what it opens; `build` makes that the first time it is asked for."""

    def __init__(self, title: str, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._build = build
        self._inside: QWidget | None = None
        self.button = text_button(title, "chevron-right", "link")
        self.button.clicked.connect(self.toggle)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        self._column = column(2)
        self._column.addLayout(line)
        self.setLayout(self._column)
        self._say()

    def is_open(self) -> bool:
        """Say whether the inside is shown."""
        return self._inside is not None and not self._inside.isHidden()

    def toggle(self) -> None:
        """Show or hide the inside."""
        if self._inside is None:
            self._inside = self._build()
            self._column.addWidget(self._inside)
            self._inside.show()
        else:
            self._inside.setVisible(self._inside.isHidden())
        self._say()

    def _say(self) -> None:
        opened = self.is_open()
        self.button.set_words(self._title, "chevron-down" if opened else "chevron-right")
        form = _("{title}, shown") if opened else _("{title}, hidden")
        self.button.setAccessibleName(form.format(title=self._title))
