"""Left and right compared in sentences, as a table, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.asymmetry import Difference, weekly_means
from coach.content.vocabulary import Area
from coach.i18n import _, ngettext
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.sections.asymmetry.plot import Compared, difference_words
from coach.ui.progress.sections.happened import happened_method
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.shared import left_out
from coach.ui.words import area_word


def asymmetry_sentences(found: Compared, looking: Looking) -> tuple[str, ...]:
    """Return a sentence per area about the chosen span."""
    return tuple(_sentence(area, _within(days, looking), looking) for area, days in found.items())


def asymmetry_method(looking: Looking) -> tuple[str, ...]:
    """Explain the chart, and what is not in it."""
    return (
        _(
            "A marker stands on each day on which you noted both sides of an area: the average of the left entries of that "
            "day minus the average of the right ones. Above the middle line the left was tighter, below it the right."
        ),
        _(
            "The line is the average of these differences over that day and the six days before it, when there are at least "
            "two such days. Days more than seven days apart are not joined. Days with one side only are left out."
        ),
        _("People differ from side to side without any trouble; how much of a difference matters is not known."),
        *happened_method(),
        left_out(looking.state.rehearsals, looking.state.damaged),
    )


def asymmetry_table(found: Compared, looking: Looking) -> Table:
    """Return the days with both sides in the chosen span, newest first."""
    say = looking.say
    rows = [(area, day) for area, days in found.items() for day in _within(days, looking)]
    rows.sort(key=lambda held: held[1].day, reverse=True)
    means = {(area, mean.day): mean.value for area, days in found.items() for mean in weekly_means(days)}

    def row(number: int) -> Row:
        area, day = rows[number]
        mean = means.get((area, day.day))
        return (
            say.full_day(day.day),
            area_word(area),
            say.plain(day.left),
            say.plain(day.right),
            say.change(day.value),
            "–" if mean is None else say.change(mean),
        )

    heads = (_("Day"), _("Where"), _("Left"), _("Right"), _("Left minus right"), _("Mean of 7 days"))
    return Table(_("Days with both sides, newest first"), heads, len(rows), row, lambda number: rows[number][1].day)


def nothing_compared(looking: Looking) -> tuple[str, str]:
    """Return what is said while nothing can be compared, and what to do about it."""
    if any(key.side is not None for key in looking.choice.places):
        return (
            _("No day with both sides yet"),
            _("Note how tight the left and the right of an area feel on the same day. Each such day appears here."),
        )
    return (
        _("Nothing with a left and a right is chosen"),
        _("Choose an area with sides at the top of the page, such as a buttock or a calf."),
    )


def _sentence(area: Area, days: Sequence[Difference], looking: Looking) -> str:
    if not days:
        return _("{area}: no day with both sides in this time.").format(area=area_word(area))
    mean = sum(day.value for day in days) / len(days)
    left, right = sum(day.value > 0 for day in days), sum(day.value < 0 for day in days)
    return ngettext(
        "{area}, {n} day with both sides: left tighter on {left}, right tighter on {right}, the same on {same}; "
        "on average {mean}.",
        "{area}, {n} days with both sides: left tighter on {left}, right tighter on {right}, the same on {same}; "
        "on average {mean}.",
        len(days),
    ).format(
        area=area_word(area),
        n=len(days),
        left=left,
        right=right,
        same=len(days) - left - right,
        mean=difference_words(mean, looking.say),
    )


def _within(days: Sequence[Difference], looking: Looking) -> list[Difference]:
    first = looking.first
    return [day for day in days if day.day >= first]
