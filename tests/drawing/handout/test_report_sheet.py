"""A report on paper."""

from __future__ import annotations

import getpass
import re
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from coach.analysis.period import Span, noted
from coach.drawing.figure.paper import About, pdf, png
from coach.drawing.handout.pieces import A4, LETTER
from coach.drawing.handout.report_sheet import report_pages
from coach.handout.report import Choice, Report, Told, report_of
from coach.ui.progress.locale_say import locale_say
from tests.drawing.handout.test_sheet import _streams
from tests.seeded_year import LAST_DAY, Year, seeded_year


@pytest.fixture(scope="module")
def year() -> Year:
    """The seeded year."""
    return seeded_year()


def report(year: Year, days: int, **more: Any) -> Report:
    """A report about its last days."""
    span = Span(LAST_DAY - timedelta(days=days - 1), LAST_DAY)
    told = Told(year.entries, year.sessions, (), year.markers)
    return report_of(told, Choice(span, **more), locale_say(QLocale("en_GB"), LAST_DAY))


@pytest.mark.parametrize("size", [A4, LETTER])
@pytest.mark.parametrize("days", [1, 28, 365])
def test_it_is_one_page(qapp: QApplication, year: Year, size: tuple[int, int], days: int) -> None:
    """A day, a month and a year each fit the page that a physiotherapist reads, with four notes on it."""
    notes = frozenset(
        entry.id for entry in noted(year.entries, Span(LAST_DAY - timedelta(days=days - 1), LAST_DAY))[-4:]
    )
    pages = report_pages(report(year, days, notes=notes), size)
    assert [(page.width, page.height) for page in pages] == [size]


def test_all_notes_of_a_year_go_on_and_none_is_lost(qapp: QApplication, year: Year, tmp_path: Path) -> None:
    """However many notes are ticked, the words of every one can be read in the document."""
    span = Span(LAST_DAY - timedelta(days=364), LAST_DAY)
    every = frozenset(entry.id for entry in noted(year.entries, span))
    made = report(year, 365, notes=every)
    assert len(made.notes.lines) == len(every) > 8
    (tmp_path / "r.pdf").write_bytes(pdf(report_pages(made), About(made.title)))
    document = QPdfDocument()
    document.load(str(tmp_path / "r.pdf"))
    words = " ".join(document.getAllText(number).text() for number in range(document.pageCount())).split()
    document.close()
    read = " ".join(words)
    plain = [line for line in made.notes.lines if line.isascii()]
    assert len(plain) > 4
    assert [line for line in plain if " ".join(line.split()[:5]) not in read] == []


def test_further_pages_repeat_their_head_and_are_counted(qapp: QApplication, year: Year) -> None:
    """A month of curves, sessions and entries: every page within the paper."""
    pages = report_pages(report(year, 28, curves=True, sessions=True, entries=True))
    assert len(pages) > 4
    assert {(page.width, page.height) for page in pages} == {A4}


def test_nothing_is_painted_outside_the_margins(qapp: QApplication, year: Year) -> None:
    """The white edge of every page stays white."""
    for page in report_pages(report(year, 28, curves=True, sessions=True, entries=True)):
        image = QImage.fromData(png(page, About("x")))
        edges = [image.copy(0, 0, 40, page.height), image.copy(page.width - 40, 0, 40, page.height)]
        edges.append(image.copy(0, page.height - 14, page.width, 14))
        for edge in edges:
            blank = QImage(edge.size(), edge.format())
            blank.fill(0xFFFFFFFF)
            assert edge == blank


def test_the_file_is_vector_and_names_nobody(qapp: QApplication, year: Year) -> None:
    """Title and language are in it; no pixels, no user, no machine."""
    made = pdf(report_pages(report(year, 28, curves=True, entries=True)), About("Tightness and exercise diary", "en"))
    whole = made + b"".join(_streams(made))
    for name in (getpass.getuser(), socket.gethostname()):
        assert len(name) < 4 or not any(form in whole for form in (name.encode(), name.encode("utf-16-be")))
    assert b"/Subtype /Image" not in made
    assert re.search(rb"/Lang \(en\)", made)
    assert "Tightness and exercise diary".encode("utf-16-be") in made
