"""What all charts share: a fixed scale, moving along, looking at a point with mouse or keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame

from coach.drawing.charts import ink
from coach.drawing.charts.axes import (
    BottomAxis,
    EndWords,
    add_grid,
    left_axis,
    scale_ends,
)
from coach.drawing.charts.look import Look
from coach.drawing.charts.moving import ZOOM_STEP, Moving
from coach.drawing.charts.parts import Parts
from coach.drawing.charts.readout import Readout

_REACH_PX = 40.0
_PAN_PART = 0.25
_HEADER_ROW = 0
_PADDING_PX = (12, 8, 12, 4)


class Chart(Moving):
    """A chart with its head; `looked_at` says the words of the point that is looked at ('' for none).

    Mouse: drag to move, Ctrl and wheel to zoom (the wheel alone scrolls the page). Keys: Left and Right walk the
    points, with Ctrl they move the view, + and - zoom, Home shows all, Escape lets go.
    """

    looked_at = Signal(str)
    view_changed = Signal()

    def __init__(self, parts: Parts, look: Look) -> None:
        axes = {"bottom": BottomAxis(parts.ticks, look), "left": left_axis(look, parts.scale)}
        super().__init__(parts.first, parts.last, parts.narrowest, background=look.surface, axisItems=axes)
        self._parts, self._look = parts, look
        self._spot: int | None = None
        self._readout = Readout(look)
        self.scene().addItem(self._readout)
        self._set_up_view()
        self._set_up_head()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.ends = EndWords(self.getPlotItem(), parts.ends, look, parts.scale)

    # -- building

    def _set_up_view(self) -> None:
        plot, view = self.getPlotItem(), self.getViewBox()
        plot.layout.setContentsMargins(*_PADDING_PX)
        view.sigResized.connect(self._fit_scale)
        add_grid(plot, self._look, self._parts.scale)
        view.sigXRangeChanged.connect(self._view_moved)
        view.sigResized.connect(self._place_readout)

    def _set_up_head(self) -> None:
        layout = self.getPlotItem().layout
        layout.removeItem(self.getPlotItem().titleLabel)
        self.getPlotItem().titleLabel.hide()
        layout.addItem(self._parts.header, _HEADER_ROW, 0, 1, 3)

    # -- pictures

    @property
    def look(self) -> Look:
        """How the chart looks."""
        return self._look

    @property
    def title(self) -> str:
        """What it is called."""
        return self._parts.title

    zoomable = True

    def picture_size(self) -> QSize:
        """Return its size in logical pixels."""
        return QSize(self.viewport().size())

    def paint_picture(self, painter: QPainter, target: QRectF, ratio: float) -> None:
        """Paint it as it is seen."""
        with self._as_picture(ratio):
            self.render(painter, target, self.viewport().rect())

    def set_pens(self, ratio: float) -> None:
        """Draw with pens for a device of `ratio` pixels to a logical one; each kind of chart has its own."""

    @contextmanager
    def _as_picture(self, ratio: float) -> Iterator[None]:
        """While this lasts, nothing is looked at and markers are drawn as shapes, not as small pictures."""
        self._readout.hide()
        self.set_pens(ratio)
        items = [item for item in self.getPlotItem().items if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        try:
            yield
        finally:
            for item in items:
                item.setExportMode(False)
            self.set_pens(self.devicePixelRatioF())
            self._place_readout()

    def _fit_scale(self) -> None:
        """Show the scale with just the room that the words at both ends need."""
        view, parts = self.getViewBox(), self._parts
        ends = scale_ends(max(view.height(), 1.0), self._look, parts.scale, more=parts.more_above)
        view.setYRange(*ends, padding=0)

    def _view_moved(self) -> None:
        self._parts.header.say_range(self._parts.range_words(*self.seen()))
        self._place_readout()
        self.view_changed.emit()

    # -- looking at a point

    def readout(self) -> str:
        """Return the words of the point that is looked at, '' when there is none."""
        return "" if self._spot is None else self._parts.spots.words(self._spot)

    def look_beside(self, step: int) -> None:
        """Look at the next point (1) or the one before (-1) and bring it into view."""
        spot = self._parts.spots.beside(self._spot, step, self.seen()[1])
        if spot is None:
            return
        x, _y = self._parts.spots.at(spot)
        start, end = self.seen()
        if not start <= x <= end:
            self.show_range(x - (end - start) / 2, x + (end - start) / 2)
        self._look_at(spot, aloud=True)

    def look_away(self) -> None:
        """Look at nothing."""
        self._look_at(None)

    def _look_at(self, spot: int | None, *, aloud: bool = False) -> None:
        if spot == self._spot:
            return
        self._spot = spot
        self._place_readout()
        self.looked_at.emit(self.readout())
        if aloud and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.readout()))

    def _place_readout(self) -> None:
        if self._spot is None:
            self._readout.hide()
            return
        view = self.getViewBox()
        point = view.mapViewToScene(QPointF(*self._parts.spots.at(self._spot)))
        self._readout.show_at(point, self.readout(), view.sceneBoundingRect())

    # -- events

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Look at the nearest point."""
        super().mouseMoveEvent(ev)
        view = self.getViewBox()
        place = view.mapSceneToView(self.mapToScene(ev.position().toPoint()))
        pixel = view.viewPixelSize()
        self._look_at(self._parts.spots.nearest(place.x(), place.y(), pixel, _REACH_PX))

    def leaveEvent(self, ev: object) -> None:
        """Let go when the mouse leaves."""
        super().leaveEvent(ev)
        self.look_away()

    def wheelEvent(self, ev: QWheelEvent) -> None:
        """Zoom with Ctrl, move with a sideways wheel; else leave the wheel to the page."""
        turned = ev.angleDelta()
        if ev.modifiers() & Qt.KeyboardModifier.ControlModifier and turned.y():
            place = self.getViewBox().mapSceneToView(self.mapToScene(ev.position().toPoint()))
            self.zoom(ZOOM_STEP ** (-turned.y() / 120), place.x())
            ev.accept()
        elif abs(turned.x()) > abs(turned.y()):
            self.pan(-turned.x() / 120 * _PAN_PART / 2)
            ev.accept()
        else:
            ev.ignore()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Walk the points, move, zoom, show all, let go."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(ev.key()), 0)
        if step and ev.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(step * _PAN_PART)
        elif step:
            self.look_beside(step)
        elif ev.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif ev.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif ev.key() == Qt.Key.Key_Home:
            self.show_all()
        elif ev.key() == Qt.Key.Key_Escape and self._spot is not None:
            self.look_away()
        else:
            ev.ignore()
            return
        ev.accept()

    def event(self, ev: QEvent) -> bool:
        """Follow the window to a finer or coarser screen."""
        if ev.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_pens(self.devicePixelRatioF())
        return bool(super().event(ev))

    def showEvent(self, ev: QShowEvent) -> None:
        """Take the pens of the screen it is shown on."""
        self.set_pens(self.devicePixelRatioF())
        super().showEvent(ev)

    def resizeEvent(self, ev: QResizeEvent | None) -> None:
        """Let the head wrap to the new width."""
        if ev is not None and hasattr(self, "_parts"):
            self._parts.header.fit(ev.size().width() - _PADDING_PX[0] - _PADDING_PX[2])
        super().resizeEvent(ev)

    def focusInEvent(self, ev: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(ev)
        self.viewport().update()

    def focusOutEvent(self, ev: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(ev)
        self.viewport().update()

    def paintEvent(self, ev: QPaintEvent) -> None:
        """Draw the chart, and a ring around it while it has the keys (never in pictures)."""
        super().paintEvent(ev)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(ink.pen(self._look.focus, 2))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()
