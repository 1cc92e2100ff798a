"""The frame every page shares: a title, perhaps a sentence, and content that scrolls and never grows too wide."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.card import column
from coach.ui.widgets.message_bar import MessageBar
from coach.ui.widgets.text import label

_ONE_COLUMN = 420
#: What has the keyboard is seen with so much around it.
_AROUND = 10 * tokens.GRID
_SCROLLS = {
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}


class Page(QWidget):
    """A page: `content` is the column to fill, `tools` the row beside the title, `messages` the bar at its foot."""

    def __init__(self, title: str, subtitle: str = "", *, width: int = tokens.CONTENT_WIDTH) -> None:
        super().__init__()
        self._title = label(title, Role.TITLE)
        self._subtitle = label(subtitle, Role.MUTED)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2 * tokens.GRID)
        self.content = column(5)
        self._inner = QWidget()
        self._inner.setMaximumWidth(width)
        self._inner.setLayout(self._column())
        self._scroll = _scroll(self._inner)
        self._messages: MessageBar | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll, 1)
        self._subtitle.setVisible(bool(subtitle))

    @property
    def messages(self) -> MessageBar:
        """The bar for what has just happened; made when first needed, so that Tab comes to it last."""
        if self._messages is None:
            self._messages = MessageBar()
            self._outer.addWidget(self._messages)
        return self._messages

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the title and the sentence under it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that nothing on the page has taken."""
        bar = self._scroll.verticalScrollBar()
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def _column(self) -> QVBoxLayout:
        inner = column(6)
        inner.setContentsMargins(10 * tokens.GRID, 9 * tokens.GRID, 10 * tokens.GRID, 10 * tokens.GRID)
        words = column(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(self.tools)
        head.setAlignment(self.tools, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(head)
        inner.addLayout(self.content)
        inner.addStretch(1)
        return inner


class _Scroll(QScrollArea):
    """Shows what Tab comes to with room around it, not at the very edge."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own signature
        """Go on, and scroll a little further than to where it is just seen."""
        moved = super().focusNextPrevChild(forward)
        held, inside = self.focusWidget(), self.widget()
        if moved and inside is not None and inside.isAncestorOf(held):
            top = held.mapTo(inside, QPoint(0, 0)).y()
            if held.height() + 2 * _AROUND < self.viewport().height():
                self.ensureVisible(0, top + held.height(), 0, _AROUND)
                self.ensureVisible(0, top, 0, _AROUND)
        return moved


def scrolling() -> QScrollArea:
    """Make what shows a part of something high; it scrolls up and down only, and Tab passes it by."""
    made = _Scroll()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _scroll(inner: QWidget) -> QScrollArea:
    """Let `inner` scroll up and down, centred, as wide as it may grow."""
    holder = QWidget()
    holder.setProperty("paper", "true")
    holder.setMinimumSize(1, 1)  # else wrapped words ask for the height of their narrowest width
    middle = QHBoxLayout(holder)
    middle.setContentsMargins(0, 0, 0, 0)
    middle.addStretch(1)
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    middle.addWidget(inner, 1000)
    middle.addStretch(1)
    scroll = scrolling()
    scroll.setWidget(holder)
    return scroll


class TwoColumns(QWidget):
    """Two columns side by side, or one under the other where there is no room for both."""

    def __init__(self, *, left: int = 11, right: int = 9, least: int = 760, gap: int = 5) -> None:
        super().__init__()
        self._shares = (left, right)
        self._least = least
        self._wide: bool | None = None
        self.setMinimumWidth(_ONE_COLUMN)  # two columns must not keep a small window from showing one
        self.left = column(gap)
        self.right = column(gap)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap * tokens.GRID)
        self._halves = (_half(self.left), _half(self.right))
        self._arrange(wide=True)

    def resizeEvent(self, event: object) -> None:
        """Choose one column or two by the room there is."""
        del event
        least = self._least * theme.current().text_scale
        both = sum(half.minimumSizeHint().width() for half in self._halves) + self._grid.spacing()
        self._arrange(wide=self.width() >= max(least, both))

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for half in self._halves:
            self._grid.removeWidget(half)
        top = Qt.AlignmentFlag.AlignTop
        if wide:
            self._grid.addWidget(self._halves[0], 0, 0, top)
            self._grid.addWidget(self._halves[1], 0, 1, top)
        else:
            self._grid.addWidget(self._halves[0], 0, 0, 1, 2, top)
            self._grid.addWidget(self._halves[1], 1, 0, 1, 2, top)
        self._grid.setColumnStretch(0, self._shares[0])
        self._grid.setColumnStretch(1, self._shares[1])


def _half(layout: QVBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    made.setMinimumWidth(0)
    return made
