"""A chart that is drawn thin while it is moved, and whole again as soon as it rests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from coach.drawing.charts.chart import Chart
from coach.drawing.charts.look import Look
from coach.drawing.charts.parts import Parts

#: A movement is over when nothing moved for so long (milliseconds).
_AT_REST_MS = 150


class LeaningChart(Chart):
    """Each kind says in `draw_lean` what it leaves out, and calls `follow_moves` once it is built."""

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__(parts, look)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AT_REST_MS)
        self._rest.timeout.connect(self._at_rest)  # no lambda: a chart that holds on to itself goes when it likes

    def follow_moves(self) -> None:
        """Begin to look at what is seen."""
        self.getViewBox().sigXRangeChanged.connect(self._moved)
        self.getViewBox().sigResized.connect(self.fit)

    def fit(self) -> None:
        """Draw for what is seen now."""

    def draw_lean(self, *, lean: bool) -> None:
        """Draw cheaply, or as it is meant to be."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody moves what is not seen."""
        super().hideEvent(event)
        self._be_lean(lean=False)

    @contextmanager
    def _as_picture(self, ratio: float) -> Iterator[None]:
        self._be_lean(lean=False)
        with super()._as_picture(ratio):
            yield

    def _moved(self) -> None:
        """Draw thin from the second step of a movement on, until it rests: each step is soon gone."""
        self.fit()
        if self._rest.isActive():
            self._be_lean(lean=True)
        if self.isVisible():
            self._rest.start()

    def _at_rest(self) -> None:
        self._be_lean(lean=False)

    def _be_lean(self, *, lean: bool) -> None:
        if not lean:
            self._rest.stop()
        self.draw_lean(lean=lean)
