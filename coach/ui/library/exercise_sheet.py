"""One exercise to read: how it is done, how much, and for whom not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui.library.figure_card import FigureCard
from coach.ui.library.state import CautionView, DoseView, ExerciseView, NumberView, WayView
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.lines import Lines
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.pair import Pair
from coach.ui.reading.reading_pane import sections
from coach.ui.reading.source_list import SourceList
from coach.ui.reading.tag import Tag
from coach.ui.reading.yours_card import YoursCard
from coach.ui.sources import SourceLine
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label
from coach.ui.yours import YoursLine


class ExerciseSheet(QWidget):
    """`present`: show it to somebody in the room. `open_exercise` carries the id of another exercise, `open_source` an
    address to be asked about.
    """

    present = Signal()
    open_exercise = Signal(str)
    open_source = Signal(str)
    suits_asked = Signal()

    def __init__(self, view: ExerciseView) -> None:
        super().__init__()
        inside = column(5)
        against = bool(view.yours) and view.yours[0].against
        if against:
            inside.addWidget(self._yours(view.yours))
        inside.addWidget(FigureCard(view))
        inside.addLayout(_head(view))
        if view.yours and not against:
            inside.addWidget(self._yours(view.yours))
        self.present_button = quiet(_("Present"), "monitor")
        self.present_button.setAccessibleName(_("Present {exercise}").format(exercise=view.name))
        self.present_button.setToolTip(_("Show it large on another screen or in a window of its own"))
        self.present_button.clicked.connect(self.present)
        inside.addLayout(row(self.present_button, None))
        inside.addWidget(_how(view))
        inside.addWidget(self._dose(view.dose))
        for title, cautions in (
            (_("When to stop or skip it"), view.stop_if),
            (_("When it is not for you"), view.not_if),
        ):
            if cautions:
                inside.addWidget(self._cautions(title, cautions))
        if view.mistakes:
            inside.addWidget(_card(_("Common mistakes"), Lines(view.mistakes)))
        if view.easier or view.harder:
            inside.addWidget(self._ways(view))
        inside.addStretch(1)
        self.setLayout(inside)

    def _yours(self, lines: Sequence[YoursLine]) -> QWidget:
        title = _("Not for you, by what you said") if lines[0].against else _("With care, by what you said")
        card = YoursCard(title, lines)
        card.suits_asked.connect(self.suits_asked)
        card.open_source.connect(self.open_source)
        return card

    def _dose(self, dose: DoseView) -> QWidget:
        card = Card("tint", gap=2)
        card.body.addWidget(label(_("How much"), Role.OVERLINE))
        for number, line in enumerate(dose.lines):
            card.body.addWidget(label(line, Role.BODY if number else Role.LEAD))
        card.body.addWidget(Disclosure(_("Why these numbers"), partial(self._why, dose)))
        return card

    def _why(self, dose: DoseView) -> QWidget:
        made, inside = sections(4)
        inside.addWidget(label(dose.rationale))
        inside.addWidget(label(_("Where each number comes from"), Role.STRONG))
        for number in dose.numbers:
            inside.addLayout(_number(number))
        inside.addWidget(label(_("What the sources say"), Role.STRONG))
        inside.addWidget(self._sources(dose.evidence))
        return made

    def _cautions(self, title: str, cautions: Sequence[CautionView]) -> QWidget:
        card = Card("note", gap=2)
        card.body.addWidget(label(title, Role.STRONG))
        card.body.addWidget(Lines([caution.text for caution in cautions]))
        lines = tuple(dict.fromkeys(line for caution in cautions for line in caution.sources))
        if lines:
            card.body.addWidget(Disclosure(_("Who says so"), partial(self._caution_sources, cautions)))
        return card

    def _caution_sources(self, cautions: Sequence[CautionView]) -> QWidget:
        made, inside = sections(2)
        for caution in cautions:
            if len(cautions) > 1:
                inside.addWidget(label(caution.text, Role.STRONG))
            inside.addWidget(self._sources(caution.sources))
        return made

    def _sources(self, lines: Sequence[SourceLine]) -> SourceList:
        made = SourceList(lines)
        made.wanted.connect(self.open_source)
        return made

    def _ways(self, view: ExerciseView) -> QWidget:
        return Pair(self._way_card(_("Easier"), view.easier), self._way_card(_("Harder"), view.harder))

    def _way_card(self, title: str, ways: Sequence[WayView]) -> QWidget:
        card = Card(gap=2)
        card.body.addWidget(label(title, Role.OVERLINE))
        if not ways:
            card.body.addWidget(label(_("No other way is listed."), Role.MUTED))
        for way in ways:
            card.body.addWidget(Lines([way.text]))
            if way.exercise:
                link = LinkButton(way.exercise_name, "arrow-right")
                link.clicked.connect(partial(self.open_exercise.emit, way.exercise))
                card.body.addLayout(row(link, None))
        card.body.addStretch(1)
        return card


def _head(view: ExerciseView) -> QVBoxLayout:
    inside = column(1)
    inside.addWidget(label(view.name, Role.TITLE))
    if view.aliases:
        inside.addWidget(label(view.aliases, Role.MUTED))
    if view.targets:
        inside.addWidget(label(view.targets, Role.MUTED))
    tags = FlowLayout(gap=2)
    for fact in view.facts:
        tags.addWidget(Tag(fact))
    inside.addSpacing(8)
    inside.addLayout(tags)
    return inside


def _how(view: ExerciseView) -> QWidget:
    """Return the card that says how it is done, each part under its own small head."""
    card = Card(gap=2)
    parts = (
        (_("Set up"), view.set_up, False),
        (_("Steps"), view.steps, True),
        (_("What you feel"), view.feel, False),
        (_("Breathing"), view.breathe, False),
        (_("Stay safe"), view.safety, False),
    )
    for title, lines, numbered in parts:
        if not lines:
            continue
        if card.body.count():
            card.body.addSpacing(8)
        card.body.addWidget(label(title, Role.OVERLINE))
        if numbered:
            card.body.addWidget(Lines(lines, numbered=True))
        else:
            for text in lines:
                card.body.addWidget(label(text))
    return card


def _number(number: NumberView) -> QVBoxLayout:
    inside = column(0)
    value = _("{name}: {value}").format(name=number.name, value=number.value) if number.value else number.name
    inside.addWidget(label(value))
    reason = " · ".join(part for part in (number.basis, number.publishers) if part)
    if reason:
        inside.addWidget(label(reason, Role.SMALL))
    return inside


def _card(title: str, content: QWidget) -> Card:
    card = Card(gap=2)
    card.body.addWidget(label(title, Role.OVERLINE))
    card.body.addWidget(content)
    return card
