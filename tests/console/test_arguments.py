"""Words typed on the command line become values, or one sentence."""

from __future__ import annotations

from datetime import datetime

import pytest

from coach.clock import Stamp, stamp_of
from coach.console import arguments
from coach.content.vocabulary import Area, Quality, Side
from coach.errors import WrongUseError


@pytest.fixture
def now() -> Stamp:
    return stamp_of(datetime.fromisoformat("2026-05-01T08:30:00+02:00"), "Europe/Berlin")


def test_rating_names_area_side_and_number() -> None:
    """AREA:SIDE:N is read into its three parts."""
    assert arguments.rating("buttock:left:6", "--before") == (Area.BUTTOCK, Side.LEFT, 6)


def test_rating_without_side() -> None:
    """AREA:N is enough for an area that is asked as a whole."""
    assert arguments.rating("low-back:0", "--before") == (Area.LOW_BACK, None, 0)
    assert arguments.rating("low-back::10", "--before") == (Area.LOW_BACK, None, 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "buttock",
        "a:b:c:d",
        "buttock:left:11",
        "buttock:left:-1",
        "buttock:left:٣",
        "knee:left:3",
        "buttock:up:3",
        "buttock:left:1_0",
        "buttock:left:4.5",
        "buttock:left:" + "9" * 5000,
    ],
)
def test_bad_ratings_are_one_sentence(text: str) -> None:
    """Whatever is wrong with a rating, the answer is one sentence that names the option."""
    with pytest.raises(WrongUseError, match="--before") as caught:
        arguments.rating(text, "--before")
    assert "\n" not in str(caught.value)


def test_unknown_word_lists_the_known_ones() -> None:
    """An unknown area is answered with every area there is."""
    with pytest.raises(WrongUseError, match="low-back, buttock, hip, hamstring, calf, foot"):
        arguments.one_of(Area, "knee", "--area")


def test_quality_takes_a_hyphen_for_a_space() -> None:
    """On a command line “shooting-pain” is easier to type than quotes."""
    assert arguments.quality("shooting-pain") is Quality.SHOOTING_PAIN


def test_moment_keeps_the_offset_it_was_given(now: Stamp) -> None:
    """A time with an offset is recorded on that offset's own day."""
    stamp = arguments.moment("2026-05-01T01:00:00+09:00", now)
    assert (stamp.offset_min, stamp.local_day) == (540, "2026-05-01")


def test_moment_defaults_to_now(now: Stamp) -> None:
    """Without --at the entry is about this moment."""
    assert arguments.moment(None, now) == now


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "2026-05-01T09:00:00+02:00", "0001-01-01T00:00:00+14:00", "0001-01-01"]
)
def test_impossible_moments_are_refused(text: str, now: Stamp) -> None:
    """Words, months that do not exist, the future and the year 1 are refused with a sentence."""
    with pytest.raises(WrongUseError, match="--at"):
        arguments.moment(text, now)


@pytest.mark.parametrize("text", ["0", "-3", "0.5", "nan", "inf", "fast", "1001"])
def test_impossible_speeds_are_refused(text: str) -> None:
    """A speed is a number from one to a thousand: slower would keep a real pack on for longer than its cap."""
    with pytest.raises(WrongUseError, match="--speed"):
        arguments.speed(text)
