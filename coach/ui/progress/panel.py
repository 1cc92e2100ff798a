"""A card with one section: the chart or its table, what to do with it, the same in words, and how it is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.progress.ask_row import AskRow
from coach.ui.progress.chart_tools import ChartTools
from coach.ui.progress.expander import Expander
from coach.ui.progress.sections.section import Section, View
from coach.ui.progress.table import ValuesTable
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, clear, column
from coach.ui.widgets.text import label

if TYPE_CHECKING:
    from coach.drawing.charts.drawn import Drawn, Paged

_CHART_HEIGHT = 100 * tokens.GRID
_FIXED_PART = 0.3
_GAP = 2


class SectionPanel(Card):
    """Signals: `save_asked` with "png", "svg" or "csv", `show_all_asked`, `answered` with a key and a value.

    Made as an empty frame of the right size; `show_view` fills it when it is its turn.
    """

    save_asked = Signal(str)
    show_all_asked = Signal()
    answered = Signal(str, object)

    def __init__(self, section: Section[Any]) -> None:
        super().__init__(gap=_GAP)
        self.section = section
        self.stale = True
        self._view: View[Any] | None = None
        self._chart: Drawn | None = None
        self._title = label(section.title(), Role.HEADING)
        self._question = label(section.question(), Role.MUTED)
        self._stage, self._waiting = QStackedWidget(), QWidget()
        self._stage.addWidget(self._waiting)
        self._table: ValuesTable | None = None
        self._tools = ChartTools()
        self._tools.turned.connect(self._arrange)
        self._tools.zoomed.connect(self._zoom)
        self._tools.all_asked.connect(self.show_all_asked)
        self._tools.paged.connect(self._page)
        self._tools.save_asked.connect(self.save_asked)
        self._ask = AskRow()
        self._ask.answered.connect(self.answered)
        self._words = column(1)
        self._method = Expander(_("Why does it say so?"))
        for widget in (self._title, self._question, self._stage, self._tools):
            self.body.addWidget(widget)
        self.body.addLayout(self._words)
        self.body.addWidget(self._ask)
        self.body.addWidget(self._method)
        self.body.addStretch(1)  # beside a higher card
        self._stage.setFixedHeight(self._height())
        self._tools.hide()
        self._method.hide()

    @property
    def chart(self) -> Drawn | None:
        """The chart that is shown, None while there is none."""
        return self._chart

    @property
    def view(self) -> View[Any] | None:
        """What is said, None before its turn came."""
        return self._view

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        chart = [cast("QWidget", self._chart)] if self._chart is not None else []
        table = [self._table] if self._table is not None else []
        return [*chart, *table, *self._tools.stops(), *self._ask.stops(), *self._method.stops()]

    def in_view(self) -> bool:
        """Say whether some of it is seen."""
        return not self.visibleRegion().isEmpty()

    def show_view(self, view: View[Any], chart: Drawn | None) -> None:
        """Show another chart, or say what to do where there is none, with everything said about it."""
        self._replace_chart(chart)
        self._view, self.stale = view, False
        self._title.setText(chart.title if chart is not None else self.section.title())
        if chart is not None:
            _name(chart, view)
        clear(self._words)
        for words, role in self._said(view):
            self._words.addWidget(label(words, role))
        self._ask.show_ask(view.ask)
        self._method.show_paragraphs(view.method)
        self._method.setVisible(bool(view.method))
        if self._table is not None:
            self._table.show_table(view.table)
        self._arrange()

    def _said(self, view: View[Any]) -> list[tuple[str, Role]]:
        """Return what stands below the chart, or in its place."""
        nothing = [] if view.plot is not None else [(view.empty[0], Role.STRONG), (view.empty[1], Role.MUTED)]
        said = [*nothing, *((sentence, Role.BODY) for sentence in view.sentences), (view.remark, Role.MUTED)]
        return [(words, role) for words, role in said if words]

    def _replace_chart(self, chart: Drawn | None) -> None:
        if self._chart is not None:
            old = cast("QWidget", self._chart)
            self._stage.removeWidget(old)
            old.close()
            old.deleteLater()
        self._chart = chart
        if chart is not None:
            self._stage.addWidget(cast("QWidget", chart))
        if (paged := _paged(chart)) is not None:
            paged.page_turned.connect(self._arrange)

    def _zoom(self, step: int) -> None:
        if self._chart is not None:
            (self._chart.zoom_in if step > 0 else self._chart.zoom_out)()

    def _page(self, step: int) -> None:
        if (paged := _paged(self._chart)) is not None:
            (paged.earlier if step > 0 else paged.later)()

    def _height(self) -> int:
        """Return how high the chart is: higher with larger text, which takes room from the plot."""
        scale = _FIXED_PART + (1 - _FIXED_PART) * theme.current().text_scale
        return round(_CHART_HEIGHT * self.section.height * scale)

    def _values(self) -> ValuesTable:
        """Make the table when it is first asked for."""
        if self._table is None:
            self._table = ValuesTable(tokens.TARGET)
            self._stage.addWidget(self._table)
            if self._view is not None:
                self._table.show_table(self._view.table)
        return self._table

    def _arrange(self) -> None:
        """Show chart, table or neither, and only the tools that do something."""
        there = self._chart is not None
        self._stage.setVisible(there)
        self._tools.setVisible(there)
        if self._chart is None:
            return
        paged = _paged(self._chart)
        self._tools.fit(
            zoomable=self._chart.zoomable, pages=None if paged is None else (paged.has_earlier, paged.has_later)
        )
        self._stage.setCurrentWidget(self._values() if self._tools.table else cast("QWidget", self._chart))
        self._stage.setFixedHeight(self._height())


def _paged(chart: object) -> Paged | None:
    """Return the chart as one with pages, None when it has none."""
    from coach.drawing.charts.drawn import Paged

    return chart if isinstance(chart, Paged) else None


def _name(chart: Drawn, view: View[Any]) -> None:
    widget = cast("QWidget", chart)
    widget.setAccessibleName(chart.title)
    widget.setAccessibleDescription(" ".join(view.sentences))
