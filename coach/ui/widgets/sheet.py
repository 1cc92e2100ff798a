"""A question laid over a window or a page: the ground dims, Tab stays inside, Escape takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui import theme, tokens
from coach.ui.key_names import digit_of
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card, row
from coach.ui.widgets.text import label


class Sheet(QWidget):
    """Covers its parent; `card.body` is the column to fill."""

    closed = Signal()

    def __init__(self, parent: QWidget, *, width: int = 560, escapes: bool = True) -> None:
        super().__init__(parent)
        self._over = parent
        self._escapes = escapes
        self.card = Card("overlay", padding=8, gap=4)
        self.card.setMaximumWidth(width)
        self.card.setMinimumWidth(min(width, 420))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4 * tokens.GRID, 4 * tokens.GRID, 4 * tokens.GRID, 4 * tokens.GRID)
        self._grid.setSpacing(2 * tokens.GRID)
        self._grid.addWidget(self.card, 1, 1)
        for edge in (0, 2):
            self._grid.setRowStretch(edge, 1)
            self._grid.setColumnStretch(edge, 1)
        self._grid.setColumnStretch(1, 20)
        parent.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Show it over the parent and give it the keyboard."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.accessibleName():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def close_sheet(self) -> None:
        """Take it away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place_corner(self, widget: QWidget) -> None:
        """Put something in the upper right corner, beside what lies over the page."""
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(widget, 0, 0, 1, 3, corner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and the number keys for itself while it is shown, whatever they do in what is under it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_kept(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take it away, where it may be taken away."""
        if event.key() == Qt.Key.Key_Escape and self._escapes:
            self.close_sheet()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own signature
        """Keep Tab inside."""
        stops = [child for child in self.findChildren(QWidget) if _takes_focus(child)]
        if not stops:
            return True
        here = self.window().focusWidget()
        at = stops.index(here) if here in stops else (-1 if forward else 0)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under it."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(theme.current().palette.scrim))

    def mousePressEvent(self, event: object) -> None:
        """Let no press through to what lies under it."""


class Question(Sheet):
    """A title, a sentence, and two or three answers; `answered` carries the number of the one chosen."""

    answered = Signal(int)

    def __init__(self, parent: QWidget, title: str, text: str, answers: Sequence[Button]) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._answers = list(answers)
        self.card.body.addWidget(label(title, Role.HEADING))
        self.card.body.addWidget(label(text, Role.BODY))
        self.card.body.addSpacing(2 * tokens.GRID)
        self.card.body.addLayout(row(None, *answers))
        for number, button in enumerate(answers):
            button.clicked.connect(lambda _checked=False, n=number: self._answer(n))

    def ask(self) -> None:
        """Show it; the last answer has the keyboard."""
        self.open(self._answers[-1])

    def _answer(self, number: int) -> None:
        self.close_sheet()
        self.answered.emit(number)


def _is_kept(event: QKeyEvent) -> bool:
    with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (digit_of(event) is not None and not with_ctrl)


def _takes_focus(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
