"""Colours to choose from: a row of round swatches, each with a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.card import column
from coach.ui.widgets.enter import EnterPresses
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label

_SIZE = tokens.TARGET + tokens.GRID


class Colour(NamedTuple):
    """A choice: its value, its name, and the colours it is shown by (one, or upper and lower half)."""

    value: str
    word: str
    shown: tuple[str, ...]


class Swatches(QWidget):
    """A question and its answers as swatches; `chosen` carries the value the person picked."""

    chosen = Signal(str)

    def __init__(self, title: str, colours: Sequence[Colour]) -> None:
        super().__init__()
        self._title = title
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [colour.value for colour in colours]
        self._name = label("", Role.SMALL)
        line = FlowLayout(gap=1)
        for number, colour in enumerate(colours):
            made = Swatch(colour.shown)
            made.setAccessibleName(_("{setting}: {choice}").format(setting=title, choice=colour.word))
            made.setToolTip(colour.word)
            self._group.addButton(made, number)
            line.addWidget(made)
        self._words = [colour.word for colour in colours]
        inside = column(1)
        inside.addWidget(label(title, Role.STRONG))
        inside.addLayout(line)
        inside.addWidget(self._name)
        self.setLayout(inside)
        self._group.idClicked.connect(self._picked)

    def set_value(self, value: str) -> None:
        """Show what is chosen."""
        number = self._values.index(value)
        button = self._group.button(number)
        button.setChecked(True)
        self._name.setText(self._words[number])
        self.setFocusProxy(button)

    def value(self) -> str:
        """Return what is chosen; '' before anything is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else ""

    def button(self, value: str) -> QAbstractButton:
        """Return the swatch of a value."""
        return self._group.button(self._values.index(value))

    def _picked(self, number: int) -> None:
        self._name.setText(self._words[number])
        self.chosen.emit(self._values[number])


class Swatch(EnterPresses, QAbstractButton):
    """A round colour; the chosen one has a ring and a tick, so that it is told by shape as well."""

    def __init__(self, colours: Sequence[str]) -> None:
        super().__init__()
        self._colours = tuple(colours)
        self.setCheckable(True)
        self.setFixedSize(_SIZE, _SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """A little more than a fingertip."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour, the ring of the chosen one, and the focus."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = self.width() / 2 - 7
        painter.setPen(QPen(used.colour("edge"), 1))
        painter.setBrush(QColor(self._colours[0]))
        painter.drawEllipse(centre, radius, radius)
        if len(self._colours) > 1:
            painter.setBrush(QColor(self._colours[1]))
            area = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawChord(area, 180 * 16, 180 * 16)
        if self.isChecked():
            self._paint_chosen(painter, used, centre, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def _paint_chosen(self, painter: QPainter, used: theme.Theme, centre: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(used.colour("brand"), 3))
        painter.drawEllipse(centre, radius + 3.5, radius + 3.5)
        side = radius * 1.1
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        light = QColor(self._colours[0]).lightnessF() > 0.6
        ink = QColor(Qt.GlobalColor.black if light else Qt.GlobalColor.white)
        used.icons.paint(painter, place, "check", ink)
