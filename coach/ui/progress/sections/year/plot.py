"""From the days of the journal to a year of squares. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from math import ceil

from coach.analysis.calendar_days import CalendarDay, Weeks, calendar_days, weeks_until
from coach.analysis.series import Series, day_of, within
from coach.analysis.week_hours import DAYS_PER_WEEK, weekdays_from
from coach.content.vocabulary import MarkerKind
from coach.drawing.charts.boards import DayBox, Sign, YearPage, YearState
from coach.i18n import _
from coach.journal.records import Marker, SessionRecord
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.year.day_words import day_words, sign_words

Days = Mapping[int, CalendarDay]

_SIGNS = {
    MarkerKind.FLARE: Sign.FLARE,
    MarkerKind.REST: Sign.REST,
    MarkerKind.ILLNESS: Sign.ILLNESS,
    MarkerKind.TRAVEL: Sign.TRAVEL,
}


@dataclass(frozen=True)
class Year:
    """The chosen entries, every session and every marker, looked at some weeks at a time."""

    series: Sequence[Series]
    sessions: Sequence[SessionRecord]
    markers: Sequence[Marker]
    today: int
    say: Say

    @cached_property
    def oldest(self) -> int:
        """The first day that holds something, today when none does."""
        found = [one.points[0].day for one in self.series if one.points]
        found += [day_of(one.started) for one in self.sessions if not one.rehearsal and one.done_ms > 0]
        found += [day_of(one.at) for one in self.markers]
        return min(found, default=self.today)

    @property
    def pages(self) -> int:
        """How many pages of weeks there are: the last one holds the oldest day."""
        now = self.weeks(0)
        return 1 + max(0, ceil((now.first - self.oldest) / (now.columns * DAYS_PER_WEEK)))

    def weeks(self, number: int) -> Weeks:
        """Return the weeks of a page, counted back from today."""
        return weeks_until(self.today, self.say.first_weekday, number)

    def days(self, weeks: Weeks) -> Days:
        """Return the days of some weeks that hold something."""
        points = chain.from_iterable(within(one.points, weeks.first, weeks.seen) for one in self.series)
        return calendar_days(points, self.sessions, self.markers, weeks.first, weeks.seen)


def year_plot(year: Year) -> YearState | None:
    """Return the chart, None while no day up to today holds anything."""
    now = year.weeks(0)
    if year.pages == 1 and not year.days(now):
        return None
    kinds = {_SIGNS.get(marker.kind, Sign.OTHER) for marker in year.markers}
    return YearState(
        title=_("A year of days"),
        pages=year.pages,
        page=lambda number: _page(year, number),
        rows=tuple(year.say.weekday_short(weekday) for weekday in weekdays_from(year.say.first_weekday)),
        ends=(_("none"), _("the most you can imagine")),
        key_none=_("Nothing noted"),
        key_session=_("A session done"),
        signs={sign: words for sign, words in sign_words().items() if sign in kinds},
    )


def _page(year: Year, number: int) -> YearPage:
    weeks = year.weeks(number)
    held = year.days(weeks)
    return YearPage(
        subtitle=_("Each square is a day, shaded by the highest number of that day. {first} to {last}.").format(
            first=year.say.full_day(weeks.first), last=year.say.full_day(weeks.seen)
        ),
        weeks=weeks.columns,
        days=tuple(_box(held.get(day)) for day in range(weeks.first, weeks.seen + 1)),
        months=tuple(_months(weeks, year.say)),
        say=lambda at: day_words(weeks.first + at, held.get(weeks.first + at), year.today, year.say),
    )


def _box(day: CalendarDay | None) -> DayBox:
    if day is None:
        return DayBox(None)
    value = None if day.worst is None else day.worst.entry.tightness
    return DayBox(value, bool(day.sessions), _sign(day))


def _sign(day: CalendarDay) -> Sign | None:
    """Return the one sign there is room for: a flare before a rest, an illness, travelling and the others."""
    found = {_SIGNS.get(marker.kind, Sign.OTHER) for marker in day.markers}
    return next((sign for sign in Sign if sign in found), None)


def _months(weeks: Weeks, say: Say) -> list[tuple[int, str]]:
    """Label the week that holds the first of a month."""
    days = [date.fromordinal(day) for day in range(weeks.first, weeks.seen + 1)]
    return [(weeks.place(day.toordinal())[0], say.month(day.month)) for day in days if day.day == 1]
