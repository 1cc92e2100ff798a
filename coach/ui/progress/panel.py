"""A card with one chart: the chart or its table, what to do with it, the same in words, and how it is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.progress.expander import Expander
from coach.ui.progress.state import ChartView
from coach.ui.progress.table import ValuesTable
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import IconButton, text_button
from coach.ui.widgets.card import Card, clear, column
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label

if TYPE_CHECKING:
    from coach.drawing.charts.chart import Chart

_CHART_HEIGHT = 110 * tokens.GRID
_FIXED_PART = 0.3
_INDENT = 3 * tokens.GRID


class ChartPanel(Card):
    """Signals: `save_asked` with "png" or "svg", `show_all_asked`. The chart itself is handed in when it is shown."""

    save_asked = Signal(str)
    show_all_asked = Signal()

    def __init__(self, empty: tuple[str, str]) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._table_wanted = False
        self._table = ValuesTable(tokens.TARGET)
        self._empty = EmptyState("chart-line", empty[0], more=empty[1])
        self._stage = QStackedWidget()
        self._stage.addWidget(self._empty)
        self._stage.addWidget(self._table)
        self._words = column(1)
        self._words.setContentsMargins(_INDENT, 0, _INDENT, 0)
        self._method = Expander(_("How is this worked out?"))
        self.body.addWidget(self._stage)
        self._make_tools()
        self.body.addLayout(self._words)
        self.body.addWidget(self._method)

    def _make_tools(self) -> None:
        self._as_table = text_button("", "list")
        self._as_table.clicked.connect(self._turn)
        self._closer = IconButton("plus", _("Zoom in"))
        self._further = IconButton("minus", _("Zoom out"))
        self._all = text_button(_("Show all"), "maximize")
        self._png = text_button(_("Save picture"), "image")
        self._svg = text_button(_("Save for print (SVG)"), "download")
        self._closer.clicked.connect(self._zoom_in)
        self._further.clicked.connect(self._zoom_out)
        self._all.clicked.connect(self.show_all_asked)
        self._png.clicked.connect(lambda: self.save_asked.emit("png"))
        self._svg.clicked.connect(lambda: self.save_asked.emit("svg"))
        self._chart_tools = (self._further, self._closer, self._all, self._png, self._svg)
        tools = QWidget()
        line = FlowLayout(tools, gap=1)
        for tool in (self._as_table, *self._chart_tools):
            line.addWidget(tool)
        self.body.addWidget(tools)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        chart = [self._chart] if self._chart is not None else []
        return [*chart, self._table, self._as_table, *self._chart_tools, *self._method.stops()]

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown, None while there is none."""
        return self._chart

    def show_chart(self, chart: Chart | None, view: ChartView) -> None:
        """Show another chart, or say what to do where there is none, with everything said about it."""
        if self._chart is not None:
            self._stage.removeWidget(self._chart)
            self._chart.close()
            self._chart.deleteLater()
        self._chart = chart
        if chart is not None:
            chart.setAccessibleName(chart.title)
            chart.setAccessibleDescription(" ".join(view.sentences))
            self._stage.addWidget(chart)
        clear(self._words)
        for sentence in view.sentences:
            self._words.addWidget(label(sentence))
        if view.remark:
            self._words.addWidget(label(view.remark, Role.MUTED))
        self._method.show_paragraphs(view.method)
        self._table.show_table(view.table)
        self._arrange()

    def _turn(self) -> None:
        self._table_wanted = not self._table_wanted
        self._arrange()

    def _zoom_in(self) -> None:
        if self._chart is not None:
            self._chart.zoom_in()

    def _zoom_out(self) -> None:
        if self._chart is not None:
            self._chart.zoom_out()

    def _arrange(self) -> None:
        """Show chart, table or empty state, and only the tools that do something."""
        there = self._chart is not None
        table = there and self._table_wanted
        self._as_table.setVisible(there)
        words = (_("Show as chart"), "chart-line") if table else (_("Show as table"), "list")
        self._as_table.set_words(*words)
        for tool in self._chart_tools:
            tool.setVisible(there and not table)
        shown = self._table if table else self._chart or self._empty
        self._stage.setCurrentWidget(shown)
        self._stage.setFixedHeight(_chart_height() if there else self._empty.sizeHint().height())


def _chart_height() -> int:
    """Return how high a chart is: higher with larger text, which takes room from the plot."""
    return round(_CHART_HEIGHT * (_FIXED_PART + (1 - _FIXED_PART) * theme.current().text_scale))
