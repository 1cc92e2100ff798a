"""One routine to read, and to start."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.vocabulary import Mode
from coach.i18n import _, ngettext
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.lines import Lines
from coach.ui.reading.source_list import SourceList
from coach.ui.reading.tag import Tag
from coach.ui.reading.yours_card import YoursCard
from coach.ui.routines.plan_card import PlanCard
from coach.ui.routines.state import RoutineView
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import primary, quiet, text_button
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.flow import FlowLayout, flowing
from coach.ui.widgets.remark import Remark
from coach.ui.widgets.text import label
from coach.ui.words import mode_word


class RoutineSheet(QWidget):
    """`start` when the person wants to begin, `present` to show it to somebody, `handout` to take it along; `rename` and `delete` one
    of their own. `open_exercise` carries an id, `open_source` an address; `own_dose_back` takes the person's own dose back.
    """

    start = Signal()
    present = Signal()
    handout = Signal()
    rename = Signal()
    delete = Signal()
    open_exercise = Signal(str)
    own_dose_back = Signal()
    open_source = Signal(str)
    suits_asked = Signal()

    def __init__(self, view: RoutineView) -> None:
        super().__init__()
        plan = PlanCard(view)
        plan.open_exercise.connect(self.open_exercise)
        plan.own_dose_back.connect(self.own_dose_back)
        safety = _Safety(view)
        safety.open_source.connect(self.open_source)
        inside = column(5)
        inside.addLayout(_head(view))
        inside.addLayout(self._actions(view))
        if view.learning:
            inside.addWidget(Remark(view.learning))
        if view.yours:
            inside.addWidget(self._yours(view))
        inside.addWidget(plan)
        inside.addWidget(safety)
        safety.setHidden(not (view.notes or view.cautions))
        inside.addStretch(1)
        self.setLayout(inside)

    def _actions(self, view: RoutineView) -> QVBoxLayout:
        name = view.card.name
        self.start_button = primary(_("Start"), "play", "large")
        self.start_button.setAccessibleName(_("Start {routine}").format(routine=name))
        self.start_button.clicked.connect(self.start)
        self.present_button = quiet(_("Present"), "monitor", "large")
        self.present_button.setAccessibleName(_("Present {routine}").format(routine=name))
        self.present_button.setToolTip(_("Show it large on another screen or in a window of its own"))
        self.present_button.clicked.connect(self.present)
        handout = quiet(_("Hand-out"), "download", "large")
        handout.setAccessibleName(_("Hand-out of {routine}").format(routine=name))
        handout.clicked.connect(self.handout)
        lines = column(2)
        lines.addLayout(flowing(self.start_button, self.present_button, handout))
        if view.own:
            lines.addLayout(self._own(name))
        return lines

    def _own(self, name: str) -> FlowLayout:
        """What a person may do with a routine that is theirs."""
        rename, delete = text_button(_("Rename"), "pencil"), text_button(_("Delete"), "trash-2")
        rename.setAccessibleName(_("Rename {routine}").format(routine=name))
        delete.setAccessibleName(_("Delete {routine}").format(routine=name))
        rename.clicked.connect(self.rename)
        delete.clicked.connect(self.delete)
        return flowing(rename, delete)

    def _yours(self, view: RoutineView) -> QWidget:
        card = YoursCard(_("By what you said"), view.yours)
        card.suits_asked.connect(self.suits_asked)
        card.open_source.connect(self.open_source)
        return card


def _head(view: RoutineView) -> QVBoxLayout:
    inside = column(2)
    inside.addWidget(label(view.card.name, Role.TITLE))
    inside.addWidget(label(view.card.summary, Role.LEAD))
    tags = FlowLayout(gap=2)
    for tag in _tags(view):
        tags.addWidget(tag)
    inside.addLayout(tags)
    return inside


def _tags(view: RoutineView) -> Iterator[Tag]:
    yield Tag(view.card.length, Tone.BRAND, "clock")
    yield Tag(view.card.place)
    if view.card.direction:
        yield Tag(view.card.direction)
    for mode, tone, icon in ((Mode.HEAT, Tone.HEAT, "flame"), (Mode.COLD, Tone.COLD, "snowflake")):
        if mode in view.card.modes:
            yield Tag(mode_word(mode), tone, icon)
    if view.areas:
        yield Tag(view.areas)


class _Safety(Card):
    """The routine's own notes; who says so and the cautions of its exercises are one press away."""

    open_source = Signal(str)

    def __init__(self, view: RoutineView) -> None:
        super().__init__("note", gap=2)
        self._view = view
        self.body.addWidget(label(_("Before you start"), Role.STRONG))
        for note in view.notes:
            self.body.addWidget(label(note))
        if view.cautions:
            count = len(view.cautions)
            title = ngettext("{n} caution of its exercises", "{n} cautions of its exercises", count).format(n=count)
            self.body.addWidget(Disclosure(title, partial(Lines, view.cautions, tone=Tone.HOLD)))
        if view.sources:
            self.body.addWidget(Disclosure(_("Who says so"), self._sources))

    def _sources(self) -> QWidget:
        made = SourceList(self._view.sources)
        made.wanted.connect(self.open_source)
        return made
