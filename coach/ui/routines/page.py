"""The Routines page: the plans to choose from, and beside them the one that was picked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.ui.reading.open_link import ask_to_open
from coach.ui.reading.reading_pane import TOP, ReadingPane
from coach.ui.reading.row_list import KEY, ListRow, RowList, RowModel
from coach.ui.reading.row_look import RowLook
from coach.ui.reading.two_pane import TwoPane, reading_page
from coach.ui.routines.routine_sheet import RoutineSheet
from coach.ui.routines.state import Card, RoutinesState, RoutineView, modes_words
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.card import column
from coach.ui.widgets.handout_sheet import HandoutSheet
from coach.ui.widgets.name_sheet import NameSheet
from coach.ui.widgets.text import label


class RoutinesPage(QWidget):
    """Shows the routines. `start_routine`, `present_routine`, `own_dose_back`, `print_asked`, `delete_asked` and `open_exercise` carry
    an id, `rename_asked` an id and a name, `handout_asked` an id, a path and whether the paper is A4, `open_source` an agreed address.
    """

    start_routine = Signal(str)
    present_routine = Signal(str)
    open_exercise = Signal(str)
    own_dose_back = Signal(str)
    handout_asked = Signal(str, str, bool)
    print_asked = Signal(str)
    rename_asked = Signal(str, str)
    delete_asked = Signal(str)
    open_source = Signal(str)
    suits_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RoutinesState()
        self._shown = ""
        self._model = RowModel(self)
        self.list = RowList(_("Routines"), cards=True)
        self.list.setModel(self._model)
        self.sheet = ReadingPane(_("All routines"))
        self.panes = TwoPane(self._left(), self.sheet)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_row.connect(self._on_entered)
        self.sheet.back.connect(self.panes.close_sheet)
        self.panes.folded_changed.connect(self.sheet.offer_back)
        reading_page(self, self.panes)
        self.setFocusProxy(self.list)

    def show_state(self, state: RoutinesState) -> None:
        """Show these routines; the one being read stays open when it is still there, else its neighbour."""
        if state == self._state:
            return
        self._state = state
        current = self.list.currentIndex()
        before, at = current.data(KEY), current.row()
        self._shown = ""
        self._model.show_rows([_row(card) for card in state.cards])
        row = self._model.row_of(before) if isinstance(before, str) else -1
        if state.cards:
            self.list.choose(row if row >= 0 else max(0, min(at, len(state.cards) - 1)))

    def show_routine(self, key: str) -> None:
        """Open a routine."""
        row = self._model.row_of(key)
        if row >= 0:
            self.list.choose(row)
            self.panes.open_sheet()

    def _left(self) -> QWidget:
        made = QWidget()
        inside = column(3)
        inside.setContentsMargins(0, TOP, 0, 0)
        inside.addWidget(label(_("Routines"), Role.TITLE))
        inside.addWidget(self.list, 1)
        made.setLayout(inside)
        made.setFocusProxy(self.list)
        return made

    def _on_chosen(self, index: QModelIndex) -> None:
        self._show(str(index.data(KEY)))

    def _on_entered(self, index: QModelIndex) -> None:
        self.show_routine(str(index.data(KEY)))

    def _show(self, key: str) -> None:
        view = self._state.views.get(key)
        if view is None or key == self._shown:
            return
        self._shown = key
        made = RoutineSheet(view)
        made.start.connect(partial(self.start_routine.emit, key))
        made.present.connect(partial(self.present_routine.emit, key))
        made.handout.connect(partial(self._ask_handout, view))
        made.rename.connect(partial(self._ask_name, view))
        made.delete.connect(partial(self.delete_asked.emit, key))
        made.open_exercise.connect(self.open_exercise)
        made.own_dose_back.connect(partial(self.own_dose_back.emit, key))
        made.open_source.connect(self._ask)
        made.suits_asked.connect(self.suits_asked)
        self.sheet.show_widget(made)

    def _ask_handout(self, view: RoutineView) -> None:
        sheet = HandoutSheet(self, view.card.name)
        sheet.file_chosen.connect(partial(self.handout_asked.emit, view.card.id))
        sheet.print_asked.connect(partial(self.print_asked.emit, view.card.id))
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def _ask_name(self, view: RoutineView) -> None:
        about = _("What the journal holds of it stays with it.")
        sheet = NameSheet(self, view.card.name, _("Rename the routine"), about)
        sheet.named.connect(partial(self.rename_asked.emit, view.card.id))
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def _ask(self, address: str) -> None:
        if (question := ask_to_open(address, self)) is not None:
            question.agreed.connect(self.open_source)


#: Icon and hue of the packs a routine uses.
_MARKS = {Mode.HEAT: ("flame", Tone.HEAT), Mode.COLD: ("snowflake", Tone.COLD)}


def _row(card: Card) -> ListRow:
    packs = modes_words(card.modes)
    about = " · ".join(part for part in (card.length, card.place, packs or card.direction) if part)
    marks = tuple(_MARKS[mode] for mode in card.modes)
    look = RowLook(title=card.name, detail=f"{about}\n{card.summary}", marks=marks, strip=card.figures)
    spoken = (card.name, card.length, card.place, packs, card.direction, card.summary)
    return ListRow(card.id, look, ", ".join(part for part in spoken if part))
