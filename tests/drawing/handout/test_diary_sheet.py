"""The diary on paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coach.analysis.period import Span
from coach.drawing.figure.paper import About, png
from coach.drawing.handout.diary_sheet import diary_pages
from coach.drawing.handout.pieces import A4, LETTER
from coach.handout.diary import Diary, diary_of
from tests.seeded_year import LAST_DAY, seeded_year


def diary(days: int) -> Diary:
    """The seeded person's last days."""
    year = seeded_year()
    span = Span(LAST_DAY - timedelta(days=days - 1), LAST_DAY)
    return diary_of(year.entries, year.sessions, year.markers, span, lambda day: date.fromordinal(day).isoformat())


@pytest.mark.parametrize("size", [A4, LETTER])
def test_a_month_goes_over_pages_within_their_margins(qapp: QApplication, size: tuple[int, int]) -> None:
    """Every page has the size of the paper, something on it, and a white edge."""
    pages = diary_pages(diary(28), size)
    assert len(pages) > 2
    for page in pages:
        image = QImage.fromData(png(page, About("Diary")))
        assert (page.width, page.height) == size
        for left in (0, size[0] - 40):
            edge = image.copy(left, 0, 40, size[1])
            blank = QImage(edge.size(), edge.format())
            blank.fill(0xFFFFFFFF)
            assert edge == blank
        inside = image.copy(40, 40, size[0] - 80, 60).convertToFormat(QImage.Format.Format_Grayscale8)
        assert min(inside.constBits()) < 60


def test_nothing_is_one_page(qapp: QApplication) -> None:
    """It says that there is nothing."""
    empty = diary_of([], [], [], Span(LAST_DAY, LAST_DAY), lambda day: date.fromordinal(day).isoformat())
    assert len(diary_pages(empty)) == 1
