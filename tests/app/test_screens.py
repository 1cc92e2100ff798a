"""Which screen the stage goes to, and where a window goes whose screen has gone."""

from __future__ import annotations

from PySide6.QtCore import QRect

from coach.app.screens import Screen, other_screen, place_in_sight

_LAPTOP = Screen("eDP-1", 0, 0, 1280, 800, mine=True)
_BEAMER = Screen("HDMI-1", 1280, 0, 1920, 1080)
_THIRD = Screen("DP-2", 3200, 0, 1920, 1080)


def test_alone_there_is_no_other() -> None:
    """One screen, or one that only copies it."""
    assert other_screen([_LAPTOP]) is None
    assert other_screen([_LAPTOP, _LAPTOP._replace(name="HDMI-1", mine=False)]) is None


def test_the_other_one() -> None:
    """Whichever order the screens come in."""
    assert other_screen([_LAPTOP, _BEAMER]) == other_screen([_BEAMER, _LAPTOP]) == _BEAMER


def test_it_goes_back_where_it_was() -> None:
    """Of several, the one that it was on last."""
    assert other_screen([_LAPTOP, _BEAMER, _THIRD], "DP-2") == _THIRD
    assert other_screen([_LAPTOP, _BEAMER, _THIRD], "gone") == _BEAMER


def test_a_window_that_is_seen_stays() -> None:
    """On its screen, across two, or a little over the edge."""
    left, right = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)
    for frame in (QRect(40, 40, 1200, 760), QRect(900, 20, 900, 700), QRect(-50, 20, 1200, 760)):
        assert place_in_sight(frame, [left, right], left) is None


def test_a_window_on_a_screen_that_has_gone_comes_back() -> None:
    """As large as it was where there is room, and wholly in sight; a copied screen shows nothing twice."""
    home = QRect(0, 30, 1280, 770)
    assert place_in_sight(QRect(1500, 100, 1200, 760), [home], home) == QRect(80, 40, 1200, 760)
    assert place_in_sight(QRect(-900, -500, 1000, 700), [home, home], home) == QRect(0, 30, 1000, 700)
    assert place_in_sight(QRect(640, 0, 1280, 800), [home, home], home) == QRect(0, 30, 1280, 770)
