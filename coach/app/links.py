"""Web pages are opened by the person's browser, after they agreed; nothing is fetched by the program."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_address(address: str) -> None:
    """Open a web page in the person's browser, after they agreed."""
    QDesktopServices.openUrl(QUrl(address))
