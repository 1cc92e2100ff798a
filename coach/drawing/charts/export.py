"""Pictures of a chart exactly as it is seen, with its title above, key and the words of the axes."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from coach.drawing.charts import ink
from coach.drawing.charts.drawn import Drawn

PNG_SCALE = 2
_MARGIN_PX = 16
#: As far as the words of a chart stand inside it.
_INDENT_PX = 12
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def png_bytes(chart: Drawn) -> bytes:
    """Return a PNG of twice the size the chart has on screen in logical pixels."""
    size = _size(chart)
    image = QImage(size * PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_SCALE)
    image.fill(QColor(chart.look.surface))
    painter = QPainter(image)
    _draw(chart, painter, PNG_SCALE)
    painter.end()
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg_bytes(chart: Drawn) -> bytes:
    """Return an SVG drawing of the same; its words stay words."""
    size = _size(chart)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.accessibleDescription() or chart.title)
    generator.setResolution(96)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(chart.look.surface))
    _draw(chart, painter, 1)
    painter.end()
    return bytes(buffer.data().data())


def _draw(chart: Drawn, painter: QPainter, ratio: float) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    inside, title = chart.picture_size(), _title_height(chart)
    painter.setFont(_title_font(chart))
    painter.setPen(ink.color(chart.look.ink))
    painter.drawText(QRectF(_MARGIN_PX + _INDENT_PX, _MARGIN_PX, inside.width(), title), _FLAGS, chart.title)
    painter.save()
    chart.paint_picture(painter, QRectF(_MARGIN_PX, _MARGIN_PX + title, inside.width(), inside.height()), ratio)
    painter.restore()


def _title_font(chart: Drawn) -> QFont:
    return ink.font(chart.look, chart.look.title_px, QFont.Weight.DemiBold)


def _title_height(chart: Drawn) -> int:
    return ceil(QFontMetricsF(_title_font(chart)).height())


def _size(chart: Drawn) -> QSize:
    return chart.picture_size() + QSize(2 * _MARGIN_PX, 2 * _MARGIN_PX + _title_height(chart))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
