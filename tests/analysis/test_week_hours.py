"""When it is tight: cells by the person's own clock, each a mean of its days."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.series import day_of, tightness_series
from coach.analysis.week_hours import Cell, ends, week_hours, weekdays_from
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, at, entry

ALWAYS = (1, 4_000_000)


def _cells(entries: list[Entry], span: tuple[int, int] = ALWAYS) -> tuple[Cell, ...]:
    return week_hours([point for one in tightness_series(entries) for point in one.points], *span)


def test_no_entry_is_no_cell() -> None:
    """An empty journal has no cells and no ends."""
    assert _cells([]) == ()
    assert ends(()) is None


def test_a_cell_is_the_mean_of_its_days() -> None:
    """Two Mondays from six to nine: one day of 8 and 6 and one of 3 make 5, not the mean of the three entries."""
    held = [
        entry("2025-05-12T06:00", 8),
        entry("2025-05-12T08:59", 6),
        entry("2025-05-19T07:00", 3),
        entry("2025-05-19T09:00", 9),
    ]
    assert _cells(held) == (Cell(0, 2, 5.0, 3, 2), Cell(0, 3, 9.0, 1, 1))


def test_a_cell_of_few_days_is_weak_and_never_an_end() -> None:
    """Nine entries of two days are weak; three days are enough."""
    many = [entry(f"2025-05-{day}T07:0{minute}", 10) for day in ("12", "19") for minute in range(4)]
    firm = [entry(f"2025-05-{day}T07:00", 4) for day in ("13", "20", "27")]
    other = [entry(f"2025-05-{day}T13:00", 6) for day in ("13", "20", "27")]
    cells = _cells([*many, *firm, *other])
    assert [cell.weak for cell in cells] == [True, False, False]
    assert ends(cells) == (cells[1], cells[2])
    assert ends(cells[:2]) is None


def test_days_outside_the_span_are_left_out() -> None:
    """Both ends of the span belong to it."""
    held = [entry(f"2025-05-{day}T07:00", 5) for day in ("11", "12", "13", "14")]
    first = date(2025, 5, 12).toordinal()
    assert [cell.weekday for cell in _cells(held, (first, first + 1))] == [0, 1]


def test_travelling_never_moves_an_entry() -> None:
    """Monday at seven stays Monday at seven in Tokyo, and in Honolulu, where it is still Sunday in Greenwich's eyes."""
    for offset in (9, -10, 0, 14):
        assert _cells([entry(at("2025-05-12T07:30", offset), 5)])[0][:2] == (0, 2)


def test_rehearsals_never_count() -> None:
    """A rehearsal is no entry, however it gets here."""
    held = tightness_series([entry("2025-05-12T07:00", 5)])[0].points[0]
    faked = held._replace(entry=entry("2025-05-12T07:00", 5, rehearsal=True))
    assert week_hours([faked], *ALWAYS) == ()


def test_the_week_begins_where_the_person_says() -> None:
    """Sunday first where that is the custom."""
    assert weekdays_from(6) == (6, 0, 1, 2, 3, 4, 5)


@given(st.lists(ENTRIES, max_size=30), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_answer_and_every_entry_is_in_one_cell(
    entries: list[Entry], chance: random.Random
) -> None:
    """Shuffled entries give equal cells; means stay within 0 to 10; nothing is lost or counted twice."""
    mixed = list(entries)
    chance.shuffle(mixed)
    cells = _cells(entries)
    assert cells == _cells(mixed)
    real = [one for one in entries if not one.rehearsal]
    assert sum(cell.entries for cell in cells) == len(real)
    assert all(0 <= cell.mean <= 10 and 0 <= cell.block < 8 and 0 < cell.days <= cell.entries for cell in cells)
    assert {cell.weekday for cell in cells} == {date.fromordinal(day_of(one.at)).weekday() for one in real}
