"""A row that can be pressed, painted like the rows of a list; without a purpose it is only a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coach.content.pictures import Seen
from coach.ui import theme, tokens
from coach.ui.theme import Theme
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.enter import EnterPresses
from coach.ui.widgets.figure_tile import follow, paint_tile, tile_width

_PAD = 2 * tokens.GRID
_GAP = 3 * tokens.GRID
_TILE = 10 * tokens.GRID
_WIDE_TILE = 14 * tokens.GRID
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class RowButton(EnterPresses, QAbstractButton):
    """An icon, words, and less important words under them; `leads` says that pressing it leads somewhere.

    `wide` makes room for a figure in place of an icon.
    """

    def __init__(
        self,
        title: str,
        detail: str,
        icon: str | Seen,
        tone: Tone = Tone.REST,
        *,
        leads: bool = True,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self._wide = wide
        self._detail = detail
        self._icon = icon
        self._tone = tone
        self._leads = leads
        self.setText(title)
        self.setAccessibleName(", ".join(part for part in (title, detail) if part))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if isinstance(icon, Seen):
            follow(self)

    def hasHeightForWidth(self) -> bool:
        """Say that long words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        used = theme.current()
        words = sum(self._heights(used, self._words_width(width, used)))
        return max(words, self._tile(used), tokens.TARGET) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Prefer one line each."""
        return QSize(100 * tokens.GRID, self.heightForWidth(100 * tokens.GRID))

    def minimumSizeHint(self) -> QSize:
        """Make do with little width."""
        return QSize(40 * tokens.GRID, self.heightForWidth(max(self.width(), 40 * tokens.GRID)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, tile and words."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, used)
        inside = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        side = self._tile(used)
        tile = self._mirror(QRect(inside.left(), inside.center().y() - side // 2, self._tile_width(used), side))
        self._paint_tile(painter, QRectF(tile), used)
        self._paint_words(painter, inside, used)
        if self._leads:
            mark = self._mirror(QRect(inside.right() - _GAP - 8, inside.center().y() - 9, 18, 18))
            name = "chevron-left" if self.isRightToLeft() else "chevron-right"
            used.icons.paint(painter, QRectF(mark), name, used.colour("muted"))

    def _paint_tile(self, painter: QPainter, tile: QRectF, used: Theme) -> None:
        if isinstance(self._icon, Seen):
            paint_tile(painter, tile, self._icon, used, used.colour("paper"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.tint(self._tone))
        painter.drawRoundedRect(tile, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        side = tile.height() * (0.5 if self._wide else 0.7)
        place = QRectF(0, 0, side, side)
        place.moveCenter(tile.center())
        used.icons.paint(painter, place, self._icon, used.text(self._tone))

    def _paint_ground(self, painter: QPainter, used: Theme) -> None:
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self._leads and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(used.colour("hover"))
            painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 2))
            painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)

    def _paint_words(self, painter: QPainter, inside: QRect, used: Theme) -> None:
        width = self._words_width(self.width(), used)
        title, detail = self._heights(used, width)
        top = inside.top() + max((inside.height() - title - detail) // 2, 0)
        left = inside.left() + self._tile_width(used) + _GAP
        painter.setFont(used.font(Role.STRONG))
        painter.setPen(used.colour("ink"))
        painter.drawText(self._mirror(QRect(left, top, width, title)), _FLAGS, self.text())
        if self._detail:
            painter.setFont(used.font(Role.MUTED))
            painter.setPen(used.colour("muted"))
            painter.drawText(self._mirror(QRect(left, top + title, width, detail)), _FLAGS, self._detail)

    def _words_width(self, width: int, used: Theme) -> int:
        return max(width - 2 * _PAD - self._tile_width(used) - 2 * _GAP - 18, 1)

    def _heights(self, used: Theme, width: int) -> tuple[int, int]:
        return _height(self.text(), used, Role.STRONG, width), _height(self._detail, used, Role.MUTED, width)

    def _tile(self, used: Theme) -> int:
        return round((_WIDE_TILE if self._wide else _TILE) * min(used.text_scale, 1.5))

    def _tile_width(self, used: Theme) -> int:
        return tile_width(self._tile(used)) if self._wide else self._tile(used)

    def _mirror(self, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())


def _height(text: str, used: Theme, role: Role, width: int) -> int:
    if not text:
        return 0
    return QFontMetrics(used.font(role)).boundingRect(QRect(0, 0, width, 100_000), _FLAGS, text).height()
