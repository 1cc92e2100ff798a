"""Where on the body: our figure from behind and from the front, each place shaded by its mean, with the number on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from coach.drawing.bodymap.look import MapLook
from coach.drawing.bodymap.model import BodyMap, Place, load
from coach.drawing.bodymap.painter import Fill, Stand, middle, paint_body, paint_regions, region_path
from coach.drawing.bodymap.stands import Stands, next_in
from coach.drawing.bodymap.words import name_sides, name_view
from coach.drawing.charts import ink
from coach.drawing.charts.board import Board, Spot, paint_hollow
from coach.drawing.charts.look import Look
from coach.drawing.charts.painted_key import KeyEntry, PaintedKey
from coach.drawing.charts.ramp import shade, words_on
from coach.drawing.charts.where_state import WhereState
from coach.resources import assets

_HEAD_PX = 30.0
_INSIDE_PX = 2.0
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def where_chart(state: WhereState, look: Look) -> WhereChart:
    """Return the chart of a state as a widget."""
    return WhereChart(state, look)


class WhereChart(Board):
    """A place is a spot (its number, 0): arrows walk them in space."""

    def __init__(self, state: WhereState, look: Look) -> None:
        self._state = state
        self._boxes = {box.place: box for box in state.boxes}
        self._map: BodyMap = load(assets() / "figure" / "map-a.json")
        self._body = map_look_of(look)
        super().__init__(state.title, state.subtitle, PaintedKey(state.ends, self._entries(look), look), look)
        self._places = tuple(self._stands(QRectF(0, 0, 400, 400)).boxes())
        self._bold = ink.font(look, look.small_px, QFont.Weight.DemiBold)

    def _entries(self, look: Look) -> list[KeyEntry]:
        def weak(painter: QPainter, box: QRectF) -> None:
            painter.setBrush(ink.color(shade(look, 5)))
            painter.setPen(QPen(ink.color(look.ink), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

        def none(painter: QPainter, box: QRectF) -> None:
            paint_hollow(painter, box, 3, look)

        found = [KeyEntry(self._state.key_weak, weak), KeyEntry(self._state.key_none, none)]
        return [entry for entry in found if entry.words]

    # -- places

    def box(self, spot: Spot, room: QRectF) -> QRectF:
        """Return the rectangle around a place."""
        return self._stands(room).boxes()[self._places[spot[0]]]

    def spot_at(self, point: QPointF, room: QRectF) -> Spot | None:
        """Return the place at a point."""
        place = self._stands(room).at(point)
        return (self._places.index(place), 0) if place is not None else None

    def words(self, spot: Spot) -> str:
        """Say the place, its mean and how much it rests on."""
        return self._state.say(self._places[spot[0]])

    def beside(self, spot: Spot, step: Spot) -> Spot:
        """Go to the next place in that direction."""
        found = next_in(self._stands(self.room()).boxes(), self._places[spot[0]], step)
        return (self._places.index(found), 0) if found is not None else spot

    def first_spot(self) -> Spot | None:
        """Begin with the first place that has a number."""
        return next(((at, 0) for at, place in enumerate(self._places) if place in self._boxes), (0, 0))

    # -- painting

    def paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint both bodies, their places, and which side is which."""
        stands = self._stands(room)
        for (facing, stand), behind in zip(stands.both(), (True, False), strict=True):
            paint_body(painter, facing, stand, self._body)
            paint_regions(painter, facing, stand, self._fill)
            for region in facing.regions:
                outline = stand.transform().map(region_path(region))
                self._write(painter, region.place, middle(region, stand), outline)
            self._name(painter, stand, room, behind=behind)

    def _fill(self, place: Place) -> Fill:
        box = self._boxes.get(place)
        if box is None:
            return Fill(QColor(self._body.tones["body"]), QColor(self._body.tones["line"]), 1.0)
        colour = ink.color(shade(self._look, box.value))
        edge = ink.color(self._look.ink if box.weak else self._look.muted)
        return Fill(colour, edge, 1.2, dashed=box.weak)

    def _write(self, painter: QPainter, place: Place, at: QPointF, within: QPainterPath) -> None:
        """Write the number of a place, rounded where there is no room for its tenths."""
        box = self._boxes.get(place)
        if box is None or not box.text:
            return
        font = self._font if box.weak else self._bold
        metrics = QFontMetricsF(font)
        size = QSizeF(metrics.horizontalAdvance(box.text) + _INSIDE_PX, metrics.capHeight())
        fits = within.contains(QRectF(at - QPointF(size.width(), size.height()) / 2, size))
        painter.setFont(font)
        painter.setPen(ink.color(words_on(self._look, shade(self._look, box.value))))
        painter.drawText(QRectF(at.x() - 30, at.y() - 15, 60, 30), _CENTRE, box.text if fits else str(round(box.value)))

    def _name(self, painter: QPainter, stand: Stand, room: QRectF, *, behind: bool) -> None:
        head = QRectF(stand.area.left(), room.top(), stand.area.width(), _HEAD_PX)
        name_view(painter, head, self._state.heads[0 if behind else 1], self._bold, self._look.ink)
        sides = self._state.sides if behind else self._state.sides[::-1]
        name_sides(painter, stand, sides, self._font, self._look.muted)

    def _stands(self, room: QRectF) -> Stands:
        high = max(room.height() - _HEAD_PX, 1.0)
        wide = min(room.width(), 1.25 * high)
        return Stands.within(self._map, QRectF(room.center().x() - wide / 2, room.top() + _HEAD_PX, wide, high))


def map_look_of(look: Look) -> MapLook:
    """Return the body's colours on a chart."""
    return MapLook.of(
        surface=look.surface,
        ink=look.ink,
        muted=look.muted,
        brand=look.series[0],
        brand_soft=look.surface,
        on_brand=look.surface,
        focus=look.focus,
        edge=look.muted,
        strong=look.strong,
    )
