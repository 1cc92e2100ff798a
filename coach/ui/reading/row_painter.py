"""Paints the rows of every list in one manner, from the theme in use."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coach.ui import theme, tokens
from coach.ui.reading.row_look import RowLook
from coach.ui.theme import Theme
from coach.ui.tokens import Role
from coach.ui.widgets.figure_tile import paint_tile, tile_width

#: Role under which a model gives a row's `RowLook`.
LOOK = Qt.ItemDataRole.UserRole + 10

_PAD = 3 * tokens.GRID
_CARD_PAD = 5 * tokens.GRID
_GAP = 3 * tokens.GRID
_TILE = 12 * tokens.GRID
_FIGURE = 16 * tokens.GRID
_STRIP = 11 * tokens.GRID
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_FLAGS = int(Qt.TextFlag.TextWordWrap | _WORDS)


class RowPainter(QStyledItemDelegate):
    """Draws `RowLook` rows.

    With `wraps` a long title and detail go on in further lines, else they are shortened. With `cards` each row
    stands on a surface of its own.
    """

    def __init__(self, view: QAbstractItemView, *, wraps: bool, cards: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._wraps = wraps
        self._cards = cards
        self._pad = _CARD_PAD if cards else _PAD

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a row takes at the view's width."""
        del option
        look = index.data(LOOK)
        width = self._view.viewport().width()
        if not isinstance(look, RowLook):
            return QSize(width, 0)
        return QSize(width, self._height(look, width, theme.current()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        look = index.data(LOOK)
        if not isinstance(look, RowLook):
            return
        used = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.heading:
            self._paint_heading(painter, option.rect, look, used)
        else:
            self._paint_ground(painter, option, used)
            pad = self._pad
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, option.rect.adjusted(pad, pad, -pad, -pad), look, used, chosen=chosen)
        painter.restore()

    def _height(self, look: RowLook, width: int, used: Theme) -> int:
        if look.heading and self._wraps:
            return QFontMetrics(used.font(Role.OVERLINE)).height() + 6 * tokens.GRID
        if not self._wraps:  # every row has two lines, whatever it holds
            lines = QFontMetrics(used.font(Role.STRONG)).height() + QFontMetrics(used.font(Role.SMALL)).height()
            return max(lines + tokens.GRID, self._tile(used)) + 2 * self._pad
        inner = width - 2 * self._pad - self._front(look, used) - self._end_width(look, used)
        words = self._text_height(look.title, used.font(Role.STRONG), inner)
        if look.detail:
            words += self._text_height(look.detail, used.font(Role.SMALL), inner) + tokens.GRID
        words += self._strip(used) + 2 * tokens.GRID if look.strip else 0
        tile = self._tile(used, look) if self._front(look, used) else 0
        return max(words, tile, tokens.TARGET) + 2 * self._pad

    def _text_height(self, text: str, font: QFont, width: int) -> int:
        metrics = QFontMetrics(font)
        if not self._wraps:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _FLAGS, text).height()

    def _tile(self, used: Theme, look: RowLook | None = None) -> int:
        high = _FIGURE if look is not None and look.figure is not None else _TILE
        return round(high * min(used.text_scale, 1.5))

    def _strip(self, used: Theme) -> int:
        return round(_STRIP * min(used.text_scale, 1.5))

    def _front(self, look: RowLook, used: Theme) -> int:
        if look.figure is not None:
            return tile_width(self._tile(used, look)) + _GAP
        return self._tile(used) + _GAP if look.icon or look.badge else 0

    def _end_width(self, look: RowLook, used: Theme) -> int:
        if look.marks:
            return len(look.marks) * (used.px(Role.LEAD) + tokens.GRID) + _GAP
        if not look.end:
            return 0
        metrics = QFontMetrics(theme.font(used.px(Role.SMALL), tabular=True))
        return metrics.horizontalAdvance(look.end) + _GAP

    def _paint_heading(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme) -> None:
        painter.setFont(self._heading_font(used))
        painter.setPen(used.colour("brand_text" if self._wraps else "ink"))
        words = rect.adjusted(_PAD, 0, -_PAD, -2 * tokens.GRID)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), look.title)

    def _heading_font(self, used: Theme) -> QFont:
        """Return the font of a head; larger where every row, and so a head's too, is as high as two lines."""
        return used.font(Role.OVERLINE) if self._wraps else theme.font(used.px(Role.LEAD), 600)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, used: Theme) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        inset = tokens.GRID if self._cards else tokens.GRID // 2
        area = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(used.colour("line"), 1) if self._cards else Qt.PenStyle.NoPen)
        if self._cards or chosen or hovered:
            idle = "surface" if self._cards and not hovered else "hover"
            painter.setBrush(used.colour("brand_soft" if chosen else idle))
            painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 2))
            painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)

    def _paint_row(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme, *, chosen: bool) -> None:
        if self._front(look, used):
            self._paint_tile(painter, rect, look, used, chosen=chosen)
        end = self._end_width(look, used)
        words = self._mirror(rect.adjusted(self._front(look, used), 0, -end, 0), rect)
        title_font = used.font(Role.STRONG)
        title_font.setStrikeOut(look.struck)
        title_height = self._text_height(look.title, title_font, words.width())
        detail_height = self._text_height(look.detail, used.font(Role.SMALL), words.width()) if look.detail else 0
        strip_height = self._strip(used) + 2 * tokens.GRID if look.strip else 0
        total = title_height + detail_height + (tokens.GRID if detail_height else 0) + strip_height
        words.setTop(words.top() + max((rect.height() - total) // 2, 0))
        painter.setPen(used.colour("muted" if look.struck else "ink"))
        self._write(painter, words, look.title, title_font)
        if look.detail:
            words.setTop(words.top() + title_height + tokens.GRID)
            painter.setPen(used.colour("muted"))
            self._write(painter, words, look.detail, used.font(Role.SMALL))
        if look.strip:
            self._paint_strip(painter, rect, look, used)
        if look.marks:
            self._paint_marks(painter, rect, look, used)
        elif look.end:
            self._paint_end(painter, rect, look, used)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        if self._wraps:
            painter.drawText(rect, _FLAGS, text)
            return
        short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(_WORDS | Qt.TextFlag.TextSingleLine), short)

    def _paint_end(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme) -> None:
        painter.setFont(theme.font(used.px(Role.SMALL), tabular=True))
        painter.setPen(used.colour("muted"))
        width = self._end_width(look, used)
        place = self._mirror(QRect(rect.right() - width + 1, rect.top(), width, rect.height()), rect)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), look.end)

    def _paint_marks(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme) -> None:
        side = used.px(Role.LEAD)
        for number, (icon, tone) in enumerate(reversed(look.marks)):
            place = QRect(rect.right() - side + 1 - number * (side + tokens.GRID), rect.top(), side, side)
            used.icons.paint(painter, QRectF(self._mirror(place, rect)), icon, used.text(tone))

    def _paint_strip(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme) -> None:
        """Paint as many figures as there is room for, along the lower edge."""
        high, gap = self._strip(used), 2 * tokens.GRID
        wide = tile_width(high)
        for number, shown in enumerate(look.strip[: max((rect.width() + gap) // (wide + gap), 1)]):
            place = QRect(rect.left() + number * (wide + gap), rect.bottom() + 1 - high, wide, high)
            paint_tile(painter, QRectF(self._mirror(place, rect)), shown, used, used.colour("paper"))

    def _paint_tile(self, painter: QPainter, rect: QRect, look: RowLook, used: Theme, *, chosen: bool) -> None:
        side = self._tile(used, look)
        width = self._front(look, used) - _GAP
        place = self._mirror(QRect(rect.left(), rect.center().y() - side // 2, width, side), rect)
        if look.figure is not None:
            paint_tile(painter, QRectF(place), look.figure, used, used.colour("surface"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "sunken" if look.icon else "brand_soft"
        painter.setBrush(used.colour("surface" if chosen else ground))  # else it is lost on the chosen row's ground
        painter.drawRoundedRect(place, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        if look.icon:
            inset = side // 7
            used.icons.paint(
                painter, QRectF(place.adjusted(inset, inset, -inset, -inset)), look.icon, used.colour("soft")
            )
            return
        painter.setFont(used.font(Role.LEAD))
        painter.setPen(used.colour("ink"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), look.badge)

    def _mirror(self, rect: QRect, inside: QRect) -> QRect:
        """Turn a place round where the language runs from right to left."""
        return QStyle.visualRect(self._view.layoutDirection(), inside, rect)
