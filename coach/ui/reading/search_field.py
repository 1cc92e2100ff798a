"""A field to search a list: Ctrl+F comes here, Escape clears, the arrow down goes on to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from coach.i18n import _
from coach.ui import theme

#: Longer searches help nobody and cost time.
_LONGEST = 200


class SearchField(QLineEdit):
    """A line to type in; `left_down` when the person goes on to what was found."""

    left_down = Signal()

    def __init__(self, words: str, page: QWidget) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setMaxLength(_LONGEST)
        self._glass = QAction(words, self)
        self._glass.triggered.connect(self._focus_all)
        self._clear = QAction(_("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_all)
        self._retint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape and the arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._retint()

    def _retint(self) -> None:
        used = theme.current()
        self._glass.setIcon(used.icons.icon("search", used.colour("muted")))
        self._clear.setIcon(used.icons.icon("x", used.colour("muted")))

    def _focus_all(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
