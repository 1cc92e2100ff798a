"""Left and right compared: which side, by how much, on which days."""

from __future__ import annotations

from coach.analysis.series import Key
from coach.content.vocabulary import Area, Quality, Side
from coach.drawing.charts.model import OverTimeState, Shape
from coach.journal.records import Entry
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.sections.asymmetry.section import view
from coach.ui.progress.sections.section import Looking
from tests.analysis.make import entry
from tests.ui.progress.sample import LEFT, looking

BACK = Key(Area.LOW_BACK, None)


def _both(day: str, left: int, right: int, area: Area = Area.BUTTOCK) -> list[Entry]:
    return [
        entry(f"2025-05-{day}T08:00", left, area=area),
        entry(f"2025-05-{day}T08:00", right, area=area, side=Side.RIGHT),
    ]


WEEK = [*_both("18", 6, 3), *_both("19", 4, 4), entry("2025-05-20T08:00", 8)]


def _plot(at: Looking) -> OverTimeState:
    plot = view(at).plot
    assert plot is not None
    return plot


def test_it_says_which_side_and_by_how_much() -> None:
    """Never a bare sign; a day with one side only is not counted."""
    seen = view(looking(WEEK))
    assert seen.sentences == (
        (
            "Buttock, 2 days with both sides: left tighter on 1, right tighter on 0, the same on 1; "
            "on average left tighter by 1.5."
        ),
    )
    line = _plot(looking(WEEK)).lines[0]
    assert line.say(0) == "Buttock: left tighter by 3\nleft 6, right 3\nSun 18 May 2025"
    assert line.say(1).startswith("Buttock: both the same")
    assert line.ys == (3, 0)


def test_the_scale_reaches_as_far_to_both_sides() -> None:
    """The middle is no difference and has the strong line; the words at the ends say the sides."""
    plot = _plot(looking(WEEK))
    assert (plot.scale.low, plot.scale.high, plot.scale.strong) == (-4, 4, 0)
    assert [words for _value, words in plot.scale.labels] == ["4", "2", "0", "2", "4"]
    assert (plot.top, plot.bottom) == ("left tighter", "right tighter")
    wide = _plot(looking(_both("18", 10, 1)))
    assert wide.scale.high == 10


def test_choosing_one_side_is_enough() -> None:
    """The other side need not be on the tightness chart."""
    assert len(_plot(looking(WEEK, Choice({LEFT: 2}))).lines[0].xs) == 2
    assert _plot(looking(WEEK, Choice({LEFT: 2}))).lines[0].slot == 2


def test_areas_have_markers_of_their_own() -> None:
    """Nobody needs the colour to tell them apart."""
    calf = Key(Area.CALF, Side.RIGHT)
    lines = _plot(looking([*WEEK, *_both("18", 1, 2, Area.CALF)], Choice({LEFT: 0, calf: 1}))).lines
    assert [(line.name, line.shape) for line in lines] == [("Buttock", Shape.LEFT), ("Calf", Shape.RIGHT)]


def test_nothing_to_compare_says_what_to_do() -> None:
    """Without a day with both sides, and where only the low back is chosen."""
    assert view(looking([entry("2025-05-20T08:00")])).empty[0] == "No day with both sides yet"
    alone = view(looking([*WEEK, entry("2025-05-20T08:00", area=Area.LOW_BACK, side=None)], Choice({BACK: 0})))
    assert alone.plot is None
    assert "Choose an area with sides" in alone.empty[1]


def test_one_feeling_is_compared_alone() -> None:
    """A cramp on the left is not set against tightness on the right."""
    mixed = [
        entry("2025-05-20T08:00", 9, quality=Quality.CRAMP),
        entry("2025-05-20T08:00", 2, side=Side.RIGHT),
        *WEEK[:2],
    ]
    plot = _plot(looking(mixed, Choice({LEFT: 0}, Quality.TIGHTNESS)))
    assert len(plot.lines[0].xs) == 1


def test_the_table_is_of_the_chosen_span() -> None:
    """Newest first, with the difference signed and the mean where there is one."""
    old = [*_both("01", 5, 5), *WEEK]
    table = view(looking(old, Choice({LEFT: 0}, None, Span.TWO_WEEKS))).table
    assert table.count == 2
    assert table.row(0) == ("Mon 19 May 2025", "Buttock", "4", "4", "0", "+1.5")
    assert table.row(1) == ("Sun 18 May 2025", "Buttock", "6", "3", "+3", "–")


def test_no_day_in_this_time_is_said() -> None:
    """The chart can still be moved to older days."""
    seen = view(looking(_both("01", 5, 5), Choice({LEFT: 0}, None, Span.TWO_WEEKS)))
    assert seen.sentences == ("Buttock: no day with both sides in this time.",)
    assert seen.plot is not None
