"""The rows of chips above the charts: where, felt as, how far back. Each is one line until it is unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.progress.choice import Span, span_word
from coach.ui.progress.state import Chip
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.folded_line import FoldedLine
from coach.ui.widgets.soon import Soon
from coach.ui.widgets.text import label

_CHIP_ROOM = 10 * tokens.GRID
#: Below this width, in heights of a letter, names stand above their chips.
_NARROW = 36


class Filters(QWidget):
    """Emits what was pressed; what is on is only ever set from outside."""

    place_pressed = Signal(object)
    quality_pressed = Signal(object)
    span_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * tokens.GRID)
        self._grid.setVerticalSpacing(2 * tokens.GRID)
        self._grid.setColumnStretch(1, 1)
        self._places = _Row(self._grid, 0, _("Where"), self.place_pressed.emit)
        self._qualities = _Row(self._grid, 1, _("Felt as"), self.quality_pressed.emit)
        self._spans = _Row(self._grid, 2, _("How far back"), lambda span: self.span_pressed.emit(str(span)))
        self._stacked = False
        self._soon = Soon(self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the names above the chips where there is little room beside them."""
        super().resizeEvent(event)
        self._soon.ask()

    def _fit(self) -> None:
        stacked = self.width() < _NARROW * theme.current().px(Role.BODY)
        if stacked != self._stacked:
            self._stacked = stacked
            for one in (self._places, self._qualities, self._spans):
                one.place(stacked=stacked)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*self._places.line.stops(), *self._qualities.line.stops(), *self._spans.line.stops()]

    def show_choice(self, places: Sequence[Chip], qualities: Sequence[Chip], span: Span) -> None:
        """Show what there is to choose from and what is chosen."""
        self._places.show_chips([(one.value, one.words, one.chosen, one.enabled) for one in places])
        self._qualities.show_chips([(one.value, one.words, one.chosen, one.enabled) for one in qualities])
        self._spans.show_chips([(one, span_word(one), one is span, True) for one in Span])


def _width(words: str) -> int:
    """Return the room a chip needs when it is on and its words are bold."""
    metrics = QFontMetrics(theme.current().font(Role.STRONG))
    return metrics.horizontalAdvance(words) + _CHIP_ROOM


class _Row:
    """A name and its chips; the chips are made anew only when there are others."""

    def __init__(self, grid: QGridLayout, number: int, name: str, press: Callable[[Any], None]) -> None:
        self._grid, self._number = grid, number
        self._name, self._press = name, press
        self._label = label(name, Role.SMALL, wrap=False)
        self.line = FoldedLine(name)
        self._chips: dict[object, Button] = {}
        self.place(stacked=False)

    def place(self, *, stacked: bool) -> None:
        """Put the name beside the chips, or above them."""
        top, beside = 2 * self._number, Qt.AlignmentFlag.AlignTop
        self._label.setMinimumHeight(0 if stacked else tokens.TARGET)
        self._grid.addWidget(self._label, top, 0, 1, 2 if stacked else 1, Qt.AlignmentFlag(0) if stacked else beside)
        if stacked:
            self._grid.addWidget(self.line, top + 1, 0, 1, 2)
        else:
            self._grid.addWidget(self.line, top, 1)

    def show_chips(self, found: Sequence[tuple[object, str, bool, bool]]) -> None:
        others = list(self._chips) != [value for value, *_rest in found]
        if others:
            self._chips = {value: self._chip(value, words) for value, words, *_rest in found}
        for value, words, chosen, enabled in found:
            self._chips[value].setChecked(chosen)
            self._chips[value].setMinimumWidth(_width(words))
            self._chips[value].setEnabled(enabled)
            self._chips[value].setToolTip("" if enabled else _("Four at a time: take one away first."))
        if others:
            self.line.show_buttons(list(self._chips.values()))
        else:
            self.line.follow()
        for thing in (self._label, self.line):
            thing.setVisible(bool(found))

    def _chip(self, value: object, words: str) -> Button:
        made = chip(words)
        made.setAccessibleName(_("{name}: {choice}").format(name=self._name, choice=words))
        made.clicked.connect(lambda: self._press(value))
        return made
