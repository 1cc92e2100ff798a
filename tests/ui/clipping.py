"""Finds words that do not fit: labels lower or narrower than their text needs, buttons narrower than their words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from coach.ui.reading.link_button import LinkButton

_SLACK = 1
_WRAP = int(Qt.TextFlag.TextWordWrap)


def clipped(page: QWidget) -> list[str]:
    """Name what is cut off on a shown page; a test expects an empty list."""
    for _round in range(3):
        QApplication.processEvents()
    return [*_labels(page), *_buttons(page), *_too_wide(page)]


def _labels(page: QWidget) -> Iterator[str]:
    for made in page.findChildren(QLabel):
        if not made.isVisible() or not made.text():
            continue
        if made.wordWrap():
            box = made.fontMetrics().boundingRect(made.contentsRect(), _WRAP, made.text())
            if box.width() > made.contentsRect().width() + _SLACK:
                yield f"{made.text()[:40]!r} is {box.width()} px wide in {made.width()}"
            if made.height() + _SLACK < made.heightForWidth(made.width()):
                yield f"{made.text()[:40]!r} needs {made.heightForWidth(made.width())} px, has {made.height()}"
        elif made.width() + _SLACK < made.sizeHint().width():
            yield f"{made.text()[:40]!r} is {made.width()} px wide, needs {made.sizeHint().width()}"


def _buttons(page: QWidget) -> Iterator[str]:
    for made in page.findChildren(QAbstractButton):
        if not made.isVisible() or isinstance(made, LinkButton) or isinstance(made.parent(), QLineEdit):
            continue
        needed = made.heightForWidth(made.width()) if made.hasHeightForWidth() else made.minimumSizeHint().height()
        if made.height() + _SLACK < needed:
            yield f"button {made.accessibleName()!r} is {made.height()} px high, needs {needed}"
        if made.width() + _SLACK < made.minimumSizeHint().width():
            yield f"button {made.accessibleName()!r} is {made.width()} px wide, needs {made.minimumSizeHint().width()}"


def _too_wide(page: QWidget) -> Iterator[str]:
    """Nothing scrolls sideways, so nothing may be wider than what shows it."""
    for area in page.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width() + _SLACK:
            yield f"content is {inside.width()} px wide in {area.viewport().width()}"
