"""One area of the body map as a real check box: it has the keyboard, a name and a state; the map paints it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from coach.content.vocabulary import Area, Side
from coach.content.words import place_words
from coach.drawing.bodymap.model import Place
from coach.i18n import _
from coach.ui.widgets.rating_scale import digit

_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def spoken(place: Place) -> str:
    """Name an area as it is chosen: “Left buttock”."""
    if place == (Area.LOW_BACK, None):
        return _("Low back, all of it")
    words = place_words(*place)
    return words[:1].upper() + words[1:]


class AreaBox(QCheckBox):
    """Space turns it on and off; `asked_away` carries the way that an arrow key points, (right, down), `typed` a number."""

    asked_away = Signal(object)
    looked_at = Signal()
    typed = Signal(int)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.setAccessibleName(spoken(place))
        self.setAttribute(
            Qt.WidgetAttribute.WA_TransparentForMouseEvents
        )  # an area is no rectangle: the map tells where it is
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def side(self) -> Side | None:
        """Return the side of the place."""
        return self.place[1]

    def event(self, event: QEvent) -> bool:
        """Take number keys before they mean a page of the rail."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and digit(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand arrows and numbers on; the rest is a check box's own."""
        way, number = _WAYS.get(Qt.Key(event.key())), digit(event)
        if way is not None:
            self.asked_away.emit(way)
        elif number is not None:
            self.typed.emit(number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the map to paint the ring."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The same."""
        super().focusOutEvent(event)
        self.looked_at.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the map does."""
        del event
