"""Where it is, on a drawn body from behind and from the front: areas that are chosen by hand, by keyboard, by ear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.content.vocabulary import Area, Side
from coach.drawing.bodymap.look import MapLook
from coach.drawing.bodymap.model import Place, load
from coach.drawing.bodymap.painter import LOWER, Fill, Stand, middle, paint_body, paint_regions
from coach.drawing.bodymap.stands import Stands, next_in
from coach.drawing.bodymap.words import name_sides, name_view
from coach.i18n import _
from coach.resources import assets
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.area_box import AreaBox, spoken
from coach.ui.widgets.body_look import map_look
from coach.ui.widgets.painted import Painted

#: The map grows with the words up to so much.
_GROWS: Final = 1.6
#: Pixels of both bodies at their best and at their smallest.
_BEST: Final = QSize(340, 284)
_LEAST: Final = QSize(288, 240)
_LOW_BACK: Final = frozenset({(Area.LOW_BACK, Side.LEFT), (Area.LOW_BACK, Side.RIGHT)})
_WHOLE: Final = (Area.LOW_BACK, None)


class BodyMap(Painted):
    """One area or several; the low back as a whole, or a side of it. `changed` comes when the person chooses,
    `typed` carries a number key.

    Arrows move between areas, Space chooses, Tab leaves. Every area is a check box under this widget.
    """

    changed = Signal()
    typed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, body: str = "a") -> None:
        super().__init__(parent)
        self._map = load(assets() / "figure" / f"map-{body}.json")
        self._scores: Mapping[Place, int] = {}
        self._hover: Place | None = None
        self._down: Place | None = None
        self.setAccessibleName(_("Body map"))
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._boxes = {place: self._box(place) for place in self._stands().boxes()}
        self._visit(next(iter(self._boxes)))

    def set_body(self, body: str) -> None:
        """Show another of the bodies there are."""
        other = load(assets() / "figure" / f"map-{body}.json")
        if other is not self._map:
            self._map = other
            self._lay_boxes()
            self.update()

    def places(self) -> tuple[Place, ...]:
        """Return what is chosen, from the low back down, left before right."""
        return tuple(place for place, box in self._boxes.items() if box.isChecked())

    def set_places(self, places: Iterable[Place]) -> None:
        """Choose these and no others; “both sides” of an area are its two sides. Nothing is emitted."""
        wanted = {one for place in places for one in _each(place)}
        for place, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(place in wanted)
            box.blockSignals(False)
        first = next(iter(self.places()), None)
        if first is not None:
            self._visit(first)
        self.update()

    def show_scores(self, scores: Mapping[Place, int]) -> None:
        """Write a number on each of these areas."""
        if scores != self._scores:
            self._scores = dict(scores)
            self.update()

    def sizeHint(self) -> QSize:
        """Both bodies and the words over them."""
        return _BEST * min(theme.current().text_scale, _GROWS) + QSize(0, self._words_high())

    def hasHeightForWidth(self) -> bool:
        """Bodies stand as high as their width lets them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the bodies at that width, and of the words over them."""
        high, out = LOWER
        best = self.sizeHint().height() - self._words_high()
        return round(min(best, max(width / 2 / (2 * out) * high, _LEAST.height()))) + self._words_high()

    def minimumSizeHint(self) -> QSize:
        """As small as areas can still be told apart."""
        return _LEAST + QSize(0, self._words_high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the check boxes where the areas are."""
        super().resizeEvent(event)
        self._lay_boxes()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be chosen, and name it."""
        self._hover_over(self._stands().at(event.position()))
        words = spoken(self._hover) if self._hover is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the hand any more."""
        super().leaveEvent(event)
        self._hover_over(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is pressed; it counts when it is let go there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._down = self._stands().at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it, or no longer."""
        place, self._down = self._down, None
        if place is not None and self._stands().at(event.position()) == place:
            self._visit(place)
            self._boxes[place].setFocus(Qt.FocusReason.MouseFocusReason)
            self._boxes[place].click()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both bodies, their areas, and which side is which."""
        del event
        used = theme.current()
        look = map_look(used)
        painter = QPainter(self)
        stands = self._stands()
        for (facing, stand), behind in zip(stands.both(), (True, False), strict=True):
            paint_body(painter, facing, stand, look)
            paint_regions(painter, facing, stand, lambda place: self._fill(place, look))
            for region in facing.regions:
                self._write(painter, region.place, middle(region, stand), look)
            self._head(painter, stand, look, behind=behind)

    def _box(self, place: Place) -> AreaBox:
        box = AreaBox(place, self)
        box.toggled.connect(lambda on: self._toggled(place, on=on))
        box.asked_away.connect(lambda way: self._move(place, way))
        box.looked_at.connect(self.update)
        box.typed.connect(self.typed)
        return box

    def _lay_boxes(self) -> None:
        for place, area in self._stands().boxes().items():
            self._boxes[place].setGeometry(area.toAlignedRect())

    def _toggled(self, place: Place, *, on: bool) -> None:
        """Choose the low back as a whole, or sides of it: not both at once."""
        against = _LOW_BACK if place == _WHOLE else {_WHOLE} if place in _LOW_BACK else frozenset()
        for other in against if on else ():
            self._boxes[other].blockSignals(True)
            self._boxes[other].setChecked(False)
            self._boxes[other].blockSignals(False)
        self.update()
        self.changed.emit()

    def _move(self, place: Place, way: tuple[int, int]) -> None:
        found = next_in(self._stands().boxes(), place, way)
        if found is not None:
            self._visit(found)
            self._boxes[found].setFocus(Qt.FocusReason.OtherFocusReason)

    def _visit(self, place: Place) -> None:
        """Let Tab come back to this area: one stop for the whole map."""
        for other, box in self._boxes.items():
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == place else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._boxes[place])

    def _hover_over(self, place: Place | None) -> None:
        if place != self._hover:
            self._hover = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def _fill(self, place: Place, look: MapLook) -> Fill:
        """Return how an area looks; what is true of the low back as a whole shows on its sides too."""
        meant = {place, _WHOLE} if place in _LOW_BACK else {place}
        focused = self._boxes[place].hasFocus()
        rim = 2.5 if focused else 1.6 if look.strong else 1.0
        if any(self._boxes[one].isChecked() for one in meant):
            colour, edge = look.chosen, look.ink if focused else look.chosen_edge
        else:
            idle = look.hover if self._hover in meant else look.idle
            colour, edge = look.pressed if self._down in meant else idle, look.focus if focused else look.edge
        return Fill(QColor(colour), QColor(edge), rim)

    def _write(self, painter: QPainter, place: Place, at: QPointF, look: MapLook) -> None:
        """Write its number on a chosen area; until there is one, a point says that it is chosen."""
        if not self._boxes[place].isChecked():
            return
        score = self._scores.get(place)
        painter.setPen(QColor(look.on_chosen))
        painter.setFont(theme.font(theme.current().px(Role.BODY), 700, tabular=True))
        area = QRectF(at.x() - 30, at.y() - 20, 60, 40)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "✓" if score is None else str(score))

    def _head(self, painter: QPainter, stand: Stand, look: MapLook, *, behind: bool) -> None:
        """Say from where the body is seen, and which of its sides is which."""
        used = theme.current()
        area = QRectF(stand.area.left(), 0, stand.area.width(), self._words_high() - tokens.GRID)
        view = _("From behind") if behind else _("From the front")
        name_view(painter, area, view, used.font(Role.STRONG), look.ink)
        sides = (_("Left"), _("Right"))
        name_sides(painter, stand, sides if behind else sides[::-1], used.font(Role.SMALL), look.muted)

    def _words_high(self) -> int:
        return round(1.4 * theme.current().px(Role.STRONG)) + 2 * tokens.GRID

    def _stands(self) -> Stands:
        top = self._words_high()
        return Stands.within(self._map, QRectF(0, top, self.width(), self.height() - top))


def _each(place: Place) -> tuple[Place, ...]:
    area, side = place
    return ((area, Side.LEFT), (area, Side.RIGHT)) if side is Side.BOTH else (place,)
