"""One moment of an exercise as a small picture with its words, to be picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from coach.content.pictures import Seen
from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.enter import EnterPresses
from coach.ui.widgets.figure_tile import follow, paint_tile

_WIDE = 34 * tokens.GRID
_HIGH = 20 * tokens.GRID
_PAD = tokens.GRID
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


class StepButton(EnterPresses, QAbstractButton):
    """The picture of key `number` over its name; checked while it is the one that is shown."""

    def __init__(self, shown: Seen, number: int, name: str) -> None:
        super().__init__()
        self._shown, self._number = shown, number
        self._told, self._picture = True, 0
        self._words = _("{n}. {what}").format(n=number + 1, what=name)
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(_("Shows this moment"))
        self.setToolTip(self._words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow(self)

    def words_height(self, wide: int = 0) -> int:
        """How high the words are, in a button as wide as usual or `wide` pixels."""
        used = theme.current()
        room = QRect(0, 0, (wide or self._wide(used)) - 2 * _PAD, 10_000)
        return QFontMetrics(used.font(Role.SMALL)).boundingRect(room, _FLAGS, self._words).height()

    def leave_room(self, height: int, wide: int = 0) -> None:
        """Be as high as the highest of a row, so that all pictures stand at one height; as wide as usual or `wide` pixels.

        Where there is no height for words, the number stands in the corner of the picture.
        """
        used = theme.current()
        self._told = height > 0
        wide = wide or self._wide(used)
        self._picture = min(self._high(used), round((wide - 2 * _PAD) * _HIGH / (_WIDE - 2 * _PAD)))
        self.setFixedSize(wide, self._picture + (height + 4 * _PAD if self._told else 2 * _PAD))

    def sizeHint(self) -> QSize:
        """Picture, gap and words."""
        used = theme.current()
        return QSize(self._wide(used), self._high(used) + self.words_height() + 4 * _PAD)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture, words, and a frame round the one that is shown."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(used.colour("brand"), 2) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(used.colour("brand_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(whole, tokens.RADIUS, tokens.RADIUS)
        high = self._picture or self._high(used)
        place = QRectF(_PAD, _PAD, self.width() - 2 * _PAD, high)
        paint_tile(painter, place, self._shown, used, used.colour("surface"), moment=self._number)
        painter.setPen(used.colour("ink" if self.isChecked() else "muted"))
        painter.setFont(used.font(Role.SMALL))
        if self._told:
            words = QRect(_PAD, high + 2 * _PAD, self.width() - 2 * _PAD, self.height() - high - 3 * _PAD)
            painter.drawText(words, _FLAGS, self._words)
        else:
            corner = self.rect().adjusted(2 * _PAD, _PAD, -_PAD, -_PAD)
            painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(self._number + 1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 3))
            painter.drawRoundedRect(whole, tokens.RADIUS, tokens.RADIUS)

    def _wide(self, used: theme.Theme) -> int:
        return round(_WIDE * used.text_scale)

    def _high(self, used: theme.Theme) -> int:
        return round(_HIGH * min(used.text_scale, 1.5))
