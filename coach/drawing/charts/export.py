"""Pictures of a chart exactly as it is seen, with title, key and the words of the axes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from coach.drawing.charts.chart import Chart

PNG_SCALE = 2
_MARGIN_PX = 16


def png_bytes(chart: Chart) -> bytes:
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


def svg_bytes(chart: Chart) -> bytes:
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


def _draw(chart: Chart, painter: QPainter, ratio: float) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    seen = chart.viewport().rect()
    with chart.as_picture(ratio):
        target = QRectF(_MARGIN_PX, _MARGIN_PX, seen.width(), seen.height())
        chart.render(painter, target, seen)


def _size(chart: Chart) -> QSize:
    seen = chart.viewport().size()
    return QSize(seen.width() + 2 * _MARGIN_PX, seen.height() + 2 * _MARGIN_PX)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
