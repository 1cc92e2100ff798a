"""Progress: is it getting better? A section for each question, the same in words, and how each is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.content.vocabulary import Quality
from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.progress.board import Board
from coach.ui.progress.choice import Choice, Span, first_choice, still_valid, toggled
from coach.ui.progress.contents import Contents
from coach.ui.progress.csv_file import csv_bytes
from coach.ui.progress.filters import Filters
from coach.ui.progress.locale_say import locale_say
from coach.ui.progress.look import chart_look
from coach.ui.progress.panel import SectionPanel
from coach.ui.progress.sections.every import EVERY
from coach.ui.progress.sections.section import Looking, Section
from coach.ui.progress.state import ProgressState, nothing_yet, place_chips, quality_chips
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.scaffold import Page

if TYPE_CHECKING:
    from coach.drawing.charts.drawn import Drawn

_TIGHTNESS = "tightness"
_ABOVE = 5 * tokens.GRID


class ProgressPage(Page):
    """Signals: `export_picture` with what ("tightness.png", "before-after.svg" …) and the file that was chosen;
    `range_changed` with the span; `open_page` with the page to go to; `answered` with the key and the value of what
    the person said about themselves; `report_asked` when a page for whoever treats them is wanted.

    `picture` makes what `export_picture` asks for. Nothing is drawn, and no drawing library loaded, before the page
    is shown. Then its frame is painted first; the journal is folded and the sections filled one by one, each in a turn
    of its own so that keys and mouse come in between: those in view first, the others after them.
    """

    export_picture = Signal(str, str)
    range_changed = Signal(str)
    open_page = Signal(str)
    report_asked = Signal()
    answered = Signal(str, object)

    def __init__(self, sections: Sequence[Section[Any]] = EVERY) -> None:
        super().__init__(_("Progress"), _("How tight it felt, as you noted it."))
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._state: ProgressState | None = None
        self._chosen_from: ProgressState | None = None
        self._looking: Looking | None = None
        self._choice = Choice()
        self._empty = EmptyState("chart-line", nothing_yet()[0], _("Go to Today"), more=nothing_yet()[1])
        self._empty.acted.connect(lambda: self.open_page.emit("today"))
        self.report = quiet(_("Report"), "download")
        self.report.clicked.connect(self.report_asked)
        self.tools.addWidget(self.report)
        self._contents = Contents([(section.name, section.title()) for section in sections])
        self._contents.asked.connect(self.go_to)
        self._filters = Filters()
        self._filters.place_pressed.connect(lambda key: self._choose(toggled(self._choice, key)))
        self._filters.quality_pressed.connect(self._press_quality)
        self._filters.span_pressed.connect(self.choose_range)
        self._panels = {section.name: SectionPanel(section) for section in sections}
        self._board = Board(list(self._panels.values()))
        for widget in (self._empty, self._contents, self._filters, self._board):
            self.content.addWidget(widget)
        for name, panel in self._panels.items():
            panel.answered.connect(self.answered)
            panel.save_asked.connect(lambda form, name=name: self._ask_for_file(name, form))
            panel.show_all_asked.connect(lambda name=name: self._show_all(name))
        self._arrange()

    # -- what comes in

    def show_state(self, state: ProgressState) -> None:
        """Show what the journal holds; what was chosen stays chosen where it still exists."""
        self._state = state
        self._renew()

    def choose_range(self, span: str) -> None:
        """Look this far back: 2-weeks, month, 3-months, year or all."""
        self._choose(replace(self._choice, span=Span(span)))
        self.range_changed.emit(str(self._choice.span))

    def picture(self, kind: str) -> bytes:
        """Return the file "tightness.png", "before-after.svg", "left-right.csv" … of what is seen.

        Raises `LookupError` when there is no such chart to be seen.
        """
        from coach.drawing.charts import export

        name, _dot, form = kind.partition(".")
        panel = self._panels[name]
        chart = panel.chart
        if chart is None or panel.view is None:
            raise LookupError(kind)
        if form == "csv":
            return csv_bytes(panel.view.table)
        return {"png": export.png_bytes, "svg": export.svg_bytes}[form](chart)

    def go_to(self, name: str) -> None:
        """Bring a section to the top of what is seen, and the keys to its chart."""
        panel = self._panels[name]
        holder = self._scroll.widget() or self
        self._scroll.verticalScrollBar().setValue(panel.mapTo(holder, QPoint()).y() - _ABOVE)
        if panel.stale and self._looking is not None:
            self._fill(panel, self._looking)
        panel.stops()[0].setFocus()

    # -- what is pressed

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._renew()

    def _press_quality(self, quality: Quality | None) -> None:
        self._choose(replace(self._choice, quality=quality))

    def _show_all(self, name: str) -> None:
        chart = self._panels[name].chart
        if name == _TIGHTNESS:
            self.choose_range(Span.ALL)
        elif chart is not None:
            chart.show_all()

    def _ask_for_file(self, kind: str, form: str) -> None:
        day = self._state.today.isoformat() if self._state else ""
        name = f"limber-{kind}-{day}.{form}"
        path, _filter = QFileDialog.getSaveFileName(self, _("Save as"), name, f"{form.upper()} (*.{form})")
        if path:
            self.export_picture.emit(f"{kind}.{form}", str(Path(path).with_suffix(f".{form}")))

    # -- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Fill what has waited for being seen."""
        super().showEvent(event)
        self._turn.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with another theme or language, once Qt is done: it is walking the very widgets to be replaced."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LocaleChange} and hasattr(self, "_panels"):
            self._renew()

    def filled(self) -> bool:
        """Say whether nothing waits for its turn: every section shows what is chosen, or there is nothing to show."""
        if self._state is None or self._state.empty:
            return True
        return self._looking is not None and self._next() is None

    def _renew(self) -> None:
        """Let every section wait for its turn."""
        self._looking = None
        for panel in self._panels.values():
            panel.stale = True
        self._arrange()
        if self.isVisible():
            self._turn.start()

    def _go_on(self) -> None:
        """Do the next piece: the folding and the choice first, then one section."""
        if not self.isVisible() or self._state is None or self._state.empty:
            return
        if self._looking is None:
            self._looking = self._look(self._state)
        elif (panel := self._next()) is not None:
            self._fill(panel, self._looking)
        if self._next() is not None:
            self._turn.start()
        else:
            self._order_focus()

    def _look(self, state: ProgressState) -> Looking:
        today = state.today.toordinal()
        if self._chosen_from is None or not self._choice.places:
            self._choice = first_choice(state.series, today)
        elif self._chosen_from is not state:
            self._choice = still_valid(self._choice, self._chosen_from.series, state.series, today)
        self._chosen_from = state
        chips = place_chips(state, self._choice), quality_chips(state, self._choice)
        self._filters.show_choice(*chips, self._choice.span)
        return Looking(state, self._choice, locale_say(QLocale(), state.today))

    def _next(self) -> SectionPanel | None:
        waiting = [panel for panel in self._panels.values() if panel.stale]
        return next((panel for panel in waiting if panel.in_view()), waiting[0] if waiting else None)

    def _fill(self, panel: SectionPanel, looking: Looking) -> None:
        view = panel.section.view(looking)
        chart: Drawn | None = None
        if view.plot is not None:
            chart = panel.section.chart(view.plot, chart_look(theme.current()))
        panel.show_view(view, chart)

    def _order_focus(self) -> None:
        """Let Tab go down the page: chips and charts are made anew and would come last."""
        panels = [stop for panel in self._panels.values() for stop in panel.stops()]
        for one, then in pairwise([*self._contents.stops(), *self._filters.stops(), *panels]):
            QWidget.setTabOrder(one, then)

    def _arrange(self) -> None:
        """Show either the sections or what to do first."""
        there = self._state is not None and not self._state.empty
        self._empty.setVisible(not there)
        for widget in (self._contents, self._filters, self._board):
            widget.setVisible(there)
