"""Progress: is it getting better? Two charts, the same in words, and how each is worked out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.analysis.series import Key
from coach.content.vocabulary import Quality
from coach.i18n import _
from coach.ui import theme
from coach.ui.progress.choice import Choice, Span, first_choice, still_valid, toggled
from coach.ui.progress.filters import Filters
from coach.ui.progress.locale_say import locale_say
from coach.ui.progress.look import chart_look
from coach.ui.progress.panel import ChartPanel
from coach.ui.progress.state import ProgressState, build_view, nothing_before_after, nothing_yet
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.scaffold import Page

if TYPE_CHECKING:
    from coach.drawing.charts.before_after import BeforeAfterChart
    from coach.drawing.charts.model import BeforeAfterState

TIGHTNESS, BEFORE_AFTER = "tightness", "before-after"


class ProgressPage(Page):
    """Signals: `export_picture` with what ("tightness.png", "before-after.svg" …) and the file that was chosen;
    `range_changed` with the span; `open_page` with the page to go to.

    `picture` draws what `export_picture` asks for. Nothing is drawn, and no drawing library loaded, before
    the page is shown.
    """

    export_picture = Signal(str, str)
    range_changed = Signal(str)
    open_page = Signal(str)

    _stale = True  # Qt sends style changes before __init__ is through

    def __init__(self) -> None:
        super().__init__(_("Progress"), _("How tight it felt, as you noted it."))
        self._state: ProgressState | None = None
        self._choice = Choice()
        self._empty = EmptyState("chart-line", nothing_yet()[0], _("Go to Today"), more=nothing_yet()[1])
        self._empty.acted.connect(lambda: self.open_page.emit("today"))
        self._filters = Filters()
        self._filters.place_pressed.connect(self._press_place)
        self._filters.quality_pressed.connect(self._press_quality)
        self._filters.span_pressed.connect(self.choose_range)
        self._panels = {TIGHTNESS: ChartPanel(nothing_yet()), BEFORE_AFTER: ChartPanel(nothing_before_after())}
        for widget in (self._empty, self._filters, *self._panels.values()):
            self.content.addWidget(widget)
        for kind, panel in self._panels.items():
            panel.save_asked.connect(lambda form, kind=kind: self._ask_for_file(kind, form))
        self._panels[TIGHTNESS].show_all_asked.connect(lambda: self.choose_range(Span.ALL))
        self._panels[BEFORE_AFTER].show_all_asked.connect(self._show_all_sessions)
        self._arrange()

    # -- what comes in

    def show_state(self, state: ProgressState) -> None:
        """Show what the journal holds; what was chosen stays chosen where it still exists."""
        today = state.today.toordinal()
        before = self._state.series if self._state else ()
        self._choice = (
            still_valid(self._choice, before, state.series, today) if before else first_choice(state.series, today)
        )
        self._state = state
        self._refresh()

    def choose_range(self, span: str) -> None:
        """Look this far back: 2-weeks, month, 3-months, year or all."""
        self._choice = replace(self._choice, span=Span(span))
        self._refresh()
        self.range_changed.emit(str(self._choice.span))

    def picture(self, kind: str) -> bytes:
        """Return the picture of "tightness.png", "tightness.svg", "before-after.png" or "before-after.svg" as seen.

        Raises `LookupError` when there is no such chart to be seen.
        """
        from coach.drawing.charts import export

        name, _dot, form = kind.partition(".")
        chart = self._panels[name].chart
        if chart is None:
            raise LookupError(kind)
        return {"png": export.png_bytes, "svg": export.svg_bytes}[form](chart)

    # -- what is pressed

    def _press_place(self, key: Key) -> None:
        self._choice = toggled(self._choice, key)
        self._refresh()

    def _press_quality(self, quality: Quality | None) -> None:
        self._choice = replace(self._choice, quality=quality)
        self._refresh()

    def _show_all_sessions(self) -> None:
        if (chart := self._panels[BEFORE_AFTER].chart) is not None:
            chart.show_all()

    def _ask_for_file(self, kind: str, form: str) -> None:
        day = self._state.today.isoformat() if self._state else ""
        name = f"limber-{kind}-{day}.{form}"
        path, _filter = QFileDialog.getSaveFileName(self, _("Save the picture"), name, f"{form.upper()} (*.{form})")
        if path:
            self.export_picture.emit(f"{kind}.{form}", str(Path(path).with_suffix(f".{form}")))

    # -- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has waited for being seen."""
        super().showEvent(event)
        self._refresh_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with another theme or language, once Qt is done: it is walking the very widgets to be replaced."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LocaleChange} and not self._stale:
            self._stale = True
            QTimer.singleShot(0, self, self._refresh_if_stale)

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._arrange()
        self._stale = not self.isVisible()
        if self._stale or self._state is None or not self._state.series:
            return
        from coach.drawing.charts.tightness import tightness_chart

        say = locale_say(QLocale(), self._state.today)
        view = build_view(self._state, self._choice, say)
        self._filters.show_choice(view.places, view.qualities, self._choice.span)
        look = chart_look(theme.current())
        self._panels[TIGHTNESS].show_chart(tightness_chart(view.tightness_plot, look), view.tightness)
        self._panels[BEFORE_AFTER].show_chart(_sessions_chart(view.before_after_plot), view.before_after)
        self._order_focus()

    def _order_focus(self) -> None:
        """Let Tab go down the page: chips and charts are made anew and would come last."""
        stops = [*self._filters.stops(), *(stop for panel in self._panels.values() for stop in panel.stops())]
        for one, then in pairwise(stops):
            QWidget.setTabOrder(one, then)

    def _arrange(self) -> None:
        """Show either the charts or what to do first."""
        there = self._state is not None and bool(self._state.series)
        self._empty.setVisible(not there)
        for widget in (self._filters, *self._panels.values()):
            widget.setVisible(there)


def _sessions_chart(plot: BeforeAfterState | None) -> BeforeAfterChart | None:
    from coach.drawing.charts.before_after import before_after_chart

    return before_after_chart(plot, chart_look(theme.current())) if plot else None
