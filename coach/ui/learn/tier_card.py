"""Signs that call for the same action, on one card; nothing to tick, nothing to count."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.learn.state import TierView, Urgency
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.lines import Lines
from coach.ui.reading.reading_pane import sections
from coach.ui.reading.source_list import SourceList
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.card import column
from coach.ui.widgets.text import label

_BAR = 2 * tokens.GRID
_ICON = 9 * tokens.GRID
_SMALL_ICON = 6 * tokens.GRID

#: Icon and hue; title and icon say the same without the hue.
_LOOK: dict[Urgency, tuple[str, Tone]] = {
    "emergency": ("phone", Tone.HEAT),
    "today": ("clock", Tone.HOLD),
    "soon": ("calendar-days", Tone.BRAND),
    "stop": ("circle-stop", Tone.HOLD),
    "aid": ("heart-pulse", Tone.BRAND),
}


class TierCard(QWidget):
    """One tier. It takes the keyboard, so that a screen reader can read it whole; `open_source` carries an address.

    `compact`: in the size of other text, where it stands beside something to do.
    """

    open_source = Signal(str)

    def __init__(self, view: TierView, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self._icon_name, self._tone = _LOOK[view.urgency]
        self._strong = view.urgency == "emergency"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = QLabel()
        self._retint()
        inside = column(2 if compact else 3)
        inset = (5 if compact else 7) * tokens.GRID
        inside.setContentsMargins(inset + _BAR, inset, inset, inset - tokens.GRID)
        inside.addLayout(self._head(view))
        large = Role.STRONG if compact else Role.HEADING
        for text, role in ((view.rule, large), (view.action, large if self._strong or compact else Role.FAR)):
            if text:
                inside.addWidget(label(text, role))
        inside.addSpacing(tokens.GRID)
        role, gap = (Role.BODY, 1) if compact else (Role.FAR, 3)
        inside.addWidget(Lines(view.signs, numbered=view.numbered, role=role, gap=gap, tone=self._tone))
        inside.addWidget(Disclosure(_("Sources"), partial(self._sources, view)))
        self.setLayout(inside)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._retint()
            self.update()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bar at its side and the ring."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.fillPath(outline, used.tint(self._tone) if self._strong else used.colour("surface"))
        painter.save()
        painter.setClipPath(outline)
        left = area.right() - _BAR if self.isRightToLeft() else area.left()
        painter.fillRect(QRectF(left, area.top(), _BAR, area.height()), used.fill(self._tone))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._edge(used), 3 if self.hasFocus() else 1))
        painter.drawPath(outline)

    def _edge(self, used: theme.Theme) -> QColor:
        return used.colour("focus" if self.hasFocus() else "line")

    def _head(self, view: TierView) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(3 * tokens.GRID)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(view.title, Role.HEADING if self._compact else Role.TITLE), 1)
        return line

    def _retint(self) -> None:
        used = theme.current()
        size = round((_SMALL_ICON if self._compact else _ICON) * used.text_scale)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(used.icons.pixmap(self._icon_name, used.text(self._tone), size, ratio))

    def _sources(self, view: TierView) -> QWidget:
        made, inside = sections(2)
        if view.notes:
            inside.addWidget(label(_("Where sources differ"), Role.STRONG))
            inside.addWidget(Lines(view.notes))
        lines = SourceList(view.sources)
        lines.wanted.connect(self.open_source)
        inside.addWidget(lines)
        return made
