"""How the figure looks: its build and its colours, with the figure beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from coach.drawing.figure.palettes import CLOTHES, HAIRS, SKINS
from coach.i18n import _
from coach.settings.model import Settings
from coach.ui import theme, tokens
from coach.ui.preferences.swatches import Colour, Swatches
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.figure_view import FigureView
from coach.ui.widgets.settings_rows import OneOf
from coach.ui.widgets.text import label

_HIGH = 92 * tokens.GRID
_WIDE = 52 * tokens.GRID
#: The choices need this much at text scale 1.
_LEAST = 90 * tokens.GRID
#: Somebody who stands there: nothing of the body is hidden.
_PREVIEW = "rest_standing"


class FigureCard(Card):
    """`changed` carries the field of the settings and its new value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.body_choice = OneOf(_("Build"), "", _bodies())
        self.skin = Swatches(_("Skin"), [Colour(key, word, (SKINS[key].base,)) for key, word in _skins()])
        self.hair = Swatches(_("Hair"), [Colour(key, word, (HAIRS[key].base,)) for key, word in _hairs()])
        self.clothes = Swatches(
            _("Clothes"),
            [Colour(key, word, (CLOTHES[key].shirt.base, CLOTHES[key].shorts.base)) for key, word in _clothes()],
        )
        self.preview = FigureView(high=_HIGH)
        self.preview.setFixedWidth(_WIDE)
        self.preview.setMinimumHeight(_HIGH)
        self.preview.setAccessibleName(_("The figure as it looks now"))
        self.preview.show_figure(_PREVIEW)
        self._lay_out()
        self.body_choice.chosen.connect(lambda value: self.changed.emit("body", value))
        for field, choice in (("skin", self.skin), ("hair", self.hair), ("clothes", self.clothes)):
            choice.chosen.connect(lambda value, field=field: self.changed.emit(field, value))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; nothing is emitted."""
        self.body_choice.set_value(settings.body)
        self.skin.set_value(settings.skin)
        self.hair.set_value(settings.hair)
        self.clothes.set_value(settings.clothes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure below the choices where both have no room side by side."""
        super().resizeEvent(event)
        narrow = self.width() < _WIDE + round(_LEAST * theme.current().text_scale)
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        choices = column(4)
        for choice in (self.body_choice, self.skin, self.hair, self.clothes):
            choices.addWidget(choice)
        choices.addStretch(1)
        beside = self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6 * tokens.GRID)
        beside.addLayout(choices, 1)
        beside.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(label(_("The figure"), Role.HEADING))
        self.body.addLayout(beside)


def _bodies() -> list[tuple[str, str]]:
    return [("a", _("Straighter, short hair")), ("b", _("Curvier, chin-length hair"))]


def _skins() -> list[tuple[str, str]]:
    return [
        ("fair", _("Fair")),
        ("sand", _("Sand")),
        ("olive", _("Olive")),
        ("brown", _("Brown")),
        ("deep", _("Deep brown")),
    ]


def _hairs() -> list[tuple[str, str]]:
    return [
        ("blond", _("Blond")),
        ("auburn", _("Auburn")),
        ("brown", _("Dark brown")),
        ("black", _("Black")),
        ("grey", _("Grey")),
    ]


def _clothes() -> list[tuple[str, str]]:
    return [
        ("teal", _("White and teal")),
        ("navy", _("White and navy")),
        ("plum", _("White and plum")),
        ("slate", _("Grey and slate")),
        ("sea", _("Sea green and blue")),
    ]
