"""The body map: areas where they belong, left and right exact mirrors, and pictures that were looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import SIDED_AREAS, Area, Side
from coach.drawing.bodymap.look import MapLook
from coach.drawing.bodymap.model import BodyMap, Facing, Place, load
from coach.drawing.bodymap.painter import LOWER, WHOLE, Fill, Stand, paint_body, paint_regions, region_path
from coach.drawing.bodymap.trace import trace
from coach.errors import DataError
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui import theme
from coach.ui.widgets.body_look import map_look
from tests.drawing.pictures import assert_like
from tests.ui.support import dress

GOLDEN = Path(__file__).parent / "golden"
MAPS = [load(assets() / "figure" / f"map-{body}.json") for body in "ab"]


@pytest.mark.parametrize("body", MAPS)
def test_all_areas_are_there(body: BodyMap) -> None:
    """Every area of the vocabulary can be chosen, left and right; the low back as a whole as well."""
    places = {region.place for facing in (body.back, body.front) for region in facing.regions}
    assert {(area, side) for area in SIDED_AREAS for side in (Side.LEFT, Side.RIGHT)} <= places
    assert {(Area.LOW_BACK, None), (Area.LOW_BACK, Side.LEFT), (Area.LOW_BACK, Side.RIGHT)} <= places


@pytest.mark.parametrize("body", MAPS)
def test_left_is_left_from_behind_and_right_from_the_front(body: BodyMap) -> None:
    """From behind your left is at the left; someone who faces you has theirs at the right."""
    for facing, sign in ((body.back, -1), (body.front, 1)):
        for region in facing.regions:
            if region.side is not None:
                assert (region.middle[0] * sign > 0) == (region.side is Side.LEFT), region.place


@pytest.mark.parametrize("body", MAPS)
def test_sides_are_exact_mirrors(body: BodyMap) -> None:
    """A point of the left has its twin on the right."""
    for facing in (body.back, body.front):
        held = {region.place: region for region in facing.regions}
        for (area, side), region in held.items():
            if side is Side.LEFT:
                twin = held[area, Side.RIGHT]
                points = {(-x, y) for x, y in zip(region.polygons[0][::2], region.polygons[0][1::2], strict=True)}
                other = set(zip(twin.polygons[0][::2], twin.polygons[0][1::2], strict=True))
                assert points == other


@pytest.mark.parametrize("body", MAPS)
def test_areas_do_not_lie_over_each_other(body: BodyMap) -> None:
    """A press means one area."""
    for facing in (body.back, body.front):
        for number, one in enumerate(facing.regions):
            for other in facing.regions[number + 1 :]:
                assert not region_path(one).intersects(region_path(other)), (one.place, other.place)


def test_the_middle_lies_inside() -> None:
    """A number stands in its area."""
    from PySide6.QtCore import QPointF

    for facing in (MAPS[0].back, MAPS[0].front):
        for region in facing.regions:
            assert region_path(region).contains(QPointF(*region.middle)), region.place


def test_the_shipped_map_is_what_the_body_gives(qapp: QApplication) -> None:
    """The file can be made again from the body, area by area."""
    del qapp
    made = trace(assets() / "figure", "a")
    assert [region.place for region in made.back.regions] == [region.place for region in MAPS[0].back.regions]
    for one, other in zip(made.back.regions, MAPS[0].back.regions, strict=True):
        assert abs(one.middle[0] - other.middle[0]) < 30
        assert abs(one.middle[1] - other.middle[1]) < 30


def test_a_damaged_map_is_named(tmp_path: Path) -> None:
    """The sentence names the file."""
    path = tmp_path / "map-a.json"
    path.write_text("{")
    with pytest.raises(DataError, match=r"map-a\.json"):
        load(path)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_pictures(qapp: QApplication, name: str) -> None:
    """The map looks as it did when it was looked at: some areas chosen, one under the hand."""
    used = dress(qapp, dark=name == "dark", settings=Settings(theme="contrast" if name == "contrast" else "system"))
    assert_like(_picture(map_look(used)), GOLDEN / f"{name}.png")


def test_areas_can_be_told_from_the_body(qapp: QApplication) -> None:
    """A chosen area has three to one at least against the body and against one that is not chosen."""
    from coach.drawing.figure.colours import contrast

    for dark in (False, True):
        look = map_look(dress(qapp, dark=dark))
        assert contrast(look.chosen, look.tones["body"]) >= 3
        assert contrast(look.chosen, look.idle) >= 3
        assert contrast(look.on_chosen, look.chosen) >= 4.5
    assert theme.current().dark


def _picture(look: MapLook) -> QImage:
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(look.surface))
    painter = QPainter(image)
    body = MAPS[0]
    for number, (facing, shown) in enumerate(((body.back, LOWER), (body.front, LOWER), (body.back, WHOLE))):
        _paint(painter, facing, Stand(QRectF(number * 213, 0, 213, 400), shown), look)
    painter.end()
    return image


def _paint(painter: QPainter, facing: Facing, stand: Stand, look: MapLook) -> None:
    def fill(place: Place) -> Fill:
        chosen = place in {(Area.CALF, Side.LEFT), (Area.LOW_BACK, None), (Area.HIP, Side.RIGHT)}
        hover = place == (Area.BUTTOCK, Side.RIGHT)
        colour = look.chosen if chosen else look.hover if hover else look.idle
        return Fill(QColor(colour), QColor(look.chosen_edge if chosen else look.edge))

    paint_body(painter, facing, stand, look)
    paint_regions(painter, facing, stand, fill)
