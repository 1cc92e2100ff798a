"""From the chosen series to the tightness chart. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.mean import mean_runs, seven_day_means
from coach.analysis.series import Key, Point, Series
from coach.content.vocabulary import Quality
from coach.drawing.charts.model import Line, OverTimeState, Run
from coach.i18n import _
from coach.journal.records import Entry
from coach.ui.progress.choice import Choice, Span, first_day
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.shared import SHAPES, Sessions, session_word
from coach.ui.words import place_word, quality_word, when_word

_NOTE_SHOWN = 120
_MARGIN_DAYS = 0.5


def tightness_plot(
    series: Sequence[Series], choice: Choice, today: int, sessions: Sessions, say: Say
) -> OverTimeState:
    """Return the tightness chart: every point there is, the span as what is seen first."""
    days = [one.points[end].day for one in series if one.points for end in (0, -1)]
    start = first_day(choice, min(days, default=today), today)
    last = max([today, *days]) + 1 + _MARGIN_DAYS
    first = min([start, *days]) - _MARGIN_DAYS
    return OverTimeState(
        title=_title(choice),
        subtitle=" ".join(_key_words(series, choice)),
        top=_("the most you can imagine"),
        bottom=_("none"),
        lines=tuple(_line(one, choice, sessions, say) for one in series),
        first=first,
        last=last,
        start=first if choice.span is Span.ALL else float(start),
        end=last if choice.span is Span.ALL else today + 1 + _MARGIN_DAYS / 2,
    )


def point_words(key: Key, point: Point, sessions: Sessions, say: Say) -> str:
    """Say everything about one entry: value, day and time, feeling and session, and the beginning of the note."""
    entry = point.entry
    value = _("{place}: {value}").format(place=place_word(*key), value=entry.tightness)
    lines = [value, _("{day}, {time}").format(day=say.full_day(point.day), time=say.time(point.x))]
    if about := " · ".join(_about(entry, sessions)):
        lines.append(about)
    if entry.note:
        cut = entry.note[:_NOTE_SHOWN].strip()
        lines.append(cut if len(entry.note) <= _NOTE_SHOWN else f"{cut}…")
    return "\n".join(lines)


def _about(entry: Entry, sessions: Sessions) -> list[str]:
    found = [] if entry.quality is Quality.TIGHTNESS else [quality_word(entry.quality)]
    if entry.session is not None and entry.when is not None:
        name = session_word(entry.session, sessions)
        found.append(_("{when}: {session}").format(when=when_word(entry.when), session=name))
    return found


def _key_words(series: Sequence[Series], choice: Choice) -> list[str]:
    """Say what is drawn, hollow markers only where there are some."""
    words = [_("Each marker is one entry. The line is the average of seven days.")]
    if choice.quality is None and any(p.entry.quality is not Quality.TIGHTNESS for one in series for p in one.points):
        words.append(_("Hollow: a feeling other than tightness."))
    return words


def _title(choice: Choice) -> str:
    if choice.quality is None:
        return _("Tightness over time")
    return _("{feeling} over time").format(feeling=quality_word(choice.quality))


def _line(series: Series, choice: Choice, sessions: Sessions, say: Say) -> Line:
    points = series.points
    runs = mean_runs(seven_day_means(points))
    drawn: tuple[Run, ...] = tuple(tuple((mean.x, mean.value) for mean in run) for run in runs)
    plain = Quality.TIGHTNESS if choice.quality is None else choice.quality
    return Line(
        name=place_word(*series.key),
        shape=SHAPES[series.key.side],
        slot=choice.places[series.key],
        xs=tuple([point.x for point in points]),
        ys=tuple([point.entry.tightness for point in points]),
        hollow=tuple([point.entry.quality is not plain for point in points]),
        runs=drawn,
        say=lambda number: point_words(series.key, points[number], sessions, say),
    )
