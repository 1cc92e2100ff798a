"""What of a chart is seen: a part of its x axis, never more than there is."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

ZOOM_STEP = 1.25


class Moving(pg.PlotWidget):  # type: ignore[misc]
    """A plot whose x axis can be moved along and zoomed between `first` and `last`; its y axis stands still."""

    def __init__(self, first: float, last: float, narrowest: float, **options: Any) -> None:
        super().__init__(enableMenu=False, **options)
        self._ends_of_all = (first, last)
        plot, view = self.getPlotItem(), self.getViewBox()
        plot.hideButtons()
        view.setMouseEnabled(x=True, y=False)
        view.setDefaultPadding(0)
        view.disableAutoRange()
        view.setLimits(xMin=first, xMax=last, minXRange=narrowest, maxXRange=last - first)

    def show_range(self, start: float, end: float) -> None:
        """Show this part of the x axis."""
        self.getViewBox().setXRange(start, end, padding=0)

    def show_all(self) -> None:
        """Show everything there is."""
        self.show_range(self._ends_of_all[0], self._ends_of_all[1])

    def seen(self) -> tuple[float, float]:
        """Return the ends of what is seen."""
        start, end = self.getViewBox().viewRange()[0]
        return float(start), float(end)

    def shows_all(self) -> bool:
        """Say whether everything is seen."""
        start, end = self.seen()
        slack = (self._ends_of_all[1] - self._ends_of_all[0]) * 1e-3
        return start <= self._ends_of_all[0] + slack and end >= self._ends_of_all[1] - slack

    def zoom(self, factor: float, center: float | None = None) -> None:
        """Show `factor` times as much (below 1: closer), around the middle or a place on the x axis."""
        start, end = self.seen()
        middle = (start + end) / 2 if center is None else center
        self.show_range(middle - (middle - start) * factor, middle + (end - middle) * factor)

    def zoom_in(self) -> None:
        """Come closer."""
        self.zoom(1 / ZOOM_STEP)

    def zoom_out(self) -> None:
        """See more."""
        self.zoom(ZOOM_STEP)

    def pan(self, part: float) -> None:
        """Move along by a part of what is seen."""
        start, end = self.seen()
        self.getViewBox().translateBy(x=(end - start) * part)

    def close(self) -> bool:
        """Close as any widget does: pyqtgraph would take the scene apart under Qt's feet and crash."""
        return QWidget.close(self)
