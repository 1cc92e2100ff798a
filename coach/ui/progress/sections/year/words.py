"""A year of days in sentences, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.calendar_days import CalendarDay
from coach.analysis.series import Key
from coach.content.vocabulary import LASTING_MARKERS, MarkerKind
from coach.content.words import marker_word
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.shared import left_out
from coach.ui.progress.sections.year.plot import Days
from coach.ui.words import place_word


def year_sentences(days: Days, total: int, say: Say) -> tuple[str, ...]:
    """Return what the last weeks held: days with entries and the highest of them, sessions, what lasted.

    `total` counts the days from the first that holds something to today.
    """
    rated = [(day, held) for day, held in days.items() if held.worst is not None]
    said = [_rated_words(rated, total, say)]
    trained = sum(bool(held.sessions) for held in days.values())
    if trained:
        said.append(ngettext("{n} day with a session.", "{n} days with a session.", trained).format(n=trained))
    lasting = [
        ngettext("{kind}: {n} day.", "{kind}: {n} days.", count).format(kind=marker_word(kind), n=count)
        for kind in MarkerKind
        if kind in LASTING_MARKERS and (count := _marked(days, kind))
    ]
    return (*said, " ".join(lasting)) if lasting else tuple(said)


def nothing_in_days() -> tuple[str, str]:
    """Return what is said while the chosen places have no entry and nothing else was noted."""
    return (
        _("No day to show yet"),
        _("Each day with an entry, a session or a marker appears here as a square."),
    )


def year_method(places: Sequence[Key], rehearsals: int, damaged: int) -> tuple[str, ...]:
    """Explain the squares, and what is not in them; `places` are the chosen areas with their sides."""
    names = ", ".join(place_word(*place) for place in places)
    return (
        _(
            "Each square is one day, each column one week; 53 weeks up to today, and further back page by page. Nothing is "
            "cut at New Year."
        ),
        _(
            "A square takes the highest number you noted that day for the places and the feeling chosen above ({places}). "
            "The highest of a day says nothing about how long it lasted."
        ).format(places=names),
        _(
            "A hollow square is a day without an entry. It does not mean that nothing was felt. A dot is a day on which you "
            "did something of a session; a shape is something you marked, on each of its days."
        ),
        _("How far back you look, chosen above, does not change this chart."),
        left_out(rehearsals, damaged),
    )


def _rated_words(rated: Sequence[tuple[int, CalendarDay]], total: int, say: Say) -> str:
    if not rated:
        return ngettext("No entry on this day.", "No entry on these {total} days.", total).format(total=total)
    highest = max(held.worst.entry.tightness for _day, held in rated if held.worst is not None)
    at = [day for day, held in rated if held.worst is not None and held.worst.entry.tightness == highest]
    if len(at) == 1:
        when = _("on {day}").format(day=say.day(at[0]))
    else:
        when = ngettext("on {n} day, last on {day}", "on {n} days, last on {day}", len(at)).format(
            n=len(at), day=say.day(at[-1])
        )
    return ngettext(
        "{n} of {total} days has an entry; the highest number is {highest}, {when}.",
        "{n} of {total} days have an entry; the highest number is {highest}, {when}.",
        len(rated),
    ).format(n=len(rated), total=total, highest=highest, when=when)


def _marked(days: Days, kind: MarkerKind) -> int:
    return sum(any(marker.kind is kind for marker in held.markers) for held in days.values())
