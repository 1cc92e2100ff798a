"""The rail on the left: where one is, where one can go, and the way to help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.enter import EnterPresses
from coach.ui.widgets.text import label

#: The key of the page that the way to help leads to.
HELP = "warnings"

_ICON = 1.5  # against the size of the words
_INSET = 3 * tokens.GRID


class RailButton(EnterPresses, QToolButton):
    """An icon and a word; the current page is marked by a bar, a ground and heavier letters, not by colour alone."""

    def __init__(self, icon: str, word: str, *, outlined: bool = False, hint: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._hint = hint
        self._outlined = outlined
        self.setText(word)
        self.setAccessibleName(word)
        self.setAccessibleDescription(hint)
        self.setToolTip(_("{page} ({key})").format(page=word, key=hint) if hint else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the word in its heavier form."""
        used = theme.current()
        metrics = self._metrics(used)
        wide = 2 * _INSET + _icon_px(used) + 3 * tokens.GRID + metrics.horizontalAdvance(self.text())
        if self._outlined and self._hint:
            wide += 2 * tokens.GRID + metrics.horizontalAdvance(self._hint)
        return QSize(wide, max(44, metrics.height() + 5 * tokens.GRID))

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Stay as the rail marks it: pressing the current page again must not take its mark away."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a larger text."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, icon and word."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_ground(painter, area, used)
        here = self.isChecked()
        ink = used.colour("brand_text" if here else "ink")
        side = _icon_px(used)
        place = QRectF(_INSET, (self.height() - side) / 2, side, side)
        used.icons.paint(painter, place, self._icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(used.px(Role.BODY), 600 if here else 500))
        words = area.adjusted(_INSET + side + 2.5 * tokens.GRID, 0, -_INSET, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._outlined and self._hint:
            painter.setPen(used.colour("muted"))
            painter.setFont(theme.font(used.px(Role.SMALL), 500))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)

    def _paint_ground(self, painter: QPainter, area: QRectF, used: theme.Theme) -> None:
        pen = QPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            pen = QPen(used.colour("focus"), 3)
        elif self._outlined:
            pen = QPen(used.colour("edge"), 1.5)
        painter.setPen(pen)
        ground = QColor(Qt.GlobalColor.transparent)
        if self.isChecked():
            ground = used.colour("brand_soft")
        elif self.underMouse() or self.isDown():
            ground = used.colour("hover")
        painter.setBrush(ground)
        painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(used.colour("brand"))
            painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 10, 4, 20), 2, 2)

    def _metrics(self, used: theme.Theme) -> QFontMetrics:
        return QFontMetrics(theme.font(used.px(Role.BODY), 600))


class Rail(QWidget):
    """The column of pages; `chosen` carries a page's key, `help_asked` the wish to see the warning signs."""

    chosen = Signal(str)
    help_asked = Signal()
    session_asked = Signal()
    break_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, RailButton] = {}
        self._pages = _column()
        self._foot = _column()
        self._back = RailButton("arrow-left", _("Back to session"), outlined=True)
        self._back.clicked.connect(self.session_asked)
        self._back.hide()
        self._to_break = RailButton("arrow-left", _("Back to the break"), outlined=True)
        self._to_break.clicked.connect(self.break_asked)
        self._to_break.hide()
        self._help = RailButton("life-buoy", _("Warning signs"), outlined=True, hint="F1")
        self._help.setCheckable(True)
        self._help.clicked.connect(self.help_asked)
        self._badge = label("", Role.STRONG, wrap=False)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self._lay_out()

    def add(self, key: str, icon: str, word: str, *, hint: str = "", foot: bool = False) -> None:
        """Add a page; with `foot` it stands at the bottom."""
        button = RailButton(icon, word, hint=hint)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._buttons[key] = button
        (self._foot if foot else self._pages).addWidget(button)

    def mark(self, key: str) -> None:
        """Mark the current page; a key without a button marks the way to help, if it is that, or none."""
        self._help.setChecked(key == HELP)
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard: the mouse does not bring it there."""
        return any(button.hasFocus() for button in self.findChildren(RailButton))

    def show_session(self, *, on: bool) -> None:
        """Offer the way back while a session is on."""
        self._back.setVisible(on)

    def show_break(self, *, on: bool) -> None:
        """Offer the way back while the window of a break is open."""
        self._to_break.setVisible(on)

    def show_badge(self, text: str) -> None:
        """Say something about the whole window: a rehearsal."""
        self._badge.setText(text)
        self._badge.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline to the pages."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().colour("line"), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * tokens.GRID, 6 * tokens.GRID, 3 * tokens.GRID, 4 * tokens.GRID)
        column.setSpacing(2 * tokens.GRID)
        column.addWidget(Wordmark())
        column.addSpacing(3 * tokens.GRID)
        column.addLayout(self._pages)
        column.addStretch(1)
        column.addWidget(self._badge)
        column.addWidget(self._back)
        column.addWidget(self._to_break)
        column.addWidget(self._help)
        column.addLayout(self._foot)


class Wordmark(QWidget):
    """The mark and the name."""

    def sizeHint(self) -> QSize:
        """As high as a heading."""
        return QSize(120, theme.current().px(Role.HEADING) + 2 * tokens.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark and the word beside it."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = _icon_px(used) + 4
        place = QRectF(_INSET - 2, (self.height() - side) / 2, side, side)
        used.icons.paint(painter, place, "limber", used.fill(tokens.Tone.BRAND))
        painter.setFont(theme.font(used.px(Role.LEAD), 700))
        painter.setPen(used.colour("ink"))
        left = _INSET + _icon_px(used) + round(2.5 * tokens.GRID)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "Limber")


def _icon_px(used: theme.Theme) -> int:
    return round(used.px(Role.BODY) * _ICON)


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(tokens.GRID)
    return made
