"""Where it is: six areas and a side, as chips. The drawn body comes to stand in its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coach.content.vocabulary import SIDED_AREAS, Area, Side
from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label, set_px
from coach.ui.words import area_word


class BodyPicker(QWidget):
    """Choose an area and a side; the low back may also be meant as a whole (side None)."""

    changed = Signal()

    def __init__(self, *, size: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = {area: chip(area_word(area), size=size) for area in Area}
        self._sides: dict[Side | None, Button] = {
            Side.LEFT: chip(_("Left"), size=size),
            None: chip(_("All of it"), size=size),
            Side.BOTH: chip(_("Both sides"), size=size),
            Side.RIGHT: chip(_("Right"), size=size),
        }
        self._area_group = _group(self, self._areas.values())
        self._side_group = _group(self, self._sides.values())
        self._area_group.buttonClicked.connect(self._chosen)
        self._side_group.buttonClicked.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * tokens.GRID)
        role = Role.LEAD if size else Role.SMALL
        self._area_words = label(_("Where?"), role)
        self._side_words = label(_("Which side?"), role)
        column.addWidget(self._area_words)
        column.addWidget(flow_of(self._areas.values()))
        column.addWidget(self._side_words)
        column.addWidget(flow_of(self._sides.values()))
        self.set_place(None, None)

    def place(self) -> tuple[Area, Side | None] | None:
        """The place chosen; None while the area, or the side it needs, is missing."""
        area = self.area()
        if area is None:
            return None
        sides = [side for side, button in self._sides.items() if button.isChecked()]
        if not sides or (sides[0] is None and area in SIDED_AREAS):
            return None
        return area, sides[0]

    def set_px(self, px: int) -> None:
        """Make the two questions as large as the stage asks."""
        for words in (self._area_words, self._side_words):
            set_px(words, px)

    def area(self) -> Area | None:
        """The area chosen."""
        return next((area for area, button in self._areas.items() if button.isChecked()), None)

    def set_place(self, area: Area | None, side: Side | None) -> None:
        """Choose a place; without an area nothing is chosen."""
        for group in (self._area_group, self._side_group):
            group.setExclusive(False)
        for key, button in self._areas.items():
            button.setChecked(key is area)
        for key_side, button in self._sides.items():
            button.setChecked(area is not None and key_side is side and not (side is None and area in SIDED_AREAS))
        for group in (self._area_group, self._side_group):
            group.setExclusive(True)
        self._follow()

    def _chosen(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        area = self.area()
        whole = area is not None and area not in SIDED_AREAS
        self._side_words.setVisible(area is not None)
        for side, button in self._sides.items():
            button.setVisible(area is not None and (side is not None or whole) and not (side is Side.BOTH and whole))
        if whole and not any(button.isChecked() for button in self._sides.values()):
            self._sides[None].setChecked(True)
        if not whole and self._sides[None].isChecked():
            self._clear_sides()

    def _clear_sides(self) -> None:
        self._side_group.setExclusive(False)
        for button in self._sides.values():
            button.setChecked(False)
        self._side_group.setExclusive(True)


def _group(parent: QWidget, buttons: Iterable[Button]) -> QButtonGroup:
    group = QButtonGroup(parent)
    group.setExclusive(True)
    for button in buttons:
        group.addButton(button)
    return group
