"""The nearest point to the mouse, and the next one for the keys."""

from __future__ import annotations

from coach.drawing.charts.spots import Spots

SPOTS = Spots([3.0, 1.0, 2.0], [5.0, 4.0, 6.0], ["three", "one", "two"].__getitem__)


def test_points_are_walked_from_left_to_right() -> None:
    """In whichever order they were handed in."""
    assert [SPOTS.words(spot) for spot in range(len(SPOTS))] == ["one", "two", "three"]
    assert SPOTS.at(0) == (1.0, 4.0)
    assert SPOTS.beside(0, 1, 9.0) == 1
    assert SPOTS.beside(2, 1, 9.0) == 2
    assert SPOTS.beside(0, -1, 9.0) == 0


def test_the_first_step_looks_at_the_last_point_in_view() -> None:
    """The latest entry is what one asks for first."""
    assert SPOTS.beside(None, -1, 9.0) == 2
    assert SPOTS.beside(None, 1, 2.5) == 1


def test_nearest_is_measured_on_the_screen() -> None:
    """A pixel is not the same in days and in points of the scale."""
    assert SPOTS.nearest(2.1, 5.0, (0.01, 1.0), 40) == 1
    assert SPOTS.nearest(2.1, 5.0, (1.0, 0.01), 400) == 2
    assert SPOTS.nearest(500.0, 5.0, (0.01, 1.0), 40) is None


def test_the_two_ends_of_a_dumbbell_are_one_stop() -> None:
    """The keys go from session to session, the mouse finds both ends."""
    ends = Spots([0.0, 0.0, 1.0, 1.0], [6.0, 4.0, 5.0, 5.0], lambda n: f"session {n // 2}", together=2)
    assert ends.words(ends.beside(None, -1, 9.0) or 0) == "session 1"
    assert ends.words(ends.beside(3, -1, 9.0) or 0) == "session 0"
    assert ends.nearest(0.0, 6.0, (0.01, 0.1), 5) == 1


def test_nothing_to_look_at() -> None:
    """A chart without points answers nothing."""
    none = Spots([], [], str)
    assert none.nearest(0, 0, (1, 1), 99) is None
    assert none.beside(None, 1, 0) is None
