"""How tight does it feel, 0 to 10: eleven places in a row, words at both ends, by mouse, arrows or number keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.soon import Soon
from coach.ui.widgets.text import label, set_px
from coach.ui.words import tightness_word

HIGHEST = 10
#: Numbers in a row where eleven do not fit side by side.
_HALF = 6
_EDGE: Final = 2
_NUMBER_PART: Final = 0.42
_USUAL, _CHOSEN = 500, 700
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Pip(QRadioButton):
    """One number of the scale."""

    def __init__(self, score: int, least: int) -> None:
        super().__init__()
        self.score = score
        self.chosen: int | None = None
        self._least = least
        self._staged = least > tokens.TARGET
        self.setAccessibleName(_("{score}, {word}").format(score=score, word=tightness_word(score)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_least(self, least: int) -> None:
        """Be at least so high."""
        self._least = least
        self.updateGeometry()

    def number_px(self) -> int:
        """How large its number is: on the stage it follows its height, elsewhere the size of the text."""
        if self._staged:
            return round((self.height() - 2 * _EDGE) * _NUMBER_PART)
        return theme.current().px(Role.BODY)

    def comfortable_width(self) -> int:
        """The width that the widest number needs around it."""
        return QFontMetrics(theme.font(self.number_px(), _CHOSEN)).horizontalAdvance(str(HIGHEST)) + 3 * tokens.GRID

    def sizeHint(self) -> QSize:
        """At least a fingertip, and as much as its number needs."""
        return QSize(self._least, self._high())

    def minimumSizeHint(self) -> QSize:
        """Never less than a fingertip, whatever the room."""
        return QSize(min(self._least, tokens.TARGET), self._high())

    def _high(self) -> int:
        if self._staged:
            return self._least
        return max(self._least, QFontMetrics(theme.font(self.number_px(), _CHOSEN)).height() + 4 * tokens.GRID)

    def hitButton(self, pos: object) -> bool:
        """Take a press anywhere on it."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number: filled when chosen, tinted up to the chosen one."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        radius = min(area.width(), area.height()) * 0.3
        painter.setPen(self._border(used))
        painter.setBrush(self._ground(used))
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(used.colour("on_brand" if self.isChecked() else "ink"))
        painter.setFont(theme.font(self.number_px(), _CHOSEN if self.isChecked() else _USUAL))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.score))

    def _border(self, used: theme.Theme) -> QPen:
        if self.hasFocus():
            return QPen(used.colour("ink" if self.isChecked() else "focus"), 3)
        if self.isChecked():
            return QPen(used.colour("brand"), 1)
        return QPen(used.colour("edge"), 1)

    def _ground(self, used: theme.Theme) -> QColor:
        if self.isChecked():
            return used.colour("brand")
        if self.chosen is not None and self.score < self.chosen:
            return used.colour("brand_soft")
        return used.colour("hover" if self.underMouse() else "surface")


class RatingScale(QWidget):
    """A 0-10 rating; `value()` is None until one is given. `least` is the height of a number in pixels."""

    changed = Signal(int)

    def __init__(self, name: str = "", *, least: int = tokens.TARGET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_typed, self._staged = False, least > tokens.TARGET
        self.setAccessibleName(name or _("Tightness, 0 to 10"))
        self._pips = [Pip(score, least) for score in range(HIGHEST + 1)]
        self._word = label("", Role.STRONG, wrap=False)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0 if least <= tokens.TARGET else 2 * tokens.GRID)  # a number is painted inside its target
        self._in_a_row = 0
        self._soon = Soon(self, self._fit)
        self._low = label(_("0 none"), Role.SMALL, wrap=False)
        self._high = label(_("10 the most you can imagine"), Role.SMALL, wrap=False)
        self._words = QGridLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setColumnStretch(1, 1)
        self._arrange(HIGHEST + 1)
        for pip in self._pips:
            pip.toggled.connect(self._toggled)
            pip.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * tokens.GRID)
        column.addLayout(self._grid)
        column.addLayout(self._words)
        self._follow()

    def value(self) -> int | None:
        """The number given, or None."""
        return next((pip.score for pip in self._pips if pip.isChecked()), None)

    def set_value(self, score: int | None) -> None:
        """Choose a number, or none."""
        if score is not None:
            self._pips[max(0, min(score, HIGHEST))].setChecked(True)
            return
        for pip in self._pips:
            pip.setAutoExclusive(False)
            pip.setChecked(False)
        for pip in self._pips:
            pip.setAutoExclusive(True)
        self._follow()

    def type_digit(self, digit: int) -> None:
        """Take a number key; a 0 straight after a 1 means ten."""
        ten = digit == 0 and self._one_typed
        self._one_typed = digit == 1
        self.set_value(HIGHEST if ten else digit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take number keys on any of the numbers, before they mean anything else."""
        inside = Qt.FocusReason.OtherFocusReason  # another number took it
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() is not inside:
            self._one_typed = False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _SIDEWAYS:
            step = _SIDEWAYS[Qt.Key(event.key())]
            self._walk(step if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -step)
            return True
        if isinstance(event, QKeyEvent) and digit(event) is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.type_digit(digit(event) or 0)
                self._pips[self.value() or 0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _place_words(self, *, two_rows: bool) -> None:
        """Put the words of both ends at the ends of a row, and below each other where the numbers take two."""
        words = self._words
        words.addWidget(self._low, 0, 0)
        words.addWidget(self._word, 0, 1)
        if two_rows:
            words.addWidget(self._high, 1, 0, 1, 2)
        else:
            words.addWidget(self._high, 0, 2)
        self._word.setAlignment(Qt.AlignmentFlag.AlignTrailing if two_rows else Qt.AlignmentFlag.AlignCenter)
        for made in (self._word, self._high):
            made.setWordWrap(two_rows)

    def rescale(self, least: int, words_px: int) -> None:
        """Follow the height of the stage: `least` for the numbers, `words_px` for the words under them."""
        for pip in self._pips:
            pip.set_least(least)
        for made in self.findChildren(type(self._word)):
            set_px(made, words_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two rows where the numbers would not fit into one."""
        super().resizeEvent(event)
        self._soon.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, once Qt is done with all there is to be restyled."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._soon.ask()

    def _fit(self) -> None:
        for pip in self._pips:
            pip.updateGeometry()
        one_row = self.width() >= (HIGHEST + 1) * self._pips[0].comfortable_width() or self._staged
        self._arrange(HIGHEST + 1 if one_row else _HALF)

    def _arrange(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for number, pip in enumerate(self._pips):
            self._grid.addWidget(pip, number // in_a_row, number % in_a_row)
        self._place_words(two_rows=in_a_row == _HALF)

    def _walk(self, step: int) -> None:
        """Go to the number beside the one that has the keyboard, over the end of a row as well."""
        self.set_value(min(max((self.value() or 0) + step, 0), HIGHEST))
        self._pips[self.value() or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, on: object) -> None:
        if on:
            self._follow()
            self.changed.emit(self.value())

    def _follow(self) -> None:
        score = self.value()
        self._word.setText("" if score is None else tightness_word(score))
        self.setFocusProxy(self._pips[score or 0])
        for pip in self._pips:
            here = pip.score == (score or 0)  # Tab stops once, as on any choice of one among several
            pip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            pip.chosen = score
            pip.update()


def digit(event: QKeyEvent) -> int | None:
    """Return the number of a number key, None for any other."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return int(event.text()) if plain and event.text() in set("0123456789") and event.text() else None
