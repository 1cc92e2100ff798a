"""Which screen the stage goes to."""

from __future__ import annotations

from coach.app.screens import Screen, other_screen

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
