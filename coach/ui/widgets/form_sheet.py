"""A form laid over a page: what is asked scrolls where the window is low, the buttons always stay."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.card import column
from coach.ui.widgets.fit_scroll import FitScroll
from coach.ui.widgets.flow import flowing
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label

WIDTH = 680


class FormSheet(Sheet):
    """`form` is the column to fill, `save` the button that ends it; `about` says what comes of it."""

    def __init__(self, parent: QWidget, title: str, about: str, save: str, icon: str = "save") -> None:
        super().__init__(parent, width=WIDTH)
        self.setAccessibleName(title)
        self.form = column(3)
        self._scroll = FitScroll(self.form)
        self.save = primary(save, icon)
        cancel = quiet(_("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        body = self.card.body
        body.addWidget(label(title, Role.HEADING))
        body.addWidget(label(about, Role.MUTED))
        body.addWidget(self._scroll)
        self.buttons = flowing(cancel, self.save)
        body.addLayout(self.buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the form at the width it will have."""
        super().resizeEvent(event)
        margins = self.card.body.contentsMargins()
        wide = min(WIDTH, self.width() - 8 * tokens.GRID)
        self._scroll.set_room(wide - margins.left() - margins.right())
