"""Saved pictures show exactly what is seen, with title, key and the words of the axes."""

from __future__ import annotations

from math import ceil
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts import ink
from coach.drawing.charts.before_after import before_after_chart
from coach.drawing.charts.chart import Chart
from coach.drawing.charts.export import png_bytes, svg_bytes
from coach.drawing.charts.over_time import over_time_chart
from tests.drawing.charts.samples import DARK, LIGHT, TODAY, before_after, tightness
from tests.drawing.pictures import colours_in

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=["tightness", "before-after"])
def chart(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Chart:
    """Give each chart, shown, with a point looked at."""
    english = QLocale("en_GB")
    tight = request.param == "tightness"
    made: Chart = (
        over_time_chart(tightness(), LIGHT, english) if tight else before_after_chart(before_after(), LIGHT, english)
    )
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    QApplication.processEvents()
    made.look_beside(-1)
    return made


def _image(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image


def _words(data: bytes) -> list[str]:
    return [" ".join("".join(text.itertext()).split()) for text in ET.fromstring(data).iter(f"{_SVG}text")]  # noqa: S314 - ours


def test_png_has_twice_the_pixels(chart: Chart) -> None:
    """700 by 360 logical pixels, the title above and a margin, times two."""
    image = _image(png_bytes(chart))
    title = ceil(QFontMetricsF(ink.font(LIGHT, LIGHT.title_px, QFont.Weight.DemiBold)).height())
    assert (image.width(), image.height()) == ((700 + 32) * 2, (360 + 32 + title) * 2)
    assert {LIGHT.surface, LIGHT.series[0]} <= colours_in(image)


def test_svg_keeps_words_as_words(chart: Chart) -> None:
    """Title, key, both ends of the scale and the days can be read and searched; nothing is a picture in it."""
    data = svg_bytes(chart)
    words = _words(data)
    for expected in (chart.title, "Buttock, left", "Buttock, right", "worst imaginable", "none", "0", "10"):
        assert expected in words
    assert any("May" in word for word in words)
    assert b"<image" not in data


def test_what_is_looked_at_is_not_in_the_picture(chart: Chart) -> None:
    """The card with a note belongs to the screen; afterwards it is still there."""
    looked_at = chart.readout()
    assert looked_at
    with_card = _image(png_bytes(chart))
    assert looked_at not in _words(svg_bytes(chart))
    assert chart.readout() == looked_at
    chart.look_away()
    assert _image(png_bytes(chart)) == with_card


def test_the_picture_shows_the_part_that_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    """Zoomed to five days, the range in the picture says so."""
    made = over_time_chart(tightness(), DARK, QLocale("en_GB"))
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    made.show_range(TODAY - 4.5, TODAY + 1.5)
    QApplication.processEvents()
    assert "16 May – 20 May 2025" in _words(svg_bytes(made))


def test_saving_leaves_the_screen_as_it_was(chart: Chart) -> None:
    """Pens and markers are the screen's own again."""
    before = chart.grab().toImage()
    png_bytes(chart)
    svg_bytes(chart)
    QApplication.processEvents()
    assert chart.grab().toImage() == before
