"""Room for a form that may be higher than the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

#: A pixel or two between rounded heights must not bring a scroll bar.
_SLACK = 4


class FitScroll(QScrollArea):
    """As high as what it holds, as long as there is room; then it scrolls."""

    def __init__(self, inside: QVBoxLayout) -> None:
        super().__init__()
        self._holder = QWidget()
        self._holder.setProperty("paper", "true")
        self._holder.setLayout(inside)
        self._room = 400
        self._holder.setMinimumSize(1, 1)  # else wrapped words ask for the height of their narrowest width
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when what it holds changes."""
        if watched is self._holder and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def set_room(self, width: int) -> None:
        """Say how wide it will be."""
        self._room = max(width, 100)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height of what it holds at that width."""
        inside = self._holder.layout()
        self._holder.ensurePolished()
        high = inside.totalHeightForWidth(self._room) if inside and inside.hasHeightForWidth() else -1
        return QSize(self._room, (high if high > 0 else self._holder.sizeHint().height()) + _SLACK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the scroll bar only where it is needed; Qt keeps one that was needed for a moment."""
        needed = self.sizeHint().height() - _SLACK > self.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if needed else policy.ScrollBarAlwaysOff)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """May scroll."""
        return QSize(200, 80)
