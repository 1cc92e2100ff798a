"""A person in one of six start positions, drawn from tapered limbs; stands in until the moving figure comes."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coach.content.vocabulary import Posture


class Limb(NamedTuple):
    """A piece of the body from one point to another; radii at both ends. Units: the width of the drawing is 1.

    `shade`: c clothes, s skin, f the far side's skin, g the far side's clothes, w wood (a chair).
    """

    x1: float
    y1: float
    r1: float
    x2: float
    y2: float
    r2: float
    shade: str


class Shades(NamedTuple):
    """The colours of a drawing."""

    clothes: QColor
    skin: QColor
    far: QColor
    wood: QColor
    mat: QColor


#: Width to height of every drawing.
RATIO = 1.5

_SUPINE = (
    Limb(0.50, 0.545, 0.046, 0.672, 0.335, 0.034, "g"),
    Limb(0.672, 0.335, 0.032, 0.748, 0.562, 0.022, "f"),
    Limb(0.748, 0.568, 0.020, 0.806, 0.580, 0.014, "f"),
    Limb(0.110, 0.518, 0.056, 0.110, 0.518, 0.056, "s"),
    Limb(0.160, 0.540, 0.026, 0.215, 0.545, 0.030, "s"),
    Limb(0.235, 0.540, 0.056, 0.480, 0.545, 0.052, "c"),
    Limb(0.480, 0.540, 0.054, 0.610, 0.315, 0.038, "c"),
    Limb(0.610, 0.315, 0.035, 0.690, 0.560, 0.024, "s"),
    Limb(0.690, 0.568, 0.021, 0.752, 0.580, 0.015, "s"),
    Limb(0.245, 0.535, 0.030, 0.335, 0.570, 0.022, "s"),
    Limb(0.335, 0.570, 0.022, 0.450, 0.580, 0.017, "s"),
)
_PRONE = (
    Limb(0.115, 0.482, 0.056, 0.115, 0.482, 0.056, "s"),
    Limb(0.150, 0.512, 0.026, 0.215, 0.540, 0.030, "s"),
    Limb(0.520, 0.548, 0.046, 0.700, 0.566, 0.030, "g"),
    Limb(0.700, 0.566, 0.028, 0.865, 0.576, 0.018, "f"),
    Limb(0.235, 0.540, 0.054, 0.480, 0.548, 0.050, "c"),
    Limb(0.480, 0.545, 0.054, 0.670, 0.562, 0.034, "c"),
    Limb(0.670, 0.562, 0.030, 0.850, 0.574, 0.020, "s"),
    Limb(0.850, 0.574, 0.018, 0.900, 0.584, 0.012, "s"),
    Limb(0.235, 0.545, 0.030, 0.215, 0.575, 0.024, "s"),
    Limb(0.215, 0.578, 0.022, 0.100, 0.582, 0.016, "s"),
)
_ALL_FOURS = (
    Limb(0.350, 0.300, 0.030, 0.375, 0.560, 0.020, "f"),
    Limb(0.640, 0.310, 0.050, 0.680, 0.550, 0.034, "g"),
    Limb(0.680, 0.560, 0.028, 0.855, 0.578, 0.018, "f"),
    Limb(0.207, 0.265, 0.056, 0.207, 0.265, 0.056, "s"),
    Limb(0.245, 0.272, 0.026, 0.300, 0.288, 0.032, "s"),
    Limb(0.330, 0.292, 0.056, 0.610, 0.300, 0.058, "c"),
    Limb(0.610, 0.305, 0.056, 0.630, 0.548, 0.038, "c"),
    Limb(0.632, 0.556, 0.032, 0.815, 0.578, 0.020, "s"),
    Limb(0.815, 0.578, 0.018, 0.862, 0.586, 0.013, "s"),
    Limb(0.325, 0.305, 0.034, 0.318, 0.440, 0.025, "s"),
    Limb(0.318, 0.440, 0.025, 0.322, 0.566, 0.019, "s"),
    Limb(0.322, 0.578, 0.017, 0.288, 0.584, 0.013, "s"),
)
_SITTING = (
    Limb(0.345, 0.402, 0.014, 0.585, 0.402, 0.014, "w"),
    Limb(0.365, 0.402, 0.011, 0.352, 0.592, 0.009, "w"),
    Limb(0.560, 0.402, 0.011, 0.572, 0.592, 0.009, "w"),
    Limb(0.352, 0.402, 0.011, 0.330, 0.190, 0.011, "w"),
    Limb(0.455, 0.345, 0.046, 0.635, 0.348, 0.032, "g"),
    Limb(0.635, 0.350, 0.030, 0.655, 0.555, 0.020, "f"),
    Limb(0.655, 0.572, 0.018, 0.712, 0.582, 0.013, "f"),
    Limb(0.452, 0.062, 0.052, 0.455, 0.062, 0.052, "s"),
    Limb(0.442, 0.110, 0.024, 0.436, 0.140, 0.030, "s"),
    Limb(0.432, 0.178, 0.054, 0.428, 0.330, 0.052, "c"),
    Limb(0.432, 0.342, 0.056, 0.608, 0.348, 0.036, "c"),
    Limb(0.608, 0.350, 0.034, 0.612, 0.555, 0.022, "s"),
    Limb(0.612, 0.572, 0.020, 0.670, 0.582, 0.014, "s"),
    Limb(0.432, 0.178, 0.032, 0.466, 0.282, 0.023, "s"),
    Limb(0.466, 0.282, 0.023, 0.568, 0.316, 0.016, "s"),
)
_STANDING = (
    Limb(0.516, 0.310, 0.044, 0.526, 0.440, 0.032, "g"),
    Limb(0.526, 0.440, 0.028, 0.520, 0.560, 0.019, "f"),
    Limb(0.520, 0.572, 0.017, 0.568, 0.582, 0.012, "f"),
    Limb(0.502, 0.050, 0.046, 0.505, 0.050, 0.046, "s"),
    Limb(0.496, 0.092, 0.021, 0.494, 0.120, 0.028, "s"),
    Limb(0.494, 0.154, 0.048, 0.492, 0.290, 0.045, "c"),
    Limb(0.492, 0.300, 0.048, 0.490, 0.440, 0.033, "c"),
    Limb(0.490, 0.440, 0.030, 0.484, 0.560, 0.020, "s"),
    Limb(0.484, 0.572, 0.018, 0.538, 0.582, 0.013, "s"),
    Limb(0.492, 0.150, 0.029, 0.478, 0.246, 0.021, "s"),
    Limb(0.478, 0.246, 0.021, 0.500, 0.338, 0.016, "s"),
)
_WALKING = (
    Limb(0.500, 0.150, 0.026, 0.560, 0.236, 0.019, "f"),
    Limb(0.560, 0.236, 0.019, 0.622, 0.290, 0.014, "f"),
    Limb(0.492, 0.305, 0.044, 0.436, 0.432, 0.031, "g"),
    Limb(0.436, 0.432, 0.028, 0.352, 0.536, 0.019, "f"),
    Limb(0.352, 0.544, 0.016, 0.384, 0.578, 0.012, "f"),
    Limb(0.518, 0.050, 0.046, 0.521, 0.050, 0.046, "s"),
    Limb(0.510, 0.092, 0.021, 0.506, 0.120, 0.028, "s"),
    Limb(0.504, 0.154, 0.048, 0.494, 0.290, 0.045, "c"),
    Limb(0.496, 0.300, 0.048, 0.566, 0.424, 0.033, "c"),
    Limb(0.566, 0.424, 0.030, 0.622, 0.550, 0.020, "s"),
    Limb(0.624, 0.566, 0.018, 0.676, 0.562, 0.013, "s"),
    Limb(0.502, 0.150, 0.029, 0.446, 0.236, 0.021, "s"),
    Limb(0.446, 0.236, 0.021, 0.428, 0.330, 0.016, "s"),
)
_BODIES = {
    Posture.SUPINE: _SUPINE,
    Posture.PRONE: _PRONE,
    Posture.ALL_FOURS: _ALL_FOURS,
    Posture.SITTING: _SITTING,
    Posture.STANDING: _STANDING,
    Posture.WALKING: _WALKING,
}
_FLOOR = 0.598


def paint_posture(painter: QPainter, area: QRectF, posture: Posture, shades: Shades) -> None:
    """Paint a person in `area`, as large as fits, on a mat or on the floor."""
    wide = min(area.width(), area.height() * RATIO)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center().x() - wide / 2, area.center().y() - wide / RATIO / 2)
    painter.scale(wide, wide)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_mat(painter, posture, shades)
    colours = {"c": shades.clothes, "s": shades.skin, "f": shades.far, "g": shades.far, "w": shades.wood}
    for limb in _BODIES[posture]:
        painter.setBrush(colours[limb.shade])
        _paint_limb(painter, limb)
    painter.restore()


def _paint_mat(painter: QPainter, posture: Posture, shades: Shades) -> None:
    lies = posture in {Posture.SUPINE, Posture.PRONE, Posture.ALL_FOURS}
    left, right = (0.03, 0.97) if lies else (0.2, 0.8)
    painter.setBrush(shades.mat)
    painter.drawRoundedRect(QRectF(left, _FLOOR, right - left, 0.022), 0.011, 0.011)


def _paint_limb(painter: QPainter, limb: Limb) -> None:
    """Paint two circles and the flanks between them; curves stay curves at any size."""
    painter.drawEllipse(QPointF(limb.x1, limb.y1), limb.r1, limb.r1)
    painter.drawEllipse(QPointF(limb.x2, limb.y2), limb.r2, limb.r2)
    away = hypot(limb.x2 - limb.x1, limb.y2 - limb.y1)
    if away <= abs(limb.r1 - limb.r2):
        return
    along = atan2(limb.y2 - limb.y1, limb.x2 - limb.x1)
    lean = acos((limb.r1 - limb.r2) / away)
    painter.drawPolygon(
        [
            _on(limb.x1, limb.y1, limb.r1, along + lean),
            _on(limb.x2, limb.y2, limb.r2, along + lean),
            _on(limb.x2, limb.y2, limb.r2, along - lean),
            _on(limb.x1, limb.y1, limb.r1, along - lean),
        ]
    )


def _on(x: float, y: float, radius: float, angle: float) -> QPointF:
    return QPointF(x + radius * cos(angle), y + radius * sin(angle))
