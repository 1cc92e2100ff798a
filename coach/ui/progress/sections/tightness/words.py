"""The tightness chart in sentences, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.mean import mean_on
from coach.analysis.series import Point, Series, within
from coach.i18n import _, ngettext
from coach.ui.progress.choice import Choice, first_day
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.happened import happened_method
from coach.ui.progress.sections.shared import left_out
from coach.ui.words import place_word


def tightness_sentences(series: Sequence[Series], choice: Choice, today: int, say: Say) -> tuple[str, ...]:
    """Return a sentence per place about the chosen span."""
    return tuple(_place_sentence(one, choice, today, say) for one in series)


def noise_sentence() -> str:
    """Say what is known about changes (CLINICAL.md section 5: CHILDS, and nothing found for tightness)."""
    return _(
        "A change of 2 points is more than the usual ups and downs of pain (Childs 2005); "
        "for tightness no such figure is known."
    )


def _place_sentence(series: Series, choice: Choice, today: int, say: Say) -> str:
    place = place_word(*series.key)
    oldest = series.points[0].day if series.points else today
    seen = within(series.points, first_day(choice, oldest, today), today)
    if not seen:
        return _("{place}: no entry in this time.").format(place=place)
    first, last = seen[0], max(seen, key=lambda point: (point.entry.at.utc_us, point.entry.id))
    if len(seen) == 1:
        only = _("{place}: {value} {when}, the only entry in this time.").format(
            place=place, value=last.entry.tightness, when=_on(last, today, say)
        )
        more = _("With a second entry within seven days a line appears.") if len(series.points) == 1 else ""
        return f"{only} {more}".strip()
    return _("{place}: {first} {then}, {last} {now}; {mean}.").format(
        place=place,
        first=first.entry.tightness,
        then=_on(first, today, say),
        last=last.entry.tightness,
        now=_on(last, today, say),
        mean=_mean(series.points, today, say),
    )


def _on(point: Point, today: int, say: Say) -> str:
    return _("today") if point.day == today else _("on {day}").format(day=say.day(point.day))


def _mean(points: Sequence[Point], today: int, say: Say) -> str:
    value, count = mean_on(points, today)
    if count == 0:
        return _("no entry in the last 7 days")
    if value is None:
        return _("one entry in the last 7 days, so no average")
    return ngettext(
        "average of the last 7 days {mean}, from {n} entry",
        "average of the last 7 days {mean}, from {n} entries",
        count,
    ).format(mean=say.decimal(value), n=count)


def tightness_method(rehearsals: int, damaged: int) -> tuple[str, ...]:
    """Explain the first chart, and what is not in it."""
    return (
        _(
            "Each marker is one entry, at the day and time your clock showed when you wrote it. "
            "Travelling never moves it to another day."
        ),
        _(
            "The line has a point on each day with an entry: the average of all entries of that day and of the six days "
            "before it, when there are at least two. Days more than seven days apart are not joined."
        ),
        _(
            "The band stands on the same days as the line, from the lowest to the highest entry of the same seven days. "
            "It is drawn while one or two places are chosen; more would cover each other."
        ),
        _(
            "A hollow marker is an entry with a feeling other than tightness, such as a cramp. "
            "The line counts every marker shown; choose one feeling to see it alone."
        ),
        _(
            "0 is no tightness, 10 the most you can imagine. It is your own word for how it feels, not a measurement. "
            "The 2 points come from studies of pain: two points are the least change beyond the usual ups and downs on "
            "the 0-10 pain scale in people with low back pain (Childs 2005, Spine, PubMed 15928561). For tightness no "
            "such figure was found."
        ),
        *happened_method(),
        left_out(rehearsals, damaged),
    )
