"""Where a figure is on its way: eased by nobody here, only shared out over time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.figure.pose.model import Figure, Key, Stage
from coach.figure.tempo import IN_MS, OUT_MS, Loop, breath_at, hold_of, length_of, shown_of, way


def key(stage: Stage, move_s: float = 1.0, hold_s: float = 1.0) -> Key:
    """A key that takes so long to come to, and rests there so long."""
    return Key(name=stage, stage=stage, move_s=move_s, hold_s=hold_s)


HUG = Figure(base="supine", keys=(key("start"), key("way", 2.0, 0.0), key("hold", 1.0, 5.0)))
WALK = Figure(base="standing", loop="cycle", keys=tuple(key("cycle", 0.25, 0.0) for _number in range(4)))
LIES = Figure(base="supine", loop="still", keys=(key("hold"),))


def test_the_held_key_is_found() -> None:
    """It is the one whose stage is hold, else the last."""
    assert hold_of(HUG) == 2
    assert hold_of(Figure(base="x", keys=(key("start"), key("hold"), key("back")))) == 1
    assert hold_of(WALK) == 3


def test_a_picture_shows_the_held_key_unless_another_says_so() -> None:
    """Half-way up tells more of standing up than standing does; the session still holds at the top."""
    rise = Figure(base="x", keys=(key("start"), Key(name="rise", stage="way", shown=True), key("hold")))
    assert shown_of(HUG) == 2
    assert shown_of(rise) == 1
    assert hold_of(rise) == 2


def test_a_cycle_is_as_long_as_it_has_keys() -> None:
    """It comes back to its first key; any other way ends at its last."""
    assert length_of(HUG) == 2
    assert length_of(WALK) == 4
    assert length_of(LIES) == 0


def test_a_breath_swells_and_sinks() -> None:
    """Empty at first, full after the breath in, empty again at the end, and never a jump."""
    assert breath_at(0) == 0
    assert breath_at(IN_MS) == pytest.approx(1)
    assert breath_at(IN_MS + OUT_MS) == pytest.approx(0)
    values = [breath_at(ms) for ms in range(0, 2 * (IN_MS + OUT_MS), 50)]
    assert max(abs(b - a) for a, b in pairwise(values)) < 0.03


def test_a_way_is_shared_out_by_how_long_its_pieces_take() -> None:
    """Two seconds of three go to the first piece, there as well as back."""
    assert way(HUG, 0, 2, 0) == 0
    assert way(HUG, 0, 2, 2 / 3) == pytest.approx(1)
    assert way(HUG, 0, 2, 1) == 2
    assert way(HUG, 2, 0, 1 / 3) == pytest.approx(1)
    assert way(HUG, 2, 0, 1) == 0
    assert way(HUG, 1, 1, 0.5) == 1


def test_the_loop_goes_there_and_back() -> None:
    """It begins and ends at the start, rests at the hold with one breath, and never jumps."""
    loop = Loop(HUG)
    assert loop.period_ms == 1000 + 2000 + 1000 + 5000 + 1000 + 2000
    assert loop.at(0).u == 0
    held = loop.at(4000 + 2000)
    assert held.u == 2
    assert not held.moving
    assert held.breath > 0.9
    places = [loop.at(ms).u for ms in range(0, int(2 * loop.period_ms), 20)]
    assert max(abs(b - a) for a, b in pairwise(places)) <= 0.021
    assert loop.begin_of(2) == 4000


def test_a_cycle_goes_round() -> None:
    """Its last key leads to its first; the count starts again there."""
    loop = Loop(WALK)
    assert loop.period_ms == 1000
    assert loop.at(125).u == pytest.approx(0.5)
    assert loop.at(999).u == pytest.approx(3.996)
    assert loop.at(1000).u == 0


def test_a_still_figure_only_breathes() -> None:
    """Nothing moves but the chest."""
    loop = Loop(LIES)
    assert loop.still
    here = loop.at(IN_MS)
    assert here.u == 0
    assert here.breath == pytest.approx(1)
    assert not here.moving


def test_a_way_of_its_own_back_is_not_gone_twice() -> None:
    """After its keys that lead back the loop begins anew."""
    figure = Figure(base="x", keys=(key("start"), key("hold"), key("back")))
    assert [leg.end for leg in Loop(figure).legs if leg.start != leg.end] == [1, 2]


def test_a_loop_goes_on_from_anywhere() -> None:
    """Between two keys too, softly or not: where it was stopped it sets out again."""
    soft = Figure(base="x", loop="cycle", keys=(key("cycle", 2.0, 1.0), key("cycle", 1.0, 0.5)))
    for figure in (HUG, WALK, soft):
        loop = Loop(figure)
        for u in (0.0, 0.1, 0.5, 1.0, 1.7):
            assert loop.at(loop.begin_of(u)).u == pytest.approx(u)
