"""From the cells of the week to its chart. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.week_hours import BLOCK_HOURS, BLOCKS, Cell, weekdays_from
from coach.drawing.charts.boards import HourBox, WeekHoursState
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say


def week_hours_plot(cells: Sequence[Cell], say: Say) -> WeekHoursState | None:
    """Return the chart, None without a single entry. The first row is the day that the person's weeks begin with."""
    if not cells:
        return None
    order = weekdays_from(say.first_weekday)
    places = {(cell.block, order.index(cell.weekday)): cell for cell in cells}

    def words(column: int, row: int) -> str:
        return box_words(places.get((column, row)), order[row], column, say)

    return WeekHoursState(
        title=_("Weekday and hour"),
        subtitle=_("Average tightness by weekday and three hours of the day."),
        rows=tuple(say.weekday_short(weekday) for weekday in order),
        columns=tuple(hours_word(block) for block in range(BLOCKS)),
        boxes=tuple(_box(place, cell, say) for place, cell in places.items()),
        say=words,
        ends=(_("none"), _("the most you can imagine")),
        key_weak=_("Small: entries on fewer than 3 days") if any(cell.weak for cell in cells) else "",
        key_none=_("No entry") if len(cells) < len(order) * BLOCKS else "",
    )


def hours_word(block: int) -> str:
    """Write three hours of the day: "06–09"."""
    return f"{block * BLOCK_HOURS:02}–{(block + 1) * BLOCK_HOURS:02}"


def box_words(cell: Cell | None, weekday: int, block: int, say: Say) -> str:
    """Say everything about one box."""
    when = _("{weekday}, {hours}").format(weekday=say.weekday(weekday), hours=hours_word(block))
    if cell is None:
        return "\n".join([when, _("No entry")])
    mean = _("Average {mean}, {count}").format(mean=say.decimal(cell.mean), count=count_word(cell))
    return "\n".join([when, mean, *([_("Too few days to say much")] if cell.weak else [])])


def count_word(cell: Cell) -> str:
    """Say how many entries there are, on how many days: "14 entries on 12 days"."""
    entries = ngettext("{n} entry", "{n} entries", cell.entries).format(n=cell.entries)
    return ngettext("{entries} on {n} day", "{entries} on {n} days", cell.days).format(entries=entries, n=cell.days)


def _box(place: tuple[int, int], cell: Cell, say: Say) -> HourBox:
    return HourBox(*place, value=cell.mean, text=say.decimal(cell.mean), weak=cell.weak)
