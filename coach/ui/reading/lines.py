"""Sentences under each other: numbered where the order counts, with a dot where it does not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from coach.ui import theme, tokens
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.painted import Painted
from coach.ui.widgets.text import label


class _Sign(Painted):
    """A number in a circle, or a dot, as high as a line of its text; said by the label beside it."""

    def __init__(self, text: str, role: Role, tone: Tone) -> None:
        super().__init__()
        self._text = text
        self._role = role
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that fits the number."""
        px = theme.current().px(self._role)
        return QSize(round(px * 1.75), round(px * 1.45)) if self._text else QSize(px, round(px * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number or the dot."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        px = used.px(self._role)
        if not self._text:
            painter.setBrush(used.fill(self._tone))
            dot = px * 0.36
            painter.drawEllipse(QRectF(px * 0.1, (self.height() - dot) / 2, dot, dot))
            return
        painter.setBrush(used.tint(self._tone))
        side = px * 1.45
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        painter.drawEllipse(circle)
        painter.setFont(theme.font(round(px * 0.8), 600))
        painter.setPen(used.text(self._tone))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), self._text)


class Lines(QWidget):
    """A list of sentences in one role of the type scale; `tone` is the hue of their dots and numbers."""

    def __init__(
        self,
        lines: Iterable[str],
        *,
        numbered: bool = False,
        role: Role = Role.BODY,
        gap: int = 2,
        tone: Tone = Tone.BRAND,
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * tokens.GRID)
        grid.setVerticalSpacing(gap * tokens.GRID)
        grid.setColumnStretch(1, 1)
        for row, text in enumerate(lines):
            sign = _Sign(str(row + 1) if numbered else "", role, tone)
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(text, role, row + 1 if numbered else 0), row, 1)

    def _words(self, text: str, role: Role, number: int) -> QLabel:
        made = label(text, role)
        made.setAccessibleName(f"{number}. {text}" if number else text)
        return made
