"""Making a hand-out beside everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from coach.app.deliveries import ToFile, ToPrinter, ask_printer
from coach.app.hand_outs import HandoutDesk
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.errors import DataError
from coach.resources import assets
from tests.ui.figures import BROKEN, HUG, Gallery, gallery


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


class Desk:
    """A desk and what it said."""

    def __init__(self, room: Gallery) -> None:
        self.room, self.owner = room, QObject()
        self.desk = HandoutDesk(room.figures, self.owner)
        self.made: list[str] = []
        self.failed: list[str] = []
        self.desk.made.connect(self.made.append)
        self.desk.failed.connect(self.failed.append)


@pytest.fixture
def made(qapp: QApplication, shipped: Library) -> Iterator[Desk]:
    """Every exercise hugs a knee, but the bridge cannot be drawn."""
    figures = dict.fromkeys(shipped.exercises, HUG) | {"bridge": BROKEN}
    with gallery(qapp, figures) as room:
        found = Desk(room)
        yield found
        found.desk.close()
        found.owner.deleteLater()


def test_two_orders_are_written_one_after_the_other(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Each picture of each is drawn, and both files are there."""
    for name in ("one", "two"):
        made.desk.make(
            shipped.routines["morning-ease"].routine, shipped, ToFile(tmp_path / f"{name}.pdf", a4=name == "one")
        )
    assert made.made == []
    made.room.workshop.settle()
    assert made.made == [f"“Morning ease” is saved as {tmp_path / name}." for name in ("one.pdf", "two.pdf")]
    assert made.failed == []


def test_a_figure_that_cannot_be_drawn_is_left_out(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """The words are what matters; nobody waits for ever."""
    routine = next(file.routine for file in shipped.routines.values() if "bridge" in file.text)
    made.desk.make(routine, shipped, ToFile(tmp_path / "page.pdf", a4=True))
    made.room.workshop.settle()
    assert (tmp_path / "page.pdf").exists()
    assert made.room.workshop.idle


def test_each_figure_is_prepared_once(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Two pictures of one exercise share what does not change."""
    made.desk.make(shipped.routines["desk-reset-neck"].routine, shipped, ToFile(tmp_path / "page.pdf", a4=True))
    made.room.workshop.settle()
    assert len(made.room.studio.made) == 2


def test_closing_forgets_what_waits(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Nothing is drawn or written any more."""
    made.desk.make(shipped.routines["morning-ease"].routine, shipped, ToFile(tmp_path / "page.pdf", a4=True))
    made.desk.close()
    made.room.workshop.settle()
    assert made.made == []


def _paper(path: Path, size: QPageSize.PageSizeId) -> ToPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    return ToPrinter(printer)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_printed_on_the_paper_that_is_there(
    made: Desk, shipped: Library, tmp_path: Path, size: QPageSize.PageSizeId
) -> None:
    """The same page as in the file: one, upright, as large as the paper, with ink down to its foot."""
    path = tmp_path / "paper.pdf"
    made.desk.make(shipped.routines["morning-ease"].routine, shipped, _paper(path, size))
    made.room.workshop.settle()
    assert (made.made, made.failed) == ([f"“Morning ease” is sent to {path}."], [])
    document = QPdfDocument()
    document.load(str(path))
    assert document.pageCount() == 1
    wide, high = document.pagePointSize(0).toTuple()
    assert (wide, high) == pytest.approx(QPageSize(size).size(QPageSize.Unit.Point).toTuple(), abs=1)
    picture = document.render(0, QSize(round(wide), round(high)))
    dark = [
        y for y in range(picture.height()) if any(picture.pixelColor(x, y).lightness() < 120 for x in range(40, 550))
    ]
    assert dark[0] < 80
    assert dark[-1] > high * 0.6
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """One sentence, and the next order is none the worse."""
    nowhere = _paper(tmp_path / "nowhere" / "paper.pdf", QPageSize.PageSizeId.A4)
    made.desk.make(shipped.routines["neutral"].routine, shipped, nowhere)
    made.desk.make(shipped.routines["neutral"].routine, shipped, ToFile(tmp_path / "page.pdf", a4=True))
    made.room.workshop.settle()
    assert [sentence.partition(" on ")[0].partition("” ")[2] for sentence in made.failed] == ["could not be printed"]
    assert len(made.made) == 1


def test_no_printer_is_one_sentence(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what can be done instead; nothing is asked."""
    del qapp
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    parent = QWidget()
    with pytest.raises(DataError, match=r"No printer is set up.*Save it as a file"):
        ask_printer(parent, "Print", lambda _to: None)
    parent.deleteLater()


def test_the_printer_that_was_chosen_is_used(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own dialog asks; nothing is printed when it is closed without."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "show", lambda _dialog: None)
    parent, chosen = QWidget(), list[ToPrinter]()
    for answer in (QPrintDialog.DialogCode.Rejected, QPrintDialog.DialogCode.Accepted):
        ask_printer(parent, "Print the hand-out", chosen.append)
        dialog = parent.findChildren(QPrintDialog)[-1]
        assert dialog.windowTitle() == "Print the hand-out"
        dialog.done(answer.value)
        assert len(chosen) == (answer is QPrintDialog.DialogCode.Accepted)
    parent.deleteLater()
    qapp.processEvents()
