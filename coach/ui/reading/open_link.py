"""Asks before a web page is opened: the host large, the whole address under it (RELIABILITY.md row 53)."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.sources import link_host
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet, text_button
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label


class OpenLink(Sheet):
    """A question about one address; `agreed` carries the address when the person says yes."""

    agreed = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = address
        host = link_host(address)
        self.setAccessibleName(_("Open {host} in your browser?").format(host=host))
        self.open_button = primary(_("Open in browser"), "external-link")
        self.copy_button = text_button(_("Copy address"))
        self.cancel_button = quiet(_("Cancel"))
        self.open_button.clicked.connect(self._agree)
        self.copy_button.clicked.connect(self._copy)
        self.cancel_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)
        body = self.card.body
        body.addWidget(label(_("This leaves Limber and opens"), Role.MUTED))
        body.addWidget(label(_breakable(host), Role.HEADING))
        body.addWidget(label(_breakable(address), Role.SMALL))
        body.addSpacing(2 * tokens.GRID)
        answers = FlowLayout()
        for button in (self.open_button, self.cancel_button, self.copy_button):
            answers.addWidget(button)
        body.addLayout(answers)

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit(self._address)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.close_sheet()


def ask_to_open(address: str, page: QWidget) -> OpenLink | None:
    """Ask over `page`; None when the address is not one that may be opened."""
    if not link_host(address):
        return None
    question = OpenLink(address, page)
    question.open(question.cancel_button)
    return question


def _breakable(address: str) -> str:
    """Let a long address break (at zero-width spaces): after any sign that is no letter, and inside long words.

    A host must be seen whole, so it may rather break than be cut.
    """
    return "".join(f"{part}\u200b" for part in _PARTS.findall(address))


_PARTS = re.compile(r"\w{1,8}|\W")
