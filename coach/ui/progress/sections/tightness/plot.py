"""From the chosen series to the tightness chart. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from coach.analysis.band import Channel
from coach.analysis.mean import MeanPoint, mean_runs
from coach.analysis.series import Key, Point, Series
from coach.content.vocabulary import Quality
from coach.drawing.charts.model import Band, Line, OverTimeState, Run
from coach.i18n import _
from coach.journal.records import Entry
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.happened import drawn_words, happenings, turns
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.shared import SHAPES, Sessions, session_word
from coach.ui.words import place_word, quality_word, when_word

#: Channels of more places than these would cover each other.
MOST_BANDS = 2
_NOTE_SHOWN = 120
_MARGIN_DAYS = 0.5


def tightness_plot(looking: Looking) -> OverTimeState:
    """Return the tightness chart: every point there is, the span as what is seen first."""
    series, choice, state, say = looking.series, looking.choice, looking.state, looking.say
    days = [one.points[end].day for one in series if one.points for end in (0, -1)]
    last = max([looking.today, *days]) + 1 + _MARGIN_DAYS
    first = min([looking.first, *days]) - _MARGIN_DAYS
    banded = len(series) <= MOST_BANDS
    return OverTimeState(
        title=_title(choice),
        subtitle=" ".join(_key_words(series, looking)),
        top=_("the most you can imagine"),
        bottom=_("none"),
        lines=tuple(_line(one, looking, banded=banded) for one in series),
        first=first,
        last=last,
        start=first if choice.span is Span.ALL else float(looking.first),
        end=last if choice.span is Span.ALL else looking.today + 1 + _MARGIN_DAYS / 2,
        happenings=happenings(state.markers, say),
        turns=turns(state.changes, say),
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


def _key_words(series: Sequence[Series], looking: Looking) -> list[str]:
    """Say what is drawn, and only that."""
    words = [_("Marker: one entry. Line: average of seven days.")]
    if len(series) <= MOST_BANDS:
        words.append(_("Band: their lowest to their highest."))
    odd = any(point.entry.quality is not Quality.TIGHTNESS for one in series for point in one.points)
    if odd and looking.choice.quality is None:
        words.append(_("Hollow: a feeling other than tightness."))
    return [*words, *drawn_words(looking.state)]


def _title(choice: Choice) -> str:
    if choice.quality is None:
        return _("Tightness over time")
    return _("{feeling} over time").format(feeling=quality_word(choice.quality))


def _line(series: Series, looking: Looking, *, banded: bool) -> Line:
    points, choice = series.points, looking.choice
    runs = mean_runs(looking.means[series.key])
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
        say=lambda number: point_words(series.key, points[number], looking.state.sessions, looking.say),
        band=_band(looking.channels[series.key], runs) if banded else (),
    )


def _band(channels: Sequence[Channel], runs: Sequence[Sequence[MeanPoint]]) -> tuple[Band, ...]:
    """Return the channel in the same stretches as the mean: it stands on the same days."""
    left = iter(channels)
    return tuple(tuple((one.x, one.low, one.high) for one in islice(left, len(run))) for run in runs)
