"""Where pages go: into a file in one step, or to a printer that the person chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from coach.errors import DataError
from coach.files import write_atomic
from coach.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from coach.drawing.figure.paper import About, Page


class Delivery(Protocol):
    """A way out. `size`: the paper in pixels of a page."""

    @property
    def size(self) -> tuple[int, int]:
        """Return how large the paper is."""
        ...

    def deliver(self, pages: Sequence[Page], about: About) -> str:
        """Send pages on their way and return a sentence about it; raises `DataError` with one when that fails."""
        ...


@dataclass(frozen=True, slots=True)
class ToFile:
    """A PDF at a path, on A4 or US Letter."""

    path: Path
    a4: bool

    @property
    def size(self) -> tuple[int, int]:
        """Return the paper that was chosen."""
        from coach.drawing.handout.pieces import A4, LETTER

        return A4 if self.a4 else LETTER

    def deliver(self, pages: Sequence[Page], about: About) -> str:
        """Write the whole file, or nothing."""
        from coach.drawing.figure.paper import pdf

        try:
            write_atomic(self.path, pdf(pages, about))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            sentence = _("“{title}” could not be saved as {path}: {reason}.")
            raise DataError(sentence.format(title=about.title, path=self.path, reason=reason)) from error
        return _("“{title}” is saved as {path}.").format(title=about.title, path=self.path)


@dataclass(frozen=True, slots=True)
class ToPrinter:
    """Paper, at once."""

    printer: QPrinter

    @property
    def size(self) -> tuple[int, int]:
        """Return what lies in the printer."""
        from coach.drawing.figure.paper import paper_size

        return paper_size(self.printer)

    def deliver(self, pages: Sequence[Page], about: About) -> str:
        """Hand the pages to the system's printing."""
        from coach.drawing.figure.paper import printed

        name = self.printer.printerName() or self.printer.outputFileName()
        if not printed(pages, about, self.printer):
            raise DataError(_("“{title}” could not be printed on {printer}.").format(title=about.title, printer=name))
        return _("“{title}” is sent to {printer}.").format(title=about.title, printer=name)


def ask_printer(parent: QWidget, title: str, chosen: Callable[[ToPrinter], None]) -> None:
    """Let the person choose a printer, and call `chosen` with it.

    Raises `DataError` with a sentence where there is none, or where the system has no printing.
    """
    instead = _("Save it as a file; it can be printed anywhere.")
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
    except ImportError as error:
        raise DataError(_("Printing is not possible here. {instead}").format(instead=instead)) from error
    if not QPrinterInfo.availablePrinterNames():
        raise DataError(_("No printer is set up on this computer. {instead}").format(instead=instead))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: chosen(ToPrinter(printer)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.NonModal)  # a pack may ask for an answer meanwhile
    dialog.show()
