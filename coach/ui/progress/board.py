"""The cards of the page: one below the other, two half ones side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui import theme, tokens
from coach.ui.progress.panel import SectionPanel

_GAP = 5 * tokens.GRID
_LEAST_FOR_TWO = 760


class Board(QWidget):
    """Lays panels out in their order."""

    def __init__(self, panels: Sequence[SectionPanel]) -> None:
        super().__init__()
        self._panels = tuple(panels)
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two by the room there is."""
        self._arrange(wide=event.size().width() >= _LEAST_FOR_TWO * theme.current().text_scale)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for panel in self._panels:
            self._grid.removeWidget(panel)
        for row, found in enumerate(rows([panel.section.half and wide for panel in self._panels])):
            for column, number in enumerate(found):
                self._grid.addWidget(self._panels[number], row, column, 1, 3 - len(found) if column == 0 else 1)


def rows(halves: Sequence[bool]) -> list[list[int]]:
    """Return the numbers of the panels row by row: two halves that follow each other share one."""
    found: list[list[int]] = []
    for number, half in enumerate(halves):
        if half and found and len(found[-1]) == 1 and halves[found[-1][0]]:
            found[-1].append(number)
        else:
            found.append([number])
    return found
