"""Small states for the charts of boxes, made by hand."""

from __future__ import annotations

from coach.drawing.charts.boards import DayBox, HourBox, Sign, WeekHoursState, YearPage, YearState

ENDS = ("none", "the most you can imagine")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOURS = tuple(f"{3 * n:02}–{3 * n + 3:02}" for n in range(8))


def week_hours() -> WeekHoursState:
    """Every shade once, three weak boxes, the nights empty."""
    boxes = [
        HourBox(
            column,
            row,
            value=(column + row) % 11,
            text=f"{(column + row) % 11}.0",
            weak=(column, row) in {(2, 0), (4, 3), (7, 6)},
        )
        for column in range(2, 8)
        for row in range(7)
        if (column, row) != (5, 5)
    ]
    return WeekHoursState(
        title="Weekday and hour",
        subtitle="Average tightness by weekday and three hours of the day.",
        rows=WEEKDAYS,
        columns=HOURS,
        boxes=tuple(boxes),
        say=lambda column, row: f"{WEEKDAYS[row]} {HOURS[column]}",
        ends=ENDS,
        key_weak="Small: few days",
        key_none="No entry",
    )


def _day(number: int) -> DayBox:
    signs = {40: Sign.FLARE, 41: Sign.FLARE, 60: Sign.REST, 90: Sign.ILLNESS, 130: Sign.TRAVEL, 180: Sign.OTHER}
    value = None if number % 13 == 0 else number % 11
    return DayBox(value, session=number % 3 == 0, sign=signs.get(number))


def _page(number: int) -> YearPage:
    count = 368 if number == 0 else 371
    return YearPage(
        subtitle=f"Each square is a day. Page {number}.",
        weeks=53,
        days=tuple(_day(at) for at in range(count)),
        months=((2, "Dec"), (6, "Jan"), (7, "too near"), (10, "Feb"), (52, "too far right")),
        say=lambda at: f"page {number} day {at}",
    )


def year(pages: int = 2) -> YearState:
    """Two pages of 53 weeks; the first ends on a Thursday."""
    return YearState(
        title="A year of days",
        pages=pages,
        page=_page,
        rows=WEEKDAYS,
        ends=ENDS,
        key_none="Nothing noted",
        key_session="A session done",
        signs={Sign.FLARE: "Flare", Sign.REST: "Planned rest", Sign.ILLNESS: "Illness", Sign.TRAVEL: "Travel"},
    )
