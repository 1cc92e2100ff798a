"""Buttons: one primary action on a page, quiet ones beside it, icons with a name, large round ones on the stage."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from coach.ui import theme, tokens
from coach.ui.widgets.by_keys import ring_after
from coach.ui.widgets.enter import EnterPresses

#: How much of a round button its icon takes.
_ICON_PART: Final = 0.46


class Button(EnterPresses, QPushButton):
    """A button with words and perhaps an icon; `kind` is primary, quiet, text or chip, `size` "", large or stage."""

    def __init__(
        self, text: str, kind: str = "quiet", icon: str = "", size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("span", size)  # QWidget has a property "size" of its own
        self._kind = kind
        self._icon = icon
        self._icon_only = False
        self._icon_px = {"stage": 28, "large": 22}.get(size, 18)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._retint()

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Say something else, perhaps with another icon."""
        self.setText("" if self._icon_only else text.replace("&", "&&"))
        self.setAccessibleName(text)
        if icon is not None:
            self._icon = icon
            self._retint()

    def show_icon_only(self, *, only: bool) -> None:
        """Leave the words out where there is no room for them: they are still read aloud."""
        if only != self._icon_only:
            self._icon_only = only
            self.set_words(self.accessibleName())
            self._retint()

    def told_width(self) -> int:
        """How wide the button is with its words, in pixels, whether they are shown or not."""
        return _wide(self.accessibleName(), self.font()) + self._icon_width() + 10 * tokens.GRID

    def set_icon_px(self, px: int) -> None:
        """Draw the icon this large."""
        if px != self._icon_px:
            self._icon_px = px
            self._retint()

    def sizeHint(self) -> QSize:
        """Leave a choice the room that its words take when it is chosen, and bold."""
        found = super().sizeHint()
        if self._kind != "chip" or not self.isCheckable():
            return found
        usual, bold = (theme.font(self.font().pixelSize(), weight) for weight in (400, 600))
        return found + QSize(_wide(self.text(), bold) - _wide(self.text(), usual), 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self._retint()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, unless the mouse brought it here."""
        super().focusInEvent(event)
        self._show_ring(on=ring_after(event.reason(), before=not self.property("unringed")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show where the keyboard is once it is used."""
        self._show_ring(on=True)
        super().keyPressEvent(event)

    def _show_ring(self, *, on: bool) -> None:
        if bool(self.property("unringed")) is on:
            self.setProperty("unringed", not on)
            self.style().unpolish(self)
            self.style().polish(self)

    def _icon_width(self) -> int:
        return round(self._icon_px * theme.current().text_scale) if self._icon else 0

    def _retint(self) -> None:
        if not self._icon:
            return
        used = theme.current()
        colours = used.palette
        colour = {"primary": colours.on_brand, "text": colours.brand_text}.get(self._kind, colours.ink)
        size = self._icon_px if self.property("span") == "stage" else self._icon_width()
        gap = 0 if self._icon_only else tokens.GRID + size // 8
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(used.icons.icon(self._icon, colour if self.isEnabled() else colours.muted, size, gap=gap))


def _wide(words: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(words)


def primary(text: str, icon: str = "", size: str = "") -> Button:
    """Make the one main action of a page or card."""
    return Button(text, "primary", icon, size)


def quiet(text: str, icon: str = "", size: str = "") -> Button:
    """Make an action beside the main one."""
    return Button(text, "quiet", icon, size)


def text_button(text: str, icon: str = "", size: str = "") -> Button:
    """Make an action that looks like a link."""
    return Button(text, "text", icon, size)


def chip(text: str, icon: str = "", size: str = "") -> Button:
    """Make a choice that can be on or off."""
    made = Button(text, "chip", icon, size)
    made.setCheckable(True)
    return made


class IconButton(EnterPresses, QToolButton):
    """An icon that can be pressed: round, never smaller than a fingertip, and with a name for those who cannot see it.

    It grows with the text, by as much as its icon does; `fixed` is for places that have sizes of their own.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: int = tokens.TARGET,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._fixed = icon, size, fixed
        self._filled = False
        self._fit()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)

    def set_name(self, name: str, hint: str = "") -> None:
        """Give the name that is read aloud and shown as a tip; `hint` is the key that does the same."""
        self.setAccessibleName(name)
        tip = f"{name} ({hint})" if hint else name
        self.setToolTip(f"<p>{escape(tip)}</p>" if "<" in tip else tip)  # a name that somebody gave is no HTML

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_filled(self, *, filled: bool = True) -> None:
        """Fill the circle with the brand colour: the main one among its neighbours."""
        self._filled = filled
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, once Qt is done: sizes are not to change while it walks all there is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    def _icon_side(self) -> int:
        return round(self._size * _ICON_PART * (1.0 if self._fixed else theme.current().text_scale))

    def _fit(self) -> None:
        side = self._size + self._icon_side() - round(self._size * _ICON_PART)
        if side != self.width() or side != self.minimumWidth():
            self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle, icon and focus ring."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground(used))
        painter.drawEllipse(area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 3))
            painter.drawEllipse(area)
        side = self._icon_side()
        centre = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        used.icons.paint(painter, place, self._icon, self._ink(used))

    def _ground(self, used: theme.Theme) -> QColor:
        if self._filled:
            return used.colour("brand_text" if self.underMouse() or self.isDown() else "brand")
        if self.isChecked():
            return used.colour("brand_soft")
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            return used.colour("hover")
        return QColor(Qt.GlobalColor.transparent)

    def _ink(self, used: theme.Theme) -> QColor:
        if not self.isEnabled():
            return used.colour("edge")
        return used.colour("on_brand" if self._filled else "ink")


def stage_button(icon: str, name: str, *, size: int = tokens.STAGE_TARGET) -> IconButton:
    """Make a round button that can be hit from a distance."""
    return IconButton(icon, name, size=max(size, tokens.STAGE_TARGET), fixed=True)
