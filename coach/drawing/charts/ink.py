"""Markers, pens and fonts made from a `Look`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen, QPolygonF

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Shape

#: Markers stay within half a unit around the origin, where pyqtgraph would cut them off; of equal weight to the eye.
_ROUND = 0.42
_DIAMOND = ((0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0))
_SQUARE = ((-0.38, -0.38), (0.38, -0.38), (0.38, 0.38), (-0.38, 0.38))
_ARM, _HALF = 0.48, 0.19
_CROSS = (
    *((-_HALF, -_ARM), (_HALF, -_ARM), (_HALF, -_HALF), (_ARM, -_HALF), (_ARM, _HALF), (_HALF, _HALF)),
    *((_HALF, _ARM), (-_HALF, _ARM), (-_HALF, _HALF), (-_ARM, _HALF), (-_ARM, -_HALF), (-_HALF, -_HALF)),
)
_CORNERS = {Shape.RIGHT: _DIAMOND, Shape.WHOLE: _SQUARE, Shape.BOTH: _CROSS}
#: Line styles as dash patterns in pen widths: one more way to tell the sides apart.
_DASHES: dict[Shape, list[float]] = {Shape.RIGHT: [3.0, 2.2], Shape.BOTH: [1.0, 2.0]}


def marker(shape: Shape) -> QPainterPath:
    """Return the marker of a side around the origin, about one unit wide: left is round, right has corners."""
    path = QPainterPath()
    if shape not in _CORNERS:
        path.addEllipse(QPointF(0, 0), _ROUND, _ROUND)
        return path
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _CORNERS[shape]]))
    path.closeSubpath()
    return path


def color(text: str, alpha: float = 1.0) -> QColor:
    """Return a colour with an opacity of 0 to 1."""
    made = QColor(text)
    made.setAlphaF(alpha)
    return made


def pen(text: str, width: float, alpha: float = 1.0) -> QPen:
    """Return a solid pen with round ends, its width in logical pixels."""
    return QPen(color(text, alpha), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def unzoomed(made: QPen, ratio: float) -> QPen:
    """Return a pen that keeps its width when the chart is zoomed.

    Qt counts the width of such a pen in the device's own pixels, so a fine screen and a picture need more of
    them: `ratio` of them to one logical pixel.
    """
    wide = QPen(made)
    wide.setWidthF(made.widthF() * ratio)
    wide.setCosmetic(True)
    return wide


def line_pen(text: str, width: float, shape: Shape) -> QPen:
    """Return the pen of a side's line: solid, dashed or dotted."""
    made = pen(text, width)
    if shape in _DASHES:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern(_DASHES[shape])
    return made


def line_width(look: Look) -> float:
    """Return how thick a line of means is, in logical pixels."""
    return 3.0 if look.strong else 2.0


def font(look: Look, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the family of the theme at a size in pixels, with figures of one width."""
    made = QFont(look.family)
    made.setPixelSize(px)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
