"""What can be done with a chart: read it as a table, zoom, save it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coach.i18n import _
from coach.ui.widgets.buttons import Button, IconButton, text_button
from coach.ui.widgets.flow import FlowLayout


class ChartTools(QWidget):
    """Signals: `turned` between chart and table, `zoomed` with 1 (closer) or -1, `all_asked`, `paged` with 1 (earlier)
    or -1, `save_asked` with a form.
    """

    turned = Signal()
    zoomed = Signal(int)
    all_asked = Signal()
    paged = Signal(int)
    save_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.table = False
        self._as_table = text_button(_("Show as table"), "list")
        self._as_table.clicked.connect(self._turn)
        self._closer = IconButton("plus", _("Zoom in"))
        self._further = IconButton("minus", _("Zoom out"))
        self._all = text_button(_("Show all"), "maximize")
        self._closer.clicked.connect(lambda: self.zoomed.emit(1))
        self._further.clicked.connect(lambda: self.zoomed.emit(-1))
        self._all.clicked.connect(self.all_asked)
        self._earlier = text_button(_("Earlier"), "chevron-left")
        self._later = text_button(_("Later"), "chevron-right")
        self._earlier.clicked.connect(lambda: self.paged.emit(1))
        self._later.clicked.connect(lambda: self.paged.emit(-1))
        self._save = SaveButton()
        self._save.chosen.connect(self.save_asked)
        line = FlowLayout(self, gap=1)
        for tool in self.stops():
            line.addWidget(tool)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self._earlier, self._later, self._as_table, self._further, self._closer, self._all, self._save]

    def fit(self, *, zoomable: bool, pages: tuple[bool, bool] | None = None) -> None:
        """Show only what does something now; `pages` says whether there is an earlier and a later one, None: no pages."""
        words = (_("Show as chart"), "chart-line") if self.table else (_("Show as table"), "list")
        self._as_table.set_words(*words)
        for tool in (self._further, self._closer, self._all):
            tool.setVisible(zoomable and not self.table)
        for tool, there in zip((self._earlier, self._later), pages or (False, False), strict=True):
            tool.setVisible(any(pages or ()) and not self.table)
            tool.setEnabled(there)

    def _turn(self) -> None:
        self.table = not self.table
        self.turned.emit()


class SaveButton(Button):
    """Opens the forms a chart can be saved in; `chosen` carries "png", "svg" or "csv"."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Save as…"), "text", "download")
        self._menu = QMenu(self)
        forms = {
            "png": _("Picture (PNG)"),
            "svg": _("Drawing for print (SVG)"),
            "csv": _("Values for a spreadsheet (CSV)"),
        }
        for form, words in forms.items():
            action = QAction(words, self._menu)
            action.setData(form)
            action.triggered.connect(lambda _on=False, form=form: self.chosen.emit(form))
            self._menu.addAction(action)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height()))))

    def choose(self, form: str) -> None:
        """Choose as from the menu."""
        next(action for action in self._menu.actions() if action.data() == form).trigger()
