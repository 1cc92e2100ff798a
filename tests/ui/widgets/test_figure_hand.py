"""Turning, zooming and moving by numbers."""

from __future__ import annotations

import pytest

from coach.ui.figures import Turned
from coach.ui.widgets.figure_hand import HIGHEST, LEAST_ZOOM, LOWEST, MOST_ZOOM, VIEWS, Hand

HOME = Turned(-60, 12)


def test_what_is_in_front_follows_the_hand() -> None:
    """A drag to the right turns the front to the right; downwards one sees more from above."""
    hand = Hand()
    hand.turn(HOME, 10, 5)
    assert hand.turned == (-70, 17)
    hand.turn(HOME, -20, 0)
    assert hand.turned == (-50, 17)


def test_small_steps_add_up() -> None:
    """Half degrees are not lost."""
    hand = Hand()
    for _step in range(10):
        hand.turn(HOME, 0.4, 0)
    assert hand.turned == (-64, 12)


def test_the_floor_is_never_seen_from_below() -> None:
    """Nor the head from beyond the zenith; a turn goes round and round."""
    hand = Hand()
    hand.turn(HOME, 0, -100)
    assert hand.turned is not None
    assert hand.turned.elevation == LOWEST
    hand.turn(HOME, 0, 300)
    assert hand.turned.elevation == HIGHEST
    hand.turn(HOME, 300, 0)
    assert -180 <= hand.turned.azimuth < 180


@pytest.mark.parametrize("name", list(VIEWS))
def test_known_sides_are_taken_at_once(name: str) -> None:
    """A turn goes on from there, and a reset takes everything back."""
    hand = Hand()
    hand.look_from(VIEWS[name])
    assert hand.turned == VIEWS[name]
    hand.turn(HOME, 1, 0)
    assert hand.turned.elevation == VIEWS[name].elevation
    hand.zoom_by(2)
    assert hand.away
    hand.reset()
    assert not hand.away


def test_what_lies_under_the_pointer_stays_there() -> None:
    """Zooming about a point moves everything but that point."""
    hand = Hand()
    hand.zoom_by(2, 0.75, 0.5)
    # A point of the picture at share s lies at 0.5 + x + (s - 0.5) * zoom of the place.
    assert 0.5 + hand.x + 0.25 * hand.zoom == pytest.approx(0.75)
    hand.zoom_by(0.5, 0.75, 0.5)
    assert hand.x == pytest.approx(0)


def test_zoom_and_place_have_limits() -> None:
    """It is never lost, however far it is moved or zoomed."""
    hand = Hand()
    for _step in range(30):
        hand.zoom_by(1.25)
        hand.move(1, -1)
    assert hand.zoom == MOST_ZOOM
    assert abs(hand.x) < hand.zoom / 2
    for _step in range(60):
        hand.zoom_by(0.8)
    assert hand.zoom == LEAST_ZOOM
    assert abs(hand.x) <= 0.4
