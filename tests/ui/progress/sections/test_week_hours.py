"""Weekday and hour: the words of every box say its numbers; few days are not made much of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from coach.analysis.week_hours import Cell, week_hours
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.week_hours.section import view
from coach.ui.progress.state import build_state
from tests.analysis.make import entry
from tests.seeded_year import seeded_year
from tests.ui.progress.sample import LEFT, SAY, TODAY, looking


def _year(span: Span = Span.YEAR) -> Looking:
    year = seeded_year()
    state = build_state(year.entries, year.sessions, year.last_day, markers=year.markers)
    return Looking(state, Choice({one.key: n for n, one in enumerate(state.series[:2])}, None, span), SAY)


def _cells(at: Looking) -> dict[tuple[int, int], Cell]:
    points = [point for one in at.series for point in one.points]
    return {(cell.block, cell.weekday): cell for cell in week_hours(points, at.first, at.today)}


def test_the_words_of_every_box_say_its_numbers() -> None:
    """Weekday, hours, mean, entries and days of each of the 56 boxes as the analysis gives them; weak ones say so."""
    at = _year()
    plot, cells = view(at).plot, _cells(at)
    assert plot is not None
    assert len(plot.boxes) == len(cells) > 40
    for column in range(8):
        for row in range(7):
            words = plot.say(column, row)
            assert words.startswith(f"{SAY.weekday(row)}, {3 * column:02}–{3 * column + 3:02}\n")
            cell = cells.get((column, row))
            if cell is None:
                assert words.endswith("\nNo entry")
                continue
            found = re.search(r"Average ([\d.]+), (\d+) entr\w+ on (\d+) days?", words)
            assert found is not None, words
            assert found.groups() == (f"{cell.mean:.1f}", str(cell.entries), str(cell.days))
            assert words.endswith("Too few days to say much") is cell.weak


def test_number_shade_and_words_of_a_box_agree() -> None:
    """What is written in a box, how dark it is and what is said about it are one value."""
    plot = view(_year()).plot
    assert plot is not None
    for box in plot.boxes:
        assert f"Average {box.text}," in plot.say(box.column, box.row)
        assert box.text == f"{box.value:.1f}"


def test_sentence_and_table_say_the_same_as_the_boxes() -> None:
    """The highest and the lowest of the firm boxes, the number of weak ones; the table holds every box with entries."""
    at = _year()
    found, cells = view(at), _cells(at).values()
    firm = [cell for cell in cells if not cell.weak]
    high, low = max(firm, key=lambda cell: cell.mean), min(firm, key=lambda cell: cell.mean)
    assert f"Highest on average: {SAY.weekday(high.weekday)} {3 * high.block:02}–" in found.sentences[0]
    assert f"{high.mean:.1f} from {high.entries} entries" in found.sentences[0]
    assert f"{low.mean:.1f} from {low.entries} entries" in found.sentences[0]
    weak = len(cells) - len(firm)
    assert found.sentences[1].startswith(f"{weak} box")
    rows = [found.table.row(number) for number in range(found.table.count)]
    assert sorted(rows) == sorted(
        (SAY.weekday(c.weekday), f"{3 * c.block:02}–{3 * c.block + 3:02}", f"{c.mean:.1f}", str(c.entries), str(c.days))
        for c in cells
    )


def test_the_week_begins_as_the_locale_says() -> None:
    """Sunday first where that is the custom: in the rows, in the words and in the table."""
    state = build_state([entry("2025-05-18T08:00", 5), entry("2025-05-19T08:00", 3)], [], TODAY)
    at = Looking(state, Choice({LEFT: 0}), replace(SAY, first_weekday=6))
    found = view(at)
    assert found.plot is not None
    assert found.plot.rows == ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    assert found.plot.say(2, 0).startswith("Sunday, 06–09\nAverage 5.0, 1 entry on 1 day")
    assert [found.table.row(number)[0] for number in range(2)] == ["Sunday", "Monday"]


def test_a_first_week_claims_nothing() -> None:
    """No box rests on three days yet: nothing is called the highest, and every box is small."""
    found = view(looking([entry(f"2025-05-{day}T08:00", 5) for day in (18, 19, 20)], Choice({LEFT: 0})))
    assert found.sentences[0].startswith("No two boxes rest on 3 days or more yet")
    assert found.plot is not None
    assert all(box.weak for box in found.plot.boxes)
    assert found.plot.key_weak


def test_no_entry_in_the_time_is_said() -> None:
    """An entry of long ago is not in the last two weeks: a sentence and what to do about it, no chart."""
    found = view(looking([entry("2024-05-20T08:00", 5)], Choice({LEFT: 0}, None, Span.TWO_WEEKS)))
    assert (found.plot, found.sentences, found.table.count) == (None, (), 0)
    assert all(found.empty)


def test_an_entry_of_tomorrow_counts() -> None:
    """Whoever flew west over the date line has one."""
    tomorrow = date.fromordinal(TODAY.toordinal() + 1).isoformat()
    assert view(looking([entry(f"{tomorrow}T08:00", 5)], Choice({LEFT: 0}))).table.count == 1


def test_places_counted_together_are_named() -> None:
    """With two places the method says that they are counted together, with one it does not."""
    assert any("counted together" in words for words in view(_year()).method)
    assert not any(
        "counted together" in words for words in view(looking([entry("2025-05-20T08:00")], Choice({LEFT: 0}))).method
    )
