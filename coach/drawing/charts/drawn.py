"""What the page, and a saved picture, ask of every chart, whatever it is made of."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRectF, QSize, SignalInstance
from PySide6.QtGui import QPainter

from coach.drawing.charts.look import Look


class Drawn(Protocol):
    """A widget with a chart on it. Its title stands beside it on the page and above it in pictures, never on it.

    `zoomable` says whether the three zoom actions do anything. `Chart` is one; a chart that is painted by hand adds
    `Still` to its widget and the rest itself. Hover, keys and the accessible words of a point are the widget's own.
    """

    @property
    def look(self) -> Look:
        """How it looks."""

    @property
    def title(self) -> str:
        """What it is called, under the present choice."""

    @property
    def zoomable(self) -> bool:
        """Whether it can be zoomed and moved."""

    def zoom_in(self) -> None:
        """Come closer."""

    def zoom_out(self) -> None:
        """See more."""

    def show_all(self) -> None:
        """Show everything there is."""

    def picture_size(self) -> QSize:
        """Return how large it is on the screen, in logical pixels."""

    def paint_picture(self, painter: QPainter, target: QRectF, ratio: float) -> None:
        """Paint it as it is seen, without focus or hover card; `ratio` device pixels to a logical one."""

    def accessibleDescription(self) -> str:
        """Return the sentences that say the same."""


class Still:
    """A chart that shows everything at once."""

    zoomable = False

    def zoom_in(self) -> None:
        """Stay as it is."""

    def zoom_out(self) -> None:
        """Stay as it is."""

    def show_all(self) -> None:
        """Stay as it is."""


@runtime_checkable
class Paged(Protocol):
    """A chart that turns back by pages. Its signal `page_turned` follows each turn, by whatever way."""

    page_turned: SignalInstance

    @property
    def has_earlier(self) -> bool:
        """Whether there is a page before."""

    @property
    def has_later(self) -> bool:
        """Whether there is a page after."""

    def earlier(self) -> None:
        """Show the page before."""

    def later(self) -> None:
        """Show the page after."""
