"""Weekday and hour in sentences, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.series import Key
from coach.analysis.week_hours import Cell, ends
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.shared import left_out
from coach.ui.progress.sections.week_hours.plot import count_word, hours_word
from coach.ui.words import place_word


def week_hours_sentences(cells: Sequence[Cell], say: Say) -> tuple[str, ...]:
    """Return what stands out, of boxes that rest on enough days only; and how many do not."""
    found = ends(cells)
    weak = sum(cell.weak for cell in cells)
    if not cells:
        return ()
    if found is None:
        return (
            _("No two boxes rest on 3 days or more yet, so there is nothing to compare. A few weeks will show more."),
        )
    low, high = found
    said = [
        _("Highest on average: {high}. Lowest: {low}.").format(high=_cell_words(high, say), low=_cell_words(low, say))
    ]
    if weak:
        said.append(
            ngettext(
                "{n} box rests on fewer than 3 days; it is drawn small and left out here.",
                "{n} boxes rest on fewer than 3 days; they are drawn small and left out here.",
                weak,
            ).format(n=weak)
        )
    return tuple(said)


def nothing_by_hour() -> tuple[str, str]:
    """Return what is said while there is no entry in the chosen time, and what to do about it."""
    return (
        _("No entry in this time"),
        _("Choose a longer time above, or note how tight it feels at different times of the day."),
    )


def week_hours_method(places: Sequence[Key], rehearsals: int, damaged: int) -> tuple[str, ...]:
    """Explain the boxes, and what is not in them; `places` are the chosen areas with their sides."""
    paragraphs = [
        _(
            "Each box holds the entries of one weekday and three hours, by the day and time your clock showed when you "
            "wrote them. Travelling never moves an entry to another box."
        ),
        _(
            "The number is the average of the days in the box: a day with many entries counts no more than a day with one. "
            "Boxes with entries on fewer than 3 days are drawn small: they tell more about those days than about the hour."
        ),
        _(
            "Of many boxes one is always the highest, by chance alone. Look for boxes side by side that agree, and for what "
            "you did at those hours."
        ),
    ]
    if len(places) > 1:
        names = ", ".join(place_word(*place) for place in places)
        paragraphs.append(
            _("All places chosen above are counted together: {places}. Choose one to see it alone.").format(
                places=names
            )
        )
    return (*paragraphs, left_out(rehearsals, damaged))


def _cell_words(cell: Cell, say: Say) -> str:
    return _("{weekday} {hours}, {mean} from {count}").format(
        weekday=say.weekday(cell.weekday),
        hours=hours_word(cell.block),
        mean=say.decimal(cell.mean),
        count=count_word(cell),
    )
