"""Which figure stands for what: exercises, packs on a place, rests; left is the mirror image of right."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.pictures import exercise_seen, figure_of, pack_seen, rest_seen
from coach.content.vocabulary import Area, Mode, Posture, Side
from coach.figure.pose.model import Figure
from coach.figure.pose.props import Pack
from coach.resources import assets


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


def packs(figure: Figure | None) -> list[Pack]:
    """The packs of a figure that has to be there."""
    assert figure is not None
    return [prop for prop in figure.props if isinstance(prop, Pack)]


def test_an_exercise_is_seen_on_the_side_that_works(library: Library) -> None:
    """Figures are written for the right side; the left is mirrored, and no side is as written."""
    key = "knee_to_chest_single"
    assert exercise_seen(library, key, Side.LEFT) == (key, True)
    assert exercise_seen(library, key, Side.RIGHT) == (key, False)
    assert exercise_seen(library, key, None) == (key, False)
    assert exercise_seen(library, "no-such", None) is None


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("area", list(Area))
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BOTH, None])
def test_a_pack_lies_where_the_person_says(library: Library, mode: Mode, area: Area, side: Side | None) -> None:
    """Every area of the body map, heat and cold, on either side: the pack is on that side once the picture is mirrored."""
    found = pack_seen(library, mode, area, side)
    assert found is not None
    worn = packs(figure_of(library, found.key))
    assert {pack.mode for pack in worn} == {mode.value}
    assert {pack.area for pack in worn} == {area.value}
    if side in {Side.LEFT, Side.RIGHT}:
        flipped = {"L": "R", "R": "L"} if found.mirrored else {"L": "L", "R": "R"}
        assert [flipped[pack.side] for pack in worn] == ["L" if side is Side.LEFT else "R"]
    if side is Side.BOTH:
        assert {pack.side for pack in worn} == {"L", "R"}
        assert len({pack.name for pack in worn}) == 2
        assert not library.figures[found.key.partition("/")[0]].one_side


def test_without_a_pack_the_position_stays(library: Library) -> None:
    """Between two packs somebody lies there as before, with nothing on the skin."""
    found, before = (pack_seen(library, mode, Area.BUTTOCK, Side.LEFT) for mode in (None, Mode.HEAT))
    assert found is not None
    assert before is not None
    assert packs(figure_of(library, found.key)) == []
    assert found.mirrored == before.mirrored


@pytest.mark.parametrize("posture", list(Posture))
def test_every_posture_has_a_rest(library: Library, posture: Posture) -> None:
    """There is a quiet figure for breathing, asking and saying."""
    found = rest_seen(library, posture)
    assert found is not None
    figure = figure_of(library, found.key)
    assert figure is not None
    assert figure.loop == "still"


def test_who_breathes_lying_has_a_hand_on_the_belly(library: Library) -> None:
    """Breathing steps among lying exercises have a figure of their own; who sits or stands goes on as they are."""
    assert rest_seen(library, Posture.SUPINE, breathing=True) == ("breathe", False)
    assert rest_seen(library, Posture.SITTING, breathing=True) == rest_seen(library, Posture.SITTING)


def test_what_is_not_there_has_no_figure(library: Library) -> None:
    """An unknown key is no error."""
    assert figure_of(library, "no-such") is None
    assert figure_of(library, "no-such/heat/hip/R") is None
    for pack in ("warm", "heat/low-back", "heat/low-back/front", "hot/low-back/R", "heat/moon/R", "heat/hip/R/R"):
        assert figure_of(library, f"pack_prone/{pack}") is None, pack
