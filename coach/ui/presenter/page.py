"""The presenter's page: steps on the left, the figure in the middle, doses and notes on the right."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coach.i18n import _
from coach.settings.model import Settings
from coach.ui import theme, tokens
from coach.ui.key_names import names_of
from coach.ui.presenter.controls import Controls
from coach.ui.presenter.dose_card import DoseCard
from coach.ui.presenter.figure import HeldFigure
from coach.ui.presenter.notes import NotesColumn
from coach.ui.presenter.poses import Poses
from coach.ui.presenter.view import PresenterView
from coach.ui.reading.row_list import ListRow, RowList, RowModel
from coach.ui.reading.row_look import RowLook
from coach.ui.stage_keys import PRESENTER, action_of, bound_keys, key_hint
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, quiet
from coach.ui.widgets.card import column
from coach.ui.widgets.handout_sheet import HandoutSheet
from coach.ui.widgets.name_sheet import NameSheet
from coach.ui.widgets.scaffold import scrolling
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label

_LIST: Final = 60 * tokens.GRID
_RIGHT: Final = 80 * tokens.GRID
#: With larger words the sides grow, as far as the figure can do with less.
_WIDER_LIST: Final = 1.25
_WIDER_RIGHT: Final = 1.65
#: Nor may the right side take more of the page than this.
_MOST_RIGHT: Final = 0.42
#: A figure with less width than this gets that of the list, which goes above the doses.
_FIGURE: Final = 110 * tokens.GRID
_GAP: Final = 5 * tokens.GRID
#: How much of the page the words of the buttons may take, and how much of its height the poses.
_MOST_WORDS: Final = 0.6
_MOST_POSES: Final = 0.25
_MOST_LIST: Final = 0.33
_NO_LIMIT: Final = 16_777_215
_EDGE: Final = 6 * tokens.GRID


class PresenterPage(QWidget):
    """`wish` carries the name of a wish and its value (`coach.ui.presenter.state.act`, and fill or end).

    `save_asked` carries a name, `handout_asked` the path of a file and whether the paper is A4; `print_asked` prints it.
    """

    wish = Signal(str, object)
    save_asked = Signal(str)
    handout_asked = Signal(str, bool)
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: PresenterView | None = None
        self._suggested = ""
        self._bound = bound_keys({}, PRESENTER)
        self._rows: list[ListRow] = []
        self._sheet: Sheet | None = None
        self.title = label("", Role.HEADING)
        self.where = label("", Role.MUTED)
        self.handout = quiet(_("Hand-out"), "download")
        self.save = quiet(_("Save as routine"), "save")
        self.fill = quiet(_("Fill the screen"), "maximize")
        self.end = quiet(_("End"), "x")
        self._model = RowModel(self)
        self.list = RowList(_("Steps"))
        self.list.setModel(self._model)
        self.figure = HeldFigure()
        self.poses = Poses()
        self.controls = Controls()
        self.dose = DoseCard()
        self.notes = NotesColumn()
        self._above = False
        self._parts, self._side = QHBoxLayout(), column(2)
        self._told = QWidget()
        self._notes = self._scrolled(self._told, self.dose, self.notes)
        self._right = QWidget()
        self._right.setLayout(self._side)
        self._side.addWidget(self._notes, 1)
        self._lay_out()
        self._connect()
        self._show_keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_view(self, view: PresenterView, suggested: str) -> None:
        """Show one moment; `suggested` is the name that a routine made of it would get."""
        self._view, self._suggested = view, suggested
        self._show_steps(view)
        side = _("{what}, {side}").format(what=view.step_title, side=view.side_words)
        self.figure.setAccessibleName(side if view.side_words else view.step_title)
        self.poses.show_view(view)
        self.controls.show_view(view)
        self.dose.setVisible(bool(view.dose))
        self.dose.show_view(view)
        self.notes.show_notes(view.notes)
        self._fit()

    def show_place(self, words: str, filled: bool) -> None:  # noqa: FBT001  a slot: the signal carries it
        """Say where the stage is."""
        self.where.setText(words)
        self.fill.set_words(_("As a window") if filled else _("Fill the screen"), "minimize" if filled else "maximize")

    def show_clock(self, words: str) -> None:
        """Show the timer's time."""
        self.controls.show_clock(words)

    def use_settings(self, settings: Settings) -> None:
        """Take over what the person chose about the keys."""
        self._bound = bound_keys(settings.keys, PRESENTER)
        self._show_keys()

    def wish_of(self, event: QKeyEvent) -> str:
        """Return what a key stands for, here and in the window that shows the stage; '' for nothing."""
        return "" if event.isAutoRepeat() else action_of(self._bound, names_of(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for."""
        if not self._take(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Page Down, Space and letters mean the same in the list, which would search with them; follow wider doses."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        if watched is self._told and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figure what the window has."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(theme.current().palette.paper))

    def ask_name(self) -> None:
        """Ask under which name to save."""
        about = _("It keeps the doses as they are now and stands on the Routines page of this computer.")
        sheet = NameSheet(self, self._suggested, _("Save as a routine"), about)
        sheet.named.connect(self.save_asked)
        self._hold(sheet)
        sheet.ask()

    def ask_handout(self) -> None:
        """Ask whether the hand-out becomes a file or is printed."""
        sheet = HandoutSheet(self, self._view.title if self._view else "")
        sheet.file_chosen.connect(self.handout_asked)
        sheet.print_asked.connect(self.print_asked)
        self._hold(sheet)
        sheet.ask()

    def _hold(self, sheet: Sheet) -> None:
        """Keep keys from the page while something is asked."""
        self._sheet = sheet
        sheet.closed.connect(self._let_go)
        sheet.closed.connect(sheet.deleteLater)

    def _let_go(self) -> None:
        self._sheet = None

    def _take(self, event: QKeyEvent) -> bool:
        wish = self.wish_of(event)
        if not wish or self._sheet is not None:
            return False
        self.wish.emit(wish, None)
        event.accept()
        return True

    def _show_steps(self, view: PresenterView) -> None:
        rows = [
            ListRow(str(number), RowLook(title=step.title, detail=step.dose, figure=step.figure), step.title)
            for number, step in enumerate(view.steps)
        ]
        self.list.setVisible(len(rows) > 1)
        self.list.blockSignals(True)
        if rows != self._rows:
            self._rows = rows
            self._model.show_rows(rows)
        self.list.choose(view.at)
        self.list.blockSignals(False)

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.installEventFilter(self)
        self._told.installEventFilter(self)
        self.poses.chosen.connect(partial(self.wish.emit, "pose"))
        self.controls.pressed.connect(lambda wish: self.wish.emit(wish, None))
        self.dose.turned.connect(lambda dial, up: self.wish.emit("dial", (dial, up)))
        self.dose.sides_chosen.connect(partial(self.wish.emit, "sides"))
        self.handout.clicked.connect(self.ask_handout)
        self.save.clicked.connect(self.ask_name)
        self.fill.clicked.connect(lambda: self.wish.emit("fill", None))
        self.end.clicked.connect(lambda: self.wish.emit("end", None))

    def _show_keys(self) -> None:
        """Name the keys in the tips."""
        self.controls.show_keys(self._bound)
        for button in (self.handout, self.save):
            button.setToolTip(button.accessibleName())
        for button, what in ((self.fill, "fill"), (self.end, "end")):
            hint = key_hint(self._bound, what)
            button.setToolTip(_("{what} ({key})").format(what=button.accessibleName(), key=hint))

    def _chosen(self, index: QModelIndex) -> None:
        self.wish.emit("go", index.row())

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_EDGE, 4 * tokens.GRID, _EDGE, 4 * tokens.GRID)
        inside.setSpacing(3 * tokens.GRID)
        head = QHBoxLayout()
        head.setSpacing(2 * tokens.GRID)
        head.addWidget(self.title, 1)
        for button in self._buttons():
            head.addWidget(button)
        top = column(0)
        top.addLayout(head)
        top.addWidget(self.where)
        inside.addLayout(top)
        self._parts.setSpacing(_GAP)
        self._parts.addWidget(self.list)
        self._parts.addLayout(self._middle(), 1)
        self._parts.addWidget(self._right)
        inside.addLayout(self._parts, 1)

    def _buttons(self) -> tuple[Button, ...]:
        return self.handout, self.save, self.fill, self.end

    def _middle(self) -> QVBoxLayout:
        made = column(3)
        self.figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for part, stretch in ((self.figure, 1), (self.controls, 0), (self.poses, 0)):
            made.addWidget(part, stretch)
        return made

    def _fit(self) -> None:
        """Give both sides the room that their words take, and the figure the rest, which is never little."""
        scale, wide = theme.current().text_scale, self.width()
        few = sum(button.told_width() for button in self._buttons()) > wide * _MOST_WORDS
        for button in self._buttons():
            button.show_icon_only(only=few)
        if self._view is not None:
            title = self._view.title
            self.title.setText(title if few else _("Presenting: {what}").format(what=title))
        bar = self._notes.verticalScrollBar().sizeHint().width()
        least = self._told.minimumSizeHint().width() + bar
        right = max(min(round(_RIGHT * min(scale, _WIDER_RIGHT)), round(wide * _MOST_RIGHT)), _RIGHT, least)
        self._right.setFixedWidth(right)
        listed = round(_LIST * min(scale, _WIDER_LIST))
        self._place_list(listed, above=wide - 2 * (_EDGE + _GAP) - listed - right < _FIGURE)
        self.poses.limit(round(self.height() * _MOST_POSES))

    def _place_list(self, width: int, *, above: bool) -> None:
        """Put the list on the left, or above the doses, where it is as high as its rows as far as these leave room."""
        if above != self._above:
            self._above = above
            (self._side if above else self._parts).insertWidget(0, self.list)
            self.list.setMinimumSize(0, 0)
            self.list.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
        if above:
            rows = sum(self.list.sizeHintForRow(number) for number in range(len(self._rows)))
            self.list.setFixedHeight(min(rows + 2 * tokens.GRID, round(self.height() * _MOST_LIST)))
        else:
            self.list.setFixedWidth(width)

    def _scrolled(self, holder: QWidget, *parts: QWidget) -> QScrollArea:
        inside = column(4)
        holder.setLayout(inside)
        inside.setContentsMargins(0, 0, 3 * tokens.GRID, 0)
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        holder.setProperty("paper", "true")
        made = scrolling()
        made.setWidget(holder)
        return made
