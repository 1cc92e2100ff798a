"""What is looked at first, and what pressing a chip does."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.series import Key, tightness_series
from coach.content.vocabulary import Area, Quality, Side
from coach.ui.progress.choice import Choice, Span, first_choice, first_day, still_valid, toggled
from tests.analysis.make import entry

TODAY = date(2025, 5, 20).toordinal()
LEFT, RIGHT = Key(Area.BUTTOCK, Side.LEFT), Key(Area.BUTTOCK, Side.RIGHT)
KEYS = [Key(area, side) for area in Area for side in (Side.LEFT, Side.RIGHT)]


def test_a_few_places_are_all_shown() -> None:
    """Three lines are still one thing; left before right, each with its own colour."""
    series = tightness_series(
        [
            entry("2025-05-19T08:00", area=Area.CALF),
            entry("2025-05-12T08:00", side=Side.RIGHT),
            entry("2025-05-12T08:00"),
        ]
    )
    assert first_choice(series, TODAY).places == {LEFT: 0, RIGHT: 1, Key(Area.CALF, Side.LEFT): 2}


def test_of_many_places_the_area_noted_most_lately_with_all_its_sides() -> None:
    """With four places and more the others wait behind their chips; one entry today does not push the usual place away."""
    series = tightness_series(
        [
            entry("2025-05-11T08:00", area=Area.CALF),
            entry("2025-05-11T09:00", area=Area.HIP),
            entry("2025-05-12T08:00"),
            entry("2025-05-19T08:00", side=Side.RIGHT),
            entry("2025-05-20T08:00", area=Area.FOOT),
            *(entry(f"2025-02-{day:02}T08:00", area=Area.CALF) for day in range(1, 9)),
        ]
    )
    assert first_choice(series, TODAY).places == {LEFT: 0, RIGHT: 1}
    nothing_lately = first_choice(series, TODAY + 300).places
    assert nothing_lately == {Key(Area.FOOT, Side.LEFT): 0}


def test_the_first_span_shows_something() -> None:
    """New: two weeks. Going on for longer: a month. Nothing this month: all."""
    for day, older, span in (
        ("2025-05-19", "2025-05-10", Span.TWO_WEEKS),
        ("2025-05-19", "2025-01-10", Span.MONTH),
        ("2025-02-19", "2025-01-10", Span.ALL),
    ):
        series = tightness_series([entry(f"{day}T08:00"), entry(f"{older}T08:00")])
        assert first_choice(series, TODAY).span is span
    assert first_choice((), TODAY) == Choice()


def test_a_span_counts_today() -> None:
    """Two weeks are today and the thirteen days before; all goes back to the oldest entry."""
    assert first_day(Choice(span=Span.TWO_WEEKS), TODAY - 400, TODAY) == TODAY - 13
    assert first_day(Choice(span=Span.ALL), TODAY - 400, TODAY) == TODAY - 400


def test_a_colour_stays_with_its_place() -> None:
    """Taking the first away leaves the second as it was; the next takes the free colour."""
    choice = toggled(Choice({LEFT: 0, RIGHT: 1}), LEFT)
    assert choice.places == {RIGHT: 1}
    assert toggled(choice, Key(Area.HIP, Side.LEFT)).places == {RIGHT: 1, Key(Area.HIP, Side.LEFT): 0}


def test_the_last_place_stays() -> None:
    """A chart of nothing answers nothing."""
    assert toggled(Choice({LEFT: 0}), LEFT).places == {LEFT: 0}


@given(st.lists(st.sampled_from(KEYS), max_size=40))
def test_never_more_than_four_nor_two_of_one_colour(pressed: list[Key]) -> None:
    """However chips are pressed."""
    choice = Choice({LEFT: 0})
    for key in pressed:
        choice = toggled(choice, key)
        assert 1 <= len(choice.places) <= 4
        assert len(set(choice.places.values())) == len(choice.places)
        assert set(choice.places.values()) <= {0, 1, 2, 3}


def test_what_is_gone_is_no_longer_chosen() -> None:
    """After the only entry of a place or a feeling was deleted, the rest of the choice is kept."""
    series = tightness_series([entry("2025-05-19T08:00")])
    kept = still_valid(Choice({LEFT: 2, RIGHT: 1}, Quality.CRAMP, Span.YEAR), series, series, TODAY)
    assert kept == Choice({LEFT: 2}, None, Span.YEAR)
    assert still_valid(Choice({RIGHT: 1}), series, series, TODAY).places == {LEFT: 0}


def test_a_place_logged_for_the_first_time_joins_in() -> None:
    """Who rates a new place after a session sees the point at once; one that was put away stays away."""
    old = tightness_series([entry("2025-05-19T08:00"), entry("2025-05-19T08:00", side=Side.RIGHT)])
    new = tightness_series(
        [point.entry for one in old for point in one.points] + [entry("2025-05-20T08:00", area=Area.HIP)]
    )
    assert still_valid(Choice({LEFT: 1}), old, new, TODAY).places == {LEFT: 1, Key(Area.HIP, Side.LEFT): 0}
