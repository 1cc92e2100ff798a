"""Where on the body: chart, sentences and table are one value."""

from __future__ import annotations

import msgspec

from coach.analysis.series import Key
from coach.content.vocabulary import Area, Side
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.where.section import view
from coach.ui.progress.state import build_state
from tests.analysis.make import entry
from tests.seeded_year import seeded_year
from tests.ui.progress.sample import LEFT, SAY, TODAY


def _year(span: Span = Span.YEAR) -> Looking:
    year = seeded_year()
    state = build_state(year.entries, year.sessions, year.last_day, markers=year.markers)
    return Looking(state, Choice({state.series[0].key: 0}, None, span), SAY)


def test_all_places_are_shown_whatever_is_chosen() -> None:
    """Every place with entries has a row, a shade, and words with its number."""
    at = _year()
    found = view(at)
    assert found.plot is not None
    rows = [found.table.row(number) for number in range(found.table.count)]
    assert len(rows) > 3
    for row in rows:
        box = next(box for box in found.plot.boxes if found.plot.say(box.place).startswith(f"{row[0]}\n"))
        assert f"Average {row[1]}, {row[2]} entr" in found.plot.say(box.place)
        assert box.text == row[1]


def test_the_highest_is_said() -> None:
    """The sentence names the highest and the lowest of the table's firm places."""
    found = view(_year())
    rows = [found.table.row(number) for number in range(found.table.count)]
    firm = [row for row in rows if int(row[3]) >= 3]
    high, low = max(firm, key=lambda row: float(row[1])), min(firm, key=lambda row: float(row[1]))
    assert f"Highest on average: {high[0]}, {high[1]} from" in found.sentences[0]
    assert f"Lowest: {low[0]}, {low[1]} from" in found.sentences[0]


def test_a_low_back_as_a_whole_is_shaded_as_a_whole() -> None:
    """Its sides take its shade, with the number once, until one of them has a number of its own."""
    whole = msgspec.structs.replace(entry("2025-05-19T08:00", 3), area=Area.LOW_BACK, side=None)
    left = msgspec.structs.replace(entry("2025-05-19T09:00", 8), area=Area.LOW_BACK, side=Side.LEFT)

    def boxes(*entries: object) -> dict[Side | None, tuple[float, str]]:
        plot = view(Looking(build_state(entries, [], TODAY), Choice({LEFT: 0}), SAY)).plot  # type: ignore[arg-type]
        assert plot is not None
        assert plot.say((Area.LOW_BACK, Side.LEFT)).startswith("Low back")
        return {box.place[1]: (box.value, box.text) for box in plot.boxes}

    assert boxes(whole) == {None: (3.0, "3.0"), Side.LEFT: (3.0, ""), Side.RIGHT: (3.0, "")}
    assert boxes(whole, left) == {None: (3.0, "3.0"), Side.LEFT: (8.0, "8.0")}


def test_an_empty_time_says_so() -> None:
    """Without an entry there is no chart, and no sentence that makes something up."""
    found = view(Looking(build_state([], [], TODAY), Choice({Key(*LEFT): 0}), SAY))
    assert found.plot is None
    assert found.sentences == ()
    assert found.empty[0] == "No entry in this time"
